/// A row of a sheet below its header.
public struct SheetRow: Hashable, Sendable {
    /// As Excel shows it: the header is row 1, a quoted newline begins no row, a blank line is one.
    public let number: Int
    /// One for each column of the header; cells that the row lacks are empty.
    public let fields: [String]
    /// What stands to the end of the last column, empty cells left out.
    public let extra: [String]

    init(_ record: SheetLine, columns: Int) {
        number = record.number
        if record.fields.count == columns {
            fields = record.fields
            extra = []
            return
        }
        extra = record.fields.dropFirst(columns).filter { !trimmed($0).isEmpty }
        let missing = max(0, columns - record.fields.count)
        fields = Array(record.fields.prefix(columns)) + Array(repeating: "", count: missing)
    }

    /// Whether no cell holds anything but white space.
    public var isBlank: Bool {
        extra.isEmpty && fields.allSatisfy { trimmed($0).isEmpty }
    }
}

/// A spreadsheet as offices send them: CSV in UTF-8, UTF-16 or Windows-1256, divided by comma, semicolon or tab,
/// with any line end.
///
///     let sheet = try SheetFile(path: "groups.csv")
///     print(sheet.header)  // ["شماره ثبت", "نام گروه", …]
///     sheet.forEachRow { row in
///         print(row.number, row.fields)  // 2 ["Q-0001", "گروه جهادی کوثر", …]
///     }
///
/// The whole text is looked through once when the sheet is opened, so that what cannot be read is refused before
/// the first row is acted on.
public struct SheetFile: Sendable {
    /// What messages call the sheet: the last part of its path.
    public let name: String
    public let encoding: SheetEncoding
    /// One of comma, semicolon and tab.
    public let delimiter: Unicode.Scalar
    /// The cells of the first row that is not blank, trimmed.
    public let header: [String]
    /// How many rows `forEachRow` will hand out.
    public let rowCount: Int

    private let text: [UInt8]
    private let headerNumber: Int

    /// Reads a file, or throws what it is instead of a sheet.
    public init(path: String) throws(SheetError) {
        let name = String(path.split(separator: "/").last ?? "")
        try self.init(bytes: try readFile(path, name: name), name: name)
    }

    /// Reads a sheet from memory; `name` stands for it in messages.
    public init(bytes: [UInt8], name: String) throws(SheetError) {
        if bytes.isEmpty { throw .empty(name: name) }
        if let format = ForeignFormat(signatureOf: bytes) { throw .foreign(name: name, format: format) }
        let decoded = try DecodedSheet(bytes, name: name)
        if let format = ForeignFormat(startOf: decoded.text) { throw .foreign(name: name, format: format) }
        let delimiter = Delimiter(of: decoded.text)
        let text = delimiter.hintLength == 0 ? decoded.text : Array(decoded.text.dropFirst(delimiter.hintLength))
        let outline = try SheetOutline(of: text, delimiter: delimiter.byte, name: name)

        self.name = name
        self.encoding = decoded.encoding
        self.delimiter = Unicode.Scalar(delimiter.byte)
        self.text = text
        self.header = outline.header.fields.map(trimmed)
        self.headerNumber = outline.header.number
        self.rowCount = outline.rowCount
        if rowCount == 0, header.count == 1 { throw .noTable(name: name) }
    }

    /// Hands out the rows below the header in order, blank ones left out. What `body` throws ends the walk.
    public func forEachRow<Failure: Error>(_ body: (SheetRow) throws(Failure) -> Void) throws(Failure) {
        let parser = RecordParser(delimiter: UInt8(ascii: delimiter))
        var rest = text[...]
        while !rest.isEmpty {
            let piece = rest.prefix(pieceSize)
            rest = rest.dropFirst(pieceSize)
            try handOut(piece.withUnsafeBytes { parser.feed($0) }, to: body)
        }
        try handOut(parser.finish() ?? [], to: body)
    }

    private func handOut<Failure: Error>(
        _ records: [SheetLine], to body: (SheetRow) throws(Failure) -> Void
    ) throws(Failure) {
        for record in records where record.number > headerNumber {
            let row = SheetRow(record, columns: header.count)
            if !row.isBlank { try body(row) }
        }
    }
}

/// How much text goes through the parser at a time: its records are in memory together, so not too much.
private let pieceSize = 64 * 1024

/// What a first walk through a sheet finds: its header and how many rows follow.
private struct SheetOutline {
    var header: SheetLine
    var rowCount: Int

    init(of text: [UInt8], delimiter: UInt8, name: String) throws(SheetError) {
        let parser = RecordParser(delimiter: delimiter)
        var header: SheetLine?
        var rest = text[...]
        while !rest.isEmpty {
            let piece = rest.prefix(header == nil ? 4096 : pieceSize)
            rest = rest.dropFirst(piece.count)
            let records = piece.withUnsafeBytes { parser.feed($0) }
            header = header ?? Self.firstFilled(records)
            parser.keepsFields = header == nil
        }
        guard let last = parser.finish() else { throw .unclosedQuote(name: name, row: parser.recordCount + 1) }
        guard let found = header ?? Self.firstFilled(last) else { throw .empty(name: name) }
        self.header = found
        self.rowCount = parser.filledCount - 1
    }

    private static func firstFilled(_ records: [SheetLine]) -> SheetLine? {
        records.first { $0.fields.contains { !trimmed($0).isEmpty } }
    }
}
