import Persian

/// A kind of file that people send for a sheet and that is none.
public enum ForeignFormat: Hashable, Sendable, CaseIterable {
    case excelWorkbook, oldOfficeFile, openDocument, webPage
    case zip, archive, pdf, image, database, json, binary

    /// Whether a spreadsheet program can open it and save it as CSV.
    var isWorkbook: Bool {
        switch self {
        case .excelWorkbook, .oldOfficeFile, .openDocument, .webPage: true
        case .zip, .archive, .pdf, .image, .database, .json, .binary: false
        }
    }

    /// What it is, as the object of a sentence.
    public var phrase: Phrase {
        switch self {
        case .excelWorkbook: Phrase(fa: "پرونده اکسل (xlsx)", en: "an Excel workbook (.xlsx)")
        case .oldOfficeFile: Phrase(fa: "پرونده قدیمی آفیس (xls یا doc)", en: "an old Office file (.xls or .doc)")
        case .openDocument: Phrase(fa: "پرونده OpenDocument (ods)", en: "an OpenDocument file (.ods)")
        case .webPage: Phrase(fa: "صفحه وب (HTML یا XML)", en: "a web page (HTML or XML)")
        case .zip: Phrase(fa: "پرونده فشرده (zip)", en: "a zip archive")
        case .archive: Phrase(fa: "پرونده فشرده", en: "a compressed archive")
        case .pdf: Phrase(fa: "پرونده PDF", en: "a PDF document")
        case .image: Phrase(fa: "تصویر", en: "an image")
        case .database: Phrase(fa: "پایگاه داده SQLite", en: "an SQLite database")
        case .json: Phrase(fa: "پرونده JSON", en: "a JSON file")
        case .binary: Phrase(fa: "پرونده دودویی", en: "a binary file")
        }
    }

    /// Knows the format by its first bytes.
    init?(signatureOf bytes: [UInt8]) {
        guard let format = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })?.format else { return nil }
        self = format == .zip ? Self.insideZip(bytes) : format
    }

    /// Knows the text formats, by the first character that is no white space. `text` is UTF-8.
    init?(startOf text: [UInt8]) {
        let start = text.drop { $0 <= UInt8(ascii: " ") }
        switch start.first {
        case UInt8(ascii: "<"): self = .webPage
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
        default: return nil
        }
    }

    private static let signatures: [(bytes: [UInt8], format: ForeignFormat)] = [
        (Array("PK\u{3}\u{4}".utf8), .zip),
        (Array("PK\u{5}\u{6}".utf8), .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOfficeFile),
        (Array("%PDF-".utf8), .pdf),
        ([0x89] + Array("PNG\r\n".utf8), .image),
        ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF8".utf8), .image),
        (Array("SQLite format 3\0".utf8), .database),
        ([0x1F, 0x8B], .archive),
        (Array("Rar!".utf8), .archive),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ]

    /// The office formats are zip archives; the names of their parts tell which.
    private static func insideZip(_ bytes: [UInt8]) -> ForeignFormat {
        if bytes.contains(Array("xl/workbook".utf8)) { return .excelWorkbook }
        if bytes.contains(Array("application/vnd.oasis.opendocument".utf8)) { return .openDocument }
        return .zip
    }
}
