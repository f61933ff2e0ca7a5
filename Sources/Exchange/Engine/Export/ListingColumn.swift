import Domain
import Persian
import Store

/// A column of a listing, said once: what it is called and what it holds of a line. One that shows a field of a record
/// takes both from the field.
///
///     static let columns = ListingColumn.fields(of: \.course) + [
///         .init(Phrase(fa: "جای خالی", en: "free"), json: "free") { line, _ in .number(line.free) }
///     ]
struct ListingColumn<Line>: Sendable {
    let header: Phrase
    /// What JSON calls it, where the record's own JSON does not hold it.
    let json: String?
    let cell: @Sendable (Line, ListingQuestion) -> Cell

    init(
        _ header: Phrase, json: String? = nil, cell: @escaping @Sendable (Line, ListingQuestion) -> Cell
    ) {
        self.header = header
        self.json = json
        self.cell = cell
    }

    /// A column of a record that a line holds.
    init<R: Record>(_ column: Column<R>, of record: @escaping @Sendable (Line) -> R) {
        self.init(column.phrase) { line, question in record(line).cell(column, question.language, question.masking) }
    }

    /// All columns of a record that a line holds.
    static func fields<R: Record>(of record: @escaping @Sendable (Line) -> R) -> [ListingColumn] {
        R.columns.map { ListingColumn($0, of: record) }
    }
}

extension ImportedSheet {
    /// The columns of the sheet as its listing writes them, so that what is exported can be imported again: called as in
    /// the sheet; one that fills a field holds the field.
    ///
    /// - Parameters:
    ///   - keys: those that are written.
    ///   - record: what the fields are read of.
    ///   - derived: what those hold that show no field, or show it otherwise.
    static func listed<Line, R: Record>(
        _ keys: [Column] = written, of record: @escaping @Sendable (Line) -> R,
        _ derived: [Column: @Sendable (Line, ListingQuestion) -> Cell]
    ) -> [ListingColumn<Line>] {
        keys.map { key in
            let header = Phrase(fa: header(of: key, in: .persian), en: header(of: key, in: .english))
            if let cell = derived[key] { return ListingColumn(header, cell: cell) }
            let column = R.columns.first { $0.name == columns[key].field }
            // A test writes every listing.
            guard let column else { preconditionFailure("\(name): nothing is said of \(key)") }
            return ListingColumn(header) { line, question in
                record(line).cell(column, question.language, question.masking)
            }
        }
    }
}

/// A listing whose columns are said each by itself.
protocol ColumnListing: Listing {
    /// What a row of it shows.
    associatedtype Line
    static var columns: [ListingColumn<Line>] { get }
    /// Reads what the question asks for: the lines of each record, mostly one, and the record's JSON.
    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError)
}

extension ColumnListing {
    static func headers(_ language: Language) -> [String] { columns.map { $0.header[language] } }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        let columns = columns
        try read(question, in: reader) { (lines, json) throws(DecideError) in
            let rows = lines.map { line in columns.map { $0.cell(line, question) } }
            let told = zip(columns, rows.first ?? []).compactMap { column, cell in
                column.json.map { JSON.Member($0, cell.json) }
            }
            try body(ListingRow(rows: rows, json: told.isEmpty ? json : json.adding(told)))
        }
    }
}

extension ColumnListing where Self: RecordListing, Line == Item {
    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Item], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Item.self, matching: question.filter, limit: question.limit) { (item) throws(DecideError) in
            try body([item], item.json(question.masking))
        }
    }
}
