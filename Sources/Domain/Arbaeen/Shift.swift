import Persian

/// How many people a shift needs for a role.
public struct ShiftNeed: JSONValue {
    public var role: ShiftRole
    public var count: Int

    public init(role: ShiftRole, count: Int) {
        self.role = role
        self.count = count
    }

    public init?(_ json: JSON) {
        guard let role = json["role"].flatMap(ShiftRole.init), let count = json["count"]?.integer else { return nil }
        self.init(role: role, count: count)
    }

    public var json: JSON { .object([.init("role", role.json), .init("count", .integer(count))]) }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String {
        "\(role.phrase[language]) \(language.digits(String(count)))"
    }
}

/// A span of hours at a service point: who is needed, and which groups come.
public struct Shift: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    public var point: String
    /// As the clocks of the point show it.
    public var from: LocalTime
    /// When it is over; the next may begin then.
    public var to: LocalTime
    /// Each role once.
    public var roles: [ShiftNeed]
    /// The groups that come, each once, with how many people.
    public var groups: [CampGroup] = []
    public var state: ShiftState = .planned

    public var name: String { "\(point) \(from.day.jalaliText(.english)) \(from.clockText)" }
    public var shortTitle: String { code }
    /// How many people it needs, and how many come.
    public var needed: Int { roles.reduce(0) { $0 + $1.count } }
    public var present: Int { groups.reduce(0) { $0 + $1.headcount } }
    /// How many people are still missing.
    public var gap: Int { state == .planned ? max(0, needed - present) : 0 }

    public static let kind = RecordKind("shift", Phrase(fa: "شیفت", en: "shift"))
    public static let series = CodeSeries(prefix: "SF-", digits: 3)
    private static let epoch = LocalTime(Moment(milliseconds: 0), in: .utc)
    public static let blank = Shift(code: "", point: "", from: epoch, to: epoch, roles: [])

    public static let columns = ShiftFields.columns

    /// "۱۴۰۱/۰۶/۲۶ ۰۸:۰۰–۱۶:۰۰", by the clocks of its place.
    public func hours(_ language: Language) -> String {
        language.line([from.day.jalaliText(language), Self.clocks(from, to, language)])
    }

    /// "۰۸:۰۰–۱۶:۰۰"; a shift that ends with the day ends at 24:00.
    public static func clocks(_ from: LocalTime, _ to: LocalTime, _ language: Language) -> String {
        let isMidnight = to.day == from.day.advanced(by: 1) && to.clockText == "00:00"
        return language.range(
            language.digits(from.clockText), language.digits(isMidnight ? "24:00" : to.clockText))
    }

    /// Whether the two have a moment in common, wherever they are.
    public func overlaps(_ other: Shift) -> Bool { from < other.to && other.from < to }

    /// Whether the same people cannot serve on both: they overlap, or the way from point to point takes longer than the
    /// time between them.
    ///
    /// - Parameter minutes: how long the way takes, the setting `travel.buffer`.
    public func isInTheWay(of other: Shift, minutes: Int) -> Bool {
        if overlaps(other) { return true }
        let (first, second) = from < other.from ? (self, other) : (other, self)
        let between = second.from.moment.milliseconds - first.to.moment.milliseconds
        return point != other.point && between < Int64(minutes) * 60_000
    }
}

/// The fields of shifts.
public enum ShiftFields {
    public static let code = RecordField(
        \Shift.code, .code("code", Phrase(fa: "کد شیفت", en: "code")), [.identifies])
    public static let point = RecordField(\Shift.point, PointFields.point, [.identifies, .isOwner])
    public static let roles = RecordField(\Shift.roles, .roles("roles", Phrase(fa: "نقش‌ها", en: "roles")))

    static let columns = listed(
        code, point, Column("from", \Shift.from, SpanParameters.fromTime),
        Column("to", \Shift.to, SpanParameters.toTime), roles,
        Column("groups", \Shift.groups, CampFields.groups.phrase, refersTo: [Group.kind]), Shift.stateColumn)

    // The clocks of the point tell which moment is meant.
    public static let from = Parameter<PlaceTime>.time("from", Phrase(fa: "زمان آغاز", en: "begins at"))
    public static let to = Parameter<PlaceTime>.time("to", Phrase(fa: "زمان پایان", en: "ends at"))
    public static let shift = Parameter<String>.code("shift", Shift.kind.phrase, of: Shift.kind)
    public static let until = Parameter<PlaceTime>.time("until", Phrase(fa: "تکرار تا", en: "until"), takesDay: true)
    public static let everyHours = Parameter<Int>.integer(
        "everyHours", Phrase(fa: "هر چند ساعت", en: "every how many hours"), 1...720)
    public static let group = Parameter<String>.code("group", Group.kind.phrase, of: Group.kind)
    public static let headcount = Parameter<Int>.integer(
        "headcount", Phrase(fa: "تعداد نفرات", en: "headcount"), CampFields.headcounts)
}

/// The fields of a role of a shift.
enum RoleParameters {
    static let role = Parameter<ShiftRole>.choice("role", Phrase(fa: "نقش", en: "role"))
    static let count = Parameter<Int>.integer("count", Phrase(fa: "تعداد", en: "count"), 1...10_000)
    static let all = [role.required, count.required]
}

extension Parameter where Value == [ShiftNeed] {
    /// `[{"role":"cook","count":4}]`, or as people type it: `آشپز 4، پذیرایی 8`.
    static func roles(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .rows(RoleParameters.all)) { (json) throws(Refusal) in
            var needs: [ShiftNeed] = []
            for row in try RowsReading(RoleParameters.all, name, phrase, example: "آشپز 4").read(json) {
                let need = ShiftNeed(
                    role: try row.require(RoleParameters.role), count: try row.require(RoleParameters.count))
                if needs.contains(where: { $0.role == need.role }) {
                    throw .unknown(
                        name, phrase, value: need.role.phrase.fa,
                        accepted: Phrase(fa: "هر نقش تنها یک بار", en: "each role only once"))
                }
                needs.append(need)
            }
            return needs.isEmpty ? nil : needs
        }
    }
}

/// Shifts in which a group serves pilgrims, as evidence that it is active: one for each that is not cancelled, in the
/// month in which it begins. Months still to come count for nothing until they are past.
public enum ServiceShifts: ActivitySource {
    public static let id = "service-shifts"
    public static let title = Phrase(fa: "شیفت اربعین", en: "Arbaeen shifts")

    /// - Throws: nothing.
    public static func evidence(of record: any Record, in registry: some Registry) throws(DecideError) -> [Evidence] {
        guard let shift = record as? Shift, shift.state == .planned else { return [] }
        return shift.groups.map { Evidence(group: $0.group, month: JalaliMonth(of: shift.from.day), source: id) }
    }
}
