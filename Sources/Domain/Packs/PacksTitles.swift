import Persian

extension Pack {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        return Phrase(fa: "بسته \(code) (\(sort) \(about))", en: "pack \(code) (\(sort) \(about))")
    }
}
