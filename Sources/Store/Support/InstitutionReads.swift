import Domain
import GRDB
import Persian

/// What an institution promised and what came of it, in pledges: their quantities are of different units.
public struct InstitutionFigures: Hashable, Sendable {
    /// Pledges that stand.
    public let promised: Int
    /// Of these: delivered in full; still to come; late; silent.
    public let kept: Int
    public let awaited: Int
    public let late: Int
    public let silent: Int
    /// Pledges of which the receiver's word and the giver's cannot both be right, withdrawn ones too.
    public let inDoubt: Int
    public let withdrawn: Int
    /// Needs that it was asked for and will not help with.
    public let declined: Int
    /// How often it gave spiritual support.
    public let spiritual: Int
}

/// What a list says of an institution.
public struct InstitutionRow: Hashable, Sendable {
    public let institution: Institution
    public let figures: InstitutionFigures
}

/// Which pledges of an institution its page shows.
public enum PledgeChoice: Hashable, Sendable {
    case all, standing, kept, late, silent, inDoubt, withdrawn
}

/// Spiritual support as lists and pages tell it.
public struct SpiritualRow: Hashable, Sendable {
    public let support: SpiritualSupport
    public let institutionName: String
    /// What the camp, point, group or congress is called; nil when it is not there.
    public let targetName: String?
}

extension Reader {
    /// What the list of institutions says of the one at a place of `window(of: Institution.kind, …)`; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func institutionRow(at place: ListPlace, _ rule: SupportRule) throws(DecideError) -> InstitutionRow? {
        guard let institution = try record(Institution.self, at: place) else { return nil }
        return InstitutionRow(institution: institution, figures: try institutionFigures(institution.code, rule))
    }

    /// What an institution promised and what came of it, counted from one index.
    ///
    /// - Throws: what the store reports.
    public func institutionFigures(_ code: String, _ rule: SupportRule) throws(DecideError) -> InstitutionFigures {
        try storing {
            let statement = try db.cachedStatement(sql: Self.figuresSQL)
            let row = try Row.fetchOne(statement, arguments: [code, rule.today.iso, rule.silentBefore])
            func count(_ table: String) throws -> Int {
                let sql = "SELECT count(*) FROM \(table) WHERE institution = ?"
                return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [code]) ?? 0
            }
            func figure(_ index: Int) throws -> Int { try row?.figure(index) ?? 0 }
            return InstitutionFigures(
                promised: try figure(0), kept: try figure(1), awaited: try figure(2), late: try figure(3),
                silent: try figure(4), inDoubt: try figure(5), withdrawn: try figure(6),
                declined: try count("declines"), spiritual: try count("supports"))
        }
    }

    static let figuresSQL = """
        SELECT sum(state = 'pledged'), sum(state = 'pledged' AND delivered >= quantity), sum(awaited),
            sum(awaited AND ifnull(due < ?2, 0)), sum(awaited AND heard < ?3),
            sum(inDoubt), sum(state = 'withdrawn')
        FROM pledges WHERE institution = ?1
        """

    /// The pledges of an institution: those still to come first, the soonest due first; then the others.
    ///
    /// - Throws: what the store reports.
    public func pledges(
        ofInstitution code: String, _ rule: SupportRule, only choice: PledgeChoice = .all, limit: Int
    ) throws(DecideError) -> [PledgeRow] {
        let (condition, arguments) = choice.condition(rule)
        return try storing {
            try pledgeRows(
                where: "institution = ?\(condition) ORDER BY awaited DESC, due, code LIMIT ?",
                [code] + StatementArguments(arguments) + [limit], movingBy: rule)
        }
    }

    /// What an institution declined, the latest first: the needs, and why.
    ///
    /// - Throws: what the store reports.
    public func declines(ofInstitution code: String, limit: Int) throws(DecideError) -> [DeclineRow] {
        try storing {
            try declineRows(where: "institution = ? ORDER BY moment DESC, need LIMIT ?", [code, limit])
        }
    }

    // MARK: Spiritual support

    /// What an institution gave of the spirit, the latest first.
    ///
    /// - Throws: what the store reports.
    public func spiritualSupport(ofInstitution code: String, limit: Int) throws(DecideError) -> [SpiritualRow] {
        try storing { try spiritualRows("institution = ?", [code, limit]) }
    }

    /// What was given to a camp, point, group, campaign or congress, the latest first.
    ///
    /// - Throws: what the store reports.
    public func spiritualSupport(of target: NeedTarget, limit: Int) throws(DecideError) -> [SpiritualRow] {
        try storing { try spiritualRows("\"\(target.subject.rawValue)\" = ?", [target.code, limit]) }
    }

    /// What the list of spiritual support says at a place of `window(of: SpiritualSupport.kind, …)`, where the latest stands
    /// first; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func spiritualRow(at place: ListPlace) throws(DecideError) -> SpiritualRow? {
        try storing { try SpiritualSupport.fetch(db, where: "rowid = ?", [place.row]).first.map(spiritualRow) }
    }

    private func spiritualRows(_ condition: String, _ arguments: StatementArguments) throws -> [SpiritualRow] {
        try SpiritualSupport.fetch(db, where: "\(condition) ORDER BY \"on\" DESC, code LIMIT ?", arguments)
            .map(spiritualRow)
    }

    private func spiritualRow(_ support: SpiritualSupport) throws -> SpiritualRow {
        SpiritualRow(
            support: support,
            institutionName: try SupportTable.name(of: support.institution, db) ?? support.institution,
            targetName: try support.target.flatMap { try NeedsTable.name(of: $0, db) })
    }
}

extension PledgeChoice {
    /// A condition that follows another.
    fileprivate func condition(_ rule: SupportRule) -> (sql: String, arguments: [DatabaseValue]) {
        func concern(_ concern: SupportConcern) -> (String, [DatabaseValue]) {
            concern.pledges(rule).map { (" AND \($0.sql)", $0.arguments) } ?? ("", [])
        }
        return switch self {
        case .all: ("", [])
        case .standing: (" AND state = 'pledged'", [])
        case .kept: (" AND state = 'pledged' AND delivered >= quantity", [])
        case .late: concern(.late)
        case .silent: concern(.silent)
        case .inDoubt: concern(.inDoubt)
        case .withdrawn: (" AND state = 'withdrawn'", [])
        }
    }
}
