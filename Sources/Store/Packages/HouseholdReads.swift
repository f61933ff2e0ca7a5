import Domain
import GRDB
import Persian

/// Which households a list shows. What is nil or empty lets everything through; all that is given must hold.
public struct HouseholdFilter: Hashable, Sendable {
    public enum Scope: Hashable, Sendable {
        case all
        /// That have got nothing in the campaign.
        case unserved
        /// The same, of those that a base wanted to serve and could not.
        case missed
        /// That got something in it.
        case served
    }

    /// Words of the code or the place; for those who may read them also of the head's name, national IDs, the mobile.
    public var text: Filter
    public var scope: Scope
    /// The campaign of the scope.
    public var campaign: String?
    /// Those that a base looks after: its code.
    public var base: String?

    public init(
        text: Filter = Filter(), scope: Scope = .all, campaign: String? = nil, base: String? = nil
    ) {
        self.text = text
        self.scope = scope
        self.campaign = campaign
        self.base = base
    }
}

/// What a list says of a household.
public struct HouseholdRow: Hashable, Sendable {
    public let household: Household
    /// What it got first in the campaign asked about.
    public let delivery: Delivery?
    /// What one of its people, or a household that was judged to be the same, got in it when it got nothing itself: at the
    /// desk it counts as served.
    public let servedWith: Delivery?
    /// When it was last missed in that campaign.
    public let miss: Miss?
    /// The base that looks after it, by its own word or because it served it last.
    public let base: String?
    /// Whether somebody has still to judge whether it is another household too.
    public let isSuspect: Bool
}

/// Two households that may be one.
public struct SuspectRow: Hashable, Sendable {
    public let a: Household
    public let b: Household
    public let likeness: HouseholdLikeness
    public let verdict: HouseholdVerdict?
}

extension Reader {
    /// A window of the households, by place; each row is read by ``householdRow(at:campaign:)`` when it is shown.
    ///
    /// - Throws: what the store reports.
    public func households(
        _ filter: HouseholdFilter, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            try ListQuery.window(
                of: "households", by: .name, matching: filter.text, in: scope(of: filter), from: start, limit: limit,
                db)
        }
    }

    /// The households that a filter lets through, one after another, by place.
    ///
    /// - Parameter body: answers false to stop there.
    /// - Throws: what `body` throws; what the store reports.
    public func eachHousehold(
        _ filter: HouseholdFilter, _ body: (HouseholdRow) throws(DecideError) -> Bool
    ) throws(DecideError) {
        try storing {
            let query = try ListQuery(
                table: "households", order: .name, filter: filter.text, scope: scope(of: filter), db)
            var last: ListPlace?
            repeat {
                let places = try query.places(.after, of: last, limit: 200, db)
                for place in places {
                    guard let row = try householdRow(at: place, campaign: filter.campaign) else { continue }
                    if try !body(row) { return }
                }
                last = places.last
            } while last != nil
        }
    }

    private func scope(of filter: HouseholdFilter) throws -> ListScope {
        var conditions: [String] = []
        var arguments: [DatabaseValue] = []
        let campaign = (filter.campaign ?? "").databaseValue
        let count = try count(of: filter)
        let delivered = "EXISTS (SELECT 1 FROM deliveries d WHERE d.household = households.code AND d.campaign = ?)"
        if let base = filter.base {
            conditions.append("ifnull(base, lastBase) = ?")
            arguments.append(base.databaseValue)
        }
        switch filter.scope {
        case .all: break
        case .unserved:
            conditions.append("NOT \(delivered)")
            arguments.append(campaign)
        case .served:
            let isLookedUp = try count.map(isRare) ?? false
            conditions.append(isLookedUp ? "code IN (SELECT household FROM deliveries WHERE campaign = ?)" : delivered)
            arguments.append(campaign)
        case .missed:
            let isLookedUp = try count.map(isRare) ?? false
            conditions.append(
                isLookedUp
                    ? "code IN (SELECT household FROM misses WHERE campaign = ?)"
                    : "EXISTS (SELECT 1 FROM misses m WHERE m.household = households.code AND m.campaign = ?)")
            conditions.append("NOT \(delivered)")
            arguments += [campaign, campaign]
        }
        guard !conditions.isEmpty else { return .all }
        if count == 0 { return ListScope(sql: "0", count: 0) }
        return ListScope(sql: conditions.joined(separator: " AND "), arguments: arguments, count: count)
    }

    /// Whether rows are so few that they are sooner looked up one by one and sorted than met on a walk along the list: in a
    /// million about one in sixty.
    private func isRare(_ count: Int) throws -> Bool { try count * count < 300 * Counters.value("households", db) }

    /// How many rows a scope has, where that is kept; nil where they are counted.
    private func count(of filter: HouseholdFilter) throws -> Int? {
        guard filter.base == nil, filter.scope != .all else { return nil }
        let kept = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT served, missed FROM campaigns WHERE code = ?"), arguments: [filter.campaign]
        )
        let (served, missed) = (try kept?.figure(0) ?? 0, try kept?.figure(1) ?? 0)
        return switch filter.scope {
        case .served: served
        case .missed: missed
        default: try Counters.value("households", db) - served
        }
    }

    /// What the list of households says of the one at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func householdRow(at place: ListPlace, campaign: String?) throws(DecideError) -> HouseholdRow? {
        guard let household = try record(Household.self, at: place) else { return nil }
        return try householdRow(household, campaign: campaign)
    }

    /// What a list says of a household.
    ///
    /// - Throws: what the store reports.
    public func householdRow(_ household: Household, campaign: String?) throws(DecideError) -> HouseholdRow {
        try storing {
            let (code, about) = (household.code, campaign ?? "")
            // The plus signs keep it from walking the campaign's days.
            let delivery = try Delivery.fetch(
                db, where: "household = ? AND +campaign = ? ORDER BY \"on\", moment, id LIMIT 1", [code, about]
            ).first
            let miss = try Miss.fetch(
                db, where: "household = ? AND +campaign = ? ORDER BY moment DESC, id DESC LIMIT 1", [code, about]
            ).first
            let base = try String.fetchOne(
                db.cachedStatement(sql: "SELECT ifnull(base, lastBase) FROM households WHERE code = ?"),
                arguments: [code])
            let suspect = try db.cachedStatement(
                sql: "SELECT 1 FROM \(FileRegistry.undecided) AND (s.a = ?1 OR s.b = ?1) LIMIT 1")
            let isAsked = delivery == nil && campaign != nil
            return HouseholdRow(
                household: household, delivery: delivery,
                servedWith: isAsked ? try household.served(in: about, registry) : nil, miss: miss, base: base,
                isSuspect: try Int.fetchOne(suspect, arguments: [code]) != nil)
        }
    }

    /// All that a household got, the latest first.
    ///
    /// - Throws: what the store reports.
    public func deliveries(toHousehold code: String) throws(DecideError) -> [Delivery] {
        try storing { try Delivery.fetch(db, where: "household = ? ORDER BY \"on\" DESC, moment DESC, id", [code]) }
    }

    /// What was handed out to any of these people in a campaign, the earliest first.
    ///
    /// - Throws: what the store reports.
    public func deliveries(
        of campaign: String, toAnyOf people: [String]
    ) throws(DecideError) -> [Delivery] {
        try registry.deliveries(of: campaign, toAnyOf: people)
    }

    /// When a household was missed, the latest first.
    ///
    /// - Throws: what the store reports.
    public func misses(ofHousehold code: String) throws(DecideError) -> [Miss] {
        try storing { try Miss.fetch(db, where: "household = ? ORDER BY \"on\" DESC, moment DESC, id", [code]) }
    }

    /// The households in which a person is recorded, the own one of a head first.
    ///
    /// - Throws: what the store reports.
    public func households(of person: String) throws(DecideError) -> [Household] {
        let all = try registry.households(of: person)
        return all.filter { $0.head == person } + all.filter { $0.head != person }
    }

    /// The households that are like one which is being typed: that share a person, or whose names and places are alike.
    ///
    /// - Throws: what the store reports.
    public func households(like typed: Household, limit: Int) throws(DecideError) -> [(Household, HouseholdLikeness)] {
        try registry.households(near: typed).map { ($0, typed.likeness(to: $0)) }
            .sorted { $0.1.isSuspect && !$1.1.isSuspect }.prefix(limit).map { $0 }
    }

    /// What the same people got in the same campaign by another desk that knew nothing of it, as it knew nothing of this.
    ///
    /// - Throws: what the store reports.
    public func doubles(of delivery: Delivery) throws(DecideError) -> [Delivery] {
        try delivery.doubles(in: registry)
    }

    /// The deliveries of a campaign to households that another desk had served, by household.
    ///
    /// - Throws: what the store reports.
    public func doubles(of campaign: String) throws(DecideError) -> [Delivery] {
        try storing {
            try Delivery.fetch(
                db, where: "id IN (SELECT id FROM (\(Self.doublesSQL))) ORDER BY household, moment, id", [campaign])
        }
    }

    /// Pairs of households that may be one: the undecided, then those that were judged; by code.
    ///
    /// - Parameter undecidedOnly: only those of whom nobody has judged.
    /// - Throws: what the store reports.
    public func suspects(undecidedOnly: Bool, limit: Int) throws(DecideError) -> [SuspectRow] {
        var rows: [SuspectRow] = []
        for pair in try suspectPairs(undecidedOnly: undecidedOnly, limit: limit) {
            if let row = try suspect(pair) { rows.append(row) }
        }
        return rows
    }

    /// The same pairs by their codes alone: a list reads those that it shows by ``suspect(_:)``.
    ///
    /// - Throws: what the store reports.
    public func suspectPairs(undecidedOnly: Bool, limit: Int) throws(DecideError) -> [HouseholdPair] {
        var pairs = try registry.undecidedSuspects(limit: limit)
        guard !undecidedOnly, pairs.count < limit else { return pairs }
        try storing {
            let sql = """
                SELECT s.a, s.b FROM suspects s JOIN householdVerdicts v ON v.a = s.a AND v.b = s.b
                ORDER BY s.a, s.b LIMIT ?
                """
            pairs += try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [limit - pairs.count]).map {
                HouseholdPair($0[0], $0[1])
            }
        }
        return pairs
    }

    /// Two households side by side; nil when one of them is gone.
    ///
    /// - Throws: what the store reports.
    public func suspect(_ pair: HouseholdPair) throws(DecideError) -> SuspectRow? {
        guard let a = try find(Household.self, key: pair.a), let b = try find(Household.self, key: pair.b) else {
            return nil
        }
        let verdict = try registry.verdicts(about: a.code).first { $0.pair == pair }
        return SuspectRow(a: a, b: b, likeness: a.likeness(to: b), verdict: verdict)
    }

    /// The households that may be one with this, judged or not.
    ///
    /// - Throws: what the store reports.
    public func suspects(of household: String) throws(DecideError) -> [SuspectRow] {
        let others: [String] = try storing {
            let sql = "SELECT b FROM suspects WHERE a = ?1 UNION ALL SELECT a FROM suspects WHERE b = ?1 ORDER BY 1"
            return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [household])
        }
        var rows: [SuspectRow] = []
        for other in others {
            if let row = try suspect(HouseholdPair(household, other)) { rows.append(row) }
        }
        return rows
    }

    /// How many pairs of households nobody has judged yet.
    ///
    /// - Throws: what the store reports.
    public func undecidedSuspectsCount() throws(DecideError) -> Int { try registry.undecidedSuspectsCount() }

    /// Deliveries one after another, the latest of a campaign first; of one base where it is given.
    ///
    /// - Parameter limit: nil for all.
    /// - Throws: what `body` throws; what the store reports.
    public func eachDelivery(
        of campaign: String? = nil, base: String? = nil, limit: Int? = nil,
        _ body: (Delivery) throws(DecideError) -> Void
    ) throws(DecideError) {
        let all = try storing {
            try Delivery.fetch(
                db,
                where: """
                    (?1 IS NULL OR campaign = ?1) AND (?2 IS NULL OR base = ?2)
                    ORDER BY campaign, base, moment DESC, id LIMIT ?3
                    """, [campaign, base, limit ?? -1])
        }
        for delivery in all { try body(delivery) }
    }

    /// Misses one after another, the latest of a campaign first; of one base where it is given.
    ///
    /// - Throws: what `body` throws; what the store reports.
    public func eachMiss(
        of campaign: String? = nil, base: String? = nil, _ body: (Miss) throws(DecideError) -> Void
    ) throws(DecideError) {
        let all = try storing {
            try Miss.fetch(
                db,
                where: """
                    (?1 IS NULL OR campaign = ?1) AND (?2 IS NULL OR base = ?2)
                    ORDER BY campaign, base, moment DESC, id
                    """, [campaign, base])
        }
        for miss in all { try body(miss) }
    }
}
