import Persian

/// That an institution was asked for a need and will not help with it, and why.
public struct Decline: Record {
    public var id = ""
    public var version = 1
    public var need: String
    public var institution: String
    public var reason: String
    /// The account that wrote it down, and when.
    public var account: String
    public var at: Moment

    public var key: String { Self.key(need, institution) }
    public static func key(_ need: String, _ institution: String) -> String { keyParted(need, institution) }

    public static let kind = RecordKind("decline", Phrase(fa: "نپذیرفتن", en: "decline"))
    public static let blank = Decline(
        need: "", institution: "", reason: "", account: "", at: Moment(milliseconds: 0))

    public static let columns = DeclineFields.columns
}

/// The fields of declines.
public enum DeclineFields {
    public static let need = RecordField(\Decline.need, SupportParameters.need, [.identifies, .isOwner])
    public static let institution = RecordField(\Decline.institution, InstitutionFields.institution, [.identifies])
    public static let reason = RecordField(\Decline.reason, EnvelopeParameters.reason)

    static let columns = listed(
        need, institution, reason, Column("account", \Decline.account, SupportParameters.account),
        Column("at", \Decline.at, SupportParameters.at))
}
