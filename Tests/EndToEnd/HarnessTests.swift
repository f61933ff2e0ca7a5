import Canvas
import Glibc
import Harness
import Persian
import Testing

/// The harness itself, with programs that are known to be right.
@Suite("A program in a terminal", .onOwnThreads)
struct HarnessTests {
    private func shell(_ script: String, width: Int = 80, height: Int = 24) throws -> Session {
        try Session("/bin/sh", ["-c", script], width: width, height: height)
    }

    @Test("What a program writes is on the screen, and what is typed reaches it")
    func echo() throws {
        let session = try Session("/bin/cat")
        try session.type("گروه‌ها ۴۲").press(.enter).waitForIdle()
        #expect(session.screen.rows.filter { $0 == "گروه‌ها ۴۲" || $0 == "گروهها ۴۲" }.count == 2)
        try session.expectScreen(contains: "گروه‌ها").expectScreen(lacks: "پایگاه")
        try session.press("d", .control).expectExit(.exited(0))
    }

    @Test("The terminal has the size it was given, and changes it")
    func size() throws {
        let session = try shell(
            "trap 'stty size' WINCH; stty size; while :; do sleep 0.01; done", width: 100, height: 30)
        try session.waitForScreen(contains: "30 100")
        session.resize(width: 60, height: 20)
        try session.waitForScreen(contains: "20 60")
    }

    @Test("The program leads the terminal, with no signal blocked, none ignored and no descriptor of the tests")
    func cleanStart() throws {
        let settings = try Session("/bin/stty", ["size"])
        try settings.expectExit(.exited(0))
        #expect(settings.row(0) == "24 80")

        // No shell between: it blocks signals of its own while it starts others.
        let status = try Session("/bin/grep", ["-E", "Sig(Blk|Ign)", "/proc/self/status"])
        try status.expectExit(.exited(0))
        // The highest bit is signal 32, glibc's own, which no program can set.
        #expect(
            status.screenText.matches(of: /Sig...:\s00000000[08]0000000/).count == 2, "\(status.screenText)")

        // The fourth is the folder that ls itself looks into.
        let list = try Session("/bin/ls", ["-m", "/proc/self/fd"])
        try list.expectExit(.exited(0))
        #expect(list.row(0) == "0, 1, 2, 3")
    }

    @Test("The environment is the test's, not that of whoever runs it")
    func environment() throws {
        let session = try Session("/usr/bin/env", environment: ["NO_COLOR": "1", "TERM": ""])
        try session.expectExit(.exited(0))
        #expect(session.screen.rows.contains("NO_COLOR=1"))
        #expect(!session.screenText.contains("TERM="))
        #expect(
            Set(session.screen.rows.filter { $0.contains("=") }.map { $0.prefix { $0 != "=" } })
                .isSubset(of: ["PATH", "HOME", "LANG", "NO_COLOR", "SWIFT_BACKTRACE", "XTERM_VERSION"]))
    }

    @Test("Idle is after the work, however long that is silent")
    func idle() throws {
        // Two hundred thousand rounds keep the processor busy without a word.
        let session = try shell("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done; read answer")
        try session.expectScreen(contains: "done")
    }

    @Test("How a program ends is known: by itself, by a signal, by a vanished terminal")
    func exit() throws {
        try shell("exit 3").expectExit(.exited(3))
        try Session("/bin/cat").waitForIdle().signal(SIGTERM).expectExit(.signalled(SIGTERM))
        try Session("/bin/cat").waitForIdle().hangUp().expectExit(.signalled(SIGHUP))
        try Session("/no/such/program").expectExit(.exited(127))
    }

    @Test("What fails says what was expected and shows the screen")
    func mismatch() throws {
        let session = try shell("echo سلام; read answer")
        let error = #expect(throws: Mismatch.self) { try session.expectRow(containing: "سلام", "خداحافظ") }
        #expect(error?.description.contains("خداحافظ") == true)
        #expect(error?.description.contains("HarnessTests.swift") == true)
        #expect(error?.description.contains("\nسلام\n") == true)
    }

    @Test("A paste is in brackets when the program asked for them, and may be long")
    func paste() throws {
        let session = try shell("printf '\\033[?2004h'; stty raw -echo; echo ready; head -c 300012 | wc -c; stty sane")
        try session.waitForScreen(contains: "ready")
        session.paste(String(repeating: "abc", count: 100_000))
        try session.waitForScreen(contains: "300012").expectExit(.exited(0))
    }

    @Test("The terminal answers what programs ask it")
    func answers() throws {
        let session = try shell("stty raw -echo; printf '\\033[6n'; head -c 6 | od -An -c; stty sane")
        try session.expectExit(.exited(0))
        #expect(session.screenText.contains("033   [   1   ;   1   R"))
    }

    @Test("Keys are sent as the terminal sends them")
    func keys() throws {
        let session = try shell("stty raw -echo; echo ready; head -c 10 | od -An -c; stty sane")
        try session.waitForScreen(contains: "ready")
        session.press(.up).press(.function(5)).press("a", .control).press("x")
        try session.expectExit(.exited(0))
        #expect(session.screenText.contains("033   [   A 033   [   1   5   ~ 001"))
    }

    @Test("The alternate screen, the caret and the colours are seen")
    func looks() throws {
        let script =
            "printf '\\033[?1049h\\033[?25l\\033[1;7;4mX\\033[0m\\033[38;2;69;214;203mY'; read a; printf '\\033[?1049l'"
        let session = try shell(script)
        try session.expectScreen(contains: "XY")
        #expect(session.screen.isAlternate)
        #expect(session.screen.caret == nil)
        let look = session.screen.look(row: 0, column: 0)
        #expect(look.isBold && look.isReversed && look.isUnderlined && !look.isItalic)
        #expect(session.screen.look(row: 0, column: 1).foreground == RGB(red: 69, green: 214, blue: 203))
        try session.press(.enter).expectExit(.exited(0))
        #expect(!session.screen.isAlternate)
    }
}

@Suite("A program between pipes", .onOwnThreads)
struct ProgramTests {
    @Test("Output, errors and status come back, and input goes in")
    func run() throws {
        let result = try Program.run("/bin/sh", ["-c", "cat; echo خطا >&2; exit 4"], input: Array("سلام".utf8))
        #expect(result.status == .exited(4))
        #expect(result.outputText == "سلام")
        #expect(result.errorText == "خطا\n")
    }

    @Test("Megabytes flow both ways without a jam")
    func long() throws {
        let input = [UInt8](repeating: 0x61, count: 3 << 20)
        let result = try Program.run("/bin/sh", ["-c", "tee /dev/stderr"], input: input)
        #expect(result.output == input)
        #expect(result.errors == input)
    }

    @Test("A program that does not read its input ends as it likes")
    func unreadInput() throws {
        let result = try Program.run("/bin/true", input: [UInt8](repeating: 0x61, count: 3 << 20))
        #expect(result.status == .exited(0))
    }

    @Test("A program that does not end is killed and named")
    func tooLong() throws {
        let error = #expect(throws: Mismatch.self) {
            try Program.run("/bin/sleep", ["100"], patience: .milliseconds(50))
        }
        #expect(error?.description.contains("sleep 100") == true)
    }

    @Test("The program under test lies beside the tests")
    func khedmat() {
        #expect(access(Program.khedmat, X_OK) == 0, "\(Program.khedmat)")
    }
}

@Suite("Rows read as a person reads them", .onOwnThreads)
struct LogicalTextTests {
    /// What a row of a frame looks like.
    private func row(_ language: Language, draw: (inout Region) -> Void) -> String {
        let cells = Region.frame(width: 60, height: 1, language: language, draw: draw).cells(row: 0)
        var text = ""
        for cell in cells where cell.width > 0 {
            text.unicodeScalars.append(cell.scalar)
            text.unicodeScalars.append(contentsOf: cell.marks ?? [])
        }
        return text
    }

    private static let sentences = [
        "گروه‌های جهادی قم", "مُحَمَّد کریمی", "گروه «شهید حججی» (قم)", "گزارش C-014 رسید",
        "نرم‌افزار Khedmat Office تازه است",
        "۴۲ نفر در ۳ گروه", "تاریخ ۱۴۰۱/۰۵/۰۹ بود", "C-014", "0912 345 6789", "ساعت 12:30",
    ]

    @Test("In a Persian page", arguments: sentences)
    func persian(_ sentence: String) {
        let row = row(.persian) { $0.put(sentence, row: 0, start: 2) }
        #expect(LogicalText.contains(row, sentence), "\(row)")
    }

    @Test("In an English page", arguments: sentences)
    func english(_ sentence: String) {
        let row = row(.english) { region in
            region.put("Name:", row: 0)
            region.put(sentence, row: 0, start: 8)
        }
        #expect(LogicalText.contains(row, sentence), "\(row)")
    }

    @Test("Columns and borders do not run together")
    func columns() {
        let row = row(.persian) { region in
            region.put("│", row: 0, direction: .picture)
            region.put("C-014", row: 0, start: 1, direction: .leftToRight)
            region.put("بسیج", row: 0, start: 8)
            region.put("12", row: 0, start: 20, direction: .leftToRight)
            region.put("│", row: 0, start: 23, direction: .picture)
            region.put("1401/05/09", row: 0, start: 24, direction: .leftToRight)
        }
        let logical = LogicalText.read(row, .rightToLeft)
        #expect(logical.hasPrefix("│C-014  بسیج"))
        #expect(logical.contains("12 │1401/05/09"))
    }

    @Test("What is not there is not found")
    func absence() {
        let row = row(.persian) { $0.put("گروه‌های جهادی", row: 0) }
        #expect(!LogicalText.contains(row, "جهادی گروه"))
        #expect(!LogicalText.contains(row, "پایگاه"))
    }
}
