import Persian

extension DailyReport {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let which =
            number > 1
            ? Phrase(fa: "اصلاح \(persianDigits(number - 1)) گزارش", en: "correction \(number - 1) of the report")
            : Phrase(fa: "گزارش", en: "report")
        return try registry.title(which, of: camp, on: day)
    }
}

extension Attendance {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        try registry.title(Phrase(fa: "حضور و غیاب", en: "attendance"), of: camp, on: day)
    }
}

extension Registry {
    /// "report of C-014, 9 Mordad (Bahar)": what tells it from others stands first, where a narrow column still shows it.
    fileprivate func title(_ what: Phrase, of camp: String, on day: Day) throws(DecideError) -> Phrase {
        let title = Phrase(
            fa: "\(what) \(camp)، \(day.dayAndMonth(.persian))",
            en: "\(what) of \(camp), \(day.dayAndMonth(.english))")
        guard let name = try find(Camp.self, key: camp)?.name.shortened else { return title }
        return Phrase(fa: "\(title) (\(name))", en: "\(title) (\(name))")
    }
}
