import Persian

/// Where a command comes from that was given elsewhere and is taken in only now, and what was known there.
///
/// Whoever gave it saw the office as it was at ``seen``. What the office did since is never overwritten (`stale`); of
/// what two stations did, neither of which knew of the other, the command that was given last stands.
public struct Origin: Sendable {
    /// The machine, pack or office that it was given at, as the ledger names it.
    public let station: String
    /// The number of the office's last ledger entry that was seen there; for a command that was mended on a screen of
    /// the office, the last that the screen showed.
    public let seen: Int
    /// By whose leave the station works for accounts of the office. Nil gives no leave: whoever takes the command in
    /// has to be allowed to act for its account.
    public let authority: (any Authority)?

    public init(station: String, seen: Int, authority: (any Authority)? = nil) {
        self.station = station
        self.seen = seen
        self.authority = authority
    }
}

/// By whose leave a station works on its own: what may be given there, and as whom.
public protocol Authority: Sendable {
    /// The one station that it is for.
    var station: String { get }

    /// Holds a command to it that is given at the station.
    ///
    /// - Throws: `not-permitted`.
    func check(_ request: Request, in registry: some Registry) throws(DecideError)

    /// Holds a command to it that the office takes in from the station.
    ///
    /// - Parameters:
    ///   - sender: who takes it in.
    ///   - now: the office's time.
    /// - Throws: `not-permitted`, `wrong-state`, `invalid-date`.
    func check(
        _ request: Request, takenInBy sender: Sender, at now: Moment, in registry: some Registry
    ) throws(DecideError)

    /// Holds to it what a command comes to.
    ///
    /// - Throws: `not-permitted`, `unknown-value`.
    func check(_ decision: Decision, of request: Request, in registry: some Registry) throws(DecideError)
}

/// What the rules read about stations.
public protocol StationsRegistry {
    /// By whose leave this file is written to; nil in an office's own.
    func authority() throws(DecideError) -> (any Authority)?
    /// Whether a station works on its own: its commands come in later than they were given.
    func isRemote(_ station: String) throws(DecideError) -> Bool
}

extension Request {
    /// Holds a command to the authority of the file it is sent to, and to that of the station it comes from.
    func checkAuthority(_ sender: Sender, at now: Moment, in registry: some Registry) throws(DecideError) {
        try registry.authority()?.check(self, in: registry)
        guard let origin else { return }
        try origin.authority?.check(self, takenInBy: sender, at: now, in: registry)
        guard let station, station == origin.station else {
            throw .refused(.otherStation(self.station ?? "", origin))
        }
    }

    /// Holds what it comes to to the authority that it is given under.
    func checkAuthority(_ decision: Decision, in registry: some Registry) throws(DecideError) {
        let authority = if let own = origin?.authority { own as (any Authority)? } else { try registry.authority() }
        try authority?.check(decision, of: self, in: registry)
    }
}

extension Envelope {
    /// Judges a command from elsewhere by what was done to a record since its station saw it, and not there.
    ///
    /// Whoever gave it knew nothing of that, and what is newer is never overwritten. What the office did is `stale`.
    /// Between two stations, neither of which the office had seen, the command that was given last stands, by its own
    /// time and then by the station: so they may be taken in in either order. What came to nothing because its own
    /// sender took it back does not count.
    ///
    /// - Returns: whether the record was changed by another station before this command was given, so that the command
    ///   may take that one's place.
    func check<R: Record>(
        _ record: R, unseenBy origin: Origin, in registry: some Registry
    ) throws(DecideError) -> Bool {
        let entries = try registry.entries(touching: [record.id], afterNumber: origin.seen)
        let unseen = entries.filter { $0.station != origin.station }.standing
        for entry in unseen {
            if try !registry.isRemote(entry.station) || isGiven(before: entry.at, at: entry.station) {
                throw .refused(try stale(record, unseen, in: registry))
            }
        }
        return !unseen.isEmpty
    }

    /// Whether another command was given after this one, by its own time; at the same time, by its station.
    func isGiven(before other: Moment, at otherStation: String) -> Bool {
        (at.milliseconds, station) < (other.milliseconds, otherStation)
    }
}

extension Refusal {
    /// `not-permitted`: a command that bears another station than the one it comes from.
    fileprivate static func otherStation(_ station: String, _ origin: Origin) -> Refusal {
        Refusal(
            .notPermitted, field: "station",
            Phrase(
                fa:
                    "این فرمان از ایستگاه \(origin.station) می‌آید، ولی ایستگاه «\(station.excerpt)» را دارد؛ هر ایستگاه تنها فرمان‌های خود را می‌فرستد.",
                en:
                    "This command comes from the station \(origin.station) but bears “\(station.excerpt)”; a station sends its own commands alone."
            ))
    }
}
