import Persian

extension Command {
    /// Why fields that are filled in do not fit together; nil when they do, or when one of them is wrong by itself.
    public static func misfit(_ fields: [JSON.Member]) -> Refusal? {
        guard let given = Arguments(known: fields, of: parameters) else { return nil }
        do throws(Refusal) {
            try check(given)
            return nil
        } catch {
            return error
        }
    }

    /// Why the state of what it is about forbids it, whatever else would be filled in; nil when it does not.
    ///
    /// Screens ask this before anybody types: it is the command's own rule, which looks at the state before it looks at
    /// the fields that are still to come.
    ///
    /// - Parameter fields: those that are known already, such as the record's code.
    /// - Throws: only what keeps the file from being read.
    public static func obstacle(
        _ fields: [JSON.Member], _ envelope: Envelope, in registry: some Registry
    ) throws(DecideError) -> Refusal? {
        guard let given = Arguments(known: fields, of: parameters) else { return nil }
        do throws(DecideError) {
            try checkState(given, in: registry)
            _ = try Self(given).decide(envelope, in: registry)
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return refusal.code == .wrongState ? refusal : nil
        }
        return nil
    }
}
