import Persian

/// `{"command":"council.found","code":"SH-01","name":…}`
public struct CouncilFound: Command {
    public static let name = "council.found"
    public static let title = Phrase(fa: "تشکیل شورا", en: "found a council")
    public static let parameters = [
        CouncilParameters.code.coined, CouncilParameters.name.required, CouncilParameters.parent.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var council = Council(
            code: "", name: try given.require(CouncilParameters.name), parent: given[CouncilParameters.parent])
        try registry.check(Council.self, exists: council.parent, field: "parent")
        council.code = try registry.freeCode(given[CouncilParameters.code], for: Council.self)
        var decision = Decision(envelope)
        decision.add(council)
        return decision
    }
}

/// `{"command":"council.amend","code":"SH-01","name":…}`
public struct CouncilAmend: Command {
    public static let name = "council.amend"
    public static let title = Phrase(fa: "ویرایش شورا", en: "amend a council")
    public static let parameters = [
        CouncilParameters.code.required, CouncilParameters.name.kept, CouncilParameters.parent.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let council = try registry.existing(Council.self, given.require(CouncilParameters.code))
        try registry.check(Council.self, exists: given[CouncilParameters.parent], field: "parent")
        try envelope.check(versionOf: council, in: registry)
        var amended = council
        given.apply(CouncilParameters.name, to: &amended.name)
        given.apply(CouncilParameters.parent, to: &amended.parent)
        try amended.check(in: registry)
        var decision = Decision(envelope)
        decision.amend(council) { $0 = amended }
        return decision
    }
}
