import Domain
import Persian
import Testing

@testable import Exchange

@Suite("The text of a cell")
struct CellTextTests {
    @Test(
        "comes without guards, line ends of other programs and presentation forms",
        arguments: [
            ("=\"9990000018\"", "9990000018"), ("'9990000026", "9990000026"), ("'=SUM(A1)", "=SUM(A1)"),
            ("=\"a\"\"b\"", "a\"b"), ("'بهار'", "'بهار'"), ("=SUM(A1)", "=SUM(A1)"), ("", ""), ("'", "'"),
            ("شهید\u{0B}کاظمی", "شهید کاظمی"), ("شهید\u{2028}کاظمی", "شهید کاظمی"), ("شهید\u{85}کاظمی", "شهید کاظمی"),
            ("شهید\nکاظمی", "شهید\nکاظمی"), ("ﮐﺎﻇﻤﯽ", "کاظمی"), ("ﻻﻟﻪ", "لاله"), ("ﷺ", "ﷺ"),
            ("\u{FEFF} قم\u{A0}", "قم"),
        ])
    func cells(raw: String, text: String) { #expect(cellText(raw) == text) }

    @Test("goes out so that no spreadsheet computes it, and comes back as it was")
    func guards() {
        let starts = ["=", "+", "-", "@", "'", "''", "=\"", "＝", "x", "1", ""]
        for start in starts {
            for end in ["", "SUM(A1)", "9990000018", "بهار", "بهار'", "\"", "1\"", "'", "=1"] {
                let text = cellText(guarded(start + end)) == start + end
                #expect(text, "\(start + end) → \(guarded(start + end))")
                #expect(!"=@＝".contains(guarded(start + end).first ?? " "))
            }
        }
        #expect(guarded("-12.5") == "-12.5" && guarded("گروه") == "گروه")
        #expect(harmless("=cmd|'/c calc'!A1") == "'=cmd|'/c calc'!A1")
        #expect(harmless("=\"0012345679\"") == "=\"0012345679\"")
        #expect(harmless("'=cmd") == "'=cmd")
    }

    @Test(
        "is read as what its column holds",
        arguments: [
            (CellKind.nationalID, "999‌0000018", "9990000018"), (.nationalID, "9990000034.0", "9990000034"),
            (.nationalID, "’9990000034", "9990000034"), (.nationalID, "=9990000034", "9990000034"),
            (.mobile, "9120000018.0", "9120000018"), (.number, "12.00", "12"), (.number, "17.000", "17.000"),
            (.number, "17 000", "17000"), (.number, "1 70", "1 70"), (.number, "۱۲٫۰", "12"),
            (.code, "Q–0001", "Q-0001"), (.code, "Qـ0001", "Q-0001"), (.code, "Q - 0001", "Q-0001"),
            (.code, "12.0", "12"), (.code, "Ｑ－１", "Q-1"), (.code, "1.2.0", "1.2.0"),
            (.day, "1401 / 05 / 09", "1401/05/09"),
            (.day, "2022-07-31 00:00:00", "2022-07-31"), (.day, "2022-07-31T00:00:00.000", "2022-07-31"),
            (.day, "1401‐05‐09", "1401-05-09"), (.time, "1401/06/26  08:00", "1401/06/26 08:00"),
            (.time, "1401/06/26 ساعت ۸:۰۰", "1401/06/26 8:00"),
            (.time, "1401/06/30 23:00+03:30", "1401/06/30 23:00+03:30"),
            (.time, "1401/06/26، 08:00", "1401/06/26 08:00"),
        ])
    func kinds(kind: CellKind, raw: String, text: String) { #expect(kind.text(of: raw) == text) }

    @Test(
        "is refused where a spreadsheet has spoilt it, and only there",
        arguments: [
            ("???? ?????", CellKind.text, true), ("??", .text, true), ("گروه �� جهادی", .text, true),
            ("Ú¯Ø±ÙˆÙ‡", .text, true), ("ÑæÓÊÇ", .text, true), ("Really??", .text, false), ("چه شد؟؟", .text, false),
            ("?", .text, false), ("Café Müller", .text, false), ("بهار ????", .text, true), ("بهار ??", .text, false),
            ("بهار ?", .text, true), ("بهار ?", .prose, false),
            ("گروه جهاد? شه?د کاظم?", .text, true), ("گروه جهادی?", .text, true), ("گ?وه نسیم", .prose, true),
            ("چرا? چون لازم بود.", .prose, false), ("Really?", .text, false), ("9.99E +09", .nationalID, true),
            ("#REF!", .nationalID, true), ("#####", .day, true), ("#N/A", .text, true), ("#1", .text, false),

            ("9.99E+09", .nationalID, true), ("9,99E+09", .mobile, true), ("9E9", .number, true),
            ("۹٫۹۹E+۰۹", .number, true), ("1.23E+11", .text, true), ("E5", .code, false), ("1E5", .code, false),
            ("44782", .day, true), ("1401/05/09", .day, false), ("44782", .number, false),
        ])
    func faults(raw: String, kind: CellKind, isFaulty: Bool) { #expect((CellFault(raw, kind) != nil) == isFaulty) }
}

@Suite("Words, rows and lists of a cell")
struct CellListTests {
    @Test(
        "are understood however they are divided",
        arguments: [
            ("علمی-آموزشی", ["education"]), ("علمی/آموزشی، پزشکی", ["education", "medical"]),
            ("پزشکی و فرهنگی", ["medical", "cultural"]), ("پزشکی فرهنگی", ["medical", "cultural"]),
            ("علمی و آموزشی", ["education"]), ("پزشکي | عمراني", ["medical", "construction"]),
            ("medical, Cultural", ["medical", "cultural"]),
        ])
    func choiceLists(text: String, values: [String]) { #expect(choices(Field.self, in: text) == values) }

    @Test(
        "with numbers stand in any order",
        arguments: [
            ("آشپز 4، پذیرایی 8", ["آشپز 4", "پذیرایی 8"]), ("آشپز: ۴ / پذیرایی (۸ نفر)", ["آشپز 4", "پذیرایی 8"]),
            ("4 آشپز", ["آشپز 4"]), ("مسئول/گمشدگان 2", ["مسئول گمشدگان 2"]),
            ("غذا 3,000، اسکان 120 70 50", ["غذا 3000", "اسکان 120 70 50"]),
            ("آشپز-4", ["آشپز 4"]),
        ])
    func rows(text: String, rows: [String]) { #expect(numberedRows(text) == rows) }

    @Test("come apart as they were put together")
    func dividedLists() {
        for words in [["تدوین/فیلم", "عکاسی"], ["«نقش»"], ["a"], ["الف، ب", "پ-ت", "Wi-Fi"], ["«الف» و «ب»", "پ"]] {
            #expect(splitList(dividedList(words)) == words, "\(dividedList(words))")
        }
    }

    @Test("are found whole where a name holds a divider")
    func membersOfLists() throws {
        let known = ["Q-1/2", "Q-7", "گروه الف، ب"]
        let found = members(of: "Q-1/2، Q-7 / گروه الف، ب") { word in known.first { $0 == word } }
        #expect(try found.get() == known)
        let unknown = members(of: "Q-1/2، Q-8") { word in known.first { $0 == word } }
        #expect(throws: UnknownMember.self) { try unknown.get() }
    }
}
