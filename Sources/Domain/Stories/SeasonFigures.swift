import Persian

/// One figure of a season, and from how many records it was counted.
public struct FigureCount: JSONValue {
    public var figure: SeasonFigure
    public var value: Int
    /// How many records of ``SeasonFigure/source`` it was counted from.
    public var records: Int

    public init(_ figure: SeasonFigure, value: Int, records: Int) {
        (self.figure, self.value, self.records) = (figure, value, records)
    }

    public init?(_ json: JSON) {
        guard let figure = json["figure"].flatMap(SeasonFigure.init), let value = json["value"]?.integer,
            let records = json["records"]?.integer
        else { return nil }
        self.init(figure, value: value, records: records)
    }

    public var json: JSON {
        .object([.init("figure", figure.json), .init("value", value.json), .init("records", records.json)])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String {
        language.line([figure.phrase[language], language.number(value)])
    }
}

/// One of a row of bars: a month or a province, and how much there is of it.
public struct FigurePart: JSONValue {
    /// "1401/05", or the name of a province in Persian.
    public var name: String
    public var value: Int

    public init(_ name: String, _ value: Int) { (self.name, self.value) = (name, value) }

    public init?(_ json: JSON) {
        guard let name = json["name"]?.string, let value = json["value"]?.integer else { return nil }
        self.init(name, value)
    }

    public var json: JSON { .object([.init("name", .string(name)), .init("value", value.json)]) }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { language.line([name, language.number(value)]) }
}

/// What the office counts of some days: from the first day of a Jalali year to the day of an issue.
public struct SeasonFigures: JSONValue {
    public var from: Day
    public var to: Day
    public var counts: [FigureCount]
    /// Person-days in the field, a month each, and packages handed out.
    public var personDays: [FigurePart]
    public var packages: [FigurePart]
    /// Person-days in each of the provinces that have some, in the order of ``Persian/Province``.
    public var provinces: [FigurePart]

    public init(
        during days: ClosedRange<Day>, counts: [FigureCount], personDays: [FigurePart], packages: [FigurePart],
        provinces: [FigurePart]
    ) {
        (from, to) = (days.lowerBound, days.upperBound)
        (self.counts, self.personDays, self.packages, self.provinces) = (counts, personDays, packages, provinces)
    }

    public init?(_ json: JSON) {
        guard let from = json["from"].flatMap(Day.init), let to = json["to"].flatMap(Day.init), from <= to,
            let counts = json["counts"].flatMap([FigureCount].init),
            let personDays = json["personDays"].flatMap([FigurePart].init),
            let packages = json["packages"].flatMap([FigurePart].init),
            let provinces = json["provinces"].flatMap([FigurePart].init)
        else { return nil }
        self.init(during: from...to, counts: counts, personDays: personDays, packages: packages, provinces: provinces)
    }

    public var json: JSON {
        .object([
            .init("from", from.json), .init("to", to.json), .init("counts", counts.json),
            .init("personDays", personDays.json), .init("packages", packages.json),
            .init("provinces", provinces.json),
        ])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { language.list(counts.map { $0.display(language) }) }

    public var days: ClosedRange<Day> { from...to }

    /// The days of which an issue of that day tells: its Jalali year until then.
    public static func season(of day: Day) -> ClosedRange<Day> {
        // The first day of a year that has begun.
        let date = JalaliDate(day)
        let first = (try? JalaliDate(year: date.year, month: 1, day: 1))?.asDay ?? day
        return min(first, day)...day
    }

    /// The months of some days, as ``FigurePart/name`` has them.
    public static func months(of days: ClosedRange<Day>) -> [String] {
        (JalaliMonth(of: days.lowerBound)...JalaliMonth(of: days.upperBound)).map(\.text)
    }

    /// Which figures are another now.
    ///
    /// - Parameter now: what is counted of the same days today.
    public func changes(until now: SeasonFigures) -> [PendingErratum] {
        counts.compactMap { count in
            let value = now.counts.first { $0.figure == count.figure }?.value ?? 0
            return value == count.value ? nil : PendingErratum(figure: count.figure, issued: count.value, now: value)
        }
    }
}

/// A figure of an issue that would be another if it were counted today.
public struct PendingErratum: Hashable, Sendable {
    public let figure: SeasonFigure
    public let issued: Int
    public let now: Int

    public init(figure: SeasonFigure, issued: Int, now: Int) {
        (self.figure, self.issued, self.now) = (figure, issued, now)
    }
}
