import Persian

extension Pledge {
    /// "تعهد سپاه برای پتو (PL-3)"
    ///
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let who = try registry.name(ofInstitution: institution)
        let what = try registry.find(Need.self, key: need)?.item.shortened ?? need
        return Phrase(fa: "تعهد \(who) برای \(what) (\(code))", en: "pledge of \(who) for \(what) (\(code))")
    }
}

extension SupportLine {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(
            fa: "\(step.phrase) \(quantity)، \(pledge)، \(on.dayAndMonth(.persian))",
            en: "\(step.phrase) of \(quantity), \(pledge), \(on.dayAndMonth(.english))")
    }
}

extension Decline {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let who = try registry.name(ofInstitution: institution)
        return Phrase(fa: "نپذیرفتن \(need) از سوی \(who)", en: "decline of \(need) by \(who)")
    }
}
