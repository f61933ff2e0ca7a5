import Persian

/// How far an entry of the roll of honour has come; the cases are in the order of the work.
public enum MartyrState: String, Choice {
    case proposed, documented, verified, published

    public var phrase: Phrase {
        switch self {
        case .proposed: Phrase(fa: "پیشنهادشده", en: "proposed")
        case .documented: Phrase(fa: "مستندشده", en: "documented")
        case .verified: Phrase(fa: "تأییدشده", en: "verified")
        case .published: Phrase(fa: "منتشرشده", en: "published")
        }
    }
}

/// An entry of the roll of honour: somebody who died while serving.
///
/// It is proposed, by hand or by a fatal incident; documented with a biography; verified by two members of staff; and
/// published.
public struct Martyr: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    /// The national ID of whoever is recorded as a person; nobody stands on the roll twice.
    public var person: String?
    /// As it stands on the roll.
    public var name: String
    public var diedOn: Day
    public var place: String
    /// The group that he or she served in.
    public var group: String?
    /// The fatal incident that proposed the entry.
    public var incident: String?
    public var biography: String?
    /// The accounts that verified what the entry says now, in the order of time; two when it is verified.
    public var verifiedBy: [String] = []
    public var state: MartyrState = .proposed

    public static let kind = RecordKind("martyr", Phrase(fa: "شهید", en: "martyr"))
    public static let series = CodeSeries(prefix: "M-", digits: 3)
    public static let blank = Martyr(code: "", name: "", diedOn: Day(number: 0), place: "")

    public static let columns: [Column<Martyr>] = [
        Column("code", \.code, MartyrParameters.code.phrase, identifies: true),
        Column("person", \.person, Person.kind.phrase, refersTo: [Person.kind], isPrivate: true),
        Column("name", \.name, MartyrParameters.name.phrase, identifies: true),
        Column("diedOn", \.diedOn, MartyrParameters.diedOn.phrase),
        Column("place", \.place, MartyrParameters.place.phrase),
        Column("group", \.group, Group.kind.phrase, refersTo: [Group.kind]),
        // What an incident proposed leaves with it.
        Column("incident", \.incident, Incident.kind.phrase, refersTo: [Incident.kind], isOwner: true),
        Column("biography", \.biography, MartyrParameters.biography.phrase),
        Column("verifiedBy", \.verifiedBy, Phrase(fa: "تأییدکنندگان", en: "verified by")),
        Column("state", \.state, Phrase(fa: "وضعیت", en: "state")),
    ]
}

/// The fields of the commands about the roll of honour.
public enum MartyrParameters {
    public static let code = Parameter<String>.code("code", Phrase(fa: "کد شهید", en: "code"))
    public static let person = Parameter<NationalID>.person("person", Person.kind.phrase)
    public static let name = Parameter<String>.text("name", Phrase(fa: "نام", en: "name"), limit: 200)
    public static let diedOn = Parameter<Day>.day("diedOn", Phrase(fa: "تاریخ شهادت", en: "died on"))
    public static let place = Parameter<String>.text("place", Phrase(fa: "محل شهادت", en: "place"), limit: 200)
    public static let group = Parameter<String>.code("group", Group.kind.phrase, of: Group.kind)
    public static let incident = Parameter<String>.code("incident", Incident.kind.phrase, of: Incident.kind)
    public static let biography = Parameter<String>.text(
        "biography", Phrase(fa: "زندگی‌نامه", en: "biography"), lines: true)
}
