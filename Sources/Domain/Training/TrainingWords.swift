import Persian

/// For whom a course is. Judged on its first day.
public enum Audience: String, Choice {
    case councilAndBaseHeads, groupsAndMediaLiaisons, anyone

    public var phrase: Phrase {
        switch self {
        case .councilAndBaseHeads: Phrase(fa: "مسئولان شوراها و قرارگاه‌ها", en: "heads of councils and bases")
        case .groupsAndMediaLiaisons: Phrase(fa: "گروه‌ها و رابطان رسانه", en: "groups and media liaisons")
        case .anyone: Phrase(fa: "همگان", en: "anyone")
        }
    }
}

public enum CourseState: String, Choice {
    case announced, completed, cancelled

    public var phrase: Phrase {
        switch self {
        case .announced: Phrase(fa: "اعلام‌شده", en: "announced")
        case .completed: Phrase(fa: "پایان‌یافته", en: "completed")
        case .cancelled: Phrase(fa: "لغوشده", en: "cancelled")
        }
    }
}

public enum EnrolmentState: String, Choice {
    case enrolled, waitlisted, withdrawn, completed, failed

    public var phrase: Phrase {
        switch self {
        case .enrolled: Phrase(fa: "ثبت‌نام‌شده", en: "enrolled")
        case .waitlisted: Phrase(fa: "در نوبت", en: "waiting")
        case .withdrawn: Phrase(fa: "انصراف‌داده", en: "withdrawn")
        case .completed: Phrase(fa: "گذرانده", en: "completed")
        case .failed: Phrase(fa: "ناتمام", en: "failed")
        }
    }

    /// What it is called in a course of that state: who still waits when the course is over got no seat.
    public func phrase(in course: CourseState) -> Phrase {
        self == .waitlisted && course != .announced ? Phrase(fa: "بی‌صندلی ماند", en: "got no seat") : phrase
    }

    /// Whether it takes one of the course's seats.
    public var takesSeat: Bool { self == .enrolled || self == .completed || self == .failed }
    /// Whether somebody is in the course or waits for it.
    public var isActive: Bool { self == .enrolled || self == .waitlisted }
}
