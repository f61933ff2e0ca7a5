import Persian

/// Days in the field, as evidence that the groups of a camp are active. Only camps that began count, and of those that
/// were closed early only the days until then.
public enum CampDays: ActivitySource {
    public static let id = "camp-days"
    public static let title = Phrase(fa: "روز اردو", en: "camp days")

    /// - Throws: nothing.
    public static func evidence(of record: any Record, in registry: some Registry) throws(DecideError) -> [Evidence] {
        guard let camp = record as? Camp, camp.state.hasBegun else { return [] }
        var months: [(JalaliMonth, Int)] = []
        guard camp.from <= camp.lastDay else { return [] }
        for day in camp.from...camp.lastDay {
            let month = JalaliMonth(of: day)
            if months.last?.0 == month { months[months.count - 1].1 += 1 } else { months.append((month, 1)) }
        }
        return camp.groups.flatMap { part in
            months.map { Evidence(group: part.group, month: $0.0, source: id, count: $0.1) }
        }
    }
}
