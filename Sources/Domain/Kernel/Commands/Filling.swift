import Persian

/// A command that fills fields of a record: its parameters, what it sets and what it looks up are told as data. One that
/// adds a record is ``Adding``, one that changes a record ``Amending``.
public protocol Filling: Command {
    associatedtype Subject: Record
    /// In the order in which they are asked for, and in which they are refused.
    static var fields: [FieldUse<Subject>] { get }
    var given: Arguments { get }
}

extension Filling {
    public static var parameters: [ParameterUse] { fields.map(\.parameter) }

    /// Sets what was given, and refuses as `not-found` keys that nothing has.
    func fill(_ record: inout Subject, in registry: some Registry) throws(DecideError) {
        let fields = Self.fields
        for field in fields where given.has(field.parameter.name) { field.fill(&record, given) }
        for field in fields where given.has(field.parameter.name) {
            guard let column = field.column, column.refersTo.count == 1,
                let type = RecordKind.type(named: column.refersTo[0].name)
            else { continue }
            for key in column.keys(record) { try registry.check(type, exists: key, field: column.name) }
        }
    }

    /// The fields that were given and say something else than a record holds. What vanishes in folding is no difference, nor
    /// is the order of a list.
    public static func differences(_ given: Arguments, from record: Subject) -> Set<String> {
        let differing = fields.filter { field in
            guard let column = field.column, given.has(column.name) else { return false }
            var other = record
            field.fill(&other, given)
            return !column.read(other).isLike(column.read(record))
        }
        return Set(differing.map(\.parameter.name))
    }

    /// Fields are missing where somebody only asks whether the rules forbid it; see ``Command/obstacle(_:_:in:)``.
    func checkWhole() throws(DecideError) {
        let missing = Self.fields.first { $0.parameter.presence == .required && !given.has($0.parameter.name) }
        if let missing { throw .refused(.missing(missing.parameter.name, missing.parameter.phrase)) }
    }
}

/// A command that adds a record of the fields it was given.
///
///     /// `{"command":"hall.add","congress":1401,"name":"شبستان","seats":600}`
///     public struct HallAdd: Adding {
///         public static let name = "hall.add"
///         public static let title = Phrase(fa: "افزودن سالن", en: "add a hall")
///         public static let fields: [FieldUse<Hall>] = [
///             HallFields.congress.required, HallFields.code.coined, HallFields.name.required, HallFields.seats.required,
///         ]
///         public let given: Arguments
///         public init(_ given: Arguments) { self.given = given }
///     }
public protocol Adding: Filling {
    /// What else must hold, or is filled in, once all that it refers to is found and before it gets its code.
    func prepare(_ record: inout Subject, _ decision: inout Decision, in registry: some Registry) throws(DecideError)
    /// Gives it its key.
    func name(_ record: inout Subject, in registry: some Registry) throws(DecideError)
    /// What follows: warnings, other records, what else the answer tells.
    func follow(_ record: Subject, _ decision: inout Decision, in registry: some Registry) throws(DecideError)
}

extension Adding {
    /// - Throws: nothing by default.
    public func prepare(
        _ record: inout Subject, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {}

    /// - Throws: nothing by default.
    public func name(_ record: inout Subject, in registry: some Registry) throws(DecideError) {}

    /// - Throws: nothing by default.
    public func follow(
        _ record: Subject, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {}

    /// - Throws: `not-found` for what it refers to, what its own rule refuses, `duplicate-code`, and what the record
    ///   promises beside others.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        var record = Subject.blank
        try fill(&record, in: registry)
        try checkWhole()
        var decision = Decision(envelope)
        try prepare(&record, &decision, in: registry)
        try name(&record, in: registry)
        try record.check(in: registry)
        decision.add(record)
        try follow(record, &decision, in: registry)
        return decision
    }
}

extension Adding where Subject: Coded {
    /// The code that was given, or the next free one of the series.
    ///
    /// - Throws: `duplicate-code`.
    public func name(_ record: inout Subject, in registry: some Registry) throws(DecideError) {
        record.code = try registry.freeCode(record.code.isEmpty ? nil : record.code, for: Subject.self)
    }
}

/// A command that changes fields of a record: what is absent stays as it was. The first of its fields names the record.
public protocol Amending: Filling {
    /// The record that the command is about.
    func existing(in registry: some Registry) throws(DecideError) -> Subject
    /// Refuses as `wrong-state` a record that may not be changed as it stands.
    static func checkState(of record: Subject) throws(DecideError)
    /// What else must hold, or is changed, before it is; by default what the record promises beside others.
    func prepare(
        _ record: inout Subject, from before: Subject, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError)
    /// What follows: warnings, other records, what else the answer tells.
    func follow(
        _ record: Subject, from before: Subject, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError)
}

extension Amending {
    /// - Throws: `missing-value`, `not-found`.
    public func existing(in registry: some Registry) throws(DecideError) -> Subject {
        let first = Self.fields[0]
        guard given.has(first.parameter.name) else {
            throw .refused(.missing(first.parameter.name, first.parameter.phrase))
        }
        var named = Subject.blank
        first.fill(&named, given)
        return try registry.existing(Subject.self, named.key, field: first.parameter.name)
    }

    /// - Throws: nothing by default.
    public static func checkState(of record: Subject) throws(DecideError) {}

    /// - Throws: what `check(beside:in:)` of the record refuses.
    public func prepare(
        _ record: inout Subject, from before: Subject, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try record.check(in: registry)
    }

    /// - Throws: nothing by default.
    public func follow(
        _ record: Subject, from before: Subject, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {}

    /// - Throws: `not-found`, `stale`, `wrong-state`, and what its own rule refuses.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let before = try existing(in: registry)
        var record = before
        try fill(&record, in: registry)
        try envelope.check(versionOf: before, in: registry)
        try Self.checkState(of: before)
        try checkWhole()
        var decision = Decision(envelope)
        try prepare(&record, from: before, &decision, in: registry)
        decision.amend(before) { $0 = record }
        try follow(record, from: before, &decision, in: registry)
        return decision
    }
}

/// The same for a record that may be changed in some of its states, which are told as data.
public protocol AmendingInState: Amending where Subject: Staged {
    static var from: [Subject.State] { get }
}

extension AmendingInState {
    /// - Throws: `wrong-state`.
    public static func checkState(of record: Subject) throws(DecideError) { try record.require(from) }
}

extension JSON {
    fileprivate func isLike(_ other: JSON) -> Bool {
        switch (self, other) {
        case (.string(let text), .string(let other)): text.folded() == other.folded()
        case (.list(let items), .list(let others)): Set(items) == Set(others)
        default: self == other
        }
    }
}
