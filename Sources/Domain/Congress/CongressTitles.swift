import Persian

extension Congress {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(fa: "کنگره \(numeral: year) (\(city))", en: "congress of \(numeral: year) (\(city))")
    }
}
