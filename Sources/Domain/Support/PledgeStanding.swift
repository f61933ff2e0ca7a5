import Persian

/// How a pledge stands: the sums of its lines, and what follows of them on a day.
public struct PledgeStanding: Hashable, Sendable {
    public let pledge: Pledge
    public let dispatched: Int
    /// By the giver's word.
    public let delivered: Int
    /// By the receiver's word.
    public let confirmed: Int
    /// Whether the receiver said anything, be it that nothing came.
    public let hasReceiversWord: Bool
    /// When something was last heard of it.
    public let heardAt: Moment

    /// - Parameter lines: those of this pledge, in any order.
    public init(_ pledge: Pledge, lines: [SupportLine]) {
        self.pledge = pledge
        func sum(_ step: SupportStep) -> Int { lines.reduce(0) { $0 + ($1.step == step ? $1.quantity : 0) } }
        dispatched = sum(.dispatched)
        delivered = sum(.delivered)
        confirmed = sum(.confirmed)
        hasReceiversWord = lines.contains { $0.step == .confirmed }
        heardAt = lines.map(\.at).max().map { max($0, pledge.at) } ?? pledge.at
    }

    /// Of sums that were made before, as the file holds them.
    public init(
        _ pledge: Pledge, dispatched: Int, delivered: Int, confirmed: Int, hasReceiversWord: Bool, heardAt: Moment
    ) {
        self.pledge = pledge
        self.dispatched = dispatched
        self.delivered = delivered
        self.confirmed = confirmed
        self.hasReceiversWord = hasReceiversWord
        self.heardAt = heardAt
    }

    /// What it comes to among the promises: all of it while it stands, else what it delivered.
    public var promised: Int { pledge.state == .pledged ? pledge.quantity : delivered }
    /// What may still be sent of it, or moved to another need.
    public var undispatched: Int { pledge.state == .pledged ? max(0, pledge.quantity - dispatched) : 0 }

    /// Whether it was delivered in full.
    public var isKept: Bool { pledge.state == .pledged && delivered >= pledge.quantity }
    /// Whether the two words cannot both be right: the receiver's is below the giver's, or above all that was ever sent.
    public var isInDoubt: Bool { hasReceiversWord && (confirmed < delivered || confirmed > dispatched) }

    /// Whether something is still to come of it: it stands, is not kept, and the need is open.
    public func isAwaited(for need: Need) -> Bool { pledge.state == .pledged && !isKept && need.state == .open }

    /// The day until which it is to be delivered.
    public func dueBy(for need: Need) -> Day? { pledge.dueBy ?? need.neededBy }

    /// Whether its day is past and it is still awaited.
    public func isLate(for need: Need, on today: Day) -> Bool {
        isAwaited(for: need) && dueBy(for: need).map { $0 < today } ?? false
    }

    /// For how many days its day is past; 0 while it is not late.
    public func daysLate(for need: Need, on today: Day) -> Int {
        guard isLate(for: need, on: today), let due = dueBy(for: need) else { return 0 }
        return today - due
    }

    /// Whether it is awaited and nothing was heard of it for so many days; see the setting `support.silent`.
    public func isSilent(for need: Need, on today: Day, after days: Int) -> Bool {
        isAwaited(for: need) && today - heardAt.day(in: .tehran) >= days
    }
}

extension Registry {
    /// How a pledge stands.
    func standing(of pledge: Pledge) throws(DecideError) -> PledgeStanding {
        PledgeStanding(pledge, lines: try supportLines(of: pledge.code))
    }

    /// How all pledges for a need stand, by code.
    func standings(for need: String) throws(DecideError) -> [PledgeStanding] {
        var standings: [PledgeStanding] = []
        for pledge in try pledges(for: need) { standings.append(try standing(of: pledge)) }
        return standings
    }

    /// The need that a line is about; nil when it, or the pledge, is gone.
    func need(of line: SupportLine) throws(DecideError) -> Need? {
        guard let pledge = try find(Pledge.self, key: line.pledge) else { return nil }
        return try find(Need.self, key: pledge.need)
    }
}
