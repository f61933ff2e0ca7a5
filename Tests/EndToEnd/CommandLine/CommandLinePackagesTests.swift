import Harness
import Testing

@Suite("Sheets of packages from the command line", .onOwnThreads)
struct CommandLinePackagesTests {
    private static let commands = """
        {"command":"base.found","code":"B-01","name":"قرارگاه نور"}
        {"command":"campaign.open","code":"RM-1401","title":"رزمایش","from":"1401/04/19","to":"1401/04/27","target":20}
        {"command":"campaign.receive","campaign":"RM-1401","quantity":20,"on":"1401/04/19"}
        {"command":"campaign.allocate","campaign":"RM-1401","base":"B-01","quantity":20}

        """
    private static let header = "household,head's name,head's national ID,area,place,base,packages,on\n"
    private static let ids = ["9990000018", "9990000026", "9990000034"]

    @Test("Deliveries come in under the campaign that is named, and a sheet of second ones waits for --anyway")
    func deliveries() throws {
        let office = try CommandLineOffice()
        let now = ["--now", "1401/04/28T10:00"]
        _ = try office.run("apply", try office.file("office.jsonl", Self.commands), now[0], now[1])
        func sheet(_ name: String, _ base: Int) throws -> String {
            let rows = Self.ids.enumerated().map {
                "H-\(base + $0),رضا نوری,\($1),روستا,کهک,قرارگاه نور,1,1401/04/2\(base)\n"
            }
            return try office.file(name, Self.header + rows.joined())
        }
        let first = try sheet("first.csv", 1)
        let unsaid = try office.run("import", "deliveries", first, now[0], now[1])
        #expect(unsaid.status == .exited(1) && unsaid.errorText.contains("--campaign RM-1401"))
        let done = try office.run("import", "deliveries", first, "--campaign", "rm-1401", now[0], now[1])
        #expect(done.outputText == "3 rows: 3 added, 0 same, 0 changed, 0 refused\n")

        let second = try sheet("second.csv", 4)
        let held = try office.run("import", "deliveries", second, "--campaign", "RM-1401", now[0], now[1])
        #expect(held.status == .exited(1) && held.output.isEmpty)
        #expect(held.errorText.contains("3 of the 3 rows") && held.errorText.contains("--anyway"))
        let trial = try office.run("import", "deliveries", second, "--campaign", "RM-1401", "--dry-run", now[0], now[1])
        #expect(trial.status == .exited(0) && trial.outputText.contains("3 of the 3 rows"))
        let anyway = try office.run("import", "deliveries", second, "--campaign", "RM-1401", "--anyway", now[0], now[1])
        #expect(anyway.status == .exited(0) && anyway.outputText.contains("0 changed, 3 refused"))
        #expect(try office.run("verify").status == .exited(0))
    }

    @Test("A campaign is named for no other sheet")
    func noCampaign() throws {
        let office = try CommandLineOffice()
        let result = try office.run(
            "import", "groups", CommandLineOffice.fixture("groups.csv"), "--campaign", "RM-1401")
        #expect(result.status == .exited(2) && result.errorText.contains("leave --campaign out"))
    }
}
