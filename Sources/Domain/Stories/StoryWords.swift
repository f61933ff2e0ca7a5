import Persian

/// How far a story has come; the cases are in the order of the work.
public enum StoryState: String, Choice {
    case draft, submitted, returned, approved, published, withdrawn

    public var phrase: Phrase {
        switch self {
        case .draft: Phrase(fa: "پیش‌نویس", en: "draft")
        case .submitted: Phrase(fa: "در انتظار بررسی", en: "submitted")
        case .returned: Phrase(fa: "برگشت‌خورده", en: "returned")
        case .approved: Phrase(fa: "تأییدشده", en: "approved")
        case .published: Phrase(fa: "منتشرشده", en: "published")
        case .withdrawn: Phrase(fa: "پس‌گرفته", en: "withdrawn")
        }
    }
}

/// How far an issue of the bulletin has come.
public enum BulletinState: String, Choice {
    case composed, issued

    public var phrase: Phrase {
        switch self {
        case .composed: Phrase(fa: "در دست تهیه", en: "composed")
        case .issued: Phrase(fa: "منتشرشده", en: "issued")
        }
    }
}

/// What of a household a story shows.
public enum ConsentUse: String, Choice {
    case name, place, picture

    public var phrase: Phrase {
        switch self {
        case .name: Phrase(fa: "نام", en: "name")
        case .place: Phrase(fa: "محل", en: "place")
        case .picture: Phrase(fa: "تصویر", en: "picture")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .name: ["اسم"]
        case .place: ["نشانی", "روستا"]
        case .picture: ["عکس", "photo"]
        }
    }
}

/// What the office counts of its season, and tells in a bulletin.
public enum SeasonFigure: String, Choice {
    case groups, camps, personDays, beneficiaries, packages, households, certificates, services

    public var phrase: Phrase {
        switch self {
        case .groups: Phrase(fa: "گروه جهادی ثبت‌شده", en: "registered groups")
        case .camps: Phrase(fa: "اردوی جهادی", en: "camps")
        case .personDays: Phrase(fa: "نفرروز کار جهادی", en: "person-days in the field")
        case .beneficiaries: Phrase(fa: "بهره‌مند از اردوها", en: "people helped at camps")
        case .packages: Phrase(fa: "بسته معیشتی تحویل‌شده", en: "packages handed out")
        case .households: Phrase(fa: "خانوار بسته گرفته", en: "households served")
        case .certificates: Phrase(fa: "گواهی دوره آموزشی", en: "certificates of courses")
        case .services: Phrase(fa: "خدمت به زائران اربعین", en: "services to Arbaeen pilgrims")
        }
    }

    /// What each is counted from, after how many there are: "daily report".
    public var source: Phrase {
        switch self {
        case .groups: Group.kind.phrase
        case .camps: Camp.kind.phrase
        case .personDays, .beneficiaries: DailyReport.kind.phrase
        case .packages, .households: Delivery.kind.phrase
        case .certificates: Certificate.kind.phrase
        case .services: Tally.kind.phrase
        }
    }

    /// The listing that holds these records: `khedmat list reports`.
    public var listing: String {
        switch self {
        case .groups: "groups"
        case .camps: "camps"
        case .personDays, .beneficiaries: "reports"
        case .packages, .households: "deliveries"
        case .certificates: "certificates"
        case .services: "tallies"
        }
    }
}
