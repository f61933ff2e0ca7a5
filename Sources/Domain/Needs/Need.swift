import Persian

/// What a need can be for.
public enum NeedSubject: String, Choice {
    case camp, point, group, campaign, congress

    public var phrase: Phrase {
        switch self {
        case .camp: Camp.kind.phrase
        case .point: Phrase(fa: "نقطه خدمت‌رسانی", en: "service point")
        case .group: Group.kind.phrase
        case .campaign: Campaign.kind.phrase
        case .congress: Phrase(fa: "کنگره شهدای جهادگر", en: "martyrs' congress")
        }
    }
}

/// Whom a need is for: a kind of record and the code of one.
public struct NeedTarget: Hashable, Sendable {
    public let subject: NeedSubject
    public let code: String

    public init(subject: NeedSubject, code: String) {
        self.subject = subject
        self.code = code
    }
}

/// What a camp, point, group, campaign or congress lacks.
public struct Need: Coded, ForTarget {
    public var id = ""
    public var version = 1
    public var code: String
    // Just one of these five holds the code of what the need is for.
    public var camp: String?
    public var point: String?
    public var group: String?
    public var campaign: String?
    public var congress: String?
    public var item: String
    public var quantity: Int
    public var unit: String
    public var urgency: Urgency
    public var neededBy: Day?
    public var outcome: NeedOutcome?
    /// What was said when it was settled.
    public var note: String?
    public var state: NeedState = .open

    public var name: String { item }

    public static let kind = RecordKind("need", Phrase(fa: "نیاز", en: "need"))
    public static let series = CodeSeries(prefix: "N-", digits: 3)
    public static let blank = Need(code: "", item: "", quantity: 0, unit: "", urgency: .normal)

    public static let columns = NeedFields.columns
}

/// A record that is for just one of five: it has the code of a camp, point, group, campaign or congress.
public protocol ForTarget {
    var camp: String? { get set }
    var point: String? { get set }
    var group: String? { get set }
    var campaign: String? { get set }
    var congress: String? { get set }
}

extension ForTarget {
    /// Whom it is for.
    public var target: NeedTarget? {
        get {
            let codes: [(NeedSubject, String?)] = [
                (.camp, camp), (.point, point), (.group, group), (.campaign, campaign), (.congress, congress),
            ]
            return codes.lazy.compactMap { subject, code in code.map { NeedTarget(subject: subject, code: $0) } }.first
        }
        set {
            camp = newValue?.code(of: .camp)
            point = newValue?.code(of: .point)
            group = newValue?.code(of: .group)
            campaign = newValue?.code(of: .campaign)
            congress = newValue?.code(of: .congress)
        }
    }
}

extension NeedTarget {
    fileprivate func code(of subject: NeedSubject) -> String? { subject == self.subject ? code : nil }
}

/// The fields of needs.
public enum NeedFields {
    public static let code = RecordField(\Need.code, .code("code", Phrase(fa: "شماره نیاز", en: "code")), [.identifies])
    public static let item = RecordField(\Need.item, .text("item", Phrase(fa: "قلم", en: "item"), limit: 200))
    public static let quantity = RecordField(
        \Need.quantity, .integer("quantity", Phrase(fa: "مقدار", en: "quantity"), 1...1_000_000_000))
    public static let unit = RecordField(\Need.unit, .text("unit", Phrase(fa: "یکا", en: "unit"), limit: 60))
    public static let urgency = RecordField(\Need.urgency, .choice("urgency", Phrase(fa: "فوریت", en: "urgency")))
    public static let neededBy = RecordField(
        \Need.neededBy, .day("neededBy", Phrase(fa: "تا تاریخ", en: "needed by")))
    public static let outcome = RecordField(\Need.outcome, .choice("outcome", Phrase(fa: "سرانجام", en: "outcome")))
    public static let note = RecordField(
        \Need.note, .text("note", Phrase(fa: "توضیحات", en: "note"), lines: true))

    static let columns = listed(
        code, Column("camp", \Need.camp, NeedSubject.camp.phrase, refersTo: [Camp.kind]),
        Column("point", \Need.point, NeedSubject.point.phrase, refersTo: [ServicePoint.kind]),
        Column("group", \Need.group, NeedSubject.group.phrase, refersTo: [Group.kind]),
        Column("campaign", \Need.campaign, NeedSubject.campaign.phrase, refersTo: [Campaign.kind]),
        Column("congress", \Need.congress, NeedSubject.congress.phrase, refersTo: [Congress.kind]),
        item, quantity, unit, urgency, neededBy, outcome, note,
        Column("state", \Need.state, Phrase(fa: "وضعیت", en: "state")))

    /// One of the five that it can be for.
    public static let target = Parameter<NeedTarget>.target("for", Phrase(fa: "برای", en: "for"))
}

extension Parameter where Value == NeedTarget {
    /// `{"camp":"C-001"}`: one kind and a code.
    static func target(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .subject(NeedBearers.all.map { $0.kind })) {
            (json) throws(Refusal) in
            let kinds = NeedBearers.all.map { $0.needSubject.phrase }.alternatives()
            let form = Phrase(fa: "\(kinds)ی از فهرست", en: "one \(kinds) of the list")
            guard let members = json.members, members.count == 1, let subject = NeedSubject(rawValue: members[0].name)
            else { throw .unknown(name, phrase, value: json.plainText, accepted: form) }
            let value = members[0].value
            let code = value == .null ? nil : try Parameter<String>.code(name, subject.phrase).read(value)
            guard let code else { throw .missing(name, subject.phrase) }
            return NeedTarget(subject: subject, code: code)
        }
    }
}
