import Canvas
import Domain
import Persian

// The Canvas' and not the domain's in all of the Dashboard.
typealias Column = Canvas.Column

extension Field {
    /// The colour of its tag, always beside its word.
    var color: ColorRole {
        switch self {
        case .construction: .tag1
        case .cultural: .tag2
        case .medical: .tag3
        case .education: .tag4
        case .agriculture: .tag5
        case .relief: .tag6
        case .other: .tag7
        }
    }
}

extension ActivityStatus {
    /// A sign of its own for each, so that the colour carries nothing alone.
    var sign: String {
        switch self {
        case .continuous: "●"
        case .occasional: "◐"
        case .dormant: "○"
        }
    }

    var color: ColorRole {
        switch self {
        case .continuous: .good
        case .occasional: .warning
        case .dormant: .muted
        }
    }
}

extension GroupState {
    var color: ColorRole {
        switch self {
        case .registered: .text
        case .suspended: .warning
        case .dissolved: .muted
        }
    }
}

extension Body {
    /// The name as a list shows it: without «گروه جهادی», «قرارگاه جهادی» or «شورای جهادی», which nearly all of its
    /// kind begin with and which would leave no room for what tells them apart; and with single spaces.
    var shortName: String { Self.shortName(name) }

    static func shortName(_ name: String) -> String {
        let words = name.words
        let common = kind.phrase.fa.words.map { $0.folded() }
        let isPrefixed = words.count > common.count && zip(words, common).allSatisfy { $0.folded() == $1 }
        return Array(words.dropFirst(isPrefixed ? common.count : 0)).joined(separator: " ")
    }
}

extension Unicode.Scalar {
    /// Whether it has the property White_Space.
    fileprivate var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

extension String {
    /// Its words, whatever and how much white space stands between them. Lists ask this of every row they draw, and
    /// `Character.isWhitespace` took a fifth of the time of a key.
    var words: [Substring] { unicodeScalars.split(whereSeparator: \.isBlank).map { Substring($0) } }
}

extension [String] {
    /// "one, two, three" in a language.
    func listed(in language: Language) -> String { language.list(self) }
}
