import Persian

/// What the rules may read. The store answers inside the write transaction, so a rule sees the file as the
/// command will find it.
public protocol Registry: GroupsRegistry, PeopleRegistry, CampsRegistry, NeedsRegistry, TrainingRegistry,
    SessionsRegistry, GuestsRegistry,
    RollRegistry, ArbaeenRegistry, SupportRegistry, PackagesRegistry, StoriesRegistry, StaffRegistry, LedgerRegistry,
    StationsRegistry, PacksRegistry
{
    /// The record of that key; nil when there is none.
    func find<R: Record>(_ type: R.Type, key: String) throws(DecideError) -> R?
    /// The next free codes of a kind's series, as many as are asked for.
    func nextCodes<R: Coded>(_ count: Int, for type: R.Type) throws(DecideError) -> [String]
    /// The records that refer to this one, kind by kind and by id, at most `limit`.
    func references(
        to record: any Record, _ scope: ReferenceScope, limit: Int
    ) throws(DecideError) -> [any Record]
}

extension Registry {
    /// The record of that key, or the refusal `not-found`.
    func existing<R: Record>(_ type: R.Type, _ key: String, field: String = "code") throws(DecideError) -> R {
        guard let record = try find(type, key: key) else { throw .refused(.notFound(R.kind, key, field: field)) }
        return record
    }

    /// Refuses as `not-found` when a key is given that nothing has.
    func check<R: Record>(_ type: R.Type, exists key: String?, field: String) throws(DecideError) {
        if let key { _ = try existing(type, key, field: field) }
    }
}

/// Which of the records that refer to another one are meant.
public enum ReferenceScope: Sendable {
    case all
    /// Those that are part of it, and leave with it.
    case parts
    /// Those that refer to it without being part of it.
    case users

    /// Whether a reference from a column of parts, or from another column, is meant.
    public func includes(isOwner: Bool) -> Bool {
        switch self {
        case .all: true
        case .parts: isOwner
        case .users: !isOwner
        }
    }
}
