import Domain
import Persian
import Store

/// Guests in the order of the protocol, in the columns of the sheet from which they are invited.
enum GuestsListing: RecordListing, ColumnListing {
    typealias Item = Guest
    typealias Line = Guest
    static let id = "guests"

    static let columns: [ListingColumn<Guest>] =
        GuestsSheet.listed(of: { $0 }, [.state: { Cell($0.state(on: $1.day).phrase[$1.language]) }]) + [
            .init(Phrase(fa: "ورود", en: "came in")) { guest, _ in
                guest.visits.last.map { .time(LocalTime($0.from, in: .tehran)) } ?? .empty
            },
            .init(Phrase(fa: "صندلی", en: "seats inside"), json: "inside") { .number($0.seatsInside(on: $1.day)) },
        ]
}
