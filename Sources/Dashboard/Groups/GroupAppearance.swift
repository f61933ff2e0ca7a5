import Canvas
import Domain
import Persian

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

    static func shortName(_ name: String) -> String { ShortNames.of(name, kind) }
}

/// The names of bodies as lists show them: every row of a table asks for them at every key, to lay out its columns.
private enum ShortNames {
    private struct Name: Hashable {
        let kind: RecordKind
        let name: String
    }

    /// Some screens full; what a list shows is soon known again.
    private static let known = Memo<Name, String>(limit: 2000)

    static func of(_ name: String, _ kind: RecordKind) -> String {
        known.value(for: Name(kind: kind, name: name)) { _ in
            let words = name.words
            let common = kind.phrase.fa.words.map { $0.folded() }
            let isPrefixed = words.count > common.count && zip(words, common).allSatisfy { $0.folded() == $1 }
            return Array(words.dropFirst(isPrefixed ? common.count : 0)).joined(separator: " ")
        }
    }
}
