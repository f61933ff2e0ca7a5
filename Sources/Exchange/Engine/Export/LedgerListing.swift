import Domain
import Persian
import Store

/// The history, the newest entry first.
enum LedgerListing: Listing {
    static let id = "ledger"
    static let title = Phrase(fa: "رویداد", en: "entry")
    static let shows = RecordKind.all

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showEntry(code, question, reader)
    }

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

extension Showing {
    fileprivate mutating func showEntry(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        guard let entry = try reader.entry(latinDigits(code)) else {
            let kind = RecordKind("entry", ListingKind.ledger.singular)
            throw .refused(.notFound(kind, code, field: "code"))
        }
        json = entry.json(question.masking)
        for member in json.members ?? [] where member.value != .null {
            let text = member.value.plainText
            facts.append((Phrase(fa: member.name, en: member.name), Phrase(fa: text, en: text)))
        }
    }
}
