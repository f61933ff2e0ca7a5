import Persian

/// How many pilgrims one service of a point served in an hour. Sent again it is a correction; the ledger keeps the
/// first.
public struct Tally: Record {
    public var id = ""
    public var version = 1
    public var point: String
    public var service: Service
    /// The beginning of the hour by the clocks of the point.
    public var hour: LocalTime
    /// Services, not people: who eats twice counts twice.
    public var served: Int
    /// Of those who slept there; see ``PointService``.
    public var men: Int?
    public var women: Int?

    public var key: String { Self.key(point, service, hour) }
    public static func key(_ point: String, _ service: Service, _ hour: LocalTime) -> String {
        "\(point)/\(service.rawValue)/\(hour.iso)"
    }

    public static let kind = RecordKind("tally", Phrase(fa: "آمار زائر", en: "tally"))
    public static let blank = Tally(
        point: "", service: .food, hour: LocalTime(Moment(milliseconds: 0), in: .utc), served: 0)

    public static let columns: [Column<Tally>] = [
        Column(
            "point", \.point, ServicePoint.kind.phrase, identifies: true, refersTo: [ServicePoint.kind], isOwner: true),
        Column("service", \.service, ServiceParameters.service.phrase, identifies: true),
        Column("hour", \.hour, TallyParameters.hour.phrase, identifies: true),
        Column("served", \.served, TallyParameters.served.phrase, identifies: true),
        Column("men", \.men, ServiceParameters.men.phrase),
        Column("women", \.women, ServiceParameters.women.phrase),
    ]
}

/// The fields of tallies.
public enum TallyParameters {
    public static let service = ServiceParameters.service
    public static let hour = Parameter<PlaceTime>.time("hour", Phrase(fa: "ساعت", en: "hour"))
    public static let served = Parameter<Int>.integer("served", Phrase(fa: "خدمت‌گرفته", en: "served"), 0...1_000_000)
    public static let men = ServiceParameters.men
    public static let women = ServiceParameters.women
}
