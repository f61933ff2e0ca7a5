import Persian

/// What a session of the congress is.
public enum SessionKind: String, Choice {
    case ceremony, panel, lecture, memorial, exhibition, meal, other

    public var phrase: Phrase {
        switch self {
        case .ceremony: Phrase(fa: "آیین", en: "ceremony")
        case .panel: Phrase(fa: "میزگرد", en: "panel")
        case .lecture: Phrase(fa: "سخنرانی", en: "lecture")
        case .memorial: Phrase(fa: "یادواره", en: "memorial")
        case .exhibition: Phrase(fa: "نمایشگاه", en: "exhibition")
        case .meal: Phrase(fa: "پذیرایی", en: "meal")
        case .other: Phrase(fa: "سایر", en: "other")
        }
    }

    public var otherWords: [String] {
        switch self {
        case .ceremony: ["مراسم"]
        case .panel: ["پنل"]
        case .lecture: ["سخنران"]
        case .memorial: ["یادبود"]
        case .exhibition: []
        case .meal: ["ناهار", "شام", "صبحانه"]
        case .other: ["دیگر"]
        }
    }
}

/// Whether a session takes place.
public enum SessionState: String, Choice {
    case scheduled, cancelled

    public var phrase: Phrase {
        switch self {
        case .scheduled: Phrase(fa: "در برنامه", en: "scheduled")
        case .cancelled: Phrase(fa: "لغوشده", en: "cancelled")
        }
    }
}

/// One item of the congress's programme: in a hall, from a time to a time.
public struct CongressSession: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    /// The year of the edition.
    public var congress: String
    public var hall: String
    public var from: Moment
    /// When it is over; another may begin then, where the hall needs no turnaround.
    public var to: Moment
    public var title: String
    public var sort: SessionKind
    /// National IDs.
    public var speakers: [String] = []
    public var moderator: String?
    public var state: SessionState = .scheduled

    public var name: String { title }
    /// The day of the programme it stands on: a session after midnight stands on the day it begins.
    public var day: Day { from.day(in: .tehran) }
    /// How long it lasts.
    public var minutes: Int { Int((to.milliseconds - from.milliseconds) / 60_000) }
    /// Whoever has to be there.
    public var people: [String] { speakers + (moderator.map { [$0] } ?? []) }

    public static let kind = RecordKind("session", Phrase(fa: "نشست", en: "session"))
    public static let series = CodeSeries(prefix: "SE-", digits: 2)
    public static let blank = CongressSession(
        code: "", congress: "", hall: "", from: Moment(milliseconds: 0), to: Moment(milliseconds: 0), title: "",
        sort: .other)

    public static let columns: [Column<CongressSession>] = [
        Column("code", \.code, SessionParameters.code.phrase, identifies: true),
        Column("congress", \.congress, Congress.kind.phrase, refersTo: [Congress.kind], isOwner: true),
        Column("hall", \.hall, Hall.kind.phrase, identifies: true, refersTo: [Hall.kind]),
        Column("from", \.from, SpanParameters.fromTime, identifies: true),
        Column("to", \.to, SpanParameters.toTime, identifies: true),
        Column("title", \.title, SessionParameters.title.phrase),
        Column("kind", \.sort, SessionParameters.kind.phrase),
        Column("speakers", \.speakers, SessionParameters.speakers.phrase, refersTo: [Person.kind], isPrivate: true),
        Column("moderator", \.moderator, SessionParameters.moderator.phrase, refersTo: [Person.kind], isPrivate: true),
        Column("state", \.state, Phrase(fa: "وضعیت", en: "state")),
    ]

    /// "۱۰:۰۰–۱۱:۳۰"; one that ends with the day ends at 24:00.
    public func clocks(_ language: Language) -> String {
        let isMidnight = to == Moment(day: day, hour: 24, minute: 0, in: .tehran)
        return language.range(
            language.digits(from.clockText(in: .tehran)),
            language.digits(isMidnight ? "24:00" : to.clockText(in: .tehran)))
    }

    /// "۱۴۰۱/۰۵/۰۹ ۱۰:۰۰–۱۱:۳۰"
    public func hours(_ language: Language) -> String { language.line([day.jalaliText(language), clocks(language)]) }

    /// "SE-01 (Opening, 1401/05/09 10:00–11:30)"
    var told: Phrase {
        let mark = from.showing(in: .tehran).mark
        return Phrase(
            fa: "\(code) («\(title)»، \(hours(.persian))\(mark))",
            en: "\(code) (“\(title)”, \(hours(.english))\(mark))")
    }
}

/// The fields of sessions.
public enum SessionParameters {
    public static let code = Parameter<String>.code("code", Phrase(fa: "کد نشست", en: "code"))
    public static let hall = Parameter<String>.code("hall", Hall.kind.phrase, of: Hall.kind)
    public static let from = Parameter<Moment>.moment("from", Phrase(fa: "زمان آغاز", en: "begins at"))
    public static let to = Parameter<Moment>.moment("to", Phrase(fa: "زمان پایان", en: "ends at"))
    public static let title = Parameter<String>.text("title", Phrase(fa: "عنوان", en: "title"), limit: 200)
    public static let kind = Parameter<SessionKind>.choice("kind", Phrase(fa: "گونه", en: "kind"))
    public static let speakers = Parameter<[NationalID]>.people("speakers", Phrase(fa: "سخنرانان", en: "speakers"))
    public static let moderator = Parameter<NationalID>.person("moderator", Phrase(fa: "گرداننده", en: "moderator"))
}
