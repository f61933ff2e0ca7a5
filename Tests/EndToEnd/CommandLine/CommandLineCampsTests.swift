import Harness
import Testing

@Suite("Camps from the command line", .onOwnThreads)
struct CommandLineCampsTests {
    /// An office with the hundred camps that districts sent, their groups, a supervisor and a trainer.
    private func office() throws -> CommandLineOffice {
        let office = try CommandLineOffice()
        for kind in ["groups", "camps"] {
            let sheet = CommandLineOffice.fixture(kind == "groups" ? "camps-groups.csv" : "camps.csv")
            let result = try office.run("import", kind, sheet)
            #expect(result.outputText.hasPrefix("100 rows: 100 added, 0 same, 0 changed, 0 refused\n"))
        }
        try apply(
            office,
            #"{"command":"staff.add","account":"sup","name":"ناظر","role":"supervisor"}"#,
            #"{"command":"staff.add","account":"tra","name":"مربی","role":"trainer"}"#)
        return office
    }

    private func apply(_ office: CommandLineOffice, _ lines: String...) throws {
        let result = try office.run(
            "--now", "1401/05/03T12:00", "apply", "-", input: lines.map { $0 + "\n" }.joined())
        #expect(result.status == .exited(0), "\(result.outputText)\(result.errorText)")
    }

    /// The office with camp C-004 running: a report and its correction, a need and an incident.
    private func running() throws -> CommandLineOffice {
        let office = try office()
        try apply(
            office, #"{"command":"camp.amend","code":"C-004","leader":"9990000141"}"#,
            #"{"command":"camp.approve","code":"C-004"}"#, #"{"command":"camp.start","code":"C-004"}"#,
            #"{"command":"camp.report","camp":"C-004","day":"1401/05/02","present":30,"beneficiaries":85}"#,
            #"{"command":"camp.report","camp":"C-004","day":"1401/05/02","present":31,"beneficiaries":85}"#,
            #"{"command":"need.raise","for":{"camp":"C-004"},"item":"پتو","quantity":40,"unit":"تخته","urgency":"high"}"#,
            #"{"command":"incident.record","camp":"C-004","when":"1401/05/02T11:30","severity":"serious","what":"سقوط","people":["9990000141"]}"#
        )
        return office
    }

    @Test("the sheet imported again, and what is exported, are all the same")
    func roundTrip() throws {
        let office = try office()
        let same = "100 rows: 0 added, 100 same, 0 changed, 0 refused\n"
        #expect(try office.run("import", "camps", CommandLineOffice.fixture("camps.csv")).outputText == same)
        let target = office.path("out.csv")
        #expect(try office.run("export", "camps", "--output", target).status == .exited(0))
        #expect(try office.run("import", "camps", target).outputText == same)
        let header = try #require(try office.text("out.csv").split(separator: "\r\n").first)
        #expect(header.contains("کد اردو") && header.contains("وضعیت"))
    }

    @Test("camps are listed a row a group and found by any word of theirs; one is shown by its code")
    func camps() throws {
        let office = try office()
        #expect(try office.run("list", "camps").lines.count == 101)
        let found = try office.run("list", "camp", "--match", "c-۰۰۴", "--lang", "en").lines
        #expect(found.count == 2)
        #expect(found[1].hasPrefix("C-004\t") && found[1].hasSuffix("1401/05/01\t1401/05/07\t33\tplanned"))
        let shown = try office.run("show", "camp", "c-4", "--lang", "fa")
        #expect(shown.status == .exited(1) && shown.errorText.contains("c-4"))
        #expect(try office.run("show", "camp", "C-۰۰۴", "--lang", "fa").outputText.contains("کد اردو: C-004"))
    }

    @Test("reports, needs and incidents are listed and shown, a report by its camp and day")
    func records() throws {
        let office = try running()
        #expect(try office.run("list", "reports").lines.count == 3)
        let report = try #require(
            try office.run("show", "report", "C-004/1401/05/02", "--format", "json").json() as? [String: Any])
        #expect(report["present"] as? Int == 31 && report["state"] as? String == "current")
        #expect(try office.run("show", "need", "N-001", "--lang", "en").outputText.contains("پتو"))
        let needs = try #require(try office.run("list", "needs", "--format", "json").json() as? [[String: Any]])
        #expect(needs.count == 1 && needs[0]["camp"] as? String == "C-004")
        #expect(try office.run("show", "incident", "I-001", "--lang", "en").outputText.contains("serious"))
        #expect(try office.run("show", "report", "C-004/1401/05/03").status == .exited(1))
        #expect(try office.run("verify").status == .exited(0))
    }

    @Test("national IDs of leaders and of whom it befell are masked for a supervisor")
    func masking() throws {
        let office = try running()
        for arguments in [
            ("show", "camp", "C-004"), ("list", "incidents", "--limit=9"), ("show", "incident", "I-001"),
        ] {
            let whole = try office.run(arguments.0, arguments.1, arguments.2).outputText
            #expect(whole.contains("9990000141"), "\(arguments)")
            let masked = try office.run("--as", "sup", arguments.0, arguments.1, arguments.2)
            #expect(masked.status == .exited(0))
            #expect(!masked.outputText.contains("9990000141") && masked.outputText.contains("••••"), "\(arguments)")
        }
    }

    @Test("a trainer reads no camps", arguments: ["camps", "reports", "needs", "incidents"])
    func trainer(_ kind: String) throws {
        let office = try office()
        let result = try office.run("--as", "tra", "list", kind)
        #expect(result.status == .exited(1) && result.output.isEmpty)
        #expect(result.errorText.contains("tra"))
    }
}
