import Persian

/// A command that takes a record from one of some states to another and does nothing else. Its states are told as data.
///
///     /// `{"command":"camp.approve","code":"C-001"}`: planned → approved.
///     public struct CampApprove: Transition {
///         public static let name = "camp.approve"
///         public static let title = Phrase(fa: "تأیید اردو", en: "approve a camp")
///         public typealias Subject = Camp
///         public static let from: [CampState] = [.planned]
///         public static let to = CampState.approved
///         public let given: Arguments
///         public init(_ given: Arguments) { self.given = given }
///     }
public protocol Transition: AmendingInState {
    static var to: Subject.State { get }
    /// What else must hold before it goes on.
    func check(_ record: Subject, in registry: some Registry) throws(DecideError)
}

extension Transition {
    /// - Throws: nothing by default.
    public func check(_ record: Subject, in registry: some Registry) throws(DecideError) {}

    /// - Throws: what ``check(_:in:)`` refuses.
    public func prepare(
        _ record: inout Subject, from before: Subject, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try check(before, in: registry)
        record.state = Self.to
    }
}

extension Transition where Subject: Coded {
    /// The code, and the reason where there is one to tell.
    public static var fields: [FieldUse<Subject>] {
        let phrase = Subject.columns.first { $0.name == "code" }?.phrase ?? Subject.kind.phrase
        let code = RecordField(\Subject.code, .code("code", phrase))
        return [code.required, .also(EnvelopeParameters.reason.clearable)]
    }
}
