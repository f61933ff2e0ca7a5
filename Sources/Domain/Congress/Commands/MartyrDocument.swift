import Persian

/// `{"command":"martyr.document","person":"9990000141","diedOn":"1401/05/06","place":…,"biography":…}` → documented.
/// What is documented anew is verified anew.
public struct MartyrDocument: AboutMartyr {
    public static let name = "martyr.document"
    public static let title = Phrase(fa: "مستند کردن شهید", en: "document an entry of the roll of honour")
    public static let from: [MartyrState] = [.proposed, .documented, .verified]
    public static let fields: [FieldUse<Martyr>] =
        address + [
            MartyrFields.name.kept, MartyrFields.diedOn.kept, MartyrFields.place.kept, MartyrFields.group.clearable,
            MartyrFields.biography.required,
        ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date` for a day still to come.
    public func prepare(
        _ martyr: inout Martyr, from before: Martyr, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try Martyr.check(diedOn: martyr.diedOn, decision.envelope)
        // Whoever documents the same again takes no verdict away.
        if martyr != before || before.state == .proposed {
            martyr.state = .documented
            martyr.verifiedBy = []
        }
    }
}
