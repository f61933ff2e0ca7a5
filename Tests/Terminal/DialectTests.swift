import Canvas
import Testing

@testable import Terminal

@Suite("Finding out the terminal's dialect")
struct DetectionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var choice = BidiChoice.auto
        var variables: [String: String] = [:]
        var answers: [Answer] = [.attributes]
        var kind: Detection.Kind

        init(
            _ name: String, _ kind: Detection.Kind, _ variables: [String: String] = [:], choice: BidiChoice = .auto,
            _ answers: Answer...
        ) {
            testDescription = name
            self.kind = kind
            self.variables = variables
            self.choice = choice
            self.answers = answers + [.attributes]
        }
    }

    static let cases = [
        Case("xterm", .plain, ["TERM": "xterm-256color"], .mode(8, setting: 0), .version("XTerm(379)")),
        Case("st, alacritty, urxvt, zutty", .plain, ["TERM": "st-256color"]),
        Case("VTE", .vte, ["TERM": "xterm-256color"], .mode(8, setting: 1)),
        Case("VTE with the mode reset", .vte, [:], .mode(8, setting: 2), .version("VTE(7002)")),
        Case("Konsole", .konsole, [:], .version("Konsole 22.12.3")),
        Case("Konsole without a name", .konsole, ["KONSOLE_VERSION": "220400"]),
        Case("xterm started from Konsole", .plain, ["KONSOLE_VERSION": "220400"], .version("XTerm(379)")),
        Case("xterm started from VTE", .plain, ["VTE_VERSION": "7002"], .mode(8, setting: 0), .version("XTerm(379)")),
        Case("VTE started from kitty", .vte, ["KITTY_WINDOW_ID": "1"], .mode(8, setting: 1)),
        Case("kitty", .kitty, [:], .mode(8, setting: 0), .version("kitty(0.26.5)")),
        Case("kitty without a name", .kitty, ["KITTY_WINDOW_ID": "1"]),
        Case("mlterm", .mlterm, ["MLTERM": "3.9.2"], .mode(8, setting: 0)),
        Case("mlterm by TERM", .mlterm, ["TERM": "mlterm"]),
        Case("tmux in xterm", .plain, ["TMUX": "x", "XTERM_VERSION": "379"]),
        Case("tmux in VTE", .isolates, ["TMUX": "x", "VTE_VERSION": "7002"]),
        Case("app, by the person's word", .plain, ["VTE_VERSION": "7002"], choice: .app, .mode(8, setting: 1)),
        Case("isolates, by the person's word", .isolates, choice: .isolates, .version("kitty(0.26.5)")),
        Case("off, by the person's word", .off, ["TMUX": "x"], choice: .off),
    ]

    @Test("Each terminal of the table", arguments: cases)
    func table(_ terminal: Case) {
        var detection = Detection(choice: terminal.choice, variables: terminal.variables)
        terminal.answers.forEach { detection.take($0) }
        #expect(detection.kind == terminal.kind)
        #expect(detection.isSettled)
    }

    @Test("Nothing harmful is said before a terminal has answered")
    func guesses() {
        #expect(Detection(choice: .auto, variables: ["KONSOLE_VERSION": "220400"]).kind == .plain)
        #expect(Detection(choice: .auto, variables: ["VTE_VERSION": "7002"]).kind == .vte)
    }

    @Test("Silence settles, and a late answer still counts")
    func silence() {
        var detection = Detection(choice: .auto, variables: ["TERM": "xterm"])
        #expect(!detection.isSettled)
        detection.timeOut()
        #expect(detection.isSettled && detection.kind == .plain && !detection.isDoubtful)
        detection.take(.mode(8, setting: 2))
        #expect(detection.kind == .vte)
    }

    @Test("A terminal that lives but has no name is in doubt, known ones are not")
    func doubt() {
        func isDoubtful(_ variables: [String: String], _ answers: Answer...) -> Bool {
            var detection = Detection(choice: .auto, variables: variables)
            (answers + [.attributes]).forEach { detection.take($0) }
            return detection.isDoubtful
        }
        #expect(isDoubtful(["TERM": "xterm-256color"]))
        #expect(!isDoubtful(["TERM": "xterm-256color"], .version("XTerm(379)")))
        #expect(!isDoubtful(["TERM": "xterm-256color"], .mode(8, setting: 1)))
        #expect(!isDoubtful(["TERM": "xterm-256color", "TMUX": "x"]))
        #expect(!isDoubtful(["TERM": "alacritty"]))
        #expect(!isDoubtful(["TERM": "xterm", "XTERM_VERSION": "XTerm(379)"]))
    }
}

@Suite("What each dialect sends")
struct DialectTests {
    private func frame(_ runs: Run..., width: Int = 30) -> Frame {
        var frame = Frame(width: width, height: 1, direction: .rightToLeft)
        frame.rows[0] = runs
        return frame
    }

    private func run(_ text: String, _ start: Int, _ width: Int, _ direction: TextDirection = .page) -> Run {
        Run(text, direction: direction, start: start, width: width, style: Style())
    }

    private func text(_ cells: [Cell]) -> String {
        var view = String.UnicodeScalarView()
        for cell in cells where cell.width > 0 {
            view.append(cell.scalar)
            view.append(contentsOf: cell.marks ?? [])
        }
        return String(view)
    }

    @Test("Entering and leaving are each other's undoing", arguments: Detection.Kind.allCases)
    func bytes(_ kind: Detection.Kind) {
        let expected: (String, String) =
            switch kind {
            case .vte: ("\u{1B}[8l", "\u{1B}[8h")
            case .konsole: ("\u{1B}]50;BidiRenderingEnabled=false\u{07}", "\u{1B}]50;BidiRenderingEnabled=true\u{07}")
            case .mlterm: ("\u{1B}]5379;use_ctl=false\u{07}", "\u{1B}]5379;use_ctl=true\u{07}")
            case .plain, .kitty, .isolates, .off: ("", "")
            }
        #expect(kind.dialect.enter == expected.0 && kind.dialect.leave == expected.1)
    }

    @Test(
        "Where the terminal leaves cells alone, they are the frame's",
        arguments: [Detection.Kind.plain, .vte, .konsole, .mlterm])
    func visual(_ kind: Detection.Kind) {
        let frame = frame(run("گروه (۱۲) ABC", 2, 20))
        #expect(kind.dialect.row(0, of: frame).cells == frame.cells(row: 0))
    }

    @Test("kitty gets words turned round, brackets with them, and no ligature")
    func kitty() {
        let frame = frame(run("(سلام) 12", 0, 9), width: 9)
        let seen = text(frame.cells(row: 0))
        let sent = text(KittyDialect().row(0, of: frame).cells)
        #expect(seen == "12 (ﻡﻼﺳ)" || seen == "12 (ﻡﺎﻠﺳ)")
        #expect(sent == "12 (ﺳﻠ\u{200C}ﺎ\u{200C}ﻡ)")
    }

    @Test("kitty gets Persian numbers turned round too, Latin ones not")
    func kittyNumbers() {
        let frame = frame(run("۱۴۰۱/۰۵ 1401", 0, 12), width: 12)
        #expect(text(KittyDialect().row(0, of: frame).cells) == "1401 ۵۰/۱۰۴۱")
    }

    @Test("Bars and borders beside a word stay where they are in kitty")
    func kittyPictures() {
        let frame = frame(run("▌", 0, 1, .picture), run("۱۲", 1, 2), width: 3)
        #expect(text(KittyDialect().row(0, of: frame).cells) == "۲۱▐")
    }

    @Test("Other signs are turned round with the number beside them")
    func kittySigns() {
        let frame = frame(run("▲۲۴", 0, 3), width: 3)
        #expect(text(KittyDialect().row(0, of: frame).cells) == "▲۴۲")
    }

    @Test("Colours stay with their columns when kitty's words are turned round")
    func kittyColours() {
        var text = run("سلام", 0, 4)
        text.emphasis = Emphasis([0..<1], Style(.accent))
        let frame = frame(text, width: 4)
        #expect(KittyDialect().row(0, of: frame).cells.map(\.style) == frame.cells(row: 0).map(\.style))
    }

    @Test("Isolated texts stand in their columns in logical order, and nothing else has marks")
    func isolates() {
        let frame = frame(run("گروه", 2, 10), run("C-014", 14, 6, .leftToRight), width: 24)
        let sent = LogicalDialect(isolates: true).row(0, of: frame)
        #expect(text(sent.cells) == "     C-014        \u{2067}\u{200F}گروه\u{200F}\u{2069}  ")
        #expect(sent.cells.count == 24)
        #expect(sent.columns?[21] == 18)
    }

    @Test("Without isolates the text goes as it is written")
    func off() {
        let sent = LogicalDialect(isolates: false).row(0, of: frame(run("گروه ABC", 0, 8), width: 8))
        #expect(text(sent.cells) == "گروه ABC")
    }

    @Test("What is left of a text under another keeps its order by an override")
    func covered() {
        let sent = LogicalDialect(isolates: true).row(0, of: frame(run("گروه", 1, 4), run("x", 3, 1), width: 6))
        let row = text(sent.cells)
        #expect(row.contains("\u{2066}\u{202D}") && row.contains("\u{2069}"))
    }

    @Test("Blanks at the ends of a text stand outside its isolate, where they are seen")
    func blanks() {
        let sent = LogicalDialect(isolates: true).row(0, of: frame(run("  یک ", 0, 5), width: 7))
        #expect(text(sent.cells) == "   \u{2067}\u{200F}یک\u{200F}\u{2069}  ")
        #expect(sent.cells.count == 7)
    }

    @Test("Where texts touch, one is closed before the other is opened")
    func neighbours() {
        let sent = LogicalDialect(isolates: true).row(0, of: frame(run("یک", 1, 2), run("دو", 3, 2), width: 6))
        #expect(text(sent.cells) == " \u{2067}\u{200F}دو\u{200F}\u{2069}\u{2067}\u{200F}یک\u{200F}\u{2069} ")
    }
}

@Suite("Answers among the keys")
struct AnswerTests {
    @Test("Answers are told from keys however they are cut")
    func split() {
        let bytes = Array("j\u{1B}[8;2$yk\u{1B}P>|Konsole 22.12.3\u{1B}\\\u{1B}[?62;22cl".utf8)
        for cut in 0...bytes.count {
            var decoder = InputDecoder()
            let events = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
            #expect(events == ["j", "k", "l"].map { Event.key(Key(.character($0))) })
            #expect(decoder.answers == [.mode(8, setting: 2), .version("Konsole 22.12.3"), .attributes])
        }
    }
}
