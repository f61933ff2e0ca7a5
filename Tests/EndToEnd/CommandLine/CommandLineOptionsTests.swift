import Harness
import Testing

@Suite("Options and exit statuses", .onOwnThreads)
struct CommandLineOptionsTests {
    @Test(
        "Global options stand before or behind the command",
        arguments: [
            ["--lang", "fa", "date", "1401/05/09"], ["--lang=fa", "date", "1401/05/09"],
            ["date", "--lang", "fa", "1401/05/09"], ["date", "1401/05/09", "--lang", "fa"],
            ["--now", "1401/01/01", "--lang", "fa", "date", "1401/05/09"],
        ])
    func places(_ arguments: [String]) throws {
        let result = try Program.run(Program.khedmat, arguments, environment: ["LANG": "en_US.UTF-8"])
        #expect(result.status == .exited(0))
        #expect(result.outputText.contains("۹ مرداد ۱۴۰۱"))
    }

    @Test(
        "The language is the locale's where that is English, else Persian",
        arguments: [
            (["LANG": "en_US.UTF-8"], "Sunday"), (["LANG": "en_US.UTF-8", "LC_ALL": "fa_IR.UTF-8"], "یک‌شنبه"),
            (["LANG": "fa_IR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"], "Sunday"), (["LANG": "C.UTF-8"], "یک‌شنبه"),
            (["LANG": ""], "یک‌شنبه"),
        ])
    func language(_ environment: [String: String], _ weekday: String) throws {
        let result = try Program.run(Program.khedmat, ["date", "1401/05/09"], environment: environment)
        #expect(result.lines.first == weekday)
    }

    @Test(
        "Wrong use is one line on stderr, in the language asked for, and status 2",
        arguments: [
            (["--lang", "xx", "list", "groups"], "“xx”"), (["--now", "1400/12/30", "list", "groups"], "Esfand 1400"),
            (["--theme", "nix", "themes"], "“nix”"), (["--theme", "nix.yaml", "themes"], "nix.yaml"),
            (["nix"], "list, show, export"), (["--lang", "en", "nix"], "list, show, export"),
            (["list", "nix"], "groups, councils"), (["list", "groups", "--format", "xml"], "table, csv, json"),
            (["list", "groups", "--limit=-1"], "“-1”"), (["list"], "khedmat list --help"),
            (["list", "groups", "--nix"], "--nix"), (["import", "nix", "x.csv"], "groups, members"),
            (["--file", "", "list", "groups"], "--file"), (["--as", "", "list", "groups"], "--as"),
        ])
    func wrongUse(_ arguments: [String], _ hint: String) throws {
        let office = try CommandLineOffice()
        for language in ["en_US.UTF-8", "fa_IR.UTF-8"] {
            let result = try Program.run(
                Program.khedmat, arguments, environment: ["HOME": office.folder.path, "LANG": language])
            #expect(result.status == .exited(2))
            #expect(result.output.isEmpty)
            #expect(result.errorText.split(separator: "\n").count == 1)
            let isPersian = result.errorText.contains { ("آ"..."ی").contains($0) }
            #expect(isPersian == (language.hasPrefix("fa") && !arguments.contains("en")))
            if !isPersian { #expect(result.errorText.contains(hint)) }
        }
        #expect(!office.exists(".local"), "wrong use brings no file into being")
    }

    @Test(
        "In Persian what is wrong with the command line is said in Persian, and only quotes and paths are not",
        arguments: [
            (["list"], "«<kind>» داده نشده است"), (["list", "groups", "--limit"], "«--limit <n>» مقداری می‌خواهد"),
            (["list", "groups", "--limi", "3"], "گزینه «--limi» شناخته نیست؛ شاید «--limit»"),
            (["list", "groups", "x"], "«x» اضافه است"), (["list", "groups", "x", "y"], "این‌ها اضافه است: «x»، «y»"),
            (["import", "groups", "a.csv", "--dry-run=3"], "گزینه «--dry-run» مقداری نمی‌گیرد"),
        ])
    func persianSentences(_ arguments: [String], _ sentence: String) throws {
        let result = try Program.run(Program.khedmat, arguments, environment: ["LANG": "fa_IR.UTF-8"])
        #expect(result.status == .exited(2))
        #expect(result.errorText == "khedmat: \(sentence)؛ راهنما: khedmat \(arguments[0]) --help\n")
    }

    @Test("The version is on stdout", arguments: [["--version"], ["--lang", "en", "--version"]])
    func version(_ arguments: [String]) throws {
        let result = try Program.run(Program.khedmat, arguments)
        #expect(result.status == .exited(0))
        #expect(result.outputText == "0.1.0\n")
    }

    @Test("Help names the commands in both languages")
    func help() throws {
        let result = try Program.run(Program.khedmat, ["--help"])
        #expect(result.status == .exited(0))
        #expect(result.outputText.contains("Import a spreadsheet"))
        #expect(result.outputText.contains("ورود از پرونده"))
    }

    @Test("A day is shown in three calendars, and one that does not exist is refused with why")
    func date() throws {
        let office = try CommandLineOffice()
        let english = try office.run("date", "۱۴۰۱/۵/۹").outputText
        for part in ["Sunday", "9 Mordad 1401", "2 Muharram 1444", "31 July 2022", "2022-07-31"] {
            #expect(english.contains(part))
        }
        #expect(try office.run("date", "2022-07-31").outputText == english)
        let refused = try office.run("date", "1400/12/30")
        #expect(refused.status == .exited(1))
        #expect(refused.errorText == "khedmat: Esfand 1400 has 29 days\n")
        #expect(try office.run("date", "1400/12/30", "--lang", "fa").errorText.contains("۲۹ روز"))
    }

    @Test("Themes are plain names in a pipe, the user's own among them")
    func themes() throws {
        let office = try CommandLineOffice()
        #expect(try office.run("themes").lines == ["firouzeh", "kaghaz", "tabayon", "hamgan"])
        let colors = (0..<16).map { "base0\(String($0, radix: 16, uppercase: true)): \"102030\"" }
        _ = try office.file(".config/khedmat/themes/night.yaml", "scheme: Night\n" + colors.joined(separator: "\n"))
        #expect(try office.run("themes").lines == ["firouzeh", "kaghaz", "tabayon", "hamgan", "night"])
        #expect(try office.run("--theme", "night", "themes").status == .exited(0))
    }

    @Test("Themes show their colours in a terminal, and none with NO_COLOR")
    func swatches() throws {
        for (variable, hasColor) in [("", true), ("1", false)] {
            let session = try Session(Program.khedmat, ["themes"], environment: ["NO_COLOR": variable])
            try session.expectRow(containing: "firouzeh").expectExit(.exited(0))
            #expect(session.rawOutput.contains(0x1B) == hasColor)
        }
    }
}
