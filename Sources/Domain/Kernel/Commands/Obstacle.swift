import Persian

extension Command {
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
        guard let given = Given(known: fields, of: parameters) else { return nil }
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
