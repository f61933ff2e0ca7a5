import Foundation
import Harness
import Persian
import Testing

@Suite("Importing sheets from the command line", .onOwnThreads)
struct CommandLineImportTests {
    private let groups = CommandLineOffice.fixture("groups.csv")

    @Test("What is imported twice is the same the second time")
    func twice() throws {
        let office = try CommandLineOffice()
        let first = try office.run("import", "groups", groups)
        #expect(first.status == .exited(0))
        #expect(first.outputText == "60 rows: 60 added, 0 same, 0 changed, 0 refused\n")
        #expect(first.errors.isEmpty)
        let second = try office.run("import", "groups", groups, "--lang", "fa")
        #expect(second.outputText == "۶۰ ردیف: ۰ تازه، ۶۰ یکسان، ۰ تغییریافته، ۰ ردشده\n")
        let members = try office.run("import", "members", CommandLineOffice.fixture("members.csv"))
        #expect(members.outputText == "80 rows: 80 added, 0 same, 0 changed, 0 refused\n")
    }

    @Test("A refused row is named with its row, column and reason, and can be mended")
    func refused() throws {
        let office = try CommandLineOffice()
        let header = "شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت"
        let sheet = try office.file(
            "new.csv",
            "\(header)\nQ-1,گروه بهار,عمومی,فرهنگی,قم,30,1400/12/30\nQ-2,گروه ماه,عمومی,فرهنگی,قم,30,1400/12/29\n")
        let text = try office.run("import", "groups", sheet, "--dry-run", "--refused", office.path("refused.csv"))
        #expect(text.status == .exited(0), "the file was read")
        #expect(text.outputText.contains("row 2 · Q-1 · تاریخ ثبت"))
        #expect(text.outputText.contains("Esfand 1400 has 29 days"))

        let mended = try office.text("refused.csv").replacing("1400/12/30", with: "1400/12/29")
        _ = try office.run("import", "groups", sheet)
        let again = try office.run("import", "groups", try office.file("mended.csv", mended))
        #expect(again.outputText == "1 row: 1 added, 0 same, 0 changed, 0 refused\n")
    }

    @Test("The refused rows take no other file's place; names that share nothing wait for --rename")
    func renamed() throws {
        let office = try CommandLineOffice.withGroups()
        let person = try office.file(
            "p.csv", "group,first name,last name,national id\nQ-0001,زهرا,کاظمی,9990009996\n")
        _ = try office.run("import", "members", person)
        let sheet = try office.file(
            "m.csv", "group,first name,last name,national id\nQ-0001,مجتبی,موسوی,9990009996\n")
        for name in ["r.csv", "r-2.csv"] {
            let refused = try office.run("import", "members", sheet, "--refused", office.path("r.csv"))
            #expect(refused.outputText.contains("0 changed, 1 refused"))
            #expect(refused.outputText.contains("--rename"))
            #expect(refused.outputText.contains("Nothing was written."))
            #expect(refused.outputText.contains(office.path(name)))
            #expect(office.exists(name))
        }
        let accepted = try office.run("import", "members", sheet, "--rename")
        #expect(accepted.outputText.contains("1 changed, 0 refused, 1 with a person renamed"))
        #expect(accepted.outputText.contains("“زهرا کاظمی” (9990009996) is renamed “مجتبی موسوی”"))
    }

    @Test("Where the refused rows cannot go is told before the first row is imported")
    func noPlaceForRefused() throws {
        let office = try CommandLineOffice()
        let result = try office.run("import", "groups", groups, "--refused", office.path("none/refused.csv"))
        #expect(result.status == .exited(1))
        #expect(result.errorText.contains("no such file or folder"))
        #expect(!office.exists(".local/share"))
    }

    @Test("The refused rows never replace the sheet they came from, nor the office's file")
    func refusedElsewhere() throws {
        let office = try CommandLineOffice.withGroups()
        let sheet = try office.file(
            "new.csv", "code,name,kind,fields,county,size,registeredOn\nQ-1,,عمومی,فرهنگی,قم,3,1400/1/1\n")
        let before = try office.text("new.csv")
        let onSheet = try office.run("import", "groups", sheet, "--dry-run", "--refused", sheet)
        #expect(onSheet.status == .exited(2))
        #expect(onSheet.errorText.contains("the sheet being imported"))
        #expect(try office.text("new.csv") == before)

        let file = office.path(".local/share/khedmat/khedmat.db")
        let onFile = try office.run("import", "groups", sheet, "--refused", file)
        #expect(onFile.status == .exited(2))
        #expect(onFile.errorText.contains("the office's own file"))
        #expect(try office.run("verify").status == .exited(0))
    }

    @Test("The JSON report holds the counts and the refusals in both languages")
    func json() throws {
        let office = try CommandLineOffice()
        let sheet = try office.file(
            "new.csv", "code,name,kind,fields,county,size,registeredOn\nQ-1,,عمومی,فرهنگی,قم,3,1400/1/1\n")
        let result = try office.run("import", "groups", sheet, "--format", "json")
        let report = try #require(try result.json() as? [String: Any])
        #expect(
            Set(report.keys) == [
                "rows", "added", "same", "changed", "renamed", "refused", "refusals", "renames", "warnings",
                "unknownColumns", "leftAside",
            ])
        #expect(report["refused"] as? Int == 1)
        let refusal = try #require((report["refusals"] as? [[String: Any]])?.first)
        #expect(Set(refusal.keys) == ["row", "code", "column", "refusal", "fa", "en"])
        #expect(refusal["row"] as? Int == 2)
        #expect(refusal["refusal"] as? String == "missing-value")
    }

    @Test("A trial writes nothing, not even a new file")
    func dryRun() throws {
        let office = try CommandLineOffice()
        let result = try office.run("import", "groups", groups, "--dry-run")
        #expect(result.outputText.hasPrefix("60 rows: 60 added"))
        #expect(!office.exists(".local/share"))

        let full = try CommandLineOffice.withGroups()
        let before = try full.run("list", "ledger").lines.count
        _ = try full.run("import", "members", CommandLineOffice.fixture("members.csv"), "--dry-run")
        #expect(try full.run("list", "ledger").lines.count == before)
    }

    @Test(
        "What is no spreadsheet is refused whole, and no office begins", arguments: ["", "hello\n", "PK\u{3}\u{4}xl/"])
    func noSheet(_ text: String) throws {
        let office = try CommandLineOffice()
        let result = try office.run("import", "groups", try office.file("no.csv", text))
        #expect(result.status == .exited(1))
        #expect(result.output.isEmpty)
        #expect(result.errorText.split(separator: "\n").count == 1)
        #expect(!office.exists(".local/share"))
    }

    @Test("Ctrl-C stops an import between two rows: what was done stays, and the status is 130")
    func interrupted() throws {
        let office = try CommandLineOffice()
        let row = "گروه بهار,عمومی,فرهنگی,قم,30,1400/12/29\n"
        let rows = (1...3000).map { "Q-\($0),\($0) \(row)" }.joined()
        let sheet = try office.file("long.csv", "code,name,kind,fields,county,size,registeredOn\n" + rows)
        let session = try Session(Program.khedmat, ["import", "groups", sheet], environment: office.environment)
        try session.waitForScreen(contains: "of 3,000").press("c", .control).expectExit(.exited(130))
        try session.expectScreen(contains: "Stopped before the end").expectScreen(lacks: "of 3,000")
        let stored = try office.run("list", "groups").lines.count - 1
        #expect((1..<3000).contains(stored))
        #expect(session.screenText.contains("\(Language.english.number(stored)) added"))
    }

    @Test("A new office's folders and files are its owner's alone")
    func permissions() throws {
        let office = try CommandLineOffice.withGroups()
        #expect(try office.permissions(".local/share/khedmat") == 0o700)
        #expect(try office.permissions(".local/share/khedmat/khedmat.db") == 0o600)
    }

    @Test("The file is named by --file, else by KHEDMAT_FILE")
    func file() throws {
        let office = try CommandLineOffice()
        let variable = ["KHEDMAT_FILE": office.path("two.db")]
        _ = try office.run("import", "groups", groups, "--file", office.path("one.db"), environment: variable)
        #expect(office.exists("one.db") && !office.exists("two.db"))
        _ = try office.run("import", "groups", groups, environment: variable)
        #expect(office.exists("two.db") && !office.exists(".local/share"))
    }
}
