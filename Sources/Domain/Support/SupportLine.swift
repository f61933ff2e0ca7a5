import Persian

/// One word about a pledge: so much was dispatched, delivered or confirmed. The totals are the sums of the lines, so it does
/// not matter in which order they come.
public struct SupportLine: Record {
    public var id = ""
    public var version = 1
    public var pledge: String
    public var step: SupportStep
    /// In the unit of the need; a receiver may say that nothing came.
    public var quantity: Int
    public var on: Day
    public var note: String?
    /// The account that said it, and when.
    public var account: String
    public var at: Moment

    public var key: String { id }

    public static let kind = RecordKind("supportLine", Phrase(fa: "ردیف پشتیبانی", en: "support line"))
    public static let blank = SupportLine(
        pledge: "", step: .dispatched, quantity: 0, on: Day(number: 0), account: "", at: Moment(milliseconds: 0))

    public static let columns = SupportLineFields.columns
}

/// The fields of lines.
public enum SupportLineFields {
    public static let pledge = RecordField(\SupportLine.pledge, SupportParameters.pledge, [.identifies, .isOwner])
    public static let quantity = RecordField(\SupportLine.quantity, NeedFields.quantity.parameter)
    /// What arrived may be nothing.
    public static let arrived = RecordField(
        \SupportLine.quantity, .integer("quantity", NeedFields.quantity.phrase, 0...1_000_000_000))
    public static let on = RecordField(\SupportLine.on, SupportParameters.on)
    public static let note = RecordField(
        \SupportLine.note, .text("note", NeedFields.note.phrase, lines: true))

    static let columns = listed(
        pledge, Column("step", \SupportLine.step, Phrase(fa: "گام", en: "step"), identifies: true), quantity, on, note,
        Column("account", \SupportLine.account, SupportParameters.account),
        Column("at", \SupportLine.at, SupportParameters.at))
}
