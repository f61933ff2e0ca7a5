import Domain
import GRDB
import Persian

extension CommandSession {
    /// The open needs of an item, however it is spelt, the soonest needed first; with whom they are for.
    ///
    ///     try session.openNeeds(called: "پتو", for: "اردوی بهار")
    ///
    /// - Parameter target: the code or the name of a camp, point, group or congress; nil for any.
    /// - Throws: what the store reports.
    public func openNeeds(called item: String, for target: String?) throws(DecideError) -> [Need] {
        try storing {
            // The item's key ends with a line end; the next character is the first that does not belong to it.
            let first = NeedsTable.matchKey(item, "")
            let needs = try Need.fetch(
                db, where: "isOpen = 1 AND matchKey >= ? AND matchKey < ? ORDER BY dayKey, code LIMIT 500",
                [first, first.dropLast() + "\u{0B}"])
            guard let target else { return needs }
            return try needs.filter { try isFor($0, target) }
        }
    }

    /// Whether a need is for the camp, point, group, campaign or congress of that code or name.
    ///
    ///     try session.need(need, isFor: "اردوی بهار")
    ///
    /// - Throws: what the store reports.
    public func need(_ need: Need, isFor target: String) throws(DecideError) -> Bool {
        try storing { try isFor(need, target) }
    }

    private func isFor(_ need: Need, _ target: String) throws -> Bool {
        guard let own = need.target else { return false }
        return try own.code == normalisedCode(target) || NeedsTable.name(of: own, db)?.folded() == target.folded()
    }
}
