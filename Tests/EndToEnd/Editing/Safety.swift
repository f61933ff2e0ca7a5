import Foundation
import Glibc
import Harness
import Testing

/// Nothing that was confirmed is lost: not when the program is killed, not when many write at once.
@Suite struct Safety {
    /// The ids that a run of `apply` has confirmed.
    private func confirmed(_ output: [UInt8]) -> Int {
        String(decoding: output, as: UTF8.self).components(separatedBy: #"{"ok":true"#).count - 1
    }

    private func commands(_ count: Int, _ name: String) -> String {
        (1...count).map {
            TestOffice.group("", "گروه \(name) \($0)").replacingOccurrences(of: #""code":"","#, with: "")
        }
        .joined(separator: "\n")
    }

    private func groups(_ office: TestOffice) throws -> Int {
        try office.run(["list", "groups", "--format", "json"]).outputText.components(separatedBy: #""code":"#).count - 1
    }

    @Test("Killed at any moment, fifty times, it has kept every confirmed change and the ledger is whole")
    func killed() throws {
        let office = try TestOffice([])
        try office.run(["verify"])
        try office.run(["list", "groups"])
        var sum = 0
        for round in 1...50 {
            let file = office.folder.appendingPathComponent("\(round).jsonl")
            try commands(400, "\(round)").write(to: file, atomically: true, encoding: .utf8)
            let session = try Session(
                Program.khedmat, ["apply", file.path, "--file", office.file], environment: ["HOME": office.folder.path])
            try session.waitForScreen(contains: "ok")
            usleep(UInt32(round * 397 % 20_000))
            #expect(try session.signal(SIGKILL).waitForExit() == .signalled(SIGKILL))
            sum += confirmed(session.rawOutput)
        }
        #expect(try groups(office) >= sum)
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("Ten processes that write at once lose nothing")
    func together() throws {
        let office = try TestOffice([])
        try office.run(["list", "groups"])
        let sessions = try (1...10).map { number in
            let file = office.folder.appendingPathComponent("\(number).jsonl")
            try commands(30, "دسته \(number)").write(to: file, atomically: true, encoding: .utf8)
            return try Session(
                Program.khedmat, ["apply", file.path, "--file", office.file], environment: ["HOME": office.folder.path])
        }
        for session in sessions {
            let status = try session.waitForExit()
            #expect(status == .exited(0), "\(session.screenText)")
        }
        #expect(try groups(office) == 300)
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("A half-filled form survives kill -9, and is offered again")
    func draft() throws {
        let office = try TestOffice()
        let first = try office.open(["--lang", "en"])
        try first.press("n").press(.tab).type("گروه نیمه").waitForIdle()
        #expect(try first.signal(SIGKILL).waitForExit() == .signalled(SIGKILL))
        let second = try office.open(["--lang", "en"])
        try second.press("n").expectScreen(contains: "گروه نیمه").expectScreen(contains: "going on with a draft")
    }
}
