import Persian

/// `{"command":"martyr.document","person":"9990000141","diedOn":"1401/05/06","place":…,"biography":…}` → documented.
/// What is documented anew is verified anew.
public struct MartyrDocument: Command {
    public static let name = "martyr.document"
    public static let title = Phrase(fa: "مستند کردن شهید", en: "document an entry of the roll of honour")
    public static let parameters =
        MartyrAddress.uses + [
            MartyrParameters.name.kept, MartyrParameters.diedOn.kept, MartyrParameters.place.kept,
            MartyrParameters.group.clearable, MartyrParameters.biography.required,
        ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public static func check(_ given: Given) throws(Refusal) { try MartyrAddress.check(given) }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let martyr = try MartyrAddress.martyr(given, in: registry)
        try registry.check(Group.self, exists: given[MartyrParameters.group], field: "group")
        try envelope.check(versionOf: martyr, in: registry)
        try martyr.require([.proposed, .documented, .verified])
        var documented = martyr
        given.apply(MartyrParameters.name, to: &documented.name)
        given.apply(MartyrParameters.diedOn, to: &documented.diedOn)
        given.apply(MartyrParameters.place, to: &documented.place)
        given.apply(MartyrParameters.group, to: &documented.group)
        documented.biography = try given.require(MartyrParameters.biography)
        try Martyr.check(diedOn: documented.diedOn, envelope)
        // Whoever documents the same again takes no verdict away.
        if documented != martyr || martyr.state == .proposed {
            documented.state = .documented
            documented.verifiedBy = []
        }
        var decision = Decision(envelope)
        decision.amend(martyr) { $0 = documented }
        return decision
    }
}
