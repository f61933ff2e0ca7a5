import Persian

public enum Urgency: String, Choice, Comparable {
    case low, normal, high

    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
    private var rank: Int { self == .low ? 0 : self == .normal ? 1 : 2 }

    public var phrase: Phrase {
        switch self {
        case .low: Phrase(fa: "کم", en: "low")
        case .normal: Phrase(fa: "عادی", en: "normal")
        case .high: Phrase(fa: "فوری", en: "high")
        }
    }
}

public enum NeedState: String, Choice {
    case open, settled

    public var phrase: Phrase {
        switch self {
        case .open: Phrase(fa: "باز", en: "open")
        case .settled: Phrase(fa: "بسته‌شده", en: "settled")
        }
    }
}

/// What became of a need.
public enum NeedOutcome: String, Choice {
    case met, handedOver, unmet

    public var phrase: Phrase {
        switch self {
        case .met: Phrase(fa: "برآورده", en: "met")
        case .handedOver: Phrase(fa: "واگذارشده", en: "handed over")
        case .unmet: Phrase(fa: "برآورده‌نشده", en: "unmet")
        }
    }
}

public enum Severity: String, Choice, Comparable {
    case minor, serious, fatal

    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
    private var rank: Int { self == .minor ? 0 : self == .serious ? 1 : 2 }

    public var phrase: Phrase {
        switch self {
        case .minor: Phrase(fa: "جزئی", en: "minor")
        case .serious: Phrase(fa: "جدی", en: "serious")
        case .fatal: Phrase(fa: "منجر به فوت", en: "fatal")
        }
    }

    /// Whether an open one sounds the alarm and keeps a camp from closing.
    public var isGrave: Bool { self != .minor }
}

public enum IncidentState: String, Choice {
    case open, resolved

    public var phrase: Phrase {
        switch self {
        case .open: Phrase(fa: "باز", en: "open")
        case .resolved: Phrase(fa: "رسیدگی‌شده", en: "resolved")
        }
    }
}
