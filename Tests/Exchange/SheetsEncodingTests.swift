import Exchange
import Testing

@Suite("A sheet reads alike however it was saved")
struct SheetsEncodingTests {
    /// The ways in which Excel, LibreOffice and old Persian Windows save.
    enum Storage: CaseIterable {
        case utf8, utf8Marked, utf16LE, utf16LEMarked, utf16BE, utf16BEMarked, windows1256

        func bytes(of text: String) throws -> [UInt8] {
            switch self {
            case .utf8: Array(text.utf8)
            case .utf8Marked: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case .utf16LE: try encoded(text, as: "UTF-16LE")
            case .utf16LEMarked: [0xFF, 0xFE] + (try encoded(text, as: "UTF-16LE"))
            case .utf16BE: try encoded(text, as: "UTF-16BE")
            case .utf16BEMarked: [0xFE, 0xFF] + (try encoded(text, as: "UTF-16BE"))
            case .windows1256: try encoded(text, as: "WINDOWS-1256")
            }
        }

        var encoding: SheetEncoding {
            switch self {
            case .utf8, .utf8Marked: .utf8
            case .utf16LE, .utf16LEMarked: .utf16LittleEndian
            case .utf16BE, .utf16BEMarked: .utf16BigEndian
            case .windows1256: .windows1256
            }
        }
    }

    /// Windows-1256 has neither ی nor Persian and Arabic digits: who uses it types ي and 0–9.
    func asTyped(_ rows: [[String]], in storage: Storage) -> [[String]] {
        guard storage == .windows1256 else { return rows }
        return rows.map { $0.map { oldKeyboard($0) } }
    }

    func oldKeyboard(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    if let digit = scalar.properties.numericType.map({ _ in scalar.properties.numericValue }) {
                        return Unicode.Scalar(UInt8(48 + Int(digit ?? 0)))
                    }
                    return scalar == "ی" ? "ي" : scalar
                }))
    }

    @Test(
        "in every encoding, with every delimiter and line end",
        arguments: Storage.allCases, [("groups.csv", 60), ("members.csv", 80)])
    func everyForm(_ storage: Storage, _ sample: (name: String, rows: Int)) throws {
        let original = try SheetFile(path: fixture(sample.name))
        let rows = asTyped(table(original), in: storage)
        #expect(rows.count == sample.rows + 1)
        for delimiter in [",", ";", "\t"] {
            for lineEnd in ["\r\n", "\n", "\r"] {
                let text = csv(rows, delimiter: delimiter, lineEnd: lineEnd)
                let sheet = try SheetFile(bytes: try storage.bytes(of: text), name: "sheet.csv")
                #expect(table(sheet) == rows, "\(storage), \(delimiter.debugDescription), \(lineEnd.debugDescription)")
                #expect(sheet.encoding == storage.encoding)
                #expect(String(sheet.delimiter) == delimiter)
                #expect(sheet.rowCount == sample.rows)
            }
        }
    }

    @Test("the office's own sheet: Arabic letters, ZWNJ, quotes and quoted newlines as they were typed")
    func officeSample() throws {
        let sheet = try SheetFile(path: fixture("groups.csv"))
        let rows = table(sheet)
        #expect(rows[0].first == "شماره ثبت")
        #expect(rows[0].count == 14)
        #expect(rows[1][1] == "گروه  جهادي  منتظران  بهار  توحيد")
        #expect(rows[1][13] == "معروف به \"خادمان\"")
        #expect(rows[2][6] == "روح\u{200C}الله طاهری")
        #expect(rows[3][13] == "نیازمند تجهیزات\nپزشکی")
    }

    @Test("a combining mark or a ZWNJ after a delimiter stays in its own cell")
    func marksAfterDelimiter() throws {
        let rows = table(try sheet("a,b,c\nx,\u{064E}y,\u{200C}z\n"))
        #expect(
            rows[1].map { Array($0.unicodeScalars) }
                == ["x", "\u{064E}y", "\u{200C}z"].map { Array($0.unicodeScalars) })
    }

    @Test("a short sheet in UTF-16 without a mark is known too")
    func shortUTF16() throws {
        let text = "کد,نام\n1,قم\n"
        #expect(
            table(try SheetFile(bytes: try encoded(text, as: "UTF-16LE"), name: "s")) == [["کد", "نام"], ["1", "قم"]])
        #expect(
            table(try SheetFile(bytes: try encoded(text, as: "UTF-16BE"), name: "s")) == [["کد", "نام"], ["1", "قم"]])
    }
}
