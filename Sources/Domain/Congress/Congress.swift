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

    public static let columns: [Column<Congress>] = [
        Column("year", \.year, CongressParameters.year.phrase, identifies: true).shown { $1.digits($0.year) },
        Column("number", \.number, CongressParameters.number.phrase),
        Column("city", \.city, CongressParameters.city.phrase),
        Column("venue", \.venue, CongressParameters.venue.phrase),
        Column("from", \.from, SpanParameters.from.phrase),
        Column("to", \.to, SpanParameters.to.phrase),
        Column("previousCity", \.previousCity, CongressParameters.previousCity.phrase),
    ]
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

    public static let columns: [Column<Hall>] = [
        Column("code", \.code, HallParameters.code.phrase, identifies: true),
        Column("congress", \.congress, Congress.kind.phrase, refersTo: [Congress.kind], isOwner: true),
        Column("name", \.name, HallParameters.name.phrase),
        Column("seats", \.seats, HallParameters.seats.phrase),
        Column("turnaround", \.turnaround, HallParameters.turnaround.phrase),
    ]
}

/// The fields of the commands about editions of the congress.
public enum CongressParameters {
    public static let year = Parameter<Int>.numeral("year", Phrase(fa: "سال", en: "year"), 1300...1500)
    public static let number = Parameter<Int>.integer("number", Phrase(fa: "شماره دوره", en: "number"), 1...1_000)
    public static let city = Parameter<String>.text("city", Phrase(fa: "شهر میزبان", en: "host city"), limit: 100)
    public static let venue = Parameter<String>.text("venue", Phrase(fa: "محل برگزاری", en: "venue"), limit: 200)
    public static let previousCity = Parameter<String>.text(
        "previousCity", Phrase(fa: "شهر دوره پیش", en: "previous city"), limit: 100)
    public static let from = SpanParameters.from
    public static let to = SpanParameters.to
    /// The edition that something belongs to, by its year.
    public static let congress = Parameter<String>.code("congress", Congress.kind.phrase, of: Congress.kind)
}

/// The fields of the commands about halls.
public enum HallParameters {
    public static let code = Parameter<String>.code("code", Phrase(fa: "کد سالن", en: "code"))
    public static let name = Parameter<String>.text("name", Phrase(fa: "نام سالن", en: "name"), limit: 200)
    public static let seats = Parameter<Int>.integer("seats", Phrase(fa: "صندلی", en: "seats"), 1...1_000_000)
    public static let turnaround = Parameter<Int>.integer(
        "turnaround", Phrase(fa: "فاصله نشست‌ها (دقیقه)", en: "turnaround (minutes)"), 0...1_440)
}

extension Congress: NeedBearer {
    static var needSubject: NeedSubject { .congress }
    /// What is lacking afterwards, for guests on their way home, is a need too.
    func requireForNeed() throws(DecideError) {}
}
