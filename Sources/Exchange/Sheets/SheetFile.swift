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

/// How well a row of cells would do as the header of a sheet.
public struct HeaderFit: Hashable, Sendable {
    /// How many of its cells are understood.
    public var known: Int
    /// Whether every column that is needed is among them.
    public var isWhole: Bool

    public init(known: Int, isWhole: Bool) {
        self.known = known
        self.isWhole = isWhole
    }
}

/// A spreadsheet as offices send them: CSV in UTF-8, UTF-16 or Windows-1256, divided by comma, semicolon, tab, bar or
/// a Persian comma, with any line end.
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
    public let delimiter: Unicode.Scalar
    /// The cells of the header, trimmed.
    public let header: [String]
    /// The row in which the header stands; titles may stand above it.
    public let headerRow: Int
    /// How many rows `forEachRow` will hand out.
    public let rowCount: Int

    private let text: [UInt8]
    private let byte: UInt8

    /// Reads a file, or throws what it is instead of a sheet.
    ///
    /// - Parameter judge: tells of a row how well it would do as the header. The first that is whole is taken, by
    ///   whatever the sheet is divided; without a judge the first row that is not blank.
    public init(path: String, judging judge: (([String]) -> HeaderFit)? = nil) throws(SheetError) {
        let name = String(path.split(separator: "/").last ?? "")
        try self.init(bytes: try readFile(path, name: name, limit: largestSheet), name: name, judging: judge)
    }

    /// Reads a sheet from memory; `name` stands for it in messages.
    public init(
        bytes: [UInt8], name: String, judging judge: (([String]) -> HeaderFit)? = nil
    ) throws(SheetError) {
        if bytes.isEmpty { throw .empty(name: name) }
        if let format = ForeignFormat(signatureOf: bytes) { throw .foreign(name: name, format: format) }
        let decoded = try DecodedSheet(bytes, name: name)
        if let format = ForeignFormat(startOf: decoded.text) { throw .foreign(name: name, format: format) }
        let (delimiter, found) = Self.header(of: decoded.text, judge)
        let text = delimiter.divisible(decoded.text[delimiter.hintLength...])
        let outline = try SheetOutline(of: text, delimiter: delimiter.byte, header: found, name: name)

        self.name = name
        self.encoding = decoded.encoding
        self.delimiter = delimiter.scalar
        self.byte = delimiter.byte
        self.text = text
        self.header = outline.header.fields.map(trimmed)
        self.headerRow = outline.header.number
        self.rowCount = outline.rowCount
        if rowCount == 0, header.count == 1 { throw .noTable(name: name) }
    }

    /// By what the sheet is divided and which row is its header, nil for the first that is not blank.
    private static func header(
        of text: [UInt8], _ judge: (([String]) -> HeaderFit)?
    ) -> (Delimiter, SheetLine?) {
        let likely = Delimiter.likely(in: text)
        guard let judge else { return (likely[0], nil) }
        var best: (fit: HeaderFit, delimiter: Delimiter, line: SheetLine)?
        for delimiter in likely {
            let lines = firstLines(of: text, delimiter)
            for (index, line) in lines.enumerated() {
                // A header of two rows: what both say together is tried after what each says alone.
                let pair = index + 1 < lines.count ? doubled(line, lines[index + 1]) { judge($0) } : nil
                for candidate in [line] + (pair.map { [$0] } ?? []) {
                    let fit = judge(candidate.fields)
                    if fit.isWhole { return (delimiter, candidate) }
                    if fit.known > best?.fit.known ?? 1 { best = (fit, delimiter, candidate) }
                }
            }
        }
        return best.map { ($0.delimiter, $0.line) } ?? (likely[0], nil)
    }

    /// The first filled rows, among which the header is looked for.
    private static func firstLines(of text: [UInt8], _ delimiter: Delimiter) -> [SheetLine] {
        let start = delimiter.divisible(text[delimiter.hintLength...].prefix(64 * 1024))
        let parser = RecordParser(delimiter: delimiter.byte)
        let lines = start.withUnsafeBytes { parser.feed($0) } + (parser.finish() ?? [])
        return Array(lines.filter(\.isFilled).prefix(20))
    }

    /// Two rows as one header: «مسئول» above «نام» and «کد ملی» is «نام مسئول» and «کد ملی مسئول». A cell above that
    /// spans several columns stands in the first of them alone.
    private static func doubled(
        _ above: SheetLine, _ below: SheetLine, _ judge: ([String]) -> HeaderFit
    ) -> SheetLine? {
        guard below.number == above.number + 1 else { return nil }
        var spanning = ""
        var fields: [String] = []
        for position in 0..<max(above.fields.count, below.fields.count) {
            let upper = position < above.fields.count ? trimmed(above.fields[position]) : ""
            let lower = position < below.fields.count ? trimmed(below.fields[position]) : ""
            if !upper.isEmpty { spanning = upper }
            let ways = ["\(lower) \(spanning)", lower, upper, "\(spanning) \(lower)"]
            let known = ways.first { !trimmed($0).isEmpty && judge([$0]).known > 0 }
            fields.append(known ?? (lower.isEmpty ? upper : lower))
        }
        return SheetLine(number: below.number, fields: fields)
    }

    /// Hands out the rows below the header in order, blank ones left out. What `body` throws ends the walk.
    public func forEachRow<Failure: Error>(_ body: (SheetRow) throws(Failure) -> Void) throws(Failure) {
        let parser = RecordParser(delimiter: byte)
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
        for record in records where record.number > headerRow {
            let row = SheetRow(record, columns: header.count)
            if !row.isBlank { try body(row) }
        }
    }
}

extension SheetLine {
    fileprivate var isFilled: Bool { fields.contains { !trimmed($0).isEmpty } }
}

/// How much text goes through the parser at a time: its records are in memory together, so not too much.
private let pieceSize = 64 * 1024

/// As many as a spreadsheet program has.
let mostColumns = 16_384
let mostRows = 1_048_576

/// What a first walk through a sheet finds: its header and how many rows follow.
private struct SheetOutline {
    var header: SheetLine
    var rowCount: Int

    init(of text: [UInt8], delimiter: UInt8, header known: SheetLine?, name: String) throws(SheetError) {
        let parser = RecordParser(delimiter: delimiter)
        var header: SheetLine?
        var filledAbove = 0
        var rest = text[...]
        func look(at records: [SheetLine]) {
            guard header == nil else { return }
            for record in records where record.isFilled {
                filledAbove += 1
                if record.number < known?.number ?? 0 { continue }
                header = known ?? record
                return
            }
        }
        while !rest.isEmpty {
            let piece = rest.prefix(header == nil ? 4096 : pieceSize)
            rest = rest.dropFirst(piece.count)
            look(at: piece.withUnsafeBytes { parser.feed($0) })
            parser.keepsFields = header == nil
            if let row = parser.tooWide { throw .tooWide(name: name, row: row) }
            if parser.recordCount > mostRows { throw .tooLong(name: name) }
        }
        guard let last = parser.finish() else { throw .unclosedQuote(name: name, row: parser.recordCount + 1) }
        look(at: last)
        guard let header else { throw .empty(name: name) }
        self.header = header
        self.rowCount = parser.filledCount - filledAbove
    }
}
