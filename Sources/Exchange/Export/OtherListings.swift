import Domain
import Persian
import Store

/// A kind whose sheet is its columns as they are.
protocol PlainListing: Listing {
    associatedtype Item: Record
}

extension PlainListing {
    static var headers: [String] { Item.columns.map(\.phrase.fa) }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Item.self, matching: question.filter, limit: question.limit) { (item) throws(DecideError) in
            let cells = Item.columns.map { latinDigits(item.display($0, .persian, question.masking)) }
            try body(ListingRow(cells: cells, json: item.json(question.masking)))
        }
    }
}

enum CouncilsListing: PlainListing { typealias Item = Council }
enum BasesListing: PlainListing { typealias Item = Base }
enum StaffListing: PlainListing { typealias Item = Staff }

/// The history, the newest entry first.
enum LedgerListing: Listing {
    static let headers = ["شماره", "زمان", "کاربر", "فرمان", "عنوان", "رکوردها", "علت", "شناسه"]

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        for entry in try reader.ledger(matching: question.filter, limit: question.limit) {
            let clock = entry.at.clock(in: .tehran)
            let time = "\(clock.hour < 10 ? "0" : "")\(clock.hour):\(clock.minute < 10 ? "0" : "")\(clock.minute)"
            let keys = entry.changes.map { $0.record.key(question.masking) }
            let cells = [
                String(entry.number), "\(entry.at.day(in: .tehran).jalaliText(.english)) \(time)", entry.account,
                entry.command, entry.title.fa, joinedList(keys), entry.reason ?? "", entry.id,
            ]
            try body(ListingRow(cells: cells, json: entry.json(question.masking)))
        }
    }
}
