import Persian

/// In which a service point stands: it decides the zone of its clocks and whose announcements it follows.
public enum Country: String, Choice {
    case iran = "IR"
    case iraq = "IQ"

    public var phrase: Phrase {
        switch self {
        case .iran: Phrase(fa: "ایران", en: "Iran")
        case .iraq: Phrase(fa: "عراق", en: "Iraq")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .iran: ["جمهوری اسلامی ایران", "IRN"]
        case .iraq: ["جمهوری عراق", "IRQ"]
        }
    }

    public var zone: Zone { self == .iran ? .tehran : .baghdad }
    public var other: Country { self == .iran ? .iraq : .iran }
}

/// A month of the lunar calendar.
public enum LunarMonth: String, Choice {
    case muharram, safar, rabiAlAwwal, rabiAlThani, jumadaAlAwwal, jumadaAlThani
    case rajab, shaban, ramadan, shawwal, dhuAlQadah, dhuAlHijja

    /// 1…12
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    public var phrase: Phrase { LunarDate.monthNames[number - 1] }
}

/// How sure a country is of the beginning of a month.
public enum AnnouncementStatus: String, Choice {
    case provisional, confirmed

    public var phrase: Phrase {
        switch self {
        case .provisional: Phrase(fa: "پیش‌بینی", en: "provisional")
        case .confirmed: Phrase(fa: "قطعی", en: "confirmed")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .provisional: ["پیش‌بینی‌شده", "احتمالی"]
        case .confirmed: ["قطعی‌شده", "نهایی"]
        }
    }
}

/// At a border crossing, or on the walking route.
public enum PointKind: String, Choice {
    case border, route

    public var phrase: Phrase {
        switch self {
        case .border: Phrase(fa: "مرزی", en: "border")
        case .route: Phrase(fa: "مسیر پیاده‌روی", en: "walking route")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .border: ["مرز", "نقطه مرزی"]
        case .route: ["مسیر", "پیاده‌روی", "route"]
        }
    }
}

public enum PointState: String, Choice {
    case planned, licensed, open, closed

    public var phrase: Phrase {
        switch self {
        case .planned: Phrase(fa: "برنامه‌ریزی‌شده", en: "planned")
        case .licensed: Phrase(fa: "دارای مجوز", en: "licensed")
        case .open: Phrase(fa: "باز", en: "open")
        case .closed: Phrase(fa: "بسته", en: "closed")
        }
    }

    /// Whether it serves pilgrims, or did.
    public var hasOpened: Bool { self == .open || self == .closed }
}

/// What a point does for pilgrims.
public enum Service: String, Choice {
    case food, water, lodging, medical, cultural, repair, lostPersons

    public var phrase: Phrase {
        switch self {
        case .food: Phrase(fa: "غذا", en: "food")
        case .water: Phrase(fa: "آب", en: "water")
        case .lodging: Phrase(fa: "اسکان", en: "lodging")
        case .medical: Phrase(fa: "درمان", en: "medical")
        case .cultural: Phrase(fa: "فرهنگی", en: "cultural")
        case .repair: Phrase(fa: "تعمیر", en: "repair")
        case .lostPersons: Phrase(fa: "گمشدگان", en: "lost persons")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .food: ["تغذیه", "خوراک"]
        case .water: ["آب‌رسانی"]
        case .lodging: ["محل اسکان"]
        case .medical: ["درمانی", "پزشکی", "بهداشت و درمان"]
        case .cultural: ["فرهنگ"]
        case .repair: ["تعمیرات"]
        case .lostPersons: ["گم‌شدگان", "امور گمشدگان"]
        }
    }
}

/// What people do on a shift.
public enum ShiftRole: String, Choice {
    case cook, server, physician, nurse, lostPersons, cleaner, driver, guide, other

    public var phrase: Phrase {
        switch self {
        case .cook: Phrase(fa: "آشپز", en: "cook")
        case .server: Phrase(fa: "پذیرایی", en: "server")
        case .physician: Phrase(fa: "پزشک", en: "physician")
        case .nurse: Phrase(fa: "پرستار", en: "nurse")
        case .lostPersons: Phrase(fa: "مسئول گمشدگان", en: "lost persons")
        case .cleaner: Phrase(fa: "نظافت", en: "cleaner")
        case .driver: Phrase(fa: "راننده", en: "driver")
        case .guide: Phrase(fa: "راهنما", en: "guide")
        case .other: Phrase(fa: "سایر", en: "other")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .cook: ["آشپزی"]
        case .server: ["پذیرا"]
        case .physician: ["دکتر", "پزشکی"]
        case .nurse: ["پرستاری"]
        case .lostPersons: ["گمشدگان", "گم‌شدگان"]
        case .cleaner: ["نظافتچی"]
        case .driver: ["رانندگی"]
        case .guide: ["راهنمایی"]
        case .other: ["دیگر"]
        }
    }

    /// Without these nobody may sleep at a point.
    public static let neededForLodging: [ShiftRole] = [.physician, .nurse, .lostPersons]
}

public enum ShiftState: String, Choice {
    case planned, cancelled

    public var phrase: Phrase {
        switch self {
        case .planned: Phrase(fa: "برنامه‌ریزی‌شده", en: "planned")
        case .cancelled: Phrase(fa: "لغوشده", en: "cancelled")
        }
    }
}
