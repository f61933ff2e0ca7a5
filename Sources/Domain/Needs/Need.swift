import Persian

/// What a need can be for.
public enum NeedSubject: String, Choice {
    case camp, point, group, campaign, congress

    public var phrase: Phrase {
        switch self {
        case .camp: Camp.kind.phrase
        case .point: Phrase(fa: "نقطه خدمت‌رسانی", en: "service point")
        case .group: Group.kind.phrase
        case .campaign: Phrase(fa: "رزمایش", en: "campaign")
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
public struct Need: Coded {
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

    public static let kind = RecordKind("need", Phrase(fa: "نیاز", en: "need"))
    public static let series = CodeSeries(prefix: "N-", digits: 3)
    public static let blank = Need(code: "", item: "", quantity: 0, unit: "", urgency: .normal)

    public static let columns: [Column<Need>] = [
        Column("code", \.code, NeedParameters.code.phrase, identifies: true),
        Column("camp", \.camp, NeedSubject.camp.phrase, refersTo: [Camp.kind]),
        Column("point", \.point, NeedSubject.point.phrase, refersTo: [ServicePoint.kind]),
        Column("group", \.group, NeedSubject.group.phrase, refersTo: [Group.kind]),
        Column("campaign", \.campaign, NeedSubject.campaign.phrase),
        Column("congress", \.congress, NeedSubject.congress.phrase, refersTo: [Congress.kind]),
        Column("item", \.item, NeedParameters.item.phrase),
        Column("quantity", \.quantity, NeedParameters.quantity.phrase),
        Column("unit", \.unit, NeedParameters.unit.phrase),
        Column("urgency", \.urgency, NeedParameters.urgency.phrase),
        Column("neededBy", \.neededBy, NeedParameters.neededBy.phrase),
        Column("outcome", \.outcome, NeedParameters.outcome.phrase),
        Column("note", \.note, NeedParameters.note.phrase),
        Column("state", \.state, Phrase(fa: "وضعیت", en: "state")),
    ]
}

extension NeedTarget {
    fileprivate func code(of subject: NeedSubject) -> String? { subject == self.subject ? code : nil }
}

/// The fields of needs.
public enum NeedParameters {
    public static let code = Parameter<String>.code("code", Phrase(fa: "شماره نیاز", en: "code"))
    public static let target = Parameter<NeedTarget>.target("for", Phrase(fa: "برای", en: "for"))
    public static let item = Parameter<String>.text("item", Phrase(fa: "قلم", en: "item"), limit: 200)
    public static let quantity = Parameter<Int>.integer(
        "quantity", Phrase(fa: "مقدار", en: "quantity"), 1...1_000_000_000)
    public static let unit = Parameter<String>.text("unit", Phrase(fa: "یکا", en: "unit"), limit: 60)
    public static let urgency = Parameter<Urgency>.choice("urgency", Phrase(fa: "فوریت", en: "urgency"))
    public static let neededBy = Parameter<Day>.day("neededBy", Phrase(fa: "تا تاریخ", en: "needed by"))
    public static let outcome = Parameter<NeedOutcome>.choice("outcome", Phrase(fa: "سرانجام", en: "outcome"))
    public static let note = Parameter<String>.text("note", Phrase(fa: "توضیحات", en: "note"), lines: true)
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
