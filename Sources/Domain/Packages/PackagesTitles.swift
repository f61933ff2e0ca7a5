import Persian

// None of these says whose a household is: titles are read by those who may not know.

extension StockLine {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let place = try place.title(in: registry)
        return Phrase(
            fa: "\(move.phrase) \(found ?? quantity) بسته، \(place)، \(on.dayAndMonth(.persian))",
            en: "\(move.phrase) of \(found ?? quantity, "package"), \(place), \(on.dayAndMonth(.english))")
    }
}

extension Delivery {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let place = try place.title(in: registry)
        return Phrase(
            fa: "تحویل \(quantity) بسته به \(household)، \(place)، \(on.dayAndMonth(.persian))",
            en: "delivery of \(quantity, "package") to \(household), \(place), \(on.dayAndMonth(.english))")
    }
}

extension Miss {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(
            fa: "تحویل‌نشده به \(household) (\(reason.phrase))، \(on.dayAndMonth(.persian))",
            en: "miss of \(household) (\(reason.phrase)), \(on.dayAndMonth(.english))")
    }
}

extension HouseholdVerdict {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(fa: "نظر درباره \(a) و \(b) (\(verdict.phrase))", en: "verdict on \(a) and \(b) (\(verdict.phrase))")
    }
}
