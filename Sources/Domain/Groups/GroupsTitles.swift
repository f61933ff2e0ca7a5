import Persian

extension Term {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "\(office.phrase) \(body): \(name)", en: "\(office.phrase) of \(body): \(name)")
    }
}
