/// Which of the terminal's own settings a program's output has left other than a terminal has them when it is opened.
public struct TerminalSettings {
    /// On when a terminal is opened; all others are off. ANSI's mode 8 orders right-to-left text in VTE, ?7 wraps, ?25
    /// shows the caret.
    private static let onAtFirst: Set<String> = ["8", "?7", "?25"]

    /// The numbers of modes (`?2004`, `8`) and of the system commands that stand for modes (`50;BidiRenderingEnabled`).
    public private(set) var changed: Set<String> = []

    public init(_ output: [UInt8]) {
        let text = String(decoding: output, as: UTF8.self)
        for sequence in text.matches(of: /\u{1B}\[(\??)([0-9;]+)([hl])/) {
            for number in sequence.2.split(separator: ";") {
                set(String(sequence.1 + number), sequence.3 == "h")
            }
        }
        for command in text.matches(of: /\u{1B}\]((?:50|5379);[A-Za-z_]+)=(true|false)\u{07}/) {
            note(String(command.1), isChanged: command.2 == "false")
        }
        // The palette: OSC 4 tunes a colour, OSC 104 gives all back. Attributes: any but none.
        for command in text.matches(of: /\u{1B}\](4|104)[;\u{07}\u{1B}]/) {
            note("palette", isChanged: command.1 == "4")
        }
        for sequence in text.matches(of: /\u{1B}\[([0-9;:]*)m/) {
            note("attributes", isChanged: !["", "0", "39;49"].contains(sequence.1))
        }
    }

    private mutating func set(_ mode: String, _ isOn: Bool) {
        note(mode, isChanged: isOn != Self.onAtFirst.contains(mode))
    }

    private mutating func note(_ setting: String, isChanged: Bool) {
        if isChanged { changed.insert(setting) } else { changed.remove(setting) }
    }
}
