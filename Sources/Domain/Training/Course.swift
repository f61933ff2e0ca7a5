import Persian

/// One meeting of a course: its code, when it begins and when it is over.
public struct CourseSession: JSONValue {
    public var code: String
    public var from: Moment
    public var to: Moment

    public init(code: String, from: Moment, to: Moment) {
        self.code = code
        self.from = from
        self.to = to
    }

    public init?(_ json: JSON) {
        guard let code = json["code"]?.string, let from = json["from"].flatMap(Moment.init),
            let to = json["to"].flatMap(Moment.init)
        else { return nil }
        self.init(code: code, from: from, to: to)
    }

    public var json: JSON {
        .object([.init("code", .string(code)), .init("from", from.json), .init("to", to.json)])
    }
    public static var isStructured: Bool { true }

    public var day: Day { from.day(in: .tehran) }
    /// The day of its last minute: a session until 24:00 ends on the day it began.
    var lastDay: Day { Moment(milliseconds: to.milliseconds - 1).day(in: .tehran) }
    /// How long it lasts.
    public var minutes: Int { Int((to.milliseconds - from.milliseconds) / 60_000) }

    func overlaps(_ other: CourseSession) -> Bool { from < other.to && other.from < to }

    /// "RK-1 1401/05/15 09:00–12:00", as people read it.
    public func display(_ language: Language) -> String {
        language.line([
            code, day.jalaliText(language),
            language.range(language.digits(from.clockText(in: .tehran)), language.digits(untilText)),
        ])
    }

    /// "RK-1 1401/05/15 09:00-12:00", as people type it.
    public var typed: String { "\(code) \(day.jalaliText(.english)) \(from.clockText(in: .tehran))-\(untilText)" }

    private var untilText: String {
        to == Moment(day: day, hour: 24, minute: 0, in: .tehran) ? "24:00" : to.clockText(in: .tehran)
    }
}

/// A course that the office teaches, with a number of seats.
public struct Course: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    public var title: String
    public var audience: Audience
    /// How many seats it has.
    public var capacity: Int
    /// The first day: on it is judged who may attend.
    public var from: Day
    /// The last day.
    public var to: Day
    /// One or more, in the order of time, each with a code of its own.
    public var sessions: [CourseSession]
    /// Of how many of a hundred sessions somebody must have been present to complete it.
    public var threshold: Int
    /// National ID of whoever teaches it.
    public var trainer: String?
    public var state: CourseState = .announced

    public var name: String { title }
    public var days: ClosedRange<Day> { from...to }
    /// How long all its sessions last together.
    public var minutes: Int { sessions.reduce(0) { $0 + $1.minutes } }

    /// Whether being present so often is enough: attended ÷ sessions ≥ threshold ÷ 100.
    ///
    ///     course.threshold = 75  // of four sessions
    ///     course.isCompleted(byAttending: 3)  // true
    public func isCompleted(byAttending attended: Int) -> Bool { attended * 100 >= threshold * sessions.count }

    public static let kind = RecordKind("course", Phrase(fa: "دوره", en: "course"))
    public static let series = CodeSeries(prefix: "T-", digits: 3)
    public static let blank = Course(
        code: "", title: "", audience: .anyone, capacity: 1, from: Day(number: 0), to: Day(number: 0), sessions: [],
        threshold: 75)

    public static let columns = CourseFields.columns
}

/// The fields of courses, and what the commands about them share.
public enum CourseFields {
    public static let code = RecordField(\Course.code, .code("code", Phrase(fa: "کد دوره", en: "code")), [.identifies])
    public static let title = RecordField(\Course.title, .text("title", Phrase(fa: "عنوان", en: "title"), limit: 200))
    public static let audience = RecordField(
        \Course.audience, .choice("audience", Phrase(fa: "مخاطبان", en: "audience")))
    public static let capacity = RecordField(
        \Course.capacity, .integer("capacity", Phrase(fa: "ظرفیت", en: "capacity"), 1...10_000))
    public static let from = RecordField(\Course.from, SpanParameters.from)
    public static let to = RecordField(\Course.to, SpanParameters.to)
    public static let sessions = RecordField(
        \Course.sessions, .courseSessions("sessions", Phrase(fa: "جلسه‌ها", en: "sessions")))
    public static let threshold = RecordField(
        \Course.threshold, .integer("threshold", Phrase(fa: "کمینه حضور (درصد)", en: "threshold (percent)"), 0...100))
    public static let trainer = RecordField(
        \Course.trainer, .person("trainer", Phrase(fa: "مربی", en: "trainer")), as: { $0.digits })

    static let columns = listed(
        code, title, audience, capacity, from, to, sessions, threshold, trainer, Course.stateColumn)

    public static let course = Parameter<String>.code("course", Course.kind.phrase, of: Course.kind)
    public static let session = Parameter<String>.code("session", Phrase(fa: "جلسه", en: "session"))
    public static let person = Parameter<NationalID>.person("person", Person.kind.phrase)
    public static let on = Parameter<Day>.day("on", Phrase(fa: "تاریخ", en: "on"))
    public static let people = ReportFields.people
}
