import Persian

/// In which place of the protocol a guest stands; the cases are in its order.
public enum GuestCategory: String, Choice {
    case national, provincial, military, family, group, other

    public var phrase: Phrase {
        switch self {
        case .national: Phrase(fa: "کشوری", en: "national")
        case .provincial: Phrase(fa: "استانی", en: "provincial")
        case .military: Phrase(fa: "نظامی", en: "military")
        case .family: Phrase(fa: "خانواده شهید", en: "martyr's family")
        case .group: Phrase(fa: "گروه جهادی", en: "service group")
        case .other: Phrase(fa: "سایر", en: "other")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .national: ["ملی"]
        case .provincial: ["استان"]
        case .military: ["لشکری", "نظامی و انتظامی", "انتظامی"]
        case .family: ["خانواده شهدا", "خانواده معظم شهدا", "family", "martyrs family"]
        case .group: ["گروه", "گروه‌های جهادی", "group"]
        case .other: ["دیگر"]
        }
    }

    /// 0 for whoever comes first.
    public var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How far an invitation has come. Whether the guest is inside, the scans at the door tell.
public enum GuestState: String, Choice {
    case draft, sent, accepted, declined, revoked, checkedIn, checkedOut

    public var phrase: Phrase {
        switch self {
        case .draft: Phrase(fa: "پیش‌نویس", en: "draft")
        case .sent: Phrase(fa: "فرستاده", en: "sent")
        case .accepted: Phrase(fa: "پذیرفته", en: "accepted")
        case .declined: Phrase(fa: "عذر خواسته", en: "declined")
        case .revoked: Phrase(fa: "باطل‌شده", en: "revoked")
        case .checkedIn: Phrase(fa: "درون", en: "inside")
        case .checkedOut: Phrase(fa: "رفته", en: "left")
        }
    }

    /// Whether the guest said yes, or was let in all the same.
    public var isExpected: Bool { self == .accepted || self == .checkedIn || self == .checkedOut }
}

/// What a guest answers to an invitation.
public enum GuestAnswer: String, Choice {
    case accepted, declined

    public var state: GuestState { self == .accepted ? .accepted : .declined }
    public var phrase: Phrase { state.phrase }
}
