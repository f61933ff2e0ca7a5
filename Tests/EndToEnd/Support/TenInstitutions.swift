import Dispatch
import Foundation
import Harness
import Synchronization
import Testing

/// Ten institutions on one file, each told by a program of its own.
@Suite(.onOwnThreads) struct TenInstitutions {
    private static let needs = 5

    private static let office =
        [
            """
            {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",\
            "size":20,"registeredOn":"1400/01/05"}
            """
        ]
        + (1...needs).map {
            """
            {"command":"need.raise","code":"N-00\($0)","for":{"group":"Q-0001"},"item":"پتو","quantity":1000,\
            "unit":"تخته","urgency":"high"}
            """
        }
        + (0..<10).map { #"{"command":"institution.register","code":"D-1\#($0)","name":"دستگاه نمونه \#($0)"}"# }

    /// What one institution promises for each need and what comes of it; it takes one pledge back, moves some of another and
    /// undoes what it did last.
    private static func lines(_ institution: Int) -> [String] {
        let said = (1...needs).flatMap { need in
            let pledge = "PL-\(institution)\(need)"
            let says = [("dispatch", 6), ("deliver", 4), ("confirm", 3)].map { step, quantity in
                #"{"command":"support.\#(step)","pledge":"\#(pledge)","quantity":\#(quantity),"on":"1401/05/04"}"#
            }
            return [
                """
                {"command":"support.pledge","code":"\(pledge)","need":"N-00\(need)","institution":"D-1\(institution)",\
                "quantity":\(10 + institution)}
                """
            ] + says
        }
        let id = "01890000-0000-7000-8000-00000000000\(institution)"
        return said + [
            #"{"command":"support.withdraw","pledge":"PL-\#(institution)1","reason":"نشد"}"#,
            #"{"command":"support.move","pledge":"PL-\#(institution)2","need":"N-003","quantity":2}"#,
            """
            {"command":"support.dispatch","id":"\(id)","pledge":"PL-\(institution)4","quantity":1,"on":"1401/05/05"}
            """, #"{"command":"ledger.undo","undo":"\#(id)"}"#,
            #"{"command":"support.deliver","pledge":"PL-\#(institution)5","quantity":9,"on":"1401/05/05"}"#,
        ]
    }

    @Test("Ten processes at once: every total is what comes of the lines, and what was refused is in none")
    func atOnce() throws {
        let office = try TestOffice([])
        try office.apply(Self.office)
        let (file, home) = (office.file, office.folder.path)
        let answers = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 10) { institution in
            let result = try? Program.run(
                Program.khedmat, ["apply", "-", "--file", file, "--keep-going"],
                input: Array(Self.lines(institution).joined(separator: "\n").utf8), environment: ["HOME": home],
                patience: .seconds(120))
            answers.withLock { $0 += (result?.outputText ?? "").split(separator: "\n").map(String.init) }
        }
        let told = answers.withLock(\.self)
        #expect(told.count == 10 * Self.lines(0).count)
        // More than was dispatched.
        #expect(told.count { $0.contains("exceeds-dispatched") } == 10)
        #expect(told.count { $0.contains(#""ok":false"#) } == 10)

        let listed = try office.run(["list", "needs", "--format", "json"]).outputText
        let needs = try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
        let promised = (0..<10).reduce(0) { $0 + 10 + $1 }
        let expected = [
            "N-001": 40, "N-002": promised - 20, "N-003": promised + 20, "N-004": promised, "N-005": promised,
        ]
        for need in needs {
            let code = need["code"] as? String ?? ""
            #expect(need["pledged"] as? Int == expected[code], "\(code)")
            for (name, sum) in [("dispatched", 60), ("delivered", 40), ("confirmed", 30), ("uncovered", 960)] {
                #expect(need[name] as? Int == sum, "\(code) \(name)")
            }
        }
        #expect(needs.count == Self.needs)
        #expect(try office.run(["verify"]).status == .exited(0))
    }
}
