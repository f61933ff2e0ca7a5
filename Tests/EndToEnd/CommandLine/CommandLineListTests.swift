import Foundation
import Harness
import Testing

@Suite("Listing, showing and exporting from the command line", .onOwnThreads)
struct CommandLineListTests {
    @Test("One word in any spelling finds the same rows")
    func match() throws {
        let office = try CommandLineOffice.withGroups()
        let found = try office.run("list", "groups", "--match", "کاظمی").lines
        #expect(found.count == 4)
        for spelling in ["كاظمي", "کاظمى", " کاظمی "] {
            #expect(try office.run("list", "groups", "--match", spelling).lines == found)
        }
        let byCode = try office.run("list", "groups", "--match", "q-۰۰۰۹").lines
        #expect(byCode.count == 2)
        #expect(byCode.last?.hasPrefix("Q-0009\t") == true)
    }

    @Test("Memberships are found by whose they are, and by the group")
    func members() throws {
        let office = try CommandLineOffice.withGroups()
        let lines = [
            #"{"command":"person.record","nationalID":"9995000016","firstName":"آرش","lastName":"آذری"}"#,
            #"{"command":"person.record","nationalID":"9995000024","firstName":"زهرا","lastName":"نوری"}"#,
            #"{"command":"membership.begin","group":"Q-0009","person":"9995000016","from":"1401/01/05"}"#,
            #"{"command":"membership.begin","group":"Q-0009","person":"9995000024","from":"1401/01/05"}"#,
        ]
        let sent = try office.run("apply", "-", input: lines.joined(separator: "\n"))
        #expect(sent.status == .exited(0), "\(sent.outputText)")
        for match in ["آرش", "آرش آذری", "9995000016", "۹۹۹۵۰۰۰۰۱۶"] {
            let lines = try office.run("list", "members", "--match", match).lines
            #expect(lines.count == 2 && lines.last?.contains("آذری") == true, "\(match)")
        }
        #expect(try office.run("list", "members", "--match", "Q-0009").lines.count == 3)
    }

    @Test("An entry of the ledger is shown in people's words")
    func entry() throws {
        let office = try CommandLineOffice.withGroups()
        let text = try office.run("show", "ledger", "5", "--lang", "fa").outputText
        #expect(text.contains("ثبت گروه"))
        for inner in ["group.register", "registeredOn", "specialised", "{", "overrides"] {
            #expect(!text.contains(inner), "\(inner) in \(text)")
        }
    }

    @Test("A list in a pipe has tabs and no escape byte; JSON is an array of records")
    func formats() throws {
        let office = try CommandLineOffice.withGroups()
        let table = try office.run("list", "group", "--limit", "۳")
        #expect(table.lines.count == 4)
        #expect(table.lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 18 })
        #expect(!table.output.contains(0x1B))
        let records = try #require(
            try office.run("list", "groups", "--format", "json").json() as? [[String: Any]])
        #expect(records.count == 60)
        #expect(records.allSatisfy { $0["code"] is String && $0["registeredOn"] is String && $0["activity"] is String })
    }

    @Test("In a terminal columns stand under each other and nothing is wider than the window")
    func aligned() throws {
        let office = try CommandLineOffice.withGroups()
        let session = try Session(
            Program.khedmat, ["list", "bases"], environment: office.environment, width: 30, height: 30)
        try session.expectRow(containing: "B-01").expectExit(.exited(0))
        let rows = session.screen.rows.filter { $0.hasPrefix("B-") }
        #expect(rows.count >= 5)
        #expect(Set(rows.map { $0.prefix { $0 != " " }.count }) == [4])
        #expect(
            rows.allSatisfy {
                $0.dropFirst(4).prefix { $0 == " " }.count == rows[0].dropFirst(4).prefix { $0 == " " }.count
            })
    }

    @Test("Headers and words of a list are in the language asked for; a sheet's are Persian")
    func languages() throws {
        let office = try CommandLineOffice.withGroups()
        for (kind, persian, english) in [
            ("groups", "نام گروه", "name"), ("people", "کد ملی", "national id"), ("members", "سمت", "role"),
            ("bases", "نام", "name"), ("ledger", "شناسه", "id"),
        ] {
            func header(_ language: String, _ format: String = "table") throws -> String {
                try office.run("list", kind, "--limit", "1", "--lang", language, "--format", format).lines.first ?? ""
            }
            #expect(try header("fa").contains(persian))
            let inEnglish = try header("en")
            #expect(inEnglish.contains(english))
            #expect(!inEnglish.contains { ("آ"..."ی").contains($0) }, "\(inEnglish)")
            #expect(try header("en", "csv") == header("fa", "csv"))
        }
        #expect(try office.run("list", "groups", "--lang", "en").lines[1].hasSuffix("registered\tdormant"))
    }

    @Test("What is exported is imported as all the same")
    func roundTrip() throws {
        let office = try CommandLineOffice.withGroups()
        _ = try office.run("import", "members", CommandLineOffice.fixture("members.csv"))
        for (kind, count) in [("groups", 60), ("members", 80)] {
            let target = office.path("\(kind).csv")
            #expect(try office.run("export", kind, "--output", target).status == .exited(0))
            #expect(try office.permissions("\(kind).csv") == 0o600)
            let again = try office.run("import", kind, target)
            #expect(again.outputText == "\(count) rows: 0 added, \(count) same, 0 changed, 0 refused\n")
        }
        let piped = try office.run("export", "groups").outputText
        #expect(try office.text("groups.csv") == piped)
    }

    @Test("An export that fails leaves the old file as it was")
    func atomicExport() throws {
        let office = try CommandLineOffice.withGroups()
        let target = try office.file("old.csv", "old")
        let refused = try office.run("--as", "nobody", "export", "groups", "--output", target)
        #expect(refused.status == .exited(1))
        #expect(try office.text("old.csv") == "old")
        #expect(try office.run("export", "groups", "--output", office.path("no/where.csv")).status == .exited(1))
        let entries = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
        #expect(entries.filter { $0.hasPrefix("old.csv") } == ["old.csv"], "nothing half-written is left")
    }

    @Test("One record is shown by its code in any digits; one that is not there is refused")
    func show() throws {
        let office = try CommandLineOffice.withGroups()
        let text = try office.run("show", "group", "q-۰۰۰۱", "--lang", "fa").outputText
        #expect(text.contains("شماره ثبت: Q-0001"))
        let record = try #require(
            try office.run("show", "groups", "Q-0001", "--format", "json").json() as? [String: Any])
        #expect(record["code"] as? String == "Q-0001")
        let missing = try office.run("show", "group", "Q-9999")
        #expect(missing.status == .exited(1))
        #expect(missing.errorText.contains("Q-9999"))
    }

    @Test("A reader that goes away ends the list quietly")
    func readerGone() throws {
        let office = try CommandLineOffice.withGroups()
        // Larger than any pipe, so that the program meets the closed end.
        let script = "for i in 1 2 3 4 5 6 7 8; do $0 export groups --format json; done | head -c 10 >&2; true"
        let result = try Program.run("/bin/sh", ["-c", script, Program.khedmat], environment: office.environment)
        #expect(result.errorText == "[\n{\"id\":\"0")
    }

    @Test("A full disk is said, with status 1")
    func fullDisk() throws {
        let office = try CommandLineOffice.withGroups()
        let result = try Program.run(
            "/bin/sh", ["-c", "$0 list groups >/dev/full", Program.khedmat], environment: office.environment)
        #expect(result.status == .exited(1))
        #expect(result.errorText.contains("no space left"))
    }
}
