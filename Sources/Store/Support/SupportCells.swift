import Domain
import GRDB
import Persian

/// What one institution has to do with one need: a cell of the board. It sums up all its pledges for it.
public struct SupportCell: Hashable, Sendable {
    /// The institution's code.
    public let institution: String
    /// What its pledges come to: one that no longer stands counts by what it delivered.
    public let promised: Int
    public let dispatched: Int
    public let delivered: Int
    public let confirmed: Int
    /// For how many days the day of a pledge is past, the longest; 0 when none is late.
    public let daysLate: Int
    public let isSilent: Bool
    public let isInDoubt: Bool
    /// Whether it withdrew one of its pledges.
    public let isWithdrawn: Bool
    /// Why it will not help, though it was asked; nil when it did not decline.
    public let declineReason: String?
    /// When something was last heard of it: of its pledges, or of its declining.
    public let heardAt: Moment
    /// The codes of its pledges that stand, by code; then of those that no longer do.
    public let pledges: [String]
    /// How many of these stand.
    public let standing: Int
    /// Whether all its standing pledges are delivered in full; false for none.
    public let isKept: Bool

    public var isLate: Bool { daysLate > 0 }
    public var isDeclined: Bool { declineReason != nil }
}

extension Reader {
    func cells(of need: Need, _ rule: SupportRule) throws -> [SupportCell] {
        var cells: [String: CellSums] = [:]
        let pledges = try Row.fetchCursor(db.cachedStatement(sql: Self.cellsSQL), arguments: [need.code])
        while let row = try pledges.next() {
            let institution: String = row[0]
            try cells[institution, default: CellSums()].add(row, rule)
        }
        let declines = try Row.fetchCursor(db.cachedStatement(sql: Self.declinesSQL), arguments: [need.code])
        while let row = try declines.next() {
            let institution: String = row[0]
            cells[institution, default: CellSums()].decline(at: try row.moment(1), because: row[2])
        }
        return cells.sorted { $0.key < $1.key }.map { $1.cell(of: $0) }
    }

    static let cellsSQL = """
        SELECT institution, code, state, quantity, dispatched, delivered, confirmed, inDoubt, heard, awaited, due
        FROM pledges WHERE need = ? ORDER BY code
        """
    static let declinesSQL = "SELECT institution, moment, reason FROM declines WHERE need = ?"
}

/// The sums of a cell while its pledges are read.
private struct CellSums {
    private var promised = 0
    private var dispatched = 0
    private var delivered = 0
    private var confirmed = 0
    private var daysLate = 0
    private var isSilent = false
    private var isInDoubt = false
    private var isWithdrawn = false
    private var declineReason: String?
    private var isKept = true
    private var heardAt = Moment(milliseconds: 0)
    private var standing: [String] = []
    private var former: [String] = []

    /// Takes a row of ``Reader/cellsSQL``.
    mutating func add(_ row: Row, _ rule: SupportRule) throws {
        let state: String = row[2]
        let isStanding = state == PledgeState.pledged.rawValue
        let (quantity, came, said) = (try row.figure(3), try row.figure(5), try row.figure(6))
        let isAwaited = row[9] as Bool
        promised += isStanding ? quantity : came
        dispatched += try row.figure(4)
        delivered += came
        confirmed += said
        if row[7] as Bool { isInDoubt = true }
        if isAwaited, let due = (row[10] as String?).flatMap(Day.init(iso:)) {
            daysLate = max(daysLate, rule.today - due)
        }
        if isAwaited, (row[8] as Int64) < rule.silentBefore { isSilent = true }
        if state == PledgeState.withdrawn.rawValue { isWithdrawn = true }
        if isStanding { standing.append(row[1]) } else { former.append(row[1]) }
        if isStanding, came < quantity { isKept = false }
        heardAt = max(heardAt, try row.moment(8) ?? heardAt)
    }

    mutating func decline(at moment: Moment?, because reason: String) {
        declineReason = reason
        heardAt = max(heardAt, moment ?? heardAt)
    }

    func cell(of institution: String) -> SupportCell {
        SupportCell(
            institution: institution, promised: promised, dispatched: dispatched, delivered: delivered,
            confirmed: confirmed, daysLate: daysLate, isSilent: isSilent, isInDoubt: isInDoubt,
            isWithdrawn: isWithdrawn, declineReason: declineReason, heardAt: heardAt, pledges: standing + former,
            standing: standing.count,
            isKept: !standing.isEmpty && isKept)
    }
}
