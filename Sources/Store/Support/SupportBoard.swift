import Domain
import GRDB
import Persian

extension ListOrder {
    /// The worst needs first: those that nobody has taken, then by the share that has not come, then by the day on which they
    /// are needed; what has no day comes last.
    public static let worstNeed = ListOrder("worst")
    /// The soonest needed first, what has no day last.
    public static let needDay = ListOrder("dayKey")
    /// By item, in Persian order.
    public static let needItem = ListOrder.name
    /// By the name of whom it is for, in Persian order.
    public static let needPlace = ListOrder("placeKey")
}

/// A row of the board: an open need, how much of it is covered, and who helps.
public struct NeedRow: Hashable, Sendable {
    public let need: Need
    public let cover: Cover
    /// What the camp, point, group or congress is called; nil when it is not there.
    public let targetName: String?
    /// Where it is needed; nil for where the office is.
    public let province: Province?
    /// One for each institution that has promised something of it or declined, by the institution's code.
    public let cells: [SupportCell]
    /// Where what is promised too much could go, when that is so; its best gap is the first.
    public let move: SupportMoveOffer?

    /// The cell of an institution; nil when it has nothing to do with this need.
    public func cell(_ institution: String) -> SupportCell? { cells.first { $0.institution == institution } }
}

/// The board in figures, over all open needs.
public struct SupportFigures: Hashable, Sendable {
    /// Open needs; those nobody has taken; those of which something has not come; those promised too much.
    public let needs: Int
    public let untaken: Int
    public let uncovered: Int
    public let overlapping: Int
    /// Those of which some is promised, and some by nobody.
    public let partly: Int
    /// Pledges that are late, silent, or in doubt.
    public let late: Int
    public let silent: Int
    public let inDoubt: Int
    public let institutions: Int
    public let spiritual: Int
}

extension Reader {
    /// A window of the board's rows; each row is read by ``needRow(at:_:)`` when it is shown.
    ///
    /// - Parameters:
    ///   - order: ``ListOrder/worstNeed``, `needDay`, `needItem`, `needPlace`, or one of them reversed.
    ///   - limit: how many rows at most.
    /// - Throws: what the store reports.
    public func supportBoard(
        _ filter: SupportFilter, by order: ListOrder, _ rule: SupportRule, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            let scope = try scope(of: filter, rule)
            if let rows = try rowsBacked(filter, rule, scope) {
                return try ListQuery.window(
                    of: "needs", by: order, matching: Filter(), in: ListScope(rows: rows), from: start, limit: limit,
                    db)
            }
            return try ListQuery.window(
                of: "needs", by: order, matching: filter.text, in: scope, from: start, limit: limit, db)
        }
    }

    /// What a text finds that is the name or code of institutions: the needs that these help with or declined, and those that
    /// it finds by themselves; nil where it names none, or would find more than are looked up one by one.
    private func rowsBacked(_ filter: SupportFilter, _ rule: SupportRule, _ scope: ListScope) throws -> [Int64]? {
        guard !filter.text.isEmpty else { return nil }
        let named = try ListQuery.window(
            of: "institutions", by: .name, matching: filter.text, from: .beginning, limit: 20, db)
        guard !named.places.isEmpty else { return nil }
        let list = named.places.map { String($0.row) }.joined(separator: ",")
        let helped = try db.cachedStatement(sql: Self.backedSQL)
        let backed = try Int64.fetchAll(helped, arguments: ["[\(list)]", "[\(list)]", FilterPlan.few + 1])
        guard backed.count <= FilterPlan.few else { return nil }
        let own = try ListQuery.window(
            of: "needs", by: .needDay, matching: filter.text, in: scope, from: .beginning, limit: FilterPlan.few + 1, db
        )
        guard own.places.count <= FilterPlan.few else { return nil }
        let those = ListScope(rows: backed)
        let all = try db.cachedStatement(sql: "SELECT rowid FROM needs WHERE \(those.prefix)\(scope.sql)")
        let shown = try Int64.fetchAll(all, arguments: StatementArguments(those.arguments + scope.arguments))
        return Set(shown).union(own.places.map(\.row)).sorted()
    }

    static let backedSQL = """
        SELECT n.rowid FROM (
            SELECT need FROM pledges WHERE institution IN (
                SELECT code FROM institutions WHERE rowid IN (SELECT value FROM json_each(?)))
            UNION SELECT need FROM declines WHERE institution IN (
                SELECT code FROM institutions WHERE rowid IN (SELECT value FROM json_each(?)))
        ) JOIN needs n ON n.code = need WHERE n.isOpen = 1 LIMIT ?
        """

    /// The rows that a filter is about, its text aside. Few rows are looked up; for many the order is walked.
    private func scope(of filter: SupportFilter, _ rule: SupportRule) throws -> ListScope {
        let conditions = filter.conditions(rule)
        let open = "isOpen = 1"
        guard !conditions.isEmpty else { return ListScope(sql: open) }
        let arguments = conditions.flatMap(\.arguments)
        let all = ([filter.isByUrgencyAlone ? "state = 'open'" : open] + conditions.map(\.sql))
            .joined(separator: " AND ")
        let some = try db.cachedStatement(sql: "SELECT rowid FROM needs WHERE \(all) LIMIT ?")
        let rows = try Int64.fetchAll(some, arguments: StatementArguments(arguments) + [FilterPlan.few + 1])
        if rows.count <= FilterPlan.few { return ListScope(rows: rows) }
        let count = try db.cachedStatement(sql: "SELECT count(*) FROM needs WHERE \(all)")
        // The plus signs keep the walk along the list's order.
        return ListScope(
            sql: ([open] + conditions.map { "+\($0.sql)" }).joined(separator: " AND "), arguments: arguments,
            count: try Int.fetchOne(count, arguments: StatementArguments(arguments)))
    }

    /// The row of the board at a place; nil when the need is gone or settled.
    ///
    /// - Throws: what the store reports.
    public func needRow(at place: ListPlace, _ rule: SupportRule) throws(DecideError) -> NeedRow? {
        try storing {
            try Need.fetch(db, where: "rowid = ? AND state = 'open'", [place.row]).first.flatMap {
                try needRow($0, rule)
            }
        }
    }

    /// The row of the board of a need, settled or not; nil when there is none of that code.
    ///
    /// - Throws: what the store reports.
    public func needRow(ofNeed code: String, _ rule: SupportRule) throws(DecideError) -> NeedRow? {
        try storing { try Need.fetch(db, key: code).flatMap { try needRow($0, rule) } }
    }

    private func needRow(_ need: Need, _ rule: SupportRule) throws -> NeedRow? {
        guard let (cover, province) = try cover(of: need) else { return nil }
        return NeedRow(
            need: need, cover: cover, targetName: try need.target.flatMap { try NeedsTable.name(of: $0, db) },
            province: province, cells: try cells(of: need, rule),
            move: cover.overlap > 0 && need.state == .open ? try moveOffer(of: need, rule) : nil)
    }

    /// How much of a need is covered, as its row holds it.
    ///
    /// - Throws: what the store reports.
    public func cover(ofNeed code: String) throws(DecideError) -> Cover? {
        try storing { try Need.fetch(db, key: code).flatMap { try cover(of: $0)?.cover } }
    }

    func cover(of need: Need) throws -> (cover: Cover, province: Province?)? {
        let statement = try db.cachedStatement(
            sql: "SELECT pledged, dispatched, delivered, confirmed, province FROM needs WHERE code = ?")
        guard let row = try Row.fetchOne(statement, arguments: [need.code]) else { return nil }
        let cover = Cover(
            requested: need.quantity, pledged: try row.figure(0), dispatched: try row.figure(1),
            delivered: try row.figure(2), confirmed: try row.figure(3))
        return (cover, Province(stored: row[4]))
    }

    /// All institutions: those that carry most first, then by name in Persian order.
    ///
    /// - Throws: what the store reports.
    public func supportInstitutions() throws(DecideError) -> [Institution] {
        try storing {
            let all = try Institution.fetch(db, where: "1 ORDER BY nameKey, code")
            return all.filter(\.custodian) + all.filter { !$0.custodian }
        }
    }

    /// The figures of the board, each counted from an index.
    ///
    /// - Throws: what the store reports.
    public func supportFigures(_ rule: SupportRule) throws(DecideError) -> SupportFigures {
        try storing {
            func needs(_ concern: SupportConcern?) throws -> Int {
                let conditions = concern?.conditions(rule) ?? []
                let all = (["isOpen = 1"] + conditions.map(\.sql)).joined(separator: " AND ")
                let statement = try db.cachedStatement(sql: "SELECT count(*) FROM needs WHERE \(all)")
                return try Int.fetchOne(
                    statement, arguments: StatementArguments(conditions.flatMap(\.arguments))) ?? 0
            }
            func pledges(_ concern: SupportConcern) throws -> Int {
                guard let condition = concern.pledges(rule) else { return 0 }
                let statement = try db.cachedStatement(sql: "SELECT count(*) FROM pledges WHERE \(condition.sql)")
                return try Int.fetchOne(statement, arguments: StatementArguments(condition.arguments)) ?? 0
            }
            return SupportFigures(
                needs: try needs(nil), untaken: try needs(.untaken), uncovered: try needs(.uncovered),
                overlapping: try needs(.overlapping), partly: try needs(.partly), late: try pledges(.late),
                silent: try pledges(.silent),
                inDoubt: try pledges(.inDoubt), institutions: try Counters.value("institutions", db),
                spiritual: try Counters.value("supports", db))
        }
    }

    /// Open needs that nobody has taken and that are needed on these days, the soonest first: what sounds the alarm for
    /// tomorrow.
    ///
    /// - Throws: what the store reports.
    public func untakenNeeds(on days: ClosedRange<Day>, limit: Int) throws(DecideError) -> [Need] {
        try storing {
            try Need.fetch(
                db, where: Self.untaken + " ORDER BY dayKey, code LIMIT ?",
                [days.lowerBound.iso, days.upperBound.iso, limit])
        }
    }

    /// How many there are.
    ///
    /// - Throws: what the store reports.
    public func untakenCount(on days: ClosedRange<Day>) throws(DecideError) -> Int {
        try storing {
            let statement = try db.cachedStatement(sql: "SELECT count(*) FROM needs WHERE " + Self.untaken)
            return try Int.fetchOne(statement, arguments: [days.lowerBound.iso, days.upperBound.iso]) ?? 0
        }
    }

    private static let untaken = "isOpen = 1 AND pledged = 0 AND dayKey >= ? AND dayKey <= ?"
}

extension [Institution] {
    /// The columns of the board: those that have something in the rows that are shown first, each part in the order in which
    /// it stands here.
    public func columns(for rows: [NeedRow]) -> [Institution] {
        let shown = Set(rows.flatMap(\.cells).map(\.institution))
        return filter { shown.contains($0.code) } + filter { !shown.contains($0.code) }
    }
}
