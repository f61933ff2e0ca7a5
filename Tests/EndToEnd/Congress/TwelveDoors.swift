import Dispatch
import Foundation
import Harness
import Synchronization
import Testing

/// An edition with invented guests, for tests at its doors.
enum CongressOffice {
    static func commands(guests: Int) -> [String] {
        [
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
            "to":"1401/05/11","previousCity":"مشهد"}
            """,
            #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":9000,"turnaround":15}"#,
        ]
            + (1...guests).flatMap { number in
                [
                    """
                    {"command":"guest.invite","congress":1401,"code":"\(code(number))","name":"مهمان نمونه",\
                    "category":"group","rank":\(number),"companions":2}
                    """, #"{"command":"guest.send","code":"\#(code(number))"}"#,
                    #"{"command":"guest.answer","code":"\#(code(number))","answer":"accepted"}"#,
                ]
            }
    }

    /// "G-007"
    static func code(_ number: Int) -> String { "G-" + String("00\(number)".suffix(3)) }

    static func checkIn(_ number: Int, _ companions: Int) -> String {
        #"{"command":"guest.checkIn","code":"\#(code(number))","companions":\#(companions)}"#
    }

    /// The guests as they are listed on the evening of a day of the congress.
    static func guests(in office: TestOffice, on day: String) throws -> [[String: Any]] {
        let listed = try office.run(["list", "guests", "--format", "json", "--now", "\(day)T20:00"]).outputText
        return try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
    }
}

/// A dozen doors on one file; `Tests/Perf/doors.py` does the same with 3,000 guests.
@Suite(.onOwnThreads) struct TwelveDoors {
    private static let guests = 60

    @Test("Twelve processes check guests in at once, each guest at three doors: none is lost and none doubled")
    func atOnce() throws {
        let office = try TestOffice([])
        try office.apply(CongressOffice.commands(guests: Self.guests))
        let (file, home) = (office.file, office.folder.path)
        let answers = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 12) { door in
            let scanned = (1...Self.guests).filter { [0, 4, 8].contains(($0 + door) % 12) }
            let lines = scanned.map { CongressOffice.checkIn($0, door % 3) }
            let result = try? Program.run(
                Program.khedmat, ["apply", "-", "--file", file], input: Array(lines.joined(separator: "\n").utf8),
                environment: ["HOME": home], patience: .seconds(60))
            answers.withLock { $0 += (result?.outputText ?? "").split(separator: "\n").map(String.init) }
        }
        var entries: [String: Int] = [:]
        var repeats = 0
        for line in answers.withLock({ $0 }) {
            let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let result = try #require(answer?["result"] as? [String: Any], "\(line)")
            if result["repeat"] as? Bool == true {
                repeats += 1
            } else {
                entries[result["code"] as? String ?? "", default: 0] += 1
            }
        }
        #expect(entries.count == Self.guests && entries.values.allSatisfy { $0 == 1 })
        #expect(repeats == 2 * Self.guests)
        let listed = try CongressOffice.guests(in: office, on: "1401/05/09")
        #expect(listed.allSatisfy { ($0["scans"] as? [Any])?.count == 1 && $0["state"] as? String == "checkedIn" })
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("Two doors without a network let the same guest in: brought home in either order, it was one entry")
    func packs() throws {
        for order in [["a", "b"], ["b", "a"]] {
            let office = try TestOffice([])
            try office.apply(CongressOffice.commands(guests: 2))
            for (name, time) in [("a", "09:12"), ("b", "09:40")] {
                let pack = office.folder.appendingPathComponent(name).path
                let made = try office.run(["pack", "door", "۱۴۰۱", "--output", pack, "--now", "1401/05/09T08:00"])
                try #require(made.status == .exited(0), "\(made.errorText)")
                let sent = try Program.run(
                    Program.khedmat, ["apply", "-", "--file", pack, "--now", "1401/05/09T\(time)"],
                    input: Array(CongressOffice.checkIn(1, name == "a" ? 2 : 0).utf8),
                    environment: ["HOME": office.folder.path + "/\(name)-laptop"])
                try #require(sent.status == .exited(0), "\(sent.outputText)")
            }
            for name in order {
                let brought = try office.run([
                    "unpack", office.folder.appendingPathComponent(name).path, "--now", "1401/05/09T20:00",
                ])
                #expect(brought.status == .exited(0), "\(brought.outputText)")
            }
            let guest = try #require(
                try CongressOffice.guests(in: office, on: "1401/05/09").first { $0["code"] as? String == "G-001" })
            #expect(guest["inside"] as? Int == 3)
            let scans = try #require(guest["scans"] as? [[String: Any]])
            #expect(scans.first?["at"] as? String == "2022-07-31T09:12:00+04:30")
            #expect(try office.run(["verify"]).status == .exited(0))
        }
    }
}
