import Persian

// None of these says which household a story names: titles are read by those who may not know.

extension Bulletin {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        guard let title else { return called }
        return Phrase(fa: "\(called) («\(title.shortened)»)", en: "\(called) (“\(title.shortened)”)")
    }
}
