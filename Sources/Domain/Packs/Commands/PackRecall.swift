import Persian

/// `{"command":"pack.recall","code":"PK-001","reason":"رایانه گم شد"}`: out → recalled; nothing more is taken from it.
public struct PackRecall: Command {
    public static let name = "pack.recall"
    public static let title = Phrase(fa: "فراخواندن بسته همراه", en: "recall a pack")
    public static let parameters = [PackParameters.code.required, EnvelopeParameters.reason.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let pack = try registry.existing(Pack.self, given.require(PackParameters.code))
        try envelope.check(versionOf: pack, in: registry)
        try pack.requireOut()
        var decision = Decision(envelope)
        decision.amend(pack) { $0.state = .recalled }
        return decision
    }
}
