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

    public var otherWords: [String] {
        switch self {
        case .construction: ["عمران", "سازندگی"]
        case .cultural: ["فرهنگ"]
        case .medical: ["درمانی", "پزشکی و درمانی", "بهداشت و درمان"]
        case .education: ["علمی و آموزشی", "علمی", "آموزشی", "آموزش"]
        case .agriculture: ["کشاورز", "زراعی"]
        case .relief: ["امداد", "امداد و نجات"]
        case .other: ["دیگر", "سایر حوزه‌ها"]
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

    public var otherWords: [String] {
        switch self {
        case .general: ["عام", "گروه عمومی"]
        case .specialised: ["گروه تخصصی", "specialized"]
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

    public var otherWords: [String] {
        switch self {
        case .female: ["مؤنث", "خانم", "بانو", "دختر", "خواهر", "f", "woman"]
        case .male: ["مذکر", "آقا", "پسر", "برادر", "m", "man"]
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

    public var otherWords: [String] {
        switch self {
        case .head: ["مسئول گروه", "سرگروه"]
        case .mediaLiaison: ["رابط رسانه‌ای", "رابط رسانه گروه"]
        }
    }
}
