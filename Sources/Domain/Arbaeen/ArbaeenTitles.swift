import Persian

extension Season {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(fa: "موسم اربعین \(numeral: year)", en: "season of \(numeral: year)")
    }
}

extension Shift {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        func when(_ language: Language) -> String {
            language.line([from.day.dayAndMonth(language), Self.clocks(from, to, language)])
        }
        return Phrase(fa: "شیفت \(code)، \(point)، \(when(.persian))", en: "shift \(code), \(point), \(when(.english))")
    }
}

extension Supply {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(fa: "\(item) در \(point)", en: "\(item) at \(point)")
    }
}

extension Tally {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        func when(_ language: Language) -> String {
            language.line([hour.day.dayAndMonth(language), language.digits(hour.clockText)])
        }
        return Phrase(
            fa: "آمار \(service.phrase)، \(point)، \(when(.persian))",
            en: "tally of \(service.phrase), \(point), \(when(.english))")
    }
}
