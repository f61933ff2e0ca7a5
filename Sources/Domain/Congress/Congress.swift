import Persian

/// One edition of the martyrs' congress: a year, a host city, a venue and its days.
public struct Congress: Record {
    public var id = ""
    public var version = 1
    /// The Jalali year, by which people know it: "1401".
    public var year: String
    /// Which edition it is: the second congress, the third …
    public var number: Int
    public var city: String
    public var venue: String
    public var from: Day
    public var to: Day
    /// Where the edition before it was held.
    public var previousCity: String?

    public var key: String { year }
    public var shortTitle: String { city }
    public var days: ClosedRange<Day> { from...to }

    public static let kind = RecordKind("congress", Phrase(fa: "کنگره", en: "congress"))
    public static let hasNumericKey = true
    public static let blank = Congress(
        year: "", number: 1, city: "", venue: "", from: Day(number: 0), to: Day(number: 0))

    public static let columns = CongressFields.columns
}

/// A room of an edition's venue.
public struct Hall: Coded {
    public var id = ""
    public var version = 1
    public var code: String
    /// The year of the edition.
    public var congress: String
    public var name: String
    public var seats: Int
    /// How many minutes lie between two sessions in it.
    public var turnaround: Int

    public static let kind = RecordKind("hall", Phrase(fa: "سالن", en: "hall"))
    public static let series = CodeSeries(prefix: "HALL-", digits: 2)
    public static let blank = Hall(code: "", congress: "", name: "", seats: 1, turnaround: 0)

    public static let columns = HallFields.columns
}

/// The fields of editions of the congress.
public enum CongressFields {
    public static let year = RecordField(
        \Congress.year, .numeral("year", Phrase(fa: "سال", en: "year"), 1300...1500), as: { String($0) }, [.identifies]
    ).shown { $1.digits($0.year) }
    public static let number = RecordField(
        \Congress.number, .integer("number", Phrase(fa: "شماره دوره", en: "number"), 1...1_000))
    public static let city = RecordField(
        \Congress.city, .text("city", Phrase(fa: "شهر میزبان", en: "host city"), limit: 100))
    public static let venue = RecordField(
        \Congress.venue, .text("venue", Phrase(fa: "محل برگزاری", en: "venue"), limit: 200))
    public static let from = RecordField(\Congress.from, SpanParameters.from)
    public static let to = RecordField(\Congress.to, SpanParameters.to)
    public static let previousCity = RecordField(
        \Congress.previousCity, .text("previousCity", Phrase(fa: "شهر دوره پیش", en: "previous city"), limit: 100))

    static let columns = listed(year, number, city, venue, from, to, previousCity)

    /// The edition that something belongs to, by its year.
    public static let congress = Parameter<String>.code("congress", Congress.kind.phrase, of: Congress.kind)
}

/// The fields of halls.
public enum HallFields {
    public static let code = RecordField(\Hall.code, .code("code", Phrase(fa: "کد سالن", en: "code")), [.identifies])
    public static let congress = RecordField(\Hall.congress, CongressFields.congress, [.isOwner])
    public static let name = RecordField(\Hall.name, .text("name", Phrase(fa: "نام سالن", en: "name"), limit: 200))
    public static let seats = RecordField(
        \Hall.seats, .integer("seats", Phrase(fa: "صندلی", en: "seats"), 1...1_000_000))
    public static let turnaround = RecordField(
        \Hall.turnaround,
        .integer("turnaround", Phrase(fa: "فاصله نشست‌ها (دقیقه)", en: "turnaround (minutes)"), 0...1_440))

    static let columns = listed(code, congress, name, seats, turnaround)
}

extension Congress: NeedBearer {
    static var needSubject: NeedSubject { .congress }
    /// What is lacking afterwards, for guests on their way home, is a need too.
    func requireForNeed() throws(DecideError) {}
}
