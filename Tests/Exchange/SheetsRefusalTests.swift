import Exchange
import Testing

@Suite("A file that is no sheet is refused whole, with why")
struct SheetsRefusalTests {
    func refusal(_ bytes: [UInt8]) -> SheetError? {
        do throws(SheetError) {
            _ = try SheetFile(bytes: bytes, name: "f")
            return nil
        } catch {
            return error
        }
    }

    func refusal(path: String) -> SheetError? {
        do throws(SheetError) {
            _ = try SheetFile(path: path)
            return nil
        } catch {
            return error
        }
    }

    static let foreign: [([UInt8], ForeignFormat)] = [
        (Array("PK\u{3}\u{4}..[Content_Types].xml..xl/workbook.xml".utf8), .excelWorkbook),
        (Array("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .openDocument),
        (Array("PK\u{3}\u{4}..photos/1.jpg".utf8), .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .oldOfficeFile),
        (Array("%PDF-1.7\n1,2".utf8), .pdf),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
        ([0xFF, 0xD8, 0xFF, 0xE0], .image),
        (Array("SQLite format 3\0".utf8), .database),
        ([0x1F, 0x8B, 8, 0], .archive),
        (Array("\n<html><table><tr><td>کد".utf8), .webPage),
        (Array("[{\"code\":\"Q-0001\"},{}]".utf8), .json),
        (Array("a,b\n1,\0\n".utf8), .binary),
        ((0..<255).map { UInt8(($0 * 7 + 1) % 255 + 1) }, .binary),
    ]

    @Test("saying which format it is", arguments: foreign)
    func foreignFormats(bytes: [UInt8], format: ForeignFormat) {
        #expect(refusal(bytes) == .foreign(name: "f", format: format))
    }

    @Test("and what would be accepted, in both languages")
    func phrases() throws {
        let xlsx = SheetError.foreign(name: "گروه‌ها.xlsx", format: .excelWorkbook).phrase
        #expect(xlsx.en.contains("an Excel workbook (.xlsx)") && xlsx.en.contains("save it as \"CSV UTF-8\""))
        #expect(xlsx.fa.contains("اکسل") && xlsx.fa.contains("CSV UTF-8"))
        let picture = SheetError.foreign(name: "a.png", format: .image).phrase
        #expect(picture.en.contains("column names in the first line"))
        #expect(SheetError.unclosedQuote(name: "f", row: 12).phrase.fa.contains("ردیف ۱۲"))
    }

    @Test("empty, blank or one undivided line", arguments: ["", "\u{FEFF}", "\n \r\n\n"])
    func nothing(text: String) {
        #expect(refusal(Array(text.utf8)) == .empty(name: "f"))
    }

    @Test("a single line without columns")
    func oneLine() {
        #expect(refusal(Array("گروه جهادی کوثر\n".utf8)) == .noTable(name: "f"))
        #expect(refusal(Array("کد;نام\n".utf8)) == nil)
    }

    @Test("a folder, a missing file")
    func paths() {
        #expect(refusal(path: "/tmp") == .directory(name: "tmp"))
        #expect(refusal(path: "/tmp/khedmat/none.csv") == .unreadable(name: "none.csv", code: 2))
        #expect(SheetError.unreadable(name: "none.csv", code: 2).phrase.en.contains("no such file"))
    }

    @Test("UTF-8 with a broken character is not taken for Windows-1256")
    func damagedUTF8() {
        var bytes = Array("کد,نام\n1,قم\n2,کهک\n".utf8)
        bytes.removeLast(2)
        #expect(refusal(bytes) == .damagedText(name: "f", encoding: .utf8, line: 3))
    }

    @Test("UTF-16 that ends in the middle of a character")
    func damagedUTF16() throws {
        let bytes = try encoded("کد,نام\n1,قم\n", as: "UTF-16LE")
        #expect(
            refusal([0xFF, 0xFE] + bytes.dropLast()) == .damagedText(name: "f", encoding: .utf16LittleEndian, line: 2))
    }

    @Test("a quotation mark that never closes, which would swallow the rows after it")
    func unclosedQuote() {
        #expect(refusal(Array("a,b\n1,2\n3,\"x\n4,5\n".utf8)) == .unclosedQuote(name: "f", row: 3))
    }
}
