import Persian

/// What a group works in.
public enum Field: String, Choice {
    case construction, cultural, medical, education, agriculture, relief, other

    public var phrase: Phrase {
        switch self {
        case .construction: Phrase(fa: "عمرانی", en: "construction")
        case .cultural: Phrase(fa: "فرهنگی", en: "cultural")
        case .medical: Phrase(fa: "پزشکی", en: "medical")
        case .education: Phrase(fa: "علمی آموزشی", en: "education")
        case .agriculture: Phrase(fa: "کشاورزی", en: "agriculture")
        case .relief: Phrase(fa: "امدادی", en: "relief")
        case .other: Phrase(fa: "سایر", en: "other")
        }
    }
}

/// Whether a group works in several fields or in just one.
public enum GroupKind: String, Choice {
    case general, specialised

    public var phrase: Phrase {
        switch self {
        case .general: Phrase(fa: "عمومی", en: "general")
        case .specialised: Phrase(fa: "تخصصی", en: "specialised")
        }
    }
}

public enum GroupState: String, Choice {
    case registered, suspended, dissolved

    public var phrase: Phrase {
        switch self {
        case .registered: Phrase(fa: "ثبت‌شده", en: "registered")
        case .suspended: Phrase(fa: "تعلیق‌شده", en: "suspended")
        case .dissolved: Phrase(fa: "منحل‌شده", en: "dissolved")
        }
    }
}

public enum Gender: String, Choice {
    case female, male

    public var phrase: Phrase {
        switch self {
        case .female: Phrase(fa: "زن", en: "female")
        case .male: Phrase(fa: "مرد", en: "male")
        }
    }
}

/// The dated offices of a body.
public enum Office: String, Choice {
    case head, mediaLiaison

    public var phrase: Phrase {
        switch self {
        case .head: Phrase(fa: "مسئول", en: "head")
        case .mediaLiaison: Phrase(fa: "رابط رسانه", en: "media liaison")
        }
    }
}
