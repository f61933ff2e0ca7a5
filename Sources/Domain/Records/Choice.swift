import Persian

/// One of a few named values: its raw value stands in JSON, its phrase on the screen.
public protocol Choice: RawRepresentable, CaseIterable, JSONValue, Hashable where RawValue == String {
    var phrase: Phrase { get }
}

extension Choice {
    /// The value that a JSON name, a Persian or an English word means; nil when none.
    ///
    ///     Field(word: "پزشكي")  // .medical
    public init?(word: String) {
        let wanted = word.folded()
        let match = Self.allCases.first { choice in
            choice.rawValue == word || choice.rawValue.folded() == wanted || choice.phrase.fa.folded() == wanted
                || choice.phrase.en.folded() == wanted
        }
        guard let match else { return nil }
        self = match
    }
}
