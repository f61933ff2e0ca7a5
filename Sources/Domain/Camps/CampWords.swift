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
