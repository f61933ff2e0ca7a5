import Domain
import GRDB
import Persian

/// What pledges are judged by on a day; see ``Reader/supportRule(on:)``.
public struct SupportRule: Hashable, Sendable {
    public let today: Day
    /// After how many days without a word a pledge is silent; the setting `support.silent`.
    public let silentAfter: Int
    /// The province of the office, where what has no other place is needed; nil where its name is no province's.
    public let home: Province?

    public init(today: Day, silentAfter: Int, home: Province?) {
        self.today = today
        self.silentAfter = silentAfter
        self.home = home
    }

    /// What was heard before that second is silence.
    var silentBefore: Int64 {
        Moment(day: today.advanced(by: 1 - silentAfter), hour: 0, minute: 0, in: .tehran).epochSecond
    }
}

/// What may be wrong with needs and pledges. The figures of the board count by these, and a filter shows what they count.
public enum SupportConcern: Hashable, Sendable {
    /// Needs of which nobody has promised anything.
    case untaken
    /// The same, needed until that day: those of tomorrow sound the alarm.
    case untakenUntil(Day)
    /// Needs of which some is promised, and some by nobody.
    case partly
    /// Needs of which something has not come.
    case uncovered
    /// Needs of which more is promised than is asked for.
    case overlapping
    /// Pledges whose day is past.
    case late
    /// Pledges of which nothing was heard for too long.
    case silent
    /// Pledges of which the receiver's word and the giver's cannot both be right.
    case inDoubt
}

extension SupportConcern {
    /// The open needs that it concerns, as conditions on their table that each begin with a column.
    func conditions(_ rule: SupportRule) -> [(sql: String, arguments: [DatabaseValue])] {
        switch self {
        case .untaken: [("pledged = 0", [])]
        case .untakenUntil(let day): [("pledged = 0", []), ("dayKey <= ?", [day.iso.databaseValue])]
        case .partly: [("pledged > 0", []), ("pledged < quantity", [])]
        case .uncovered: [("delivered < quantity", [])]
        case .overlapping: [("pledged > quantity", [])]
        case .late, .silent, .inDoubt:
            pledges(rule).map { [("code IN (SELECT need FROM pledges WHERE \($0.sql))", $0.arguments)] } ?? []
        }
    }

    /// The pledges that it concerns, as a condition on their table; nil where it is about needs.
    func pledges(_ rule: SupportRule) -> (sql: String, arguments: [DatabaseValue])? {
        switch self {
        case .late: ("awaited = 1 AND due < ?", [rule.today.iso.databaseValue])
        case .silent: ("awaited = 1 AND heard < ?", [rule.silentBefore.databaseValue])
        case .inDoubt: ("inDoubt = 1", [])
        default: nil
        }
    }
}

extension Reader {
    /// What pledges are judged by on a day.
    ///
    /// - Throws: what the store reports.
    public func supportRule(on today: Day) throws(DecideError) -> SupportRule {
        SupportRule(
            today: today, silentAfter: try setting("support.silent").integer ?? 14,
            home: Province(named: try setting("office.name").plainText))
    }
}

extension Province {
    private static let byStoredName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name.fa, $0) })

    /// The province of a name in the one spelling in which the file keeps it; nil for none.
    init?(stored name: String?) {
        guard let name, let known = Self.byStoredName[name] ?? Province(named: name) else { return nil }
        self = known
    }
}
