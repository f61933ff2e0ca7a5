import Domain
import Persian
import Store

/// A kind whose sheet is its columns as they are.
protocol PlainListing: RecordListing, ColumnListing where Line == Item {
    /// Whether the code by which a record is taken out stands beside the columns, as none of them tells it.
    static var showsKey: Bool { get }
}

extension PlainListing {
    static var showsKey: Bool { false }

    static var columns: [ListingColumn<Item>] {
        let key = ListingColumn<Item>(recordCode, json: "code") { item, question in
            Cell(code: item.key(question.masking))
        }
        return ListingColumn.fields { $0 } + (showsKey ? [key] : [])
    }
}

/// What a record without a code of its own is called by when it is taken out.
let recordCode = Phrase(fa: "شناسه رکورد", en: "record code")
