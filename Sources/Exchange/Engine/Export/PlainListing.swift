import Domain
import Persian
import Store

/// A kind whose sheet is its columns as they are.
protocol PlainListing: RecordListing {
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
