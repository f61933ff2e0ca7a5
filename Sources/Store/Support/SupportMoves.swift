import Domain
import GRDB
import Persian

/// A gap that an overlap could go to: an open need of the same item and unit of which something is not promised.
public struct SupportGap: Hashable, Sendable {
    /// The code of the need.
    public let need: String
    public let target: NeedTarget?
    /// What the camp, point, group or congress is called; nil when it is not there.
    public let targetName: String?
    public let neededBy: Day?
    /// Where it is needed; nil for where the office is.
    public let province: Province?
    /// About how far it is from the overlap, in kilometres; nil where that is not known.
    public let distance: Int?
    /// What nobody has promised.
    public let gap: Int
    /// How much one move would take there: the smallest of the overlap, what may be moved of the pledge, and the gap.
    public let quantity: Int

    /// Whether the day by which it is needed is past.
    public func isPast(on today: Day) -> Bool { neededBy.map { $0 < today } ?? false }
}

/// What is promised too much for a need, the pledge to take it from, and where it could go.
public struct SupportMoveOffer: Hashable, Sendable {
    /// The code of the need that has too much.
    public let need: String
    public let item: String
    public let unit: String
    public let target: NeedTarget?
    public let targetName: String?
    public let province: Province?
    /// How much is promised beyond the need.
    public let overlap: Int
    /// The code of the pledge to take it from; where only a need was named that of which most is not yet dispatched, of
    /// equals the latest.
    public let pledge: String
    public let institution: String
    public let institutionName: String
    /// How much of the overlap that pledge can give: what is not yet dispatched of it.
    public let movable: Int
    /// The soonest needed first, of one day the nearest province; those whose day is past, so that a pledge would be late
    /// from the start, last. None where there is no gap of that item and unit, or nothing left to move.
    public let gaps: [SupportGap]

    /// Whether all of it is on its way, so that nothing can be moved.
    public var isSent: Bool { movable == 0 }

    /// The fields of the `support.move` that would take it to a gap: pledge, need and quantity.
    public func fields(to gap: SupportGap) -> [JSON.Member] {
        [
            .init("pledge", .string(pledge)), .init("need", .string(gap.need)),
            .init("quantity", .integer(gap.quantity)),
        ]
    }
}

extension Reader {
    /// What is promised too much, and where it could go: those with a gap to go to first, the soonest needed first, then
    /// those that must wait or are sent already, the greatest overlap first. Whoever may not have sent all yet can give it:
    /// one offer for each such pledge, and where all are sent one for the need.
    ///
    /// - Parameters:
    ///   - limit: how many such pledges are looked at, the greatest overlap first.
    ///   - gaps: how many gaps are told of each.
    /// - Throws: what the store reports.
    public func supportMoves(
        _ rule: SupportRule, limit: Int = 1_000, gaps: Int = 10
    ) throws(DecideError) -> [SupportMoveOffer] {
        try storing {
            var finder = GapFinder(reader: self, rule: rule, limit: gaps)
            var offers: [SupportMoveOffer] = []
            for overlap in try overlaps(limit: limit) { offers.append(try finder.offer(overlap)) }
            return offers.enumerated().sorted { one, other in
                one.element.isBefore(other.element, on: rule.today) ?? (one.offset < other.offset)
            }.map(\.element)
        }
    }

    /// Where what is promised too much for one need could go; nil when no pledge for it stands.
    func moveOffer(of need: Need, _ rule: SupportRule) throws -> SupportMoveOffer? {
        let row = try Row.fetchOne(db.cachedStatement(sql: Self.overlapSQL), arguments: [need.code])
        guard let row else { return nil }
        var finder = GapFinder(reader: self, rule: rule, limit: 10)
        return try finder.offer(Overlap(row))
    }

    /// Where a pledge could go of which the need has too much; nil when the need has not.
    func moveOffer(ofPledge code: String, _ rule: SupportRule) throws -> SupportMoveOffer? {
        let row = try Row.fetchOne(db.cachedStatement(sql: Self.pledgeOverlapSQL), arguments: [code])
        guard let row else { return nil }
        var finder = GapFinder(reader: self, rule: rule, limit: 10)
        return try finder.offer(Overlap(row))
    }

    private func overlaps(limit: Int) throws -> [Overlap] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.overlapsSQL), arguments: [limit])
        var overlaps: [Overlap] = []
        while let row = try rows.next() { overlaps.append(try Overlap(row)) }
        return overlaps
    }

    private static let overlapColumns = """
        SELECT n.code, n.item, n.unit, n.camp, n.point, n."group", n.campaign, n.congress, n.province, n.matchKey,
            n.pledged - n.quantity, p.code, p.institution, i.name, max(p.quantity - p.dispatched, 0)
        FROM needs n
        """
    /// The pledge of a need of which most can be moved.
    private static let bestPledge = """
        (SELECT rowid FROM pledges WHERE need = n.code AND state = 'pledged'
            ORDER BY quantity - dispatched DESC, moment DESC, code DESC LIMIT 1)
        """
    /// The overlap of one need.
    static let overlapSQL = """
        \(overlapColumns)
        JOIN pledges p ON p.rowid = \(bestPledge)
        JOIN institutions i ON i.code = p.institution
        WHERE n.code = ?
        """
    /// The overlap of the need of one pledge.
    static let pledgeOverlapSQL = """
        \(overlapColumns)
        JOIN pledges p ON p.need = n.code
        JOIN institutions i ON i.code = p.institution
        WHERE p.code = ? AND p.state = 'pledged' AND n.isOpen = 1 AND n.pledged > n.quantity
        """
    /// The greatest overlaps of all open needs, with each pledge that could give something.
    static let overlapsSQL = """
        \(overlapColumns)
        JOIN pledges p ON p.need = n.code AND p.state = 'pledged'
            AND (p.quantity > p.dispatched OR p.rowid = \(bestPledge))
        JOIN institutions i ON i.code = p.institution
        WHERE n.isOpen = 1 AND n.pledged > n.quantity
        ORDER BY n.pledged - n.quantity DESC, n.code, p.quantity - p.dispatched DESC, p.moment DESC, p.code DESC LIMIT ?
        """

    /// Gaps of one item and unit from a day on, or before it, the soonest needed first.
    static func supportGapsSQL(isPast: Bool) -> String {
        """
        SELECT code, camp, point, "group", campaign, congress, neededBy, province, quantity - pledged
        FROM needs WHERE isOpen = 1 AND matchKey = ? AND dayKey \(isPast ? "<" : ">=") ? AND pledged < quantity
        ORDER BY dayKey LIMIT ?
        """
    }
}

extension SupportMoveOffer {
    /// Whether it stands before another; nil when neither does.
    fileprivate func isBefore(_ other: SupportMoveOffer, on today: Day) -> Bool? {
        guard let mine = gaps.first, let theirs = other.gaps.first else {
            return gaps.isEmpty == other.gaps.isEmpty ? nil : !gaps.isEmpty
        }
        if mine.isPast(on: today) != theirs.isPast(on: today) { return !mine.isPast(on: today) }
        switch (mine.neededBy, theirs.neededBy) {
        case (let day?, let next?): return day == next ? nil : day < next
        case (nil, nil): return nil
        case (let day, _): return day != nil
        }
    }
}

/// A need with too much, and the pledge to take it from.
private struct Overlap {
    let need, item, unit: String
    let target: NeedTarget?
    let province: Province?
    let matchKey: String
    let overlap: Int
    let pledge, institution, institutionName: String
    let movable: Int

    init(_ row: Row) throws {
        (need, item, unit) = (row[0], row[1], row[2])
        target = row.target(at: 3)
        province = Province(stored: row[8])
        matchKey = row[9]
        overlap = try row.figure(10)
        (pledge, institution, institutionName) = (row[11], row[12], row[13])
        movable = try row.figure(14)
    }
}

extension Row {
    /// Whom a need is for, from five columns in the order of ``NeedSubject``.
    fileprivate func target(at index: Int) -> NeedTarget? {
        for (offset, subject) in NeedSubject.allCases.enumerated() {
            if let code = self[index + offset] as String? { return NeedTarget(subject: subject, code: code) }
        }
        return nil
    }
}

/// Finds the gaps of overlaps; those of one item are read once.
private struct GapFinder {
    /// A gap as it was read.
    struct Found {
        let need: String
        let target: NeedTarget?
        let neededBy: Day?
        let province: Province?
        let gap: Int
    }

    let reader: Reader
    let rule: SupportRule
    let limit: Int
    private var found: [String: [Found]] = [:]
    private var names: [NeedTarget: String?] = [:]

    /// More than are told, since of one day the nearest province comes first.
    private static let most = 30

    init(reader: Reader, rule: SupportRule, limit: Int) {
        (self.reader, self.rule, self.limit) = (reader, rule, limit)
    }

    mutating func offer(_ overlap: Overlap) throws -> SupportMoveOffer {
        let movable = min(overlap.overlap, overlap.movable)
        let here = place(overlap.province, overlap.target)
        let near = try gaps(overlap.matchKey).filter { $0.need != overlap.need }.enumerated().map { index, gap in
            (index: index, gap: gap, distance: distance(from: here, to: place(gap.province, gap.target)))
        }.sorted { one, other in
            if one.gap.neededBy != other.gap.neededBy { return one.index < other.index }
            return (one.distance ?? .max, one.gap.need) < (other.distance ?? .max, other.gap.need)
        }
        var told: [SupportGap] = []
        for (_, gap, distance) in near.prefix(movable > 0 ? limit : 0) {
            told.append(
                SupportGap(
                    need: gap.need, target: gap.target, targetName: try name(of: gap.target), neededBy: gap.neededBy,
                    province: gap.province, distance: distance, gap: gap.gap, quantity: min(movable, gap.gap)))
        }
        return SupportMoveOffer(
            need: overlap.need, item: overlap.item, unit: overlap.unit, target: overlap.target,
            targetName: try name(of: overlap.target), province: overlap.province, overlap: overlap.overlap,
            pledge: overlap.pledge, institution: overlap.institution, institutionName: overlap.institutionName,
            movable: movable, gaps: told)
    }

    /// Where a need is: points stand along the way, in no province that is known here; what has no place of its own is
    /// needed where the office is.
    private func place(_ province: Province?, _ target: NeedTarget?) -> Province? {
        target?.subject == .point ? nil : province ?? rule.home
    }

    private func distance(from here: Province?, to there: Province?) -> Int? {
        guard let here, let there else { return nil }
        return here.distance(to: there)
    }

    private mutating func gaps(_ key: String) throws -> [Found] {
        if let known = found[key] { return known }
        var gaps: [Found] = []
        for isPast in [false, true] {
            let statement = try reader.db.cachedStatement(sql: Reader.supportGapsSQL(isPast: isPast))
            let rows = try Row.fetchCursor(statement, arguments: [key, rule.today.iso, Self.most])
            while let row = try rows.next() {
                gaps.append(
                    Found(
                        need: row[0], target: row.target(at: 1), neededBy: (row[6] as String?).flatMap(Day.init(iso:)),
                        province: Province(stored: row[7]), gap: try row.figure(8)))
            }
        }
        found[key] = gaps
        return gaps
    }

    private mutating func name(of target: NeedTarget?) throws -> String? {
        guard let target else { return nil }
        if let known = names[target] { return known }
        let name = try NeedsTable.name(of: target, reader.db)
        names[target] = .some(name)
        return name
    }
}
