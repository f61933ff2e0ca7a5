import Persian

/// A command that takes a record from one of some states to another and does nothing else. Its states are told as data.
///
///     /// `{"command":"camp.approve","code":"C-001"}`: planned → approved.
///     public struct CampApprove: Transition {
///         public static let name = "camp.approve"
///         public static let title = Phrase(fa: "تأیید اردو", en: "approve a camp")
///         public typealias Moved = Camp
///         public static let from: [CampState] = [.planned]
///         public static let to = CampState.approved
///         public let given: Given
///         public init(_ given: Given) { self.given = given }
///     }
public protocol Transition: Command {
    associatedtype Moved: Staged & Coded
    static var from: [Moved.State] { get }
    static var to: Moved.State { get }
    var given: Given { get }
    /// What else must hold before it goes on.
    func check(_ record: Moved, in registry: some Registry) throws(DecideError)
}

extension Transition {
    /// The field that names the record.
    static var code: Parameter<String> {
        .code("code", Moved.columns.first { $0.name == "code" }?.phrase ?? Moved.kind.phrase)
    }

    public static var parameters: [ParameterUse] { [code.required, EnvelopeParameters.reason.clearable] }
    public func check(_ record: Moved, in registry: some Registry) throws(DecideError) {}

    /// - Throws: `not-found`, `stale`, `wrong-state`, and what ``check(_:in:)`` refuses.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let record = try registry.existing(Moved.self, given.require(Self.code))
        try envelope.check(versionOf: record, in: registry)
        try record.require(Self.from)
        try check(record, in: registry)
        var decision = Decision(envelope)
        decision.amend(record) { $0.state = Self.to }
        return decision
    }
}
