import Persian

/// A day in a neighbourhood, or several in a village.
public enum CampKind: String, Choice {
    case neighbourhood, village

    public var phrase: Phrase {
        switch self {
        case .neighbourhood: Phrase(fa: "محله", en: "neighbourhood")
        case .village: Phrase(fa: "روستا", en: "village")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .neighbourhood:
            ["اردوی محله", "محله‌ای", "اردوی محله‌ای", "neighborhood", "neighbourhood camp", "neighborhood camp"]
        case .village: ["اردوی روستا", "روستایی", "اردوی روستایی", "village camp"]
        }
    }
}

public enum CampState: String, Choice {
    case planned, approved, running, suspended, cancelled, closed

    public var phrase: Phrase {
        switch self {
        case .planned: Phrase(fa: "برنامه‌ریزی‌شده", en: "planned")
        case .approved: Phrase(fa: "تأییدشده", en: "approved")
        case .running: Phrase(fa: "در حال برگزاری", en: "running")
        case .suspended: Phrase(fa: "متوقف", en: "suspended")
        case .cancelled: Phrase(fa: "لغوشده", en: "cancelled")
        case .closed: Phrase(fa: "پایان‌یافته", en: "closed")
        }
    }

    /// Whether its people are, or were, in the field: its days count as activity of its groups.
    public var hasBegun: Bool { self == .running || self == .suspended || self == .closed }
}

/// Whether a report holds, or a correction took its place.
public enum ReportState: String, Choice {
    case current, superseded

    public var phrase: Phrase {
        switch self {
        case .current: Phrase(fa: "معتبر", en: "current")
        case .superseded: Phrase(fa: "اصلاح‌شده", en: "superseded")
        }
    }
}

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
