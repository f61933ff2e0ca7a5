import Persian

/// One look of a door at a guest: going in or going out.
public struct DoorScan: JSONValue {
    public var at: Moment
    public var isIn: Bool
    /// How many people came along; 0 on the way out.
    public var companions: Int
    /// Where the door stands: a machine of the office, or a pack.
    public var station: String

    public init(at: Moment, isIn: Bool, companions: Int, station: String) {
        self.at = at
        self.isIn = isIn
        self.companions = companions
        self.station = station
    }

    public init?(_ json: JSON) {
        guard let at = json["at"].flatMap(Moment.init), let way = json["way"]?.string,
            let companions = json["companions"]?.integer, let station = json["station"]?.string
        else { return nil }
        self.init(at: at, isIn: way == "in", companions: companions, station: station)
    }

    public var json: JSON {
        .object([
            .init("at", at.json), .init("way", .string(isIn ? "in" : "out")), .init("companions", .integer(companions)),
            .init("station", .string(station)),
        ])
    }
    public static var isStructured: Bool { true }

    public func display(_ language: Language) -> String {
        let way = isIn ? Phrase(fa: "ورود", en: "in") : Phrase(fa: "خروج", en: "out")
        return "\(way[language]) \(at.display(language))"
    }
}

/// A stay inside, from one check-in to the check-out after it.
public struct Visit: Hashable, Sendable {
    public let from: Moment
    /// Nil as long as the guest is inside.
    public var to: Moment?
    public let companions: Int
    public let station: String

    public var seats: Int { 1 + companions }
}

extension DoorScan {
    private var day: Day { at.day(in: .tehran) }

    /// Whether it says what one beside it says already. Whoever comes in on another day comes anew: at night nobody
    /// scans the guests out.
    fileprivate func repeats(_ other: DoorScan) -> Bool { isIn == other.isIn && (!isIn || day == other.day) }
}

extension Guest {
    /// What the scans come to. Of several check-ins in a row on one day the first counts, and so of check-outs; a
    /// check-in on another day ends the visit before it.
    ///
    /// Doors without a network do not know of each other. The scans of all of them, put in the order of time, tell the
    /// same visits whichever door's pack comes home first.
    public var visits: [Visit] {
        var visits: [Visit] = []
        for scan in scans {
            let inside = visits.last.flatMap { $0.to == nil ? $0.from.day(in: .tehran) : nil }
            if scan.isIn, inside != scan.at.day(in: .tehran) {
                if inside != nil { visits[visits.count - 1].to = scan.at }
                visits.append(Visit(from: scan.at, companions: scan.companions, station: scan.station))
            } else if !scan.isIn, inside != nil {
                visits[visits.count - 1].to = scan.at
            }
        }
        return visits
    }

    /// The visit that is not over yet.
    public var visit: Visit? { visits.last.flatMap { $0.to == nil ? $0 : nil } }
    public var isInside: Bool { scans.last?.isIn == true }
    /// The seats that the guest and the companions take until somebody scans them out or they come in anew.
    public var seatsInside: Int { visit?.seats ?? 0 }

    /// The seats that they take on a day: at night nobody scans the guests out, and whoever came in on another day has
    /// gone since.
    public func seatsInside(on day: Day) -> Int {
        guard let visit, visit.from.day(in: .tehran) == day else { return 0 }
        return visit.seats
    }

    /// How the guest stands on a day: whoever came in on another one has left since, though nobody scanned the way out.
    public func state(on day: Day) -> GuestState {
        state == .checkedIn && seatsInside(on: day) == 0 ? .checkedOut : state
    }

    /// The visit during which a moment falls.
    func visit(at moment: Moment) -> Visit? {
        visits.last { $0.from <= moment && ($0.to.map { moment <= $0 } ?? true) }
    }

    /// What a door that knows all other scans sees now: never before the last of them, whatever its clock says.
    func scan(isIn: Bool, companions: Int, _ envelope: Envelope) -> DoorScan {
        let at = envelope.origin == nil ? max(envelope.at, scans.last?.at ?? envelope.at) : envelope.at
        return DoorScan(at: at, isIn: isIn, companions: companions, station: envelope.station)
    }

    /// Where a scan belongs: last for a door that knows of all others, else by its time and then its station.
    private func place(of scan: DoorScan, _ envelope: Envelope) -> Int {
        guard envelope.origin != nil else { return scans.count }
        let last = scans.lastIndex { ($0.at.milliseconds, $0.station) <= (scan.at.milliseconds, scan.station) }
        return last.map { $0 + 1 } ?? 0
    }

    /// Whether a scan says what one beside it said already.
    func repeats(_ scan: DoorScan, _ envelope: Envelope) -> Bool {
        let place = place(of: scan, envelope)
        let before = place > 0 && scan.repeats(scans[place - 1])
        return before || place < scans.count && scan.repeats(scans[place])
    }

    /// The guest after a scan. Of an invitation that was revoked nothing changes but what the doors saw.
    func after(_ scan: DoorScan, _ envelope: Envelope) -> Guest {
        var guest = self
        guest.scans.insert(scan, at: place(of: scan, envelope))
        if state != .revoked { guest.state = guest.isInside ? .checkedIn : .checkedOut }
        return guest
    }
}
