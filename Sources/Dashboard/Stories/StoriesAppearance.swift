import Canvas
import Domain
import Persian
import Store

extension StoryState {
    /// A sign of its own for each.
    var sign: String {
        switch self {
        case .draft: "○"
        case .submitted: "◷"
        case .returned: "↩"
        case .approved: "✓"
        case .published: "●"
        case .withdrawn: "×"
        }
    }

    var color: ColorRole {
        switch self {
        case .draft, .withdrawn: .muted
        case .submitted: .warning
        case .returned: .alarm
        case .approved: .information
        case .published: .good
        }
    }

    /// "✓ approved"
    var signed: Phrase { Phrase(fa: "\(sign) \(phrase)", en: "\(sign) \(phrase)") }
}

extension BulletinState {
    var sign: String { self == .issued ? "●" : "○" }
    var color: ColorRole { self == .issued ? .good : .warning }
    /// "● issued"
    var signed: Phrase { Phrase(fa: "\(sign) \(phrase)", en: "\(sign) \(phrase)") }
}

extension StoryText {
    /// "210 words, 2 minutes"
    var length: Phrase {
        Phrase(fa: "\(words) واژه، \(minutes) دقیقه", en: "\(words, "word"), \(minutes, "minute")")
    }

    /// "210 · 2′", for a column.
    func shortLength(_ language: Language) -> String {
        "\(language.number(words)) · \(language.number(minutes))′"
    }
}

extension Story {
    /// Whether a change to what is published of it waits or is being written.
    var isChanging: Bool { standing != nil && state != .withdrawn }

    /// "✓ approved", and of a published one that is being changed that the old text stands.
    var signedState: Phrase {
        guard isChanging else { return state.signed }
        return Phrase(
            fa: "\(state.signed)؛ متن منتشرشده پابرجاست", en: "\(state.signed); the published text stands")
    }

    /// The households that it names, each once.
    var households: [String] {
        var codes: [String] = []
        for name in names where !codes.contains(name.household) { codes.append(name.household) }
        return codes
    }

    /// The kind and key of what it is about.
    var aboutName: RecordName? { target.map { RecordName($0.subject.kindOfRecord, $0.code) } }
}

extension NeedSubject {
    /// The kind of record whose code it is.
    var kindOfRecord: RecordKind {
        switch self {
        case .camp: Camp.kind
        case .point: ServicePoint.kind
        case .group: Group.kind
        case .campaign: Campaign.kind
        case .congress: Congress.kind
        }
    }
}
