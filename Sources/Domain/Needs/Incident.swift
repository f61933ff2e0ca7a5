import Persian

/// Something that happened to people at a camp or a service point.
public struct Incident: Coded {
    public var id = ""
    public var version = 1
    public var code: String
    // Just one of these two holds the code of where it happened.
    public var camp: String?
    public var point: String?
    /// As the clocks of the place showed it.
    public var when: LocalTime
    public var severity: Severity
    public var what: String
    /// National IDs of those it befell.
    public var people: [String]
    /// How it was resolved.
    public var note: String?
    /// The account that asked for a fatal one to be voided; another one has to ask too.
    public var voidAskedBy: String?
    public var state: IncidentState = .open

    public var name: String { what }
    /// Whether it is open and grave: an alarm.
    public var isAlarming: Bool { state == .open && severity.isGrave }

    public static let kind = RecordKind("incident", Phrase(fa: "حادثه", en: "incident"))
    public static let series = CodeSeries(prefix: "I-", digits: 3)
    public static let blank = Incident(
        code: "", when: LocalTime(Moment(milliseconds: 0), in: .utc), severity: .minor, what: "", people: [])

    public static let columns = IncidentFields.columns
}

/// The fields of incidents.
public enum IncidentFields {
    public static let code = RecordField(
        \Incident.code, .code("code", Phrase(fa: "شماره حادثه", en: "code")), [.identifies])
    public static let camp = RecordField(\Incident.camp, CampFields.camp)
    public static let point = RecordField(\Incident.point, PointFields.point)
    public static let severity = RecordField(\Incident.severity, .choice("severity", Phrase(fa: "شدت", en: "severity")))
    public static let what = RecordField(
        \Incident.what, .text("what", Phrase(fa: "شرح حادثه", en: "what"), limit: 1000))
    public static let people = RecordField(\Incident.people, ReportFields.people, as: { $0.map(\.digits) })
    public static let note = RecordField(
        \Incident.note, .text("note", Phrase(fa: "نتیجه رسیدگی", en: "note"), lines: true))

    static let columns = listed(
        code, camp, point, Column("when", \Incident.when, when.phrase), severity, what, people, note,
        Column("voidAskedBy", \Incident.voidAskedBy, Phrase(fa: "درخواست ابطال از", en: "voiding asked for by")),
        Column("state", \Incident.state, Phrase(fa: "وضعیت", en: "state")))

    // The clocks of the place tell which moment is meant.
    public static let when = Parameter<PlaceTime>.time("when", Phrase(fa: "زمان حادثه", en: "when"))
}

extension Parameter where Value == Moment {
    /// A day and a time to the minute, in Iran's zone unless it says otherwise.
    static func moment(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .time) { (json) throws(Refusal) in
            let text = cleaned(json.plainText)
            if json.string != nil, text.isEmpty { return nil }
            do throws(DateError) {
                // A day alone is no time, rather than midnight that nobody wrote.
                if (try? Day(parsing: text)) != nil { throw DateError.unreadable(text) }
                return try Moment(parsing: text, in: .tehran).wholeMinute
            } catch {
                throw .invalidTime(name, phrase, error)
            }
        }
    }
}
