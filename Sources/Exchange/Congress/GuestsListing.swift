import Domain
import Persian
import Store

/// Guests in the order of the protocol, in the columns of the sheet from which they are invited.
enum GuestsListing: RecordListing {
    typealias Item = Guest
    static let id = "guests"

    static func headers(_ language: Language) -> [String] {
        GuestsSheet.written.map { GuestsSheet.header(of: $0, in: language) }
            + [Phrase(fa: "ورود", en: "came in"), Phrase(fa: "صندلی", en: "seats inside")].map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Guest.self, matching: question.filter, limit: question.limit) { (guest) throws(DecideError) in
            let cells = GuestsSheet.written.map { column in
                switch column {
                case .code: guest.code
                case .name: guest.name
                case .lastName: ""
                case .title: guest.title ?? ""
                case .category: guest.category.phrase[question.language]
                case .rank: String(guest.rank)
                case .companions: String(guest.companions)
                case .congress: guest.congress
                case .state: guest.state(on: question.day).phrase[question.language]
                }
            }
            let cameIn = guest.visits.last.map {
                "\($0.from.day(in: .tehran).jalaliText(.english)) \($0.from.clockText(in: .tehran))"
            }
            let inside = guest.seatsInside(on: question.day)
            let json = guest.json(question.masking).adding([.init("inside", .integer(inside))])
            try body(ListingRow(cells: cells + [cameIn ?? "", String(inside)], json: json))
        }
    }
}
