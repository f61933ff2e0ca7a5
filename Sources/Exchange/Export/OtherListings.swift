import Domain
import Persian
import Store

/// A kind whose sheet is its columns as they are.
protocol PlainListing: Listing {
    associatedtype Item: Record
    /// Whether the code by which a record is taken out stands beside the columns, as none of them tells it.
    static var showsKey: Bool { get }
}

extension PlainListing {
    static var showsKey: Bool { false }

    static func headers(_ language: Language) -> [String] {
        Item.columns.map { $0.phrase[language] } + (showsKey ? [recordCode[language]] : [])
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Item.self, matching: question.filter, limit: question.limit) { (item) throws(DecideError) in
            guard showsKey else {
                return try body(ListingRow(cells: question.cells(item), json: item.json(question.masking)))
            }
            let key = item.key(question.masking)
            try body(
                ListingRow(
                    cells: question.cells(item) + [key],
                    json: item.json(question.masking).adding([.init("code", .string(key))])))
        }
    }
}

/// What a record without a code of its own is called by when it is taken out.
let recordCode = Phrase(fa: "شناسه رکورد", en: "record code")

enum CouncilsListing: BodiesListing { typealias Item = Council }
enum BasesListing: BodiesListing { typealias Item = Base }

/// Councils and bases with those who head them and tell their work.
protocol BodiesListing: Listing {
    associatedtype Item: Body
}

extension BodiesListing {
    static func headers(_ language: Language) -> [String] {
        Item.columns.map { $0.phrase[language] }
            + Office.allCases.flatMap { office in
                [
                    office.phrase[language],
                    Phrase(fa: "کد ملی \(office.phrase)", en: "national ID of the \(office.phrase)")[language],
                ]
            }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Item.self, matching: question.filter, limit: question.limit) { (item) throws(DecideError) in
            var cells = question.cells(item)
            var members: [JSON.Member] = []
            for office in Office.allCases {
                let holder = try reader.holder(of: item.key, office, on: question.day)
                cells += [holder?.fullName ?? "", question.mask(holder?.nationalID)]
                members.append(.init(office.rawValue, question.masked(holder?.nationalID)))
            }
            try body(ListingRow(cells: cells, json: item.json(question.masking).adding(members)))
        }
    }
}

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
