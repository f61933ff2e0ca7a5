import Persian

/// What somebody who uses the program may do.
public enum Role: String, Choice {
    case administrator, `operator`, supervisor, trainer

    public var phrase: Phrase {
        switch self {
        case .administrator: Phrase(fa: "مدیر", en: "administrator")
        case .operator: Phrase(fa: "متصدی", en: "operator")
        case .supervisor: Phrase(fa: "ناظر", en: "supervisor")
        case .trainer: Phrase(fa: "مربی", en: "trainer")
        }
    }
}
