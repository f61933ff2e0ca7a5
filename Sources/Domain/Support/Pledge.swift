import Persian

/// What an institution promises for a need. What came of it stands in its lines; see ``PledgeStanding``.
public struct Pledge: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    public var need: String
    public var institution: String
    /// In the unit of the need; 0 once all of it was moved.
    public var quantity: Int
    /// The day until which it is to be delivered; the need's where none was told.
    public var dueBy: Day?
    /// Why it was withdrawn.
    public var reason: String?
    /// The code of the pledge from which it was moved.
    public var movedFrom: String?
    /// The account that wrote it down as it stands, and when.
    public var account: String
    public var at: Moment
    public var state: PledgeState = .pledged

    public var name: String { "\(institution) \(need)" }

    public static let kind = RecordKind("pledge", Phrase(fa: "تعهد", en: "pledge"))
    public static let series = CodeSeries(prefix: "PL-", digits: 3)
    public static let blank = Pledge(
        code: "", need: "", institution: "", quantity: 0, account: "", at: Moment(milliseconds: 0))

    public static let columns = PledgeFields.columns
}

/// The fields of pledges.
public enum PledgeFields {
    private static let codePhrase = Phrase(fa: "شماره تعهد", en: "code")

    public static let code = RecordField(\Pledge.code, .code("code", codePhrase), [.identifies])
    public static let need = RecordField(\Pledge.need, SupportParameters.need, [.identifies])
    public static let institution = RecordField(\Pledge.institution, InstitutionFields.institution, [.identifies])
    public static let quantity = RecordField(\Pledge.quantity, NeedFields.quantity.parameter)
    public static let dueBy = RecordField(\Pledge.dueBy, .day("dueBy", Phrase(fa: "مهلت تعهد", en: "due by")))
    public static let reason = RecordField(\Pledge.reason, EnvelopeParameters.reason)

    static let columns = listed(
        code, need, institution, quantity, dueBy, reason,
        Column("movedFrom", \Pledge.movedFrom, Phrase(fa: "جابه‌جا از", en: "moved from")),
        Column("account", \Pledge.account, SupportParameters.account), Column("at", \Pledge.at, SupportParameters.at),
        Pledge.stateColumn)

    /// The pledge that a command is about.
    static let about = RecordField(\Pledge.code, SupportParameters.pledge)
}

/// What the commands about support share.
public enum SupportParameters {
    public static let need = Parameter<String>.code("need", Need.kind.phrase, of: Need.kind)
    public static let pledge = Parameter<String>.code("pledge", Pledge.kind.phrase, of: Pledge.kind)
    public static let on = Parameter<Day>.day("on", Phrase(fa: "تاریخ", en: "on"))
    static let account = Phrase(fa: "ثبت‌کننده", en: "recorded by")
    static let at = Phrase(fa: "زمان ثبت", en: "recorded at")
}
