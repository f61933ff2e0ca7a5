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
///
/// What is filled in keeps its direction to itself on screens and printed pages, and whole numbers are written as
/// people read them, without the sentence having to say so:
///
///     let said = Phrase(fa: "\(code) را \(1200) نفر دیدند", en: "\(1200) people saw \(code)")
///     said[.english]  // "1,200 people saw C-014", the code and the number in isolates
///     said.en         // the same without isolates, for machines and comparisons
public struct Phrase: Sendable {
    private let persian: String
    private let english: String

    public init(fa: PhraseText<InPersian>, en: PhraseText<InEnglish>) {
        persian = fa.text
        english = en.text
    }

    /// Of texts that are made already. Sentences are written as literals, so that what is filled in is isolated.
    // Disfavoured, because a literal would otherwise always be taken for a String; generic, because the compiler heeds
    // that only of a generic one.
    @_disfavoredOverload
    public init(fa: some StringProtocol, en: some StringProtocol) {
        persian = String(fa)
        english = String(en)
    }

    /// As it is shown to people: what was filled in stands in isolates.
    public subscript(language: Language) -> String {
        language == .persian ? persian : english
    }

    /// The Persian text alone, without isolates.
    public var fa: String { persian.withoutIsolates }

    /// The English text alone, without isolates.
    public var en: String { english.withoutIsolates }
}

extension Phrase: Hashable {
    /// Phrases that say the same are equal, isolates or not.
    public static func == (a: Phrase, b: Phrase) -> Bool {
        a.persian == b.persian && a.english == b.english || a.fa == b.fa && a.en == b.en
    }

    // One side tells phrases apart well enough.
    public func hash(into hasher: inout Hasher) { hasher.combine(en) }
}

extension Sequence where Element == Phrase {
    /// One after another, on each side: `sentences.joined(fa: " ", en: " ")`.
    public func joined(fa: String, en: String) -> Phrase {
        Phrase(
            fa: map { $0[.persian] }.joined(separator: fa), en: map { $0[.english] }.joined(separator: en))
    }
}

/// The language of one side of a ``Phrase``.
public protocol PhraseLanguage {
    static var language: Language { get }
}

public enum InPersian: PhraseLanguage {
    public static var language: Language { .persian }
}

public enum InEnglish: PhraseLanguage {
    public static var language: Language { .english }
}

/// One side of a ``Phrase``, written as a literal.
public struct PhraseText<Side: PhraseLanguage>: ExpressibleByStringInterpolation {
    let text: String

    public init(stringLiteral text: String) { self.text = text }

    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    private init(text: String) { self.text = text }

    public static func + (a: PhraseText, b: PhraseText) -> PhraseText { PhraseText(text: a.text + b.text) }

    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// A part of this sentence that is not always there: `"\(isLate ? "، \(days) روز دیر" : "")"`.
        public mutating func appendInterpolation(_ part: PhraseText) { text += part.text }

        /// A name, a code, a place, a time. What is figures alone is in the language's digits, as the field shows it in which
        /// it was typed; names and codes stay as they are.
        // Disfavoured, as is the last one, so that a literal is a part of the sentence.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ value: some StringProtocol) {
            let isFigures = value.utf8.contains { (0x30...0x39).contains($0) } && !value.contains(where: \.isLetter)
            text += Side.language.isolated(isFigures ? Side.language.digits(String(value)) : String(value))
        }

        /// An amount, in the language's digits, its thousands grouped. A year is no amount: see `appendInterpolation(numeral:)`.
        public mutating func appendInterpolation(_ value: Int) {
            text += Side.language.isolated(Side.language.number(value))
        }

        /// A year or another number that is a name: in the language's digits, not grouped.
        public mutating func appendInterpolation(numeral: Int) {
            text += Side.language.isolated(Side.language.digits(String(numeral)))
        }

        public mutating func appendInterpolation(numeral: String) {
            text += Side.language.isolated(Side.language.digits(numeral))
        }

        /// An amount of something: "1 camp", "2 camps", "1,200 camps".
        ///
        /// - Parameter plural: where it is not the word with an s.
        public mutating func appendInterpolation(_ count: Int, _ word: String, plural: String? = nil) {
            appendInterpolation(count)
            text += " " + (Side.language == .persian || count == 1 ? word : plural ?? word + "s")
        }

        /// Another sentence, on the same side.
        public mutating func appendInterpolation(_ phrase: Phrase) {
            text += Side.language.isolatedSentence(phrase[Side.language])
        }

        /// Another sentence that is not always there; nothing for none.
        public mutating func appendInterpolation(_ phrase: Phrase?) {
            if let phrase { appendInterpolation(phrase) }
        }

        @_disfavoredOverload
        public mutating func appendInterpolation<Value>(_ value: Value) {
            text += Side.language.isolated(String(describing: value))
        }
    }
}

extension DefaultStringInterpolation {
    /// A phrase is two texts: say which, with `[language]`, or write the sentence as a ``Phrase`` too.
    @available(*, unavailable, message: "say in which language: phrase[language]")
    public mutating func appendInterpolation(_ phrase: Phrase) {}
}
