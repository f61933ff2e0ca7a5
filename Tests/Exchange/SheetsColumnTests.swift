import Exchange
import Testing

@Suite("Columns are found by their headers")
struct SheetsColumnTests {
    enum Column { case code, name, place, note }

    let known: [(Column, headers: [String])] = [
        (.code, headers: ["شماره ثبت", "code"]),
        (.name, headers: ["نام گروه", "group name"]),
        (.place, headers: ["روستا / محله", "place"]),
        (.note, headers: ["توضیحات", "note"]),
    ]

    func problem(_ header: [String]) -> SheetColumnsError? {
        do throws(SheetColumnsError) {
            _ = try SheetColumns(header: header, known: known, optional: [.note])
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "in any order, in either language, however they are spelt",
        arguments: [
            ["نام گروه", "روستا / محله", "شماره ثبت"], ["نام‌گروه", "روستا-محله", "شماره_ثبت"],
            ["Group Name", "PLACE", "Code"], ["نام\u{00A0}گروه", "(روستا/محله)", "شماره  ثبت :"],
            ["نام گروه", "روستا / محله", "شماره ثبت", "ستون ما"],
        ])
    func anyOrder(header: [String]) throws {
        let columns = try SheetColumns(header: header, known: known, optional: [.note])
        #expect(columns.position(of: .name) == 0)
        #expect(columns.position(of: .place) == 1)
        #expect(columns.position(of: .code) == 2)
        #expect(columns.position(of: .note) == nil)
        #expect(columns.header(of: .place) == header[1])
        #expect(columns.unknown == Array(header.dropFirst(3)))
    }

    @Test("a cell is asked for by column and comes trimmed, or as nothing")
    func cells() throws {
        let file = try sheet("code,name,place,توضيحات,\n\u{202A} Q-1\u{202C},\u{00A0} قم ,\u{200C},\n")
        let columns = try SheetColumns(
            header: file.header,
            known: [(Column.code, headers: ["code"]), (.name, headers: ["name"]), (.place, headers: ["place"])])
        var seen: [String?] = []
        file.forEachRow(columns) { row in seen = [row[.code], row[.name], row[.place], row[.note], "\(row.number)"] }
        #expect(seen == ["Q-1", "قم", nil, nil, "2"])
        #expect(columns.unknown == ["توضيحات"])
    }

    @Test("a missing column is named with all headers it may have, beside those not understood")
    func missing() throws {
        let error = try #require(problem(["شماره ثبت", "نامگروهها"]))
        #expect(error.missing == [["نام گروه", "group name"], ["روستا / محله", "place"]])
        #expect(error.phrase.fa.contains("«نام گروه» یا «group name»"))
        #expect(error.phrase.en.contains("Headers not understood: «نامگروهها»"))
    }

    @Test("a column that occurs twice is refused, in whatever language")
    func repeated() throws {
        let error = try #require(problem(["code", "نام گروه", "place", "شماره ثبت"]))
        #expect(error.repeated == [["code", "شماره ثبت"]])
        #expect(error.missing.isEmpty)
        #expect(error.phrase.en.contains("more than once: «code» and «شماره ثبت»"))
    }
}

@Suite("Lists in a cell")
struct SheetsListTests {
    @Test(
        "are divided as offices divide them",
        arguments: [
            "پزشکی، فرهنگی،عمرانی", "پزشکی,فرهنگی, عمرانی", "پزشکی؛ فرهنگی ؛عمرانی", "پزشکی;فرهنگی;;عمرانی;",
            "پزشکی/فرهنگی / عمرانی", "پزشکی-فرهنگی - عمرانی", "پزشکی – فرهنگی—عمرانی", "پزشکی|فرهنگی\nعمرانی",
            " پزشکی ، فرهنگی - عمرانی ",
        ])
    func dividers(text: String) {
        #expect(splitList(text) == ["پزشکی", "فرهنگی", "عمرانی"])
    }

    @Test("keep words together that a space, a ZWNJ or a Latin hyphen joins")
    func words() {
        #expect(splitList("علمی آموزشی - کشاورزی") == ["علمی آموزشی", "کشاورزی"])
        #expect(splitList("برق‌کاری، Wi-Fi، ICDL-2") == ["برق‌کاری", "Wi-Fi", "ICDL-2"])
        #expect(splitList(" ، -;/ ").isEmpty)
    }
}
