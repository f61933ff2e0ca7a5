import Glibc
import Persian

/// Why a file is refused whole, before any of its rows is looked at.
///
///     do { _ = try SheetFile(path: "groups.xlsx") } catch {
///         print(error.phrase.en)
///         // "groups.xlsx" is an Excel workbook (.xlsx), which is not read. Save it as …
///     }
public enum SheetError: Error, Hashable, Sendable {
    /// The system would not give the file; `code` is its `errno`.
    case unreadable(name: String, code: Int32)
    case directory(name: String)
    /// Nothing in it, or nothing but blank lines.
    case empty(name: String)
    /// The file is of another kind.
    case foreign(name: String, format: ForeignFormat)
    /// One line that no delimiter divides: a text, not a table.
    case noTable(name: String)
    /// Text of a known encoding with bytes in it that this encoding does not have; `line` counts from 1.
    case damagedText(name: String, encoding: SheetEncoding, line: Int)
    /// A pipe, a device: nothing that has an end to be read to.
    case noFile(name: String)
    /// More bytes than a sheet of so many rows comes to.
    case tooLarge(name: String)
    /// More columns or rows than a spreadsheet program has.
    case tooWide(name: String, row: Int)
    case tooLong(name: String)
    /// A quotation mark opens in this row and is never closed, so all that follows would be one cell.
    case unclosedQuote(name: String, row: Int)

    /// One sentence saying what the file looks like, one saying what to do.
    public var phrase: Phrase {
        switch self {
        case .unreadable(let name, let code):
            let reason = systemReason(code)
            return Phrase(
                fa: "پرونده «\(name)» خوانده نشد: \(reason).",
                en: "\"\(name)\" could not be read: \(reason).")
        case .directory(let name):
            return Phrase(
                fa: "«\(name)» پوشه است، نه صفحه گسترده. نشانی یک پرونده CSV را بدهید.",
                en: "\"\(name)\" is a folder, not a spreadsheet. Name a CSV file.")
        case .empty(let name):
            return Phrase(
                fa: "پرونده «\(name)» خالی است. \(Self.accepted)",
                en: "\"\(name)\" is empty. \(Self.accepted)")
        case .foreign(let name, let format):
            return Phrase(
                fa: "«\(name)» \(format.phrase) است و خوانده نمی‌شود. \(Self.remedy(for: format))",
                en: "\"\(name)\" is \(format.phrase), which is not read. \(Self.remedy(for: format))")
        case .noTable(let name):
            return Phrase(
                fa: "«\(name)» جدول نیست: تنها یک سطر دارد و آن سطر ستون ندارد. \(Self.accepted)",
                en: "\"\(name)\" is no table: it has one line, and that line has no columns. \(Self.accepted)")
        case .noFile(let name):
            return Phrase(
                fa: "«\(name)» پرونده‌ای روی دیسک نیست (لوله یا دستگاه است)؛ آن را نخست در پرونده‌ای ذخیره کنید.",
                en: "\"\(name)\" is no file on a disk but a pipe or a device; save it in a file first.")
        case .tooLarge(let name):
            return Phrase(
                fa:
                    "«\(name)» بزرگ‌تر از \(persianDigits(largestSheet >> 20)) مگابایت است؛ آن را به چند پرونده بخش کنید.",
                en: "\"\(name)\" is larger than \(largestSheet >> 20) MB; divide it into several files.")
        case .tooWide(let name, let row):
            return Phrase(
                fa:
                    "ردیف \(Language.persian.number(row)) از «\(name)» بیش از \(Language.persian.number(mostColumns)) ستون دارد؛ هیچ صفحه گسترده‌ای این‌همه ندارد. \(Self.accepted)",
                en:
                    "Row \(Language.english.number(row)) of \"\(name)\" has more than \(Language.english.number(mostColumns)) columns; no spreadsheet has so many. \(Self.accepted)"
            )
        case .tooLong(let name):
            return Phrase(
                fa: "«\(name)» بیش از \(Language.persian.number(mostRows)) ردیف دارد؛ آن را به چند پرونده بخش کنید.",
                en:
                    "\"\(name)\" has more than \(Language.english.number(mostRows)) rows; divide it into several files."
            )
        case .damagedText(let name, let encoding, let line):
            return Self.damaged(name, encoding, line)
        case .unclosedQuote(let name, let row):
            return Self.unclosed(name, row)
        }
    }

    private static func damaged(_ name: String, _ encoding: SheetEncoding, _ line: Int) -> Phrase {
        let place = persianDigits(line)
        return Phrase(
            fa:
                "متن «\(name)» (\(encoding.name)) در سطر \(place) آسیب دیده است. آن را دوباره با قالب CSV UTF-8 ذخیره کنید.",
            en: "The text of \"\(name)\" (\(encoding.name)) is damaged at line \(line). Save it again as CSV UTF-8.")
    }

    private static func unclosed(_ name: String, _ row: Int) -> Phrase {
        let place = persianDigits(row)
        return Phrase(
            fa: "در «\(name)» نشانه نقل قول (\") که در ردیف \(place) باز شده بسته نشده است. آن را ببندید یا پاک کنید.",
            en: "In \"\(name)\" a quotation mark (\") opens in row \(row) and is never closed. Close it or remove it.")
    }

    /// What would be accepted instead.
    private static let accepted = Phrase(
        fa:
            "پرونده باید متن CSV باشد: سطر نخست نام ستون‌ها، جداشده با ویرگول لاتین، نقطه‌ویرگول لاتین یا Tab (در اکسل «CSV UTF-8»).",
        en:
            "A CSV text is expected: column names in the first line, divided by comma, semicolon or tab (“CSV UTF-8” in Excel)."
    )

    private static func remedy(for format: ForeignFormat) -> Phrase {
        guard format.isWorkbook else { return accepted }
        return Phrase(
            fa: "آن را در اکسل باز و با قالب «CSV UTF-8» ذخیره کنید.",
            en: "Open it in Excel and save it as \"CSV UTF-8\".")
    }
}
