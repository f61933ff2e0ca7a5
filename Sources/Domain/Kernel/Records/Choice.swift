import Persian

/// One of a few named values: its raw value stands in JSON, its phrase on the screen.
public protocol Choice: RawRepresentable, CaseIterable, JSONValue, Hashable where RawValue == String {
    var phrase: Phrase { get }
    /// What offices also write for it, beside its phrase.
    var otherWords: [String] { get }
}

extension Choice {
    public var otherWords: [String] { [] }

    /// The value that a JSON name, a Persian or an English word means; nil when none. Where the word itself is not one
    /// of them its letters alone decide, however it is divided.
    ///
    ///     Field(word: "پزشكي")         // .medical
    ///     Field(word: "علمی-آموزشی")   // .education
    public init?(word: String) {
        let wanted = word.folded()
        let match = Self.allCases.first { choice in
            choice.rawValue == word || choice.rawValue.folded() == wanted || choice.phrase.fa.folded() == wanted
                || choice.phrase.en.folded() == wanted
        }
        guard let value = match ?? Self.meant(by: word.lettersAlone()) else { return nil }
        self = value
    }

    private static func meant(by letters: String) -> Self? {
        if letters.isEmpty { return nil }
        return allCases.first { choice in
            ([choice.rawValue, choice.phrase.fa, choice.phrase.en] + choice.otherWords).contains {
                $0.lettersAlone() == letters
            }
        }
    }
}
