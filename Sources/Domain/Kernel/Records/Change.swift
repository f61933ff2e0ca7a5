/// A record before and after a command: a new one has no before, one that was voided no after.
///
/// The store applies changes; it knows no rule.
public struct Change: Sendable {
    public let before: (any Record)?
    public let after: (any Record)?
    /// Whichever state there is, the newer one first.
    public let record: any Record

    public static func new(_ record: any Record) -> Change { Change(before: nil, after: record, record: record) }

    public static func amended(_ before: any Record, _ after: any Record) -> Change {
        Change(before: before, after: after, record: after)
    }

    public static func voided(_ record: any Record) -> Change { Change(before: record, after: nil, record: record) }

    public var kind: RecordKind { type(of: record).kind }

    /// As the ledger keeps it: `{"kind":"group","before":null,"after":{…}}`.
    public var json: JSON {
        .object([
            .init("kind", .string(kind.name)), .init("before", before?.json ?? .null),
            .init("after", after?.json ?? .null),
        ])
    }

    /// The same for a reader who may not see what is private in it.
    public func json(_ masking: Masking) -> JSON {
        .object([
            .init("kind", .string(kind.name)), .init("before", before?.json(masking) ?? .null),
            .init("after", after?.json(masking) ?? .null),
        ])
    }

    /// Reads what ``json`` wrote; nil when the kind is unknown or a state does not fit it.
    public init?(json: JSON) {
        guard let kind = json["kind"]?.string, let type = RecordKind.type(named: kind) else { return nil }
        func state(_ name: String) -> (any Record)? { json[name].flatMap { type.init(json: $0) } }
        switch (state("before"), state("after")) {
        case (let before?, let after?): self = .amended(before, after)
        case (let before?, nil): self = .voided(before)
        case (nil, let after?): self = .new(after)
        case (nil, nil): return nil
        }
    }

    private init(before: (any Record)?, after: (any Record)?, record: any Record) {
        self.before = before
        self.after = after
        self.record = record
    }
}
