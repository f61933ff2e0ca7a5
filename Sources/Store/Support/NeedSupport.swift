import Domain
import GRDB
import Persian

/// A pledge as pages tell it: how it stands, of what need, by whom.
public struct PledgeRow: Hashable, Sendable {
    public let standing: PledgeStanding
    public let institutionName: String
    /// The need that it is for.
    public let need: Need
    /// What the camp, point, group or congress is called; nil when it is not there.
    public let targetName: String?
    /// Where it could go while its need has too much; nil where that is not so, or was not asked.
    public var move: SupportMoveOffer?

    public var pledge: Pledge { standing.pledge }
}

/// A pledge with every line and who said it, in the order in which they were said.
public struct PledgeHistory: Hashable, Sendable {
    public let row: PledgeRow
    public let lines: [SupportLine]
}

/// That an institution will not help with a need, and why.
public struct DeclineRow: Hashable, Sendable {
    public let decline: Decline
    public let institutionName: String
    public let need: Need
}

/// All that is known of the support for a need: what its page tells.
public struct NeedSupport: Hashable, Sendable {
    public let row: NeedRow
    /// All pledges, by code.
    public let pledges: [PledgeHistory]
    /// Who was asked and will not help, the first asked first.
    public let declines: [DeclineRow]
}

extension Reader {
    /// The page of a need: its pledges with every line and who said it, and who declined; nil when there is none of that code.
    ///
    /// - Throws: what the store reports.
    public func needSupport(_ code: String, _ rule: SupportRule) throws(DecideError) -> NeedSupport? {
        guard let row = try needRow(ofNeed: code, rule) else { return nil }
        return try storing {
            var pledges: [PledgeHistory] = []
            for pledge in try pledgeRows(where: "need = ? ORDER BY code", [code], movingBy: rule) {
                let lines = try SupportLine.fetch(db, where: "pledge = ? ORDER BY moment, id", [pledge.pledge.code])
                pledges.append(PledgeHistory(row: pledge, lines: lines))
            }
            let declines = try declineRows(where: "need = ? ORDER BY moment, institution", [code])
            return NeedSupport(row: row, pledges: pledges, declines: declines)
        }
    }

    /// A pledge with every line and who said it; nil when there is none of that code.
    ///
    /// - Throws: what the store reports.
    public func pledgeHistory(_ code: String) throws(DecideError) -> PledgeHistory? {
        try storing {
            guard let row = try pledgeRows(where: "code = ?", [code]).first else { return nil }
            return PledgeHistory(
                row: row, lines: try SupportLine.fetch(db, where: "pledge = ? ORDER BY moment, id", [code]))
        }
    }

    /// How a pledge stands; nil when there is none of that code.
    ///
    /// - Throws: what the store reports.
    public func pledgeRow(_ code: String) throws(DecideError) -> PledgeRow? {
        try storing { try pledgeRows(where: "code = ?", [code]).first }
    }

    /// Who is late with what, the longest first.
    ///
    /// - Parameter limit: how many at most.
    /// - Throws: what the store reports.
    public func latePledges(_ rule: SupportRule, limit: Int = 1_000) throws(DecideError) -> [PledgeRow] {
        try storing {
            try pledgeRows(
                where: "awaited = 1 AND due < ? ORDER BY due, need, code LIMIT ?", [rule.today.iso, limit])
        }
    }

    /// The pledges for the open needs of a camp, point, group, campaign or congress, by need and code.
    ///
    /// - Throws: what the store reports.
    public func pledges(for target: NeedTarget) throws(DecideError) -> [PledgeRow] {
        let open = try needs(of: target).filter { $0.state == .open }
        return try storing {
            try open.flatMap { try pledgeRows(where: "need = ? ORDER BY code", [$0.code]) }
        }
    }

    /// Declines that a condition on their table picks, in its order.
    func declineRows(where condition: String, _ arguments: StatementArguments) throws -> [DeclineRow] {
        try Decline.fetch(db, where: condition, arguments).compactMap { decline in
            guard let need = try Need.fetch(db, key: decline.need) else { return nil }
            let name = try SupportTable.name(of: decline.institution, db)
            return DeclineRow(decline: decline, institutionName: name ?? decline.institution, need: need)
        }
    }

    /// Pledges that a condition on their table picks, in its order.
    ///
    /// - Parameter rule: by which it is told where each could go; nil where that is not asked.
    func pledgeRows(
        where condition: String, _ arguments: StatementArguments, movingBy rule: SupportRule? = nil
    ) throws -> [PledgeRow] {
        let pledges = try Pledge.fetch(db, where: condition, arguments)
        let sums = try db.cachedStatement(
            sql: "SELECT dispatched, delivered, confirmed, words, heard FROM pledges WHERE code = ?")
        var rows: [PledgeRow] = []
        for pledge in pledges {
            guard let row = try Row.fetchOne(sums, arguments: [pledge.code]),
                let need = try Need.fetch(db, key: pledge.need)
            else { continue }
            let standing = PledgeStanding(
                pledge, dispatched: try row.figure(0), delivered: try row.figure(1), confirmed: try row.figure(2),
                hasReceiversWord: try row.figure(3) > 0, heardAt: try row.moment(4) ?? pledge.at)
            rows.append(
                PledgeRow(
                    standing: standing,
                    institutionName: try SupportTable.name(of: pledge.institution, db) ?? pledge.institution,
                    need: need,
                    targetName: try need.target.flatMap { try NeedsTable.name(of: $0, db) },
                    move: try rule.flatMap { try moveOffer(ofPledge: pledge.code, $0) }))
        }
        return rows
    }
}
