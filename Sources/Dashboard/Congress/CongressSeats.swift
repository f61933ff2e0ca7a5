import Domain
import Persian
import Store

/// The newest edition of the congress, its largest hall, and how many guests are expected and inside: what the guests' list
/// and the door stand against.
struct CongressSeats {
    var edition: Congress?
    var hall: Hall?
    var counts = GuestCounts()
}

extension Reader {
    func congressSeats(on day: Day) throws(DecideError) -> CongressSeats {
        guard let edition = try newestCongress() else { return CongressSeats() }
        return CongressSeats(
            edition: edition, hall: try largestHall(ofCongress: edition.year),
            counts: try guestCounts(ofCongress: edition.year, on: day))
    }
}
