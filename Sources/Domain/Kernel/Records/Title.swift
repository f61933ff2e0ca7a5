import Persian

// What people call a record: on the screen, in the ledger and in every sentence. Keys are for scripts.

extension Coded {
    /// "اردوی بهار (C-247)": what it is, what it is called, and its code.
    ///
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase { Self.kind.phrase.named(name, code) }
}

extension Phrase {
    /// The kind, the name and the code; a name that says the kind itself, as «گروه جهادی باران» does, is not told it twice.
    func named(_ name: String, _ code: String) -> Phrase {
        let short = name.shortened
        // «اردوی» and «اردو» are one word.
        let word = (fa.split(separator: " ").first.map(String.init) ?? fa).folded()
        let stem = word.hasSuffix("ی") ? String(word.dropLast()) : word
        let saysKind = short.folded().hasPrefix(stem)
        return Phrase(fa: saysKind ? "\(short) (\(code))" : "\(fa) \(short) (\(code))", en: "\(en) \(short) (\(code))")
    }
}

extension String {
    /// Its first 40 characters, so that a title stays on its line.
    var shortened: String { shortened(to: 40) }
}

extension Registry {
    /// What a record of that key is called; the key itself when it is gone.
    func title<R: Record>(of type: R.Type, _ key: String) throws(DecideError) -> Phrase {
        try find(type, key: key)?.title(in: self)
            ?? Phrase(fa: "\(R.kind.phrase) \(key)", en: "\(R.kind.phrase) \(key)")
    }
}
