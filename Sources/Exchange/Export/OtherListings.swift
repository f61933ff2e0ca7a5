import Domain
import Persian
import Store

/// A kind whose sheet is its columns as they are.
protocol PlainListing: Listing {
    associatedtype Item: Record
}

extension PlainListing {
    static func headers(_ language: Language) -> [String] { Item.columns.map { $0.phrase[language] } }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Item.self, matching: question.filter, limit: question.limit) { (item) throws(DecideError) in
            try body(ListingRow(cells: question.cells(item), json: item.json(question.masking)))
        }
    }
}

enum CouncilsListing: PlainListing { typealias Item = Council }
enum BasesListing: PlainListing { typealias Item = Base }
enum StaffListing: PlainListing { typealias Item = Staff }
enum PacksListing: PlainListing { typealias Item = Pack }

/// The history, the newest entry first.
enum LedgerListing: Listing {
    static func headers(_ language: Language) -> [String] {
        [
            Phrase(fa: "شماره", en: "number"), Phrase(fa: "زمان", en: "time"), Phrase(fa: "کاربر", en: "account"),
            Phrase(fa: "فرمان", en: "command"), Phrase(fa: "عنوان", en: "title"),
            Phrase(fa: "رکوردها", en: "records"), Phrase(fa: "علت", en: "reason"), Phrase(fa: "شناسه", en: "id"),
        ].map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        for entry in try reader.ledger(matching: question.filter, limit: question.limit) {
            let time = entry.at.clockText(in: .tehran)
            let keys = entry.changes.map { $0.record.key(question.masking) }
            let cells = [
                String(entry.number), "\(entry.at.day(in: .tehran).jalaliText(.english)) \(time)", entry.account,
                entry.command, entry.title[question.language], joinedList(keys), entry.reason ?? "", entry.id,
            ]
            try body(ListingRow(cells: cells, json: entry.json(question.masking)))
        }
    }
}
