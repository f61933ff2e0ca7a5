import Persian

/// What time it is: the system's clock, or one moment for tests and rehearsals.
public struct Clock: Sendable {
    private let fixed: Moment?

    public init(fixed: Moment? = nil) { self.fixed = fixed }

    public var isFixed: Bool { fixed != nil }

    /// Whole seconds: the ledger writes no finer ones.
    public func now() -> Moment {
        let moment = fixed ?? .now()
        return Moment(milliseconds: moment.milliseconds / 1000 * 1000)
    }

    /// The office's day.
    public func today() -> Day { now().day(in: .tehran) }
}
