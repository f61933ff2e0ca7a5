import Persian

/// What sort of support an institution gives.
public enum SupportNature: String, Choice {
    case material, spiritual

    public var phrase: Phrase {
        switch self {
        case .material: Phrase(fa: "مادی", en: "material")
        case .spiritual: Phrase(fa: "معنوی", en: "spiritual")
        }
    }
}

public enum PledgeState: String, Choice {
    case pledged, withdrawn
    /// Given to other needs as a whole.
    case moved

    public var phrase: Phrase {
        switch self {
        case .pledged: Phrase(fa: "برقرار", en: "standing")
        case .withdrawn: Phrase(fa: "پس‌گرفته", en: "withdrawn")
        case .moved: Phrase(fa: "جابه‌جاشده", en: "moved")
        }
    }
}

/// How far goods have come on their way, and whose word it is.
public enum SupportStep: String, Choice, Comparable {
    /// The giver's word that they are on the way.
    case dispatched
    /// The giver's word that they were handed over.
    case delivered
    /// The receiver's word that they arrived.
    case confirmed

    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
    private var rank: Int { self == .dispatched ? 0 : self == .delivered ? 1 : 2 }

    public var phrase: Phrase {
        switch self {
        case .dispatched: Phrase(fa: "ارسال", en: "dispatch")
        case .delivered: Phrase(fa: "تحویل", en: "delivery")
        case .confirmed: Phrase(fa: "تأیید دریافت", en: "confirmation")
        }
    }
}
