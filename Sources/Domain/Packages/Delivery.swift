import Persian

/// Packages that a base handed to a household.
public struct Delivery: Record {
    public var id = ""
    public var version = 1
    public var campaign: String
    public var base: String
    public var household: String
    /// National IDs of all whom the household had then: none of them gets another one in this campaign.
    public var people: [String]
    public var quantity: Int
    public var on: Day
    /// Code of the group that carried it.
    public var by: String?
    /// National ID or name of whoever came for it, where it was none of the household.
    public var collectedBy: String?
    /// Why a household that had its package got another one.
    public var reason: String?
    /// The station on its own at which it was handed out; nil for the office's.
    public var station: String?
    /// The account that wrote it down, and when.
    public var account: String
    public var at: Moment

    public var key: String { id }
    public var place: StockPlace { StockPlace(campaign: campaign, base: base) }
    /// By what a second helping is recognised: the national IDs of its people, and the household itself, whoever is of it
    /// later.
    public var recipients: [String] { people + [Self.recipient(household)] }
    /// A household as one of ``recipients``: `/H-00001`, which is no national ID.
    static func recipient(_ household: String) -> String { "/\(household)" }

    public static let kind = RecordKind("delivery", Phrase(fa: "تحویل بسته", en: "delivery"))
    public static let blank = Delivery(
        campaign: "", base: "", household: "", people: [], quantity: 0, on: Day(number: 0), account: "",
        at: Moment(milliseconds: 0))

    public static let columns = DeliveryFields.columns
}

/// The fields of deliveries.
public enum DeliveryFields {
    public static let campaign = RecordField(\Delivery.campaign, CampaignFields.campaign, [.identifies])
    public static let base = RecordField(\Delivery.base, PackageParameters.base, [.identifies])
    public static let household = RecordField(\Delivery.household, HouseholdFields.household, [.identifies])
    public static let quantity = RecordField(\Delivery.quantity, PackageParameters.quantity)
    public static let on = RecordField(\Delivery.on, PackageParameters.on)
    public static let by = RecordField(
        \Delivery.by, .code("by", Phrase(fa: "گروه آورنده", en: "carried by"), of: Group.kind))
    public static let collectedBy = RecordField(
        \Delivery.collectedBy,
        .collector("collectedBy", Phrase(fa: "گیرنده (کد ملی یا نام)", en: "collected by (national ID or name)")),
        column: Phrase(fa: "گیرنده", en: "collected by"))

    static let columns = listed(
        campaign, base, household,
        Column(
            "people", \Delivery.people, Phrase(fa: "کد ملی افراد", en: "people's national IDs"), isPrivate: true),
        quantity, on, by, collectedBy, Column("reason", \Delivery.reason, EnvelopeParameters.reason.phrase),
        Column("station", \Delivery.station, PackageParameters.station),
        Column("account", \Delivery.account, PackageParameters.account),
        Column("at", \Delivery.at, PackageParameters.at))

    /// Anybody of the household, instead of its code.
    public static let nationalID = Parameter<NationalID>.nationalID(
        "nationalID", Phrase(fa: "کد ملی یکی از خانوار", en: "national ID of one of the household"))
}

extension Parameter where Value == String {
    /// A national ID, normalised, or a name.
    fileprivate static func collector(_ name: String, _ phrase: Phrase) -> Parameter {
        let text = Parameter.privateText(name, phrase, limit: 200)
        let id = Parameter<NationalID>.nationalID(name, phrase)
        return Parameter(name: name, phrase: phrase, kind: text.kind) { (json) throws(Refusal) in
            let isName = cleaned(json.plainText).contains(where: \.isLetter)
            return try isName ? text.value(json) : id.value(json)?.digits
        }
    }
}

/// A household that a base wanted to serve and did not.
public struct Miss: Record {
    public var id = ""
    public var version = 1
    public var campaign: String
    public var base: String
    public var household: String
    public var reason: MissReason
    public var on: Day
    /// The account that wrote it down, and when.
    public var account: String
    public var at: Moment

    public var key: String { id }

    public static let kind = RecordKind("miss", Phrase(fa: "تحویل‌نشده", en: "miss"))
    public static let blank = Miss(
        campaign: "", base: "", household: "", reason: .absent, on: Day(number: 0), account: "",
        at: Moment(milliseconds: 0))

    public static let columns = MissFields.columns
}

/// The fields of misses.
public enum MissFields {
    public static let campaign = RecordField(\Miss.campaign, CampaignFields.campaign, [.identifies])
    public static let base = RecordField(\Miss.base, PackageParameters.base, [.identifies])
    public static let household = RecordField(\Miss.household, HouseholdFields.household, [.identifies])
    public static let reason = RecordField(
        \Miss.reason, .choice("reason", Phrase(fa: "چرا تحویل نشد", en: "why not")), [.identifies])
    public static let on = RecordField(\Miss.on, PackageParameters.on)

    static let columns = listed(
        campaign, base, household, reason, on, Column("account", \Miss.account, PackageParameters.account),
        Column("at", \Miss.at, PackageParameters.at))
}
