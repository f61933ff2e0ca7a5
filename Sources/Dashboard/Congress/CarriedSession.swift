import Domain
import Persian
import Store

/// A session that was picked up, and where it would be put down.
struct CarriedSession {
    private(set) var session: CongressSession
    /// Where it stood.
    let origin: CongressSession
    /// What the rules have against this place and time.
    private(set) var objection: Refusal?

    init(_ session: CongressSession) {
        self.session = session
        origin = session
    }

    var isMoved: Bool { session != origin }

    mutating func shift(minutes: Int) {
        let step = Int64(minutes) * 60_000
        session.from = Moment(milliseconds: session.from.milliseconds + step)
        session.to = Moment(milliseconds: session.to.milliseconds + step)
    }

    mutating func carry(to hall: Hall) { session.hall = hall.code }

    mutating func load(from reader: Reader) throws(DecideError) { objection = try reader.objection(to: session) }

    /// The command that puts it down here.
    var sending: Sending {
        Sending(
            SessionMove.self,
            [
                .init("code", .string(session.code)), .init("hall", .string(session.hall)),
                .init("from", .string(session.from.iso(in: .tehran))),
                .init("to", .string(session.to.iso(in: .tehran))),
            ], version: origin.version)
    }
}
