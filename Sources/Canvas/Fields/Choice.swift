import Persian

/// One of the things a field offers.
public struct Choice: Hashable, Sendable {
    public var title: Phrase
    /// Why it cannot be taken now; it is shown nevertheless.
    public var disabledReason: Phrase?

    public init(_ title: Phrase, disabledReason: Phrase? = nil) {
        self.title = title
        self.disabledReason = disabledReason
    }

    /// Something with one name in both languages, such as a place.
    public init(_ name: String) {
        self.init(Phrase(fa: name, en: name))
    }

    /// Whether its title begins with the letter that was typed, in either language and whatever the keyboard's layout:
    /// «س» and `s` both find «سرپرست».
    func begins(with typed: Unicode.Scalar) -> Bool {
        [title.fa, title.en].contains { Self.begins($0, with: typed) }
    }

    static func begins(_ title: String, with typed: Unicode.Scalar) -> Bool {
        guard let first = title.folded().unicodeScalars.first else { return false }
        let key = latinKey(for: typed) ?? typed
        return String(first) == String(typed).folded() || String(latinKey(for: first) ?? first) == String(key).folded()
    }
}

extension [Choice] {
    /// The choice that a letter leads to: the one that one stands on when it begins with it, else, or when the letter
    /// is typed once more, the next that does.
    func next(beginningWith letter: Unicode.Scalar, from index: Int?, isRepeated: Bool) -> Int? {
        if let index, indices.contains(index), !isRepeated, self[index].begins(with: letter) { return index }
        return next(after: index ?? -1) { $0.disabledReason == nil && $0.begins(with: letter) }
    }

    /// The next choice after one that is wanted, from the beginning again when there is none.
    func next(after index: Int, where isWanted: (Choice) -> Bool) -> Int? {
        (1...Swift.max(1, count)).lazy.map { (index + $0) % Swift.max(1, count) }
            .first { indices.contains($0) && isWanted(self[$0]) }
    }
}

extension Key {
    /// The letter a key types by itself, or nil.
    var typedLetter: Unicode.Scalar? {
        guard case .character(let scalar) = code, modifiers.isDisjoint(with: [.control, .alt]) else { return nil }
        return scalar
    }
}
