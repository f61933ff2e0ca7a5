import Persian

/// What a command tells: what is to be, or what was. A command says that it is a fact once its rule finds a late one
/// its place.
public enum CommandNature: Sendable {
    /// Something is to be: to appoint, enrol, plan, settle. It may be refused because of what others did meanwhile.
    case claim
    /// Something happened: a report, a check-in, an incident. What others did meanwhile does not undo that: taken in
    /// from elsewhere it is never `stale`, but put in its place by its own time.
    case fact
}

extension Command {
    /// Refuses as `stale` when the record was changed since the sender looked at it; a fact that comes from elsewhere
    /// is put beside what others saw, and so never comes too late.
    ///
    /// - Parameter former: the record whose place this one took, from which it differs in what was changed.
    func check<R: Record>(
        versionOf record: R, after former: R? = nil, _ envelope: Envelope, in registry: some Registry
    ) throws(DecideError) {
        if envelope.origin != nil, Self.nature == .fact { return }
        try envelope.check(versionOf: record, after: former, in: registry)
    }
}
