import Foundation
import Harness
import Testing

/// The board on a wall: one process reports, another shows it, and nobody presses a key.
@Suite(.onOwnThreads) struct WatchCamps {
    private static let camps =
        TestOffice.groups
        + [
            """
            {"command":"camp.plan","code":"C-001","title":"بهار","groups":[{"group":"Q-0001","headcount":20}],\
            "kind":"village","province":"ایلام","county":"مهران","place":"ده بالا","fields":["medical"],\
            "from":"1401/05/08","to":"1401/05/17"}
            """, #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
        ]

    private func report(_ present: Int, day: Int = 9) -> String {
        """
        {"command":"camp.report","camp":"C-001","day":"1401/05/\(day < 10 ? "0" : "")\(day)","present":\(present),\
        "beneficiaries":40}
        """
    }

    private func office() throws -> TestOffice {
        let office = try TestOffice([])
        try office.apply(Self.camps, now: "1401/05/10T10:00")
        return office
    }

    private func watch(_ office: TestOffice, page: Int = 3600) throws -> Session {
        let session = try Session(
            Program.khedmat,
            [
                "watch", "camps", "--file", office.file, "--now", "1401/05/10T10:00", "--lang", "en", "--page",
                "\(page)",
            ],
            environment: ["HOME": office.folder.path], width: 120, height: 40)
        session.owner = office
        return session
    }

    @Test("A report comes to the wall without a key")
    func reportArrives() throws {
        let office = try office()
        let wall = try watch(office).waitForScreen(contains: "2 reports missing")
        try office.apply([report(17)], now: "1401/05/10T10:00")
        // How soon is measured by Tests/Perf/foreign-commits.py.
        try wall.waitForScreen(contains: "17/20")
        #expect(try wall.press("q").waitForExit() == .exited(0))
    }

    @Test("The board changes nothing and no key but q does anything")
    func readOnly() throws {
        let office = try office()
        let wall = try watch(office)
        try wall.waitForScreen(contains: "2 reports missing").press("r").press("n").press("u").press(.enter)
            .expectScreen(contains: "2 reports missing")
        // ض is on the key of q.
        #expect(try wall.type("ض").waitForExit() == .exited(0))
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("It follows a file that is replaced under it: a backup that is restored, a file that is moved there")
    func replaced() throws {
        let office = try office()
        let backup = office.folder.appendingPathComponent("backup.db").path
        try office.run(["backup", backup])
        try office.apply([report(17)], now: "1401/05/10T10:00")
        let wall = try watch(office).waitForScreen(contains: "17/20")
        try #require(try office.run(["restore", backup]).status == .exited(0))
        try wall.waitForScreen(contains: "2 reports missing")
        // What is reported in the new file is seen too.
        try office.apply([report(19)], now: "1401/05/10T10:00")
        try wall.waitForScreen(contains: "19/20")

        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: office.file + end) }
        try #require(rename(backup, office.file) == 0)
        try wall.waitForScreen(contains: "2 reports missing")
        #expect(try wall.press("q").waitForExit() == .exited(0))
    }

    @Test("It wakes for its clock, its pages and the file's changes only, and its memory stays flat")
    func soak() throws {
        let office = try office()
        let wall = try watch(office)
        try wall.waitForScreen(contains: "2 reports missing").waitForIdle()
        try office.apply((1...60).map { report($0) }, now: "1401/05/10T10:00")
        try wall.waitForScreen(contains: "60/20").waitForIdle()
        let before = try memory(of: wall.process)
        for round in 0..<3 {
            try office.apply((1...50).map { report($0 + round) }, now: "1401/05/10T10:00")
            try wall.waitForScreen(contains: "\(50 + round)/20").waitForIdle()
        }
        #expect(try memory(of: wall.process) - before < 3_000, "kB after 150 changes")
        let wakes = try switches(of: wall.process)
        usleep(1_500_000)
        #expect(try switches(of: wall.process) - wakes <= 2, "at most a new minute in a second and a half")
    }

    private func memory(of process: pid_t) throws -> Int { try status(process, "VmRSS:") }
    private func switches(of process: pid_t) throws -> Int { try status(process, "voluntary_ctxt_switches:") }

    private func status(_ process: pid_t, _ name: String) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name) })
        return try #require(line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first)
    }
}
