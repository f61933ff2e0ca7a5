import Persian

public enum CampaignState: String, Choice {
    case open, reconciled, closed

    public var phrase: Phrase {
        switch self {
        case .open: Phrase(fa: "باز", en: "open")
        case .reconciled: Phrase(fa: "تطبیق‌شده", en: "reconciled")
        case .closed: Phrase(fa: "بسته‌شده", en: "closed")
        }
    }
}

/// Where a household lives.
public enum Area: String, Choice {
    case village, outskirts

    public var phrase: Phrase {
        switch self {
        case .village: Phrase(fa: "روستا", en: "village")
        case .outskirts: Phrase(fa: "حاشیه شهر", en: "outskirts")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .village: ["روستایی", "ده", "rural"]
        case .outskirts: ["حاشیه", "حاشیه‌نشین", "شهر", "outskirts of the city", "urban fringe"]
        }
    }
}

/// What happens to packages, apart from being handed out.
public enum StockMove: String, Choice {
    /// They come into the campaign's store.
    case received
    /// They go from the store to a base.
    case allocated
    /// They go from a base back to the store.
    case returned
    case damaged
    /// They were counted: how many fewer there are than there should be.
    case counted

    public var phrase: Phrase {
        switch self {
        case .received: Phrase(fa: "دریافت", en: "receipt")
        case .allocated: Phrase(fa: "تخصیص", en: "allocation")
        case .returned: Phrase(fa: "برگشت", en: "return")
        case .damaged: Phrase(fa: "آسیب‌دیده", en: "damage")
        case .counted: Phrase(fa: "شمارش", en: "count")
        }
    }
}

/// Why a household could not be served.
public enum MissReason: String, Choice {
    case absent, moved, refused, unknownAddress, other

    public var phrase: Phrase {
        switch self {
        case .absent: Phrase(fa: "نبود", en: "absent")
        case .moved: Phrase(fa: "جابه‌جا شده", en: "moved away")
        case .refused: Phrase(fa: "نپذیرفت", en: "refused")
        case .unknownAddress: Phrase(fa: "نشانی نامعلوم", en: "address unknown")
        case .other: Phrase(fa: "دیگر", en: "other")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .absent: ["غایب", "حضور نداشت", "نبودند"]
        case .moved: ["جابجا شده", "نقل مکان", "رفته‌اند", "moved"]
        case .refused: ["نپذیرفتند", "نخواست", "نخواستند", "declined"]
        case .unknownAddress: ["نشانی نامشخص", "آدرس نامعلوم", "آدرس نامشخص", "unknown address"]
        case .other: ["سایر"]
        }
    }
}

/// Whether two households that look alike are one.
public enum HouseholdJudgement: String, Choice {
    case same, different

    public var phrase: Phrase {
        switch self {
        case .same: Phrase(fa: "یکی", en: "the same")
        case .different: Phrase(fa: "جدا", en: "different")
        }
    }
}
