import Persian

/// What an institution gave that is no goods: clergy, lectures, visits, and what came of it.
public struct SpiritualSupport: Coded, ForTarget {
    public var id = ""
    public var version = 1
    public var code: String
    public var institution: String
    // Just one of these five holds the code of whom it was given to.
    public var camp: String?
    public var point: String?
    public var group: String?
    public var campaign: String?
    public var congress: String?
    public var what: String
    public var on: Day
    public var outcome: String?

    public var name: String { what }

    public static let kind = RecordKind("support", Phrase(fa: "پشتیبانی معنوی", en: "spiritual support"))
    public static let series = CodeSeries(prefix: "SP-", digits: 3)
    public static let blank = SpiritualSupport(code: "", institution: "", what: "", on: Day(number: 0))

    public static let columns = SpiritualFields.columns
}

/// The fields of spiritual support.
public enum SpiritualFields {
    public static let code = RecordField(
        \SpiritualSupport.code, .code("code", Phrase(fa: "شماره پشتیبانی", en: "code")), [.identifies])
    public static let institution = RecordField(
        \SpiritualSupport.institution, InstitutionFields.institution, [.identifies])
    public static let what = RecordField(
        \SpiritualSupport.what, .text("what", Phrase(fa: "شرح پشتیبانی", en: "what"), limit: 200))
    public static let on = RecordField(\SpiritualSupport.on, SupportParameters.on)
    public static let outcome = RecordField(
        \SpiritualSupport.outcome, .text("outcome", Phrase(fa: "نتیجه", en: "outcome"), lines: true))

    static let columns = listed(
        code, institution,
        Column("camp", \SpiritualSupport.camp, NeedSubject.camp.phrase, refersTo: [Camp.kind]),
        Column("point", \SpiritualSupport.point, NeedSubject.point.phrase, refersTo: [ServicePoint.kind]),
        Column("group", \SpiritualSupport.group, NeedSubject.group.phrase, refersTo: [Group.kind]),
        Column("campaign", \SpiritualSupport.campaign, NeedSubject.campaign.phrase, refersTo: [Campaign.kind]),
        Column("congress", \SpiritualSupport.congress, NeedSubject.congress.phrase, refersTo: [Congress.kind]),
        what, on, outcome)

    public static let nature = Parameter<SupportNature>.choice(
        "nature", Phrase(fa: "نوع پشتیبانی", en: "nature of support"))
}
