import Domain
import GRDB
import Persian

/// A group that may take a shift: how many of its people are free, and how long they have rested.
public struct ShiftCandidate: Hashable, Sendable {
    public let group: Group
    /// How many of its people the shift could have: its size less those on other shifts at that time, or too close to
    /// it for the travel between points.
    public let free: Int
    /// The same when an override, which takes a reason, ignores the travel time.
    public let freeWithReason: Int
    /// When its last shift before this one ends, and its next after it begins; nil when there is none in the season.
    public let lastEnd: Moment?
    public let nextStart: Moment?
    /// How many people of it are on this shift already.
    public let assigned: Int
    /// Whether travel time from another point is all that keeps some of its people away.
    public var isFar: Bool { free < freeWithReason }

    /// How many milliseconds its people will have rested when the shift begins; nil when they have not served this
    /// season.
    public func rested(before shift: Shift) -> Int64? {
        lastEnd.map { shift.from.moment.milliseconds - $0.milliseconds }
    }

    /// Whether it may come at all.
    public var isFree: Bool { free > 0 && group.state == .registered }
}

extension Reader {
    /// The groups that could take a shift, those whose people have rested longest first: at the head the groups that
    /// serve this season and have people left, then the others that a filter finds, by name.
    ///
    /// - Parameter limit: how many groups are looked at beside those of the season.
    /// - Throws: what the store reports.
    public func candidates(
        for shift: Shift, matching text: String, limit: Int
    ) throws(DecideError) -> [ShiftCandidate] {
        let filter = Filter(text)
        var groups: [Group] = []
        for code in try groupsNear(shift, limit: limit) {
            guard let group = try find(Group.self, key: code) else { continue }
            let found = "\(group.code)\n\(group.name)".folded()
            if filter.words.allSatisfy(found.contains) { groups.append(group) }
        }
        let known = Set(groups.map(\.code))
        try each(Group.self, matching: filter, limit: limit) { group in
            if group.state == .registered, !known.contains(group.code) { groups.append(group) }
        }
        let buffer = try registry.setting("travel.buffer").integer ?? 0
        var candidates: [ShiftCandidate] = []
        for group in groups { candidates.append(try candidate(group, for: shift, buffer: buffer)) }
        // The offset keeps candidates of equal rank in the order of their names.
        let order = candidates.enumerated().sorted { one, other in
            (one.element.rank(shift), one.offset) < (other.element.rank(shift), other.offset)
        }
        return order.map(\.element)
    }

    /// The groups with a shift within a month of this one.
    private func groupsNear(_ shift: Shift, limit: Int) throws(DecideError) -> [String] {
        let begins = shift.from.moment.epochSecond
        return try storing {
            let statement = try db.cachedStatement(sql: Self.groupsNearSQL)
            return try String.fetchAll(
                statement, arguments: [begins - Self.month, begins + Self.month, limit])
        }
    }

    private static let month: Int64 = 30 * 86_400

    static let groupsNearSQL = """
        SELECT DISTINCT "group" FROM shiftGroups WHERE begins BETWEEN ? AND ? LIMIT ?
        """

    private func candidate(_ group: Group, for shift: Shift, buffer: Int) throws(DecideError) -> ShiftCandidate {
        let way = Int64(buffer) * 60_000
        let (from, to) = (shift.from.moment.milliseconds, shift.to.moment.milliseconds)
        let around = Moment(milliseconds: from - way)..<Moment(milliseconds: to + way)
        let near = try registry.shifts(of: group.code, during: around).filter { $0.code != shift.code }
        let crowd = Crowd(of: group.code, among: near.filter { $0.overlaps(shift) }) { $0.overlaps($1) }
        let farther = Crowd(of: group.code, among: near.filter { $0.isInTheWay(of: shift, minutes: buffer) }) {
            $0.isInTheWay(of: $1, minutes: buffer)
        }
        let (last, next) = try storing { try neighbours(of: shift, group.code) }
        return ShiftCandidate(
            group: group, free: max(0, group.size - farther.people),
            freeWithReason: max(0, group.size - crowd.people), lastEnd: last, nextStart: next,
            assigned: shift.groups.first { $0.group == group.code }?.headcount ?? 0)
    }

    private func neighbours(of shift: Shift, _ group: String) throws -> (Moment?, Moment?) {
        let (begins, ends) = (shift.from.moment.epochSecond, shift.to.moment.epochSecond)
        let statement = try db.cachedStatement(sql: Self.neighboursSQL)
        guard
            let row = try Row.fetchOne(
                statement, arguments: [group, begins - Self.month, begins, ends, ends + Self.month, shift.code])
        else { return (nil, nil) }
        return (try row.moment(0), try row.moment(1))
    }

    static let neighboursSQL = """
        SELECT (SELECT max(ends) FROM shiftGroups
                WHERE "group" = ?1 AND begins >= ?2 AND begins < ?3 AND ends <= ?3 AND state = 'planned' AND shift <> ?6),
            (SELECT min(begins) FROM shiftGroups
                WHERE "group" = ?1 AND begins >= ?4 AND begins <= ?5 AND state = 'planned' AND shift <> ?6)
        """
}

extension ShiftCandidate {
    /// The lower comes first: those with people left before those without, who serve this season before all others,
    /// and among these the longest rest.
    fileprivate func rank(_ shift: Shift) -> Int64 {
        let rest = rested(before: shift)
        let isKnown = rest != nil || nextStart != nil
        let isComing = group.state == .registered
        let group: Int64 = isFree ? (isKnown ? 0 : 1) : isComing && freeWithReason > 0 ? 2 : 3
        return group << 50 - min(rest ?? (isKnown ? 1 << 48 : 0), 1 << 48)
    }
}
