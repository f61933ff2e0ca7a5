import Persian

/// `{"command":"base.found","code":"B-01","name":…,"council":"SH-01"}`
public struct BaseFound: Command {
    public static let name = "base.found"
    public static let title = Phrase(fa: "تشکیل قرارگاه", en: "found a base")
    public static let parameters = [
        BaseParameters.code.coined, BaseParameters.name.required, GroupParameters.council.clearable,
        BaseParameters.parent.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var base = Base(
            code: "", name: try given.require(BaseParameters.name), council: given[GroupParameters.council],
            parent: given[BaseParameters.parent])
        try registry.check(Council.self, exists: base.council, field: "council")
        try registry.check(Base.self, exists: base.parent, field: "parent")
        base.code = try registry.freeCode(given[BaseParameters.code], for: Base.self)
        var decision = Decision(envelope)
        decision.add(base)
        return decision
    }
}

/// `{"command":"base.amend","code":"B-01","parent":"B-02"}`
public struct BaseAmend: Command {
    public static let name = "base.amend"
    public static let title = Phrase(fa: "ویرایش قرارگاه", en: "amend a base")
    public static let parameters = [
        BaseParameters.code.required, BaseParameters.name.kept, GroupParameters.council.clearable,
        BaseParameters.parent.clearable,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let base = try registry.existing(Base.self, given.require(BaseParameters.code))
        try registry.check(Council.self, exists: given[GroupParameters.council], field: "council")
        try registry.check(Base.self, exists: given[BaseParameters.parent], field: "parent")
        try envelope.check(versionOf: base, in: registry)
        var amended = base
        given.apply(BaseParameters.name, to: &amended.name)
        given.apply(GroupParameters.council, to: &amended.council)
        given.apply(BaseParameters.parent, to: &amended.parent)
        try amended.check(in: registry)
        var decision = Decision(envelope)
        decision.amend(base) { $0 = amended }
        return decision
    }
}
