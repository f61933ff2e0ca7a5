import Persian

/// A service of a point and how many it can serve in a day. Lodging may say how many of its beds are for men and for
/// women.
public struct PointService: JSONValue {
    public var service: Service
    public var perDay: Int
    /// Beds for men and for women; both or neither, and together they are all there are.
    public var men: Int?
    public var women: Int?

    public init(service: Service, perDay: Int, men: Int? = nil, women: Int? = nil) {
        self.service = service
        self.perDay = perDay
        self.men = men
        self.women = women
    }

    public init?(_ json: JSON) {
        guard let service = json["service"].flatMap(Service.init), let perDay = json["perDay"]?.integer else {
            return nil
        }
        self.init(service: service, perDay: perDay, men: json["men"]?.integer, women: json["women"]?.integer)
    }

    public var json: JSON {
        var members: [JSON.Member] = [.init("service", service.json), .init("perDay", .integer(perDay))]
        if let men { members.append(.init("men", .integer(men))) }
        if let women { members.append(.init("women", .integer(women))) }
        return .object(members)
    }
    public static var isStructured: Bool { true }

    /// "اسکان ۱۲۰ ۷۰ ۵۰", as people read and type it.
    public func display(_ language: Language) -> String {
        ([service.phrase[language]] + [perDay, men, women].compactMap { $0 }.map { language.digits(String($0)) })
            .joined(separator: " ")
    }
}

/// A service point on the border or on the walking route, for one season.
public struct ServicePoint: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    public var name: String
    public var kind: PointKind
    public var country: Country
    /// The number of the pole of the walking route at which it stands.
    public var pole: Int?
    /// Each once.
    public var services: [PointService]
    /// The lunar year of its season.
    public var season: Int
    public var permit: String?
    /// The last day on which its permit holds.
    public var validUntil: Day?
    public var openedOn: Day?
    public var closedOn: Day?
    public var state: PointState = .planned

    /// The zone of its clocks.
    public var zone: Zone { country.zone }

    public func service(_ service: Service) -> PointService? { services.first { $0.service == service } }

    public static let kind = RecordKind("point", NeedSubject.point.phrase)
    public static let series = CodeSeries(prefix: "AP-", digits: 1)
    public static let blank = ServicePoint(
        code: "", name: "", kind: .border, country: .iran, services: [], season: 1)

    public static let columns = PointFields.columns
}

/// The fields of service points.
public enum PointFields {
    public static let code = RecordField(
        \ServicePoint.code, .code("code", Phrase(fa: "کد نقطه", en: "code")), [.identifies])
    public static let name = RecordField(
        \ServicePoint.name, .text("name", Phrase(fa: "نام نقطه", en: "name"), limit: 200))
    public static let kind = RecordField(\ServicePoint.kind, .choice("kind", Phrase(fa: "نوع نقطه", en: "kind")))
    public static let country = RecordField(\ServicePoint.country, SeasonFields.country)
    public static let pole = RecordField(
        \ServicePoint.pole, .numeral("pole", Phrase(fa: "شماره عمود", en: "pole"), 1...2000)
    ).shown { $1.numeral($0.pole) }
    public static let services = RecordField(
        \ServicePoint.services, .services("services", Phrase(fa: "خدمات", en: "services")))
    public static let season = RecordField(
        \ServicePoint.season, .numeral("season", Season.kind.phrase, SeasonFields.years), refersTo: [Season.kind])
    public static let permit = RecordField(
        \ServicePoint.permit, .text("permit", Phrase(fa: "شماره مجوز", en: "permit"), limit: 100))
    public static let validUntil = RecordField(
        \ServicePoint.validUntil, .day("validUntil", Phrase(fa: "اعتبار مجوز تا", en: "valid until")))

    static let columns = listed(
        code, name, kind, country, pole, services, season, permit, validUntil,
        Column("openedOn", \ServicePoint.openedOn, Phrase(fa: "گشایش", en: "opened on")),
        Column("closedOn", \ServicePoint.closedOn, Phrase(fa: "پایان کار", en: "closed on")),
        ServicePoint.stateColumn)

    public static let on = Parameter<Day>.day("on", Phrase(fa: "تاریخ", en: "on"))
    /// The point that something else is about, by its code.
    public static let point = Parameter<String>.code("point", NeedSubject.point.phrase, of: ServicePoint.kind)
}

/// The fields of a service of a point.
enum ServiceParameters {
    static let service = Parameter<Service>.choice("service", Phrase(fa: "خدمت", en: "service"))
    static let perDay = Parameter<Int>.integer("perDay", Phrase(fa: "ظرفیت روزانه", en: "per day"), 1...10_000_000)
    static let men = Parameter<Int>.integer("men", Phrase(fa: "مردان", en: "men"), 0...10_000_000)
    static let women = Parameter<Int>.integer("women", Phrase(fa: "زنان", en: "women"), 0...10_000_000)
    static let all = [service.required, perDay.required, men.clearable, women.clearable]

    /// Men and women are told apart where people sleep; both or neither, and together they are all.
    static func check(_ service: Service, men: Int?, women: Int?, total: Int, field: String) throws(Refusal) {
        guard men != nil || women != nil else { return }
        guard service == .lodging else {
            throw .unknown(
                field, Phrase(fa: "مردان و زنان", en: "men and women"), value: service.phrase.fa,
                accepted: Phrase(fa: "تنها برای اسکان", en: "only for lodging"))
        }
        guard let men else { throw .missing(field, ServiceParameters.men.phrase) }
        guard let women else { throw .missing(field, ServiceParameters.women.phrase) }
        guard men + women != total else { return }
        throw Refusal(
            .invalidNumber, field: field,
            Phrase(
                fa:
                    "مردان (\(persianDigits(men))) و زنان (\(persianDigits(women))) با هم \(persianDigits(men + women)) می‌شوند، نه \(persianDigits(total))؛ یکی را درست کنید.",
                en: "Men (\(men)) and women (\(women)) are \(men + women) together, not \(total); mend one of them."))
    }
}

extension Parameter where Value == [PointService] {
    /// `[{"service":"food","perDay":3000}]`, or as people type it: `غذا 3000، اسکان 120 70 50` with the beds for men
    /// and women after the number of all.
    static func services(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .rows(ServiceParameters.all)) { (json) throws(Refusal) in
            var services: [PointService] = []
            let rows = RowsReading(ServiceParameters.all, name, phrase, example: "غذا 3000")
            for row in try rows.read(json) {
                let item = PointService(
                    service: try row.require(ServiceParameters.service),
                    perDay: try row.require(ServiceParameters.perDay),
                    men: row[ServiceParameters.men], women: row[ServiceParameters.women])
                if services.contains(where: { $0.service == item.service }) {
                    throw .unknown(
                        name, phrase, value: item.service.phrase.fa,
                        accepted: Phrase(fa: "هر خدمت تنها یک بار", en: "each service only once"))
                }
                try ServiceParameters.check(
                    item.service, men: item.men, women: item.women, total: item.perDay, field: name)
                services.append(item)
            }
            return services.isEmpty ? nil : services
        }
    }
}
