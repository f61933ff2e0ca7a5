/// How much of a need is promised, sent, delivered and confirmed, in its unit. It is derived from the pledges and their
/// lines, whenever it is asked for, and never stored by addition.
///
///     let cover = Cover(of: need, pledges: standings)
///     (cover.requested, cover.pledged, cover.overlap)  // (500, 550, 50)
public struct Cover: Hashable, Sendable {
    public let requested: Int
    /// What the pledges come to; one that no longer stands counts by what it delivered.
    public let pledged: Int
    public let dispatched: Int
    /// By the givers' word.
    public let delivered: Int
    /// By the receiver's word.
    public let confirmed: Int

    public init(requested: Int, pledged: Int = 0, dispatched: Int = 0, delivered: Int = 0, confirmed: Int = 0) {
        self.requested = requested
        self.pledged = pledged
        self.dispatched = dispatched
        self.delivered = delivered
        self.confirmed = confirmed
    }

    /// What these pledges for a need come to.
    public init(of need: Need, pledges: [PledgeStanding]) {
        self.init(
            requested: need.quantity, pledged: pledges.reduce(0) { $0 + $1.promised },
            dispatched: pledges.reduce(0) { $0 + $1.dispatched }, delivered: pledges.reduce(0) { $0 + $1.delivered },
            confirmed: pledges.reduce(0) { $0 + $1.confirmed })
    }

    /// What nobody has promised.
    public var gap: Int { max(0, requested - pledged) }
    /// What was promised beyond the need.
    public var overlap: Int { max(0, pledged - requested) }
    /// What has not come. A promise is not cover.
    public var uncovered: Int { max(0, requested - delivered) }
    /// ``uncovered`` as a share of what was asked for, 0…1.
    public var uncoveredShare: Double { requested > 0 ? Double(uncovered) / Double(requested) : 0 }
    /// Whether nobody has promised any of it.
    public var isUntaken: Bool { pledged == 0 }
}
