import Foundation
import Harness
import Testing

/// Keys of the shell as a person presses them in a terminal.
@Suite(.onOwnThreads) struct ShellKeys {
    /// To fill it takes longer than a test should wait.
    @Test("The first screen's third button: the demo is being filled", arguments: ["fa", "en"])
    func welcomeToDemo(language: String) throws {
        let office = try TestOffice([])
        let session = try office.open(["--lang", language], environment: ["TMPDIR": office.folder.path])
        try session.waitForScreen(contains: language == "fa" ? "خوش آمدید" : "Welcome")
        session.press(.tab).press(.tab).press(.enter)
        try session.waitForScreen(contains: language == "fa" ? "در ثانیه" : "a second")
        session.signal(SIGKILL)
    }

    @Test("The first screen's other buttons: the office's name, an import, later")
    func welcome() throws {
        for (tabs, expected) in [(0, "Name of the office"), (1, "Import a sheet"), (3, "0 groups")] {
            let session = try TestOffice([]).open(["--lang", "en"])
            try session.waitForScreen(contains: "Welcome")
            for _ in 0..<tabs { session.press(.tab) }
            try session.press(.enter).waitForScreen(contains: expected)
        }
    }

    @Test("An import is taken back after a question by name, and done again by Ctrl-R; u in another session asks")
    func undo() throws {
        let office = try TestOffice()
        let rows = (1...40).map { "Q-\($0 + 100),گروه جهادی \($0),عمومی,عمرانی,قم,12,1400/01/05" }
        let sheet = "شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت\n" + rows.joined(separator: "\n")
        try sheet.write(to: office.folder.appendingPathComponent("more.csv"), atomically: true, encoding: .utf8)
        let imported = try office.run(["import", "groups", office.folder.appendingPathComponent("more.csv").path])
        try #require(imported.status == .exited(0), "\(imported.outputText)\(imported.errorText)")
        let session = try office.open(["--lang", "en"], width: 120, height: 40)
        try session.waitForScreen(contains: "44 groups").expectScreen(contains: "import of more.csv")
        try session.press("u").waitForScreen(contains: "Undo “import of more.csv”?").expectScreen(
            contains: "40 commands")
        try session.press(.escape).waitForIdle().expectScreen(contains: "44 groups")
        try session.press("u").press(.tab).press(.enter).waitForScreen(contains: "Undone: import of more.csv")
        try session.waitForScreen(contains: "4 groups")
        try session.press("r", .control).press(.tab).press(.enter).waitForScreen(
            contains: "Done again: import of more.csv")
        try session.waitForScreen(contains: "44 groups")
    }

    @Test("An arrow that a network brings in two pieces moves, and closes nothing")
    func keyInTwoPieces() throws {
        let office = try TestOffice()
        let session = try office.open(["--lang", "en"], environment: ["SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"])
        try session.waitForScreen(contains: "4 groups").press("n").waitForScreen(contains: "Ctrl-S")
        session.send([0x1B])
        session.send(Array("[B".utf8))
        try session.waitForIdle().expectScreen(contains: "Ctrl-S")
    }

    @Test("Ctrl-Z stops the program while help is open")
    func suspendInHelp() throws {
        let session = try TestOffice().open(["--lang", "en"])
        try session.waitForScreen(contains: "4 groups").press("?").waitForScreen(contains: "Keys of")
        session.press("z", .control)
        try session.waitForIdle().signal(SIGCONT).waitForScreen(contains: "Keys of")
    }
}
