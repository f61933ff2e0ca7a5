import CNcurses

/// Which terminals show any colour, and by which entry of terminfo ncurses can send it.
///
/// The entries that everybody uses (`xterm-256color`) say nothing of true colour, though most terminals that call
/// themselves so have it and tell by COLORTERM. ncurses sends it only by an entry that counts colours as 0xRRGGBB: the
/// same terminal's with `-direct` in its name. Where that is not installed, the 256 colours are shown.
enum TrueColor {
    /// The entry to be used in place of the terminal's own, nil when that is the right one.
    static func entry(for options: TerminalSurface.Options) -> String? {
        guard options.usesColor, isPromised(options) else { return nil }
        return candidates(options.name).first { isDirect($0, options) }
    }

    /// Whether the terminal's own word or its entry promises true colour.
    private static func isPromised(_ options: TerminalSurface.Options) -> Bool {
        switch options.variables["COLORTERM"] {
        case "truecolor", "24bit": true
        // Flags that users add to their entries, in the manner of tmux and of ncurses.
        default:
            look(up: options.name, options) {
                (tigetflag("Tc") == 1 || tigetflag("RGB") == 1) && tigetnum("colors") <= 256
            }
        }
    }

    /// Entries of the same terminal. For all that call themselves xterm it is VTE's, which separates the numbers by
    /// semicolons: every terminal reads these, xterm's own colons not all. Keys do not matter: ncurses reads none.
    private static func candidates(_ name: String) -> [String] {
        let base = name.replacing("-256color", with: "")
        return base == "xterm" ? ["vte-direct", "xterm-direct"] : [base + "-direct"]
    }

    private static func isDirect(_ name: String, _ options: TerminalSurface.Options) -> Bool {
        look(up: name, options) { tigetflag("RGB") == 1 && tigetnum("colors") >= 1 << 24 }
    }

    /// Asks an entry without taking the terminal over.
    private static func look(up name: String, _ options: TerminalSurface.Options, _ question: () -> Bool) -> Bool {
        var error: Int32 = 0
        guard setupterm(name, options.output, &error) == OK else { return false }
        defer { curses_forget_entry() }
        return question()
    }
}
