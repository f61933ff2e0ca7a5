import Persian

extension Key {
    /// A step along the line in the order it is read.
    public enum ReadingStep: Hashable, Sendable {
        case towardStart, towardEnd
    }

    /// Where the left and right arrows lead on a page: in Persian the left one goes on and the right one goes
    /// back. Nil for other keys.
    public func inReading(_ page: Direction) -> ReadingStep? {
        switch code {
        case .left: page == .leftToRight ? .towardStart : .towardEnd
        case .right: page == .leftToRight ? .towardEnd : .towardStart
        default: nil
        }
    }

    /// The keys that have a name, as it is written in bindings and as it is shown.
    private static let named: [(name: String, code: Code, shown: Phrase)] = [
        ("up", .up, Phrase(fa: "↑", en: "↑")), ("down", .down, Phrase(fa: "↓", en: "↓")),
        ("left", .left, Phrase(fa: "←", en: "←")), ("right", .right, Phrase(fa: "→", en: "→")),
        ("home", .home, Phrase(fa: "Home", en: "Home")), ("end", .end, Phrase(fa: "End", en: "End")),
        ("pageup", .pageUp, Phrase(fa: "PgUp", en: "PgUp")),
        ("pagedown", .pageDown, Phrase(fa: "PgDn", en: "PgDn")),
        ("enter", .enter, Phrase(fa: "⏎", en: "⏎")), ("tab", .tab, Phrase(fa: "Tab", en: "Tab")),
        ("escape", .escape, Phrase(fa: "Esc", en: "Esc")), ("backspace", .backspace, Phrase(fa: "⌫", en: "⌫")),
        ("delete", .delete, Phrase(fa: "Del", en: "Del")), ("insert", .insert, Phrase(fa: "Ins", en: "Ins")),
        ("space", .character(" "), Phrase(fa: "فاصله", en: "Space")),
    ]

    private static let modifierNames: [(name: String, modifier: Modifiers, shown: String)] = [
        ("ctrl+", .control, "Ctrl-"), ("alt+", .alt, "Alt-"), ("shift+", .shift, "Shift-"),
    ]

    /// Reads a key as bindings write it; nil when it is none.
    ///
    ///     Key(parsing: "ctrl+l")
    ///     Key(parsing: "pagedown")
    ///     Key(parsing: "?")
    public init?(parsing text: String) {
        var rest = Substring(text)
        var modifiers: Modifiers = []
        while let prefix = Key.modifierNames.first(where: { rest.hasPrefix($0.name) && rest != $0.name }) {
            modifiers.insert(prefix.modifier)
            rest = rest.dropFirst(prefix.name.count)
        }
        if let found = Key.named.first(where: { $0.name == rest }) {
            self.init(found.code, modifiers)
        } else if rest.first == "f", let number = Int(rest.dropFirst()), (1...24).contains(number) {
            self.init(.function(number), modifiers)
        } else if let scalar = rest.unicodeScalars.first, rest.unicodeScalars.count == 1 {
            self.init(.character(scalar), modifiers)
        } else {
            return nil
        }
    }

    /// The key as it is shown in the footer and in help: `Ctrl-L`, `⏎`, `?`.
    public func displayName(_ language: Language) -> String {
        let prefix = Key.modifierNames.filter { modifiers.contains($0.modifier) }.map(\.shown).joined()
        if let found = Key.named.first(where: { $0.code == code }) { return prefix + found.shown[language] }
        switch code {
        case .function(let number): return prefix + "F\(number)"
        case .character(let scalar):
            // With Ctrl and Alt the letter is named as it stands on the key.
            return prefix + (prefix.isEmpty ? String(scalar) : scalar.properties.uppercaseMapping)
        default: return prefix
        }
    }
}
