import Foundation
import Glibc
import Harness
import Testing

/// Nothing that was confirmed is lost: not when the program is killed, not when many write at once.
@Suite(.onOwnThreads) struct Safety {
    /// The codes that `apply` has confirmed.
    private func confirmed(_ output: [UInt8]) -> [String] {
        String(decoding: output, as: UTF8.self).matches(of: /\{"ok":true[^\n]*?"code":"(Q-[0-9]+)"/).map {
            String($0.1)
        }
    }

    private func registering(_ count: Int, _ name: String) -> String {
        (1...count).map {
            TestOffice.group("", "گروه \(name) \($0)").replacingOccurrences(of: #""code":"","#, with: "")
        }
        .joined(separator: "\n")
    }

    private func apply(_ commands: String, _ name: String, in office: TestOffice) throws -> Session {
        let file = office.folder.appendingPathComponent("\(name).jsonl")
        try commands.write(to: file, atomically: true, encoding: .utf8)
        return try Session(
            Program.khedmat, ["apply", file.path, "--file", office.file], environment: ["HOME": office.folder.path],
            width: 400)
    }

    @Test("Killed at any moment, fifty times, it has kept every confirmed change and the ledger is whole")
    func killed() throws {
        let office = try TestOffice([])
        try office.run(["list", "groups"])
        var confirmed: Set<String> = []
        for round in 1...50 {
            let session = try apply(registering(400, "\(round)"), "\(round)", in: office)
            try session.waitForScreen(contains: "ok")
            usleep(UInt32(round * 397 % 20_000))
            #expect(try session.signal(SIGKILL).waitForExit() == .signalled(SIGKILL))
            let codes = self.confirmed(session.rawOutput)
            #expect(!codes.isEmpty)
            confirmed.formUnion(codes)
        }
        let list = try office.run(["list", "groups", "--format", "json"]).outputText
        let kept = Set(list.matches(of: /"code":"(Q-[0-9]+)"/).map { String($0.1) })
        #expect(confirmed.subtracting(kept) == [])
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("Ten processes that amend one group for twenty seconds lose nothing")
    func together() throws {
        let office = try TestOffice()
        let end = ContinuousClock.now + .seconds(20)
        var confirmed = 0
        var round = 0
        while .now < end {
            round += 1
            let sessions = try (1...10).map { process in
                let commands = (1...20).map { number in
                    #"{"command":"group.amend","code":"Q-0001","note":"دور \#(round)، برنامه \#(process)، \#(number)"}"#
                }
                return try apply(commands.joined(separator: "\n"), "\(process)", in: office)
            }
            for session in sessions {
                let status = try session.waitForExit()
                #expect(status == .exited(0), "\(session.screenText)")
                confirmed += self.confirmed(session.rawOutput).count
            }
        }
        #expect(confirmed == round * 200)
        // Each amendment makes one more version of the group, the first being its registration.
        let group = try office.run(["show", "group", "Q-0001", "--format", "json"]).outputText
        #expect(group.contains("\"version\":\(confirmed + 1)"), "\(confirmed) confirmed: \(group.prefix(300))")
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("A half-filled form survives kill -9, and is offered again")
    func draft() throws {
        let office = try TestOffice()
        let first = try office.open(["--lang", "en"])
        try first.press("n").type("گروه نیمه").waitForIdle()
        #expect(try first.signal(SIGKILL).waitForExit() == .signalled(SIGKILL))
        let second = try office.open(["--lang", "en"])
        try second.press("n").expectScreen(contains: "گروه نیمه").expectScreen(contains: "going on with a draft")
    }
}
