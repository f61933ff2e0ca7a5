import Exchange
import Testing

@Suite("Rows of a sheet")
struct SheetsRowTests {
    func numbered(_ text: String) throws -> [String] {
        var rows: [String] = []
        try sheet(text).forEachRow { rows.append("\($0.number):" + $0.fields.joined(separator: "|")) }
        return rows
    }

    @Test(
        "have the numbers that Excel shows: blank lines count, quoted newlines do not", arguments: ["\n", "\r\n", "\r"])
    func numbers(lineEnd: String) throws {
        let lines = ["a,b", "1,\"x\ny\"", "", ",", "  ", "2,z", "", "\"\"", "3,w"]
        #expect(try numbered(lines.joined(separator: lineEnd)) == ["2:1|x\ny", "6:2|z", "9:3|w"])
        #expect(try sheet(lines.joined(separator: lineEnd)).rowCount == 3)
    }

    @Test("keep their numbers when blank lines stand above the header")
    func headerBelowBlankLines() throws {
        #expect(try numbered("\n\na,b\n1,2\n") == ["4:1|2"])
    }

    @Test("and blankness means invisible characters too")
    func invisibleIsBlank() throws {
        let text = "a,b\n\u{00A0},\u{200C}\n1,2\n"
        #expect(try numbered(text) == ["3:1|2"])
        #expect(try sheet(text).rowCount == 1)
    }

    @Test("that are short are filled up, and what is too much is kept apart")
    func raggedRows() throws {
        var rows: [SheetRow] = []
        try sheet("a,b,c\n1\n1,2,3,, ,4\n").forEachRow { rows.append($0) }
        #expect(rows.map(\.fields) == [["1", "", ""], ["1", "2", "3"]])
        #expect(rows.map(\.extra) == [[], ["4"]])
    }

    @Test("may have spaces around quotation marks, which belong to no cell")
    func spacesAroundQuotes() throws {
        #expect(try numbered("a,b,c\n1, \"x, y\" ,2\n3,\" z \",4") == ["2:1|x, y|2", "3:3| z |4"])
    }

    @Test("may have quotation marks inside an unquoted cell")
    func quotesInside() throws {
        #expect(try numbered("a,b\n1,معروف به \"خادمان\"\n2,x\n") == ["2:1|معروف به \"خادمان\"", "3:2|x"])
    }

    @Test("a delimiter inside quotation marks or a Persian comma does not decide what divides the header")
    func delimiterDetection() throws {
        #expect(try sheet("\"a,b,c\";d\n1;2\n").header == ["a,b,c", "d"])
        #expect(try sheet("نام، نشانی و تلفن\tکد\n1\t2\n").header == ["نام، نشانی و تلفن", "کد"])
    }

    @Test(
        "Excel's own first line says what divides them; Excel does not show it, so the header is row 1",
        arguments: ["sep=;\r\n", "sep=;\n", "SEP=;\r", "\"sep=;\"\r\n", "\u{FEFF}sep=;\r\n"])
    func delimiterHint(_ hint: String) throws {
        // The header alone would be taken for three cells divided by commas.
        let text = hint + "الف,ب,ج;د\r\n1;2\r\n"
        #expect(try sheet(text).header == ["الف,ب,ج", "د"])
        #expect(try numbered(text) == ["2:1|2"])
        #expect(try sheet(text).rowCount == 1)
    }

    @Test("a first line that only looks like Excel's is a header")
    func noHint() throws {
        #expect(try sheet("sep=x\n1\n").header == ["sep=x"])
        #expect(try sheet("sep=,b\n1,2\n").header == ["sep=", "b"])
    }

    @Test("what the visitor throws ends the walk")
    func throwingVisitor() throws {
        struct Enough: Error {}
        let rows = try sheet("a,b\n1,2\n3,4\n")
        var seen = 0
        #expect(throws: Enough.self) {
            try rows.forEachRow { _ in
                seen += 1
                throw Enough()
            }
        }
        #expect(seen == 1)
    }

    @Test("longer than one piece of the parser's input come whole")
    func longSheet() throws {
        let rows = (1...5000).map { ["\($0)", "گروه جهادی شماره \($0)", "یک\nدو"] }
        let read = table(try sheet(csv([["کد", "نام", "یادداشت"]] + rows, delimiter: ";", lineEnd: "\r\n")))
        #expect(Array(read.dropFirst()) == rows)
    }
}
