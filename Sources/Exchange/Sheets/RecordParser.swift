import CLibCSV

/// One record of a CSV text and its row number as Excel shows it.
struct SheetLine {
    var number: Int
    var fields: [String]
}

/// Feeds a CSV text through libcsv piece by piece and hands out the records of each piece.
///
/// libcsv splits bytes, so that a combining mark or a ZWNJ after a comma stays in its own field. Spaces and tabs beside
/// an unquoted field or around the quotation marks of a quoted one belong to neither, as people who type
/// `Q-1, "a, b" ,c` mean it; without this a space after a closing quotation mark would swallow the next cells.
final class RecordParser {
    /// With this off, the texts of fields are not kept: for counting.
    var keepsFields = true
    /// Records so far, blank lines with them: the row number of the last one.
    private(set) var recordCount = 0
    /// Records so far in which a field holds text.
    private(set) var filledCount = 0
    /// The first record that has more fields than any spreadsheet; those beyond are not kept.
    private(set) var tooWide: Int?

    private var parser = csv_parser()
    private var fields: [String] = []
    private var hasFields = false
    private var fieldCount = 0
    private var isFilled = false
    private var endedByReturn = false
    private var finished: [SheetLine] = []

    init(delimiter: UInt8) {
        // Blank lines are reported too, else the row numbers after one would be wrong.
        csv_init(&parser, UInt8(CSV_REPALL_NL))
        csv_set_delim(&parser, delimiter)
    }

    deinit {
        csv_free(&parser)
    }

    /// Parses the next bytes and answers the records that end in them.
    func feed(_ bytes: UnsafeRawBufferPointer) -> [SheetLine] {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let parsed = csv_parse(&parser, bytes.baseAddress, bytes.count, fieldEnded, recordEnded, context)
        // Not being strict, libcsv stops early only when memory is out; going on would lose rows without a word.
        precondition(parsed == bytes.count, "out of memory while parsing a sheet")
        return takeFinished()
    }

    /// Ends the text and answers the last record, if no line end did; `nil` when a quotation mark is still open.
    func finish() -> [SheetLine]? {
        let context = Unmanaged.passUnretained(self).toOpaque()
        csv_set_opts(&parser, UInt8(CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI))
        guard csv_fini(&parser, fieldEnded, recordEnded, context) == 0 else { return nil }
        return takeFinished()
    }

    private func takeFinished() -> [SheetLine] {
        defer { finished.removeAll(keepingCapacity: true) }
        return finished
    }

    fileprivate func endField(_ bytes: UnsafeRawBufferPointer) {
        hasFields = true
        isFilled = isFilled || holdsText(bytes)
        fieldCount += 1
        if fieldCount > mostColumns {
            tooWide = tooWide ?? recordCount + 1
        } else if keepsFields {
            fields.append(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// `terminator` is the character that ended the record, -1 at the end of the text.
    fileprivate func endRecord(_ terminator: Int32) {
        let isLineFeedOfReturn = terminator == CSV_LF && endedByReturn && !hasFields
        endedByReturn = terminator == CSV_CR
        if isLineFeedOfReturn { return }
        recordCount += 1
        if isFilled { filledCount += 1 }
        if keepsFields { finished.append(SheetLine(number: recordCount, fields: fields)) }
        fields.removeAll(keepingCapacity: true)
        hasFields = false
        isFilled = false
        fieldCount = 0
    }
}

/// Whether a field would be more than empty after trimming; a visible ASCII character answers at once.
private func holdsText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.contains { (0x21...0x7E).contains($0) } || !trimmed(String(decoding: bytes, as: UTF8.self)).isEmpty
}

private func fieldEnded(_ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
    guard let context else { return }
    Unmanaged<RecordParser>.fromOpaque(context).takeUnretainedValue()
        .endField(UnsafeRawBufferPointer(start: bytes, count: count))
}

private func recordEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
    guard let context else { return }
    Unmanaged<RecordParser>.fromOpaque(context).takeUnretainedValue().endRecord(terminator)
}
