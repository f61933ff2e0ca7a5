/// The two languages of the screen.
public enum Language: String, Sendable, CaseIterable, Codable {
    case persian = "fa"
    case english = "en"
}

/// A text in both languages, side by side where it is used, so that the
/// compiler finds what is missing.
///
///     let title = Phrase(fa: "گروه‌ها", en: "Groups")
///     title[.persian]  // "گروه‌ها"
public struct Phrase: Hashable, Sendable {
    public var fa: String
    public var en: String

    public init(fa: String, en: String) {
        self.fa = fa
        self.en = en
    }

    public subscript(language: Language) -> String {
        language == .persian ? fa : en
    }
}
