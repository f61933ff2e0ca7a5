import Domain
import GRDB
import Persian

/// Which open needs the synergy board shows. What is nil or empty lets everything through; all that is given must hold.
public struct SupportFilter: Hashable, Sendable {
    /// Words of the need, of whom it is for, or codes.
    public var text: Filter
    /// Those of one camp, point, group, campaign or congress.
    public var target: NeedTarget?
    /// Those in one province; what has no place of its own counts to the office's.
    public var province: Province?
    /// Those of one item, however it is spelt.
    public var item: String?
    /// Those that an institution has promised something of, or declined: its code.
    public var institution: String?
    public var urgency: Urgency?
    public var concern: SupportConcern?

    public init(
        text: Filter = Filter(), target: NeedTarget? = nil, province: Province? = nil, item: String? = nil,
        institution: String? = nil, urgency: Urgency? = nil, concern: SupportConcern? = nil
    ) {
        self.text = text
        self.target = target
        self.province = province
        self.item = item
        self.institution = institution
        self.urgency = urgency
        self.concern = concern
    }

    /// Whether it lets every open need through.
    public var isEmpty: Bool { self == SupportFilter() }
}

extension SupportFilter {
    /// Whether the index by state and urgency answers it.
    var isByUrgencyAlone: Bool { self == SupportFilter(text: text, urgency: urgency) }

    /// Conditions on the table of needs that each begin with a column, or with a bracket.
    func conditions(_ rule: SupportRule) -> [(sql: String, arguments: [DatabaseValue])] {
        var conditions: [(sql: String, arguments: [DatabaseValue])] = []
        if let target { conditions.append(("\"\(target.subject.rawValue)\" = ?", [target.code.databaseValue])) }
        if let province {
            let isHome = province == rule.home
            conditions.append(
                (isHome ? "(province = ? OR province IS NULL)" : "province = ?", [province.name.fa.databaseValue]))
        }
        if let item {
            let first = NeedsTable.matchKey(item, "")
            // Another character than the one that ends the item.
            conditions.append(
                ("matchKey >= ?", [first.databaseValue]))
            conditions.append(("matchKey < ?", [(first.dropLast() + "\u{0B}").databaseValue]))
        }
        if let institution {
            conditions.append(
                (
                    """
                    code IN (SELECT need FROM pledges WHERE institution = ?
                        UNION ALL SELECT need FROM declines WHERE institution = ?)
                    """, [institution.databaseValue, institution.databaseValue]
                ))
        }
        if let urgency { conditions.append(("urgency = ?", [urgency.rawValue.databaseValue])) }
        return conditions + (concern?.conditions(rule) ?? [])
    }
}
