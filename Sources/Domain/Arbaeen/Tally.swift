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

    public static let columns = TallyFields.columns
}

/// The fields of tallies.
public enum TallyFields {
    public static let point = RecordField(\Tally.point, PointFields.point, [.identifies, .isOwner])
    public static let service = RecordField(\Tally.service, ServiceParameters.service, [.identifies])
    public static let served = RecordField(
        \Tally.served, .integer("served", Phrase(fa: "خدمت‌گرفته", en: "served"), 0...1_000_000), [.identifies])
    public static let men = RecordField(\Tally.men, ServiceParameters.men)
    public static let women = RecordField(\Tally.women, ServiceParameters.women)

    static let columns = listed(
        point, service, Column("hour", \Tally.hour, hour.phrase, identifies: true), served, men, women)

    // The clocks of the point tell which moment is meant.
    public static let hour = Parameter<PlaceTime>.time("hour", Phrase(fa: "ساعت", en: "hour"))
}
