import Domain
import Persian
import Store

/// The forms a listing is written in.
public enum ListingFormat: String, CaseIterable, Sendable {
    case table, csv, json
}

extension ListingKind {
    /// Writes what the question asks for, row by row.
    ///
    ///     try ListingKind.groups.write(question, as: .json, in: reader) { print($0, terminator: "") }
    ///
    /// JSON has one object a record; a table or sheet may have several rows of one. No cell of a sheet is a formula.
    ///
    /// - Parameter out: takes text in pieces, in order. CSV comes as CRLF lines and begins with a byte order mark.
    public func write(
        _ question: ListingQuestion, as format: ListingFormat, in reader: Reader, to out: (String) -> Void
    ) throws(DecideError) {
        switch format {
        case .json: try writeJSON(question, reader, out)
        case .csv:
            var question = question
            question.language = .persian
            try writeCSV(question, reader, out)
        case .table: try writeTable(question, reader, out)
        }
    }

    private func writeJSON(
        _ question: ListingQuestion, _ reader: Reader, _ out: (String) -> Void
    ) throws(DecideError) {
        var isFirst = true
        try listing.each(question, in: reader) { (row) throws(DecideError) in
            out((isFirst ? "[\n" : ",\n") + row.json.printed)
            isFirst = false
        }
        out(isFirst ? "[]\n" : "\n]\n")
    }

    private func writeCSV(
        _ question: ListingQuestion, _ reader: Reader, _ out: (String) -> Void
    ) throws(DecideError) {
        var sheet = SheetText()
        sheet.append(listing.headers(question.language))
        try listing.each(question, in: reader) { (row) throws(DecideError) in
            for cells in row.rows { sheet.append(cells.map { guarded($0.text) }) }
        }
        out(String(decoding: sheet.bytes, as: UTF8.self))
    }

    /// Cells divided by tabs, which terminals and `column -t` both understand; text stays logical.
    private func writeTable(
        _ question: ListingQuestion, _ reader: Reader, _ out: (String) -> Void
    ) throws(DecideError) {
        out(listing.headers(question.language).joined(separator: "\t") + "\n")
        try listing.each(question, in: reader) { (row) throws(DecideError) in
            for cells in row.rows { out(cells.map { oneLine($0.text) }.joined(separator: "\t") + "\n") }
        }
    }
}

/// A cell on one line, without anything that a terminal would obey.
private func oneLine(_ text: String) -> String { cleaned(text, lines: false) }
