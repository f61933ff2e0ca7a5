import Persian

/// Packages that came, went to a base or back, were damaged or counted. Stock is the sum of these lines and the deliveries.
public struct StockLine: Record {
    public var id = ""
    public var version = 1
    public var campaign: String
    public var move: StockMove
    /// The base; nil for the campaign's store.
    public var base: String?
    /// Who gave them.
    public var institution: String?
    /// How many; of a count how many fewer there were than there should be: below zero when there were more.
    public var quantity: Int
    /// Of a count, how many there were.
    public var found: Int?
    public var on: Day
    /// The station on its own that it came from; nil for the office's.
    public var station: String?
    /// The account that wrote it down, and when.
    public var account: String
    public var at: Moment

    public var key: String { id }
    /// Where it changes the stock, apart from the store where packages are allocated and returned.
    public var place: StockPlace { StockPlace(campaign: campaign, base: base) }

    public static let kind = RecordKind("stockLine", Phrase(fa: "گردش بسته", en: "package movement"))
    public static let blank = StockLine(
        campaign: "", move: .received, quantity: 0, on: Day(number: 0), account: "", at: Moment(milliseconds: 0))

    public static let columns = StockLineFields.columns
}

/// The fields of package movements.
public enum StockLineFields {
    public static let campaign = RecordField(\StockLine.campaign, CampaignFields.campaign, [.identifies])
    public static let base = RecordField(\StockLine.base, PackageParameters.base, [.identifies])
    public static let institution = RecordField(\StockLine.institution, InstitutionFields.institution)
    public static let quantity = RecordField(\StockLine.quantity, PackageParameters.quantity)
    public static let on = RecordField(\StockLine.on, PackageParameters.on)

    static let columns = listed(
        campaign, Column("move", \StockLine.move, Phrase(fa: "گردش", en: "movement"), identifies: true), base,
        institution, quantity, Column("found", \StockLine.found, Phrase(fa: "شمرده‌شده", en: "counted")), on,
        Column("station", \StockLine.station, PackageParameters.station),
        Column("account", \StockLine.account, PackageParameters.account),
        Column("at", \StockLine.at, PackageParameters.at))
}

/// What the commands about packages share.
public enum PackageParameters {
    public static let base = Parameter<String>.code("base", Base.kind.phrase, of: Base.kind)
    public static let quantity = Parameter<Int>.integer(
        "quantity", Phrase(fa: "تعداد بسته", en: "packages"), 1...1_000_000_000)
    public static let on = Parameter<Day>.day("on", Phrase(fa: "تاریخ", en: "on"))
    static let station = Phrase(fa: "ایستگاه", en: "station")
    static let account = Phrase(fa: "ثبت‌کننده", en: "recorded by")
    static let at = Phrase(fa: "زمان ثبت", en: "recorded at")
}
