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

    public static let columns = MartyrFields.columns
}

/// The fields of the roll of honour.
public enum MartyrFields {
    public static let code = RecordField(
        \Martyr.code, .code("code", Phrase(fa: "کد شهید", en: "code")), [.identifies])
    public static let person = RecordField(
        \Martyr.person, .person("person", Person.kind.phrase), as: { $0.digits })
    public static let name = RecordField(
        \Martyr.name, .text("name", Phrase(fa: "نام", en: "name"), limit: 200), [.identifies])
    public static let diedOn = RecordField(\Martyr.diedOn, .day("diedOn", Phrase(fa: "تاریخ شهادت", en: "died on")))
    public static let place = RecordField(
        \Martyr.place, .text("place", Phrase(fa: "محل شهادت", en: "place"), limit: 200))
    public static let group = RecordField(\Martyr.group, .code("group", Group.kind.phrase, of: Group.kind))
    /// What an incident proposed leaves with it.
    public static let incident = RecordField(
        \Martyr.incident, .code("incident", Incident.kind.phrase, of: Incident.kind), [.isOwner])
    public static let biography = RecordField(
        \Martyr.biography, .text("biography", Phrase(fa: "زندگی‌نامه", en: "biography"), lines: true))

    static let columns = listed(
        code, person, name, diedOn, place, group, incident, biography,
        Column("verifiedBy", \Martyr.verifiedBy, Phrase(fa: "تأییدکنندگان", en: "verified by")), Martyr.stateColumn)
}
