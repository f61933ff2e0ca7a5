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

    public static let columns = SessionFields.columns

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
public enum SessionFields {
    public static let code = RecordField(
        \CongressSession.code, .code("code", Phrase(fa: "کد نشست", en: "code")), [.identifies])
    public static let congress = RecordField(\CongressSession.congress, CongressFields.congress, [.isOwner])
    public static let hall = RecordField(
        \CongressSession.hall, .code("hall", Hall.kind.phrase, of: Hall.kind), [.identifies])
    public static let from = RecordField(
        \CongressSession.from, .moment("from", Phrase(fa: "زمان آغاز", en: "begins at")), [.identifies],
        column: SpanParameters.fromTime)
    public static let to = RecordField(
        \CongressSession.to, .moment("to", Phrase(fa: "زمان پایان", en: "ends at")), [.identifies],
        column: SpanParameters.toTime)
    public static let title = RecordField(
        \CongressSession.title, .text("title", Phrase(fa: "عنوان", en: "title"), limit: 200))
    public static let kind = RecordField(\CongressSession.sort, .choice("kind", Phrase(fa: "گونه", en: "kind")))
    public static let speakers = RecordField(
        \CongressSession.speakers, .people("speakers", Phrase(fa: "سخنرانان", en: "speakers")),
        as: { $0.map(\.digits) })
    public static let moderator = RecordField(
        \CongressSession.moderator, .person("moderator", Phrase(fa: "گرداننده", en: "moderator")), as: { $0.digits })

    static let columns = listed(
        code, congress, hall, from, to, title, kind, speakers, moderator, CongressSession.stateColumn)
}
