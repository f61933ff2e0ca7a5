import Foundation
import GRDB
import Glibc
import Harness
import Testing

/// Ten bases that hand out packages at once, each by a program of its own, five of which are killed and begin again.
@Suite(.onOwnThreads) struct TenBases {
    private static let own = 12
    private static let shared = 4
    private static let now = "1401/05/05T10:00"

    private static let office =
        (0..<10).map { #"{"command":"base.found","code":"B-1\#($0)","name":"قرارگاه \#($0)"}"# }
        + [
            """
            {"command":"campaign.open","code":"RM-1","title":"رزمایش","from":"1401/05/01","to":"1401/05/09","target":400}
            """, #"{"command":"campaign.receive","campaign":"RM-1","quantity":400,"on":"1401/05/01"}"#,
        ]
        + (0..<10).map {
            #"{"command":"campaign.allocate","campaign":"RM-1","base":"B-1\#($0)","quantity":\#(own + 9)}"#
        }
        + (0..<10).flatMap { base in (0..<own).map { household("H-\(base)\(two($0))", base * 100 + $0) } }
        + (0..<shared).map { household("H-99\($0)", 9000 + $0) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func household(_ code: String, _ number: Int) -> String {
        """
        {"command":"household.record","code":"\(code)","head":"\(nationalID(number))","headName":"خانوار \(number)",\
        "area":"village","place":"ده \(number)"}
        """
    }

    /// An invented national ID.
    private static func nationalID(_ number: Int) -> String {
        let digits = "999" + String(repeating: "0", count: 6 - String(number).count) + String(number)
        let sum = digits.utf8.enumerated().reduce(0) { $0 + Int($1.element - 48) * (10 - $1.offset) } % 11
        return digits + String(sum < 2 ? sum : 11 - sum)
    }

    /// What one base does: its own households, those that all ten want to serve, one package broken, one given back, one that
    /// was nobody's, one taken back again.
    private static func lines(_ base: Int) -> [String] {
        var number = 0
        func line(_ command: String, _ fields: String) -> String {
            number += 1
            let id = "01890000-0000-7000-8000-0000000\(base)00\(two(number))"
            return #"{"command":"\#(command)","id":"\#(id)",\#(fields)}"#
        }
        func stock(_ quantity: Int) -> String {
            #""campaign":"RM-1","base":"B-1\#(base)","quantity":\#(quantity),"on":"1401/05/04""#
        }
        let served = (0..<own).map { line("campaign.deliver", #""household":"H-\#(base)\#(two($0))",\#(stock(1))"#) }
        let wanted = (0..<shared).map { line("campaign.deliver", #""household":"H-99\#($0)",\#(stock(1))"#) }
        let others = [
            line("campaign.damage", stock(1)), line("campaign.return", stock(2)), line("campaign.damage", stock(90)),
            line("campaign.return", stock(1)),
        ]
        let undone = "01890000-0000-7000-8000-0000000\(base)00\(two(number))"
        return zip(served, wanted + others).flatMap { [$0, $1] } + served.dropFirst(wanted.count + others.count)
            + [line("ledger.undo", #""undo":"\#(undone)""#)]
    }

    @Test("Killed and begun again, ten programs lose no package, conjure none and serve nobody twice")
    func atOnce() throws {
        let office = try TestOffice([])
        try office.apply(Self.office, now: Self.now)
        let sessions = try (0..<10).map { try start($0, in: office) }
        for base in stride(from: 0, to: 10, by: 2) {
            try waitForAnswer(of: base, in: office)
            usleep(UInt32(base * 3_700))
            _ = try sessions[base].signal(SIGKILL).waitForExit()
        }
        for base in stride(from: 1, to: 10, by: 2) { _ = try sessions[base].waitForExit() }
        let again = try stride(from: 0, to: 10, by: 2).map { try start($0, in: office) }
        for session in again { _ = try session.waitForExit() }

        let told = try (0..<10).map { try String(contentsOf: answers($0, in: office), encoding: .utf8) }
        for answer in told { #expect(answer.split(separator: "\n").count == Self.lines(0).count, "\(answer)") }
        let wanted = told.joined().split(separator: "\n").count { $0.contains("already-delivered") }
        #expect(wanted == 9 * Self.shared)
        #expect(told.joined().split(separator: "\n").count { $0.contains("insufficient-stock") } == 10)

        #expect(try office.run(["verify"]).status == .exited(0))
        let queue = try DatabaseQueue(path: office.file)
        let sums = try queue.read { db in
            try Row.fetchOne(
                db, sql: "SELECT received, inStore, atBases, delivered, damaged, missing, served FROM campaigns")
        }
        let delivered = 10 * Self.own + Self.shared
        let inStore = 400 - 10 * (Self.own + 9) + 20
        let expected = [400, inStore, 400 - inStore - delivered - 10, delivered, 10, 0, delivered]
        #expect(sums.map { row in (0..<7).map { row[$0] as Int } } == expected)
    }

    private func answers(_ base: Int, in office: TestOffice) -> URL {
        office.folder.appendingPathComponent("\(base).answers")
    }

    /// A program that applies the lines of a base and writes its answers to a file.
    private func start(_ base: Int, in office: TestOffice) throws -> Session {
        let lines = office.folder.appendingPathComponent("\(base).jsonl")
        try Self.lines(base).joined(separator: "\n").write(to: lines, atomically: true, encoding: .utf8)
        let command = """
            exec '\(Program.khedmat)' apply '\(lines.path)' --file '\(office.file)' --now \(Self.now) --keep-going \
            > '\(answers(base, in: office).path)'
            """
        return try Session("/bin/sh", ["-c", command], environment: ["HOME": office.folder.path])
    }

    private func waitForAnswer(of base: Int, in office: TestOffice) throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            let size = try? answers(base, in: office).resourceValues(forKeys: [.fileSizeKey]).fileSize
            if size ?? 0 > 0 { return }
            usleep(1000)
        }
        Issue.record("base \(base) has answered nothing")
    }
}
