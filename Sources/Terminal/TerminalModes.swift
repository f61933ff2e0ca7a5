import CNcurses

/// What is switched on and off at the terminal beside ncurses: byte strings for entering, for leaving and for the
/// death of the program.
struct TerminalModes {
    let enter: [UInt8]
    let leave: [UInt8]
    /// Everything undone at once, with no help from ncurses.
    let rescue: [UInt8]

    /// Call after `newterm`.
    init(usesMouse: Bool) {
        // Bracketed paste; presses and wheel, in the form with no limit of 223 columns.
        let mouse = usesMouse ? "\u{1B}[?1000h\u{1B}[?1006h" : ""
        let noMouse = usesMouse ? "\u{1B}[?1006l\u{1B}[?1000l" : ""
        enter = Array("\u{1B}[?2004h\(mouse)".utf8)
        leave = Array("\u{1B}[?2004l\(noMouse)".utf8)
        rescue = ["sgr0", "op", "oc", "cnorm", "rmcup"].reduce(into: leave) { bytes, name in
            bytes += Self.capability(name) ?? []
        }
    }

    /// A string of terminfo without its padding (`$<5>`), which no terminal of today needs; nil when it has none.
    static func capability(_ name: String) -> [UInt8]? {
        guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
        var bytes: [UInt8] = []
        var rest = String(cString: value).utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[rest.index(after: end)...]
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
