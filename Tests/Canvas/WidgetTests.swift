import Persian
import Support
import Testing

@testable import Canvas

/// Compares a widget with its golden frames, in both languages and at two widths.
func expectGoldens(
    _ name: String, widths: [Int], height: Int, sourceLocation: SourceLocation = #_sourceLocation,
    draw: (inout Region) -> Void
) {
    for language in Language.allCases {
        for width in widths {
            let frame = Region.frame(width: width, height: height, language: language, draw: draw)
            expectGolden(
                frame, named: "\(name)-\(language.rawValue)-\(width)", room: "Canvas", sourceLocation: sourceLocation)
        }
    }
}

@Suite struct WidgetPictures {
    @Test func table() {
        expectGoldens("table", widths: [40, 76], height: 5) { region in
            exampleTable.draw(in: &region)
        }
    }

    @Test func scrollBar() {
        expectGoldens("scrollbar", widths: [1, 3], height: 6) { region in
            ScrollBar(position: 20, visible: 6, total: 60).draw(in: &region)
        }
    }

    @Test func textField() {
        expectGoldens("field", widths: [12, 30], height: 4) { region in
            TextField(text: "گروه ABC بهار", caret: 7, hasFocus: true).draw(in: &region)
            TextField(text: "", caret: 0, placeholder: region(Phrase(fa: "نام گروه", en: "Name"))).draw(
                in: &region, row: 1)
            TextField(text: "0912 345 6789", caret: 0, direction: .leftToRight).draw(in: &region, row: 2)
            TextField(text: "Bahar", caret: 5).draw(in: &region, row: 3)
        }
    }

    @Test func tags() {
        let tags = Tags([("پزشکی", .tag1), ("عمرانی", .tag2), ("Culture", .tag3), ("آموزش", .tag4)])
        expectGoldens("tags", widths: [18, 40], height: 1) { tags.draw(in: &$0) }
    }

    @Test func strip() {
        expectGoldens("strip", widths: [4, 14], height: 1) { region in
            Strip([0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 8]).draw(in: &region)
        }
    }

    @Test func keyHints() {
        expectGoldens("hints", widths: [30, 70], height: 1) { region in
            KeyHints([
                .init(key: "⏎", label: region(Phrase(fa: "باز کردن", en: "open"))),
                .init(key: "n", label: region(Phrase(fa: "تازه", en: "new")), isEnabled: false),
                .init(key: "Ctrl-L", label: region(Phrase(fa: "بازکشیدن", en: "redraw"))),
                .init(key: "?", label: region(Phrase(fa: "همهٔ کلیدها", en: "all keys"))),
            ]).draw(in: &region)
        }
    }

    @Test func breadcrumb() {
        expectGoldens("breadcrumb", widths: [22, 50], height: 1) { region in
            Breadcrumb([region(Phrase(fa: "خدمت", en: "Khedmat")), "قم", "گروه‌ها", "G-014 بهار"]).draw(in: &region)
        }
    }

    @Test func menu() {
        expectGoldens("menu", widths: [5, 20], height: 4) { exampleMenu.draw(in: &$0) }
    }

    @Test func panel() {
        expectGoldens("panel", widths: [16, 40], height: 4) { region in
            Panel(region(Phrase(fa: "اعضای گروه", en: "Members")), note: "12", hasFocus: true).draw(in: &region) {
                $0.put("بهار", row: 0)
                $0.put("x", row: 5)
            }
        }
    }

    @Test func facts() {
        expectGoldens("facts", widths: [30, 60], height: 6) { exampleFacts.draw(in: &$0) }
    }

    @Test func emptyState() {
        expectGoldens("empty", widths: [24, 60], height: 7) { region in
            EmptyState(
                region(Phrase(fa: "هنوز گروهی نیست", en: "No groups yet")),
                hints: [region(Phrase(fa: "با i از صفحه‌گسترده بیاورید.", en: "Press i to import a spreadsheet."))]
            ).draw(in: &region)
        }
    }

    private var exampleTable: TableWidget {
        let columns = [
            Column(Phrase(fa: "کد", en: "Code"), minimum: 6, priority: 9),
            Column(Phrase(fa: "نام", en: "Name"), minimum: 12, weight: 3, priority: 8),
            Column(Phrase(fa: "زمینه‌ها", en: "Fields"), minimum: 14, weight: 1, priority: 2),
            Column(Phrase(fa: "اعضا", en: "People"), minimum: 6, alignment: .end, priority: 5),
            Column(Phrase(fa: "سال", en: "Year"), minimum: 6, priority: 1),
        ]
        let names = ["شهید کاظمی", "گروه جهادی مهندسین بهار قم", "Omid"]
        let rows = names.enumerated().map { index, name in
            [
                TableCell("G-00\(index + 1)", direction: .leftToRight, color: .accent), TableCell(name),
                TableCell { region, style in
                    Tags([("پزشکی", .tag1), ("عمرانی", .tag2)]).draw(in: &region, style: style)
                },
                TableCell("۱۲", direction: .leftToRight),
                TableCell { region, style in Strip([1, 2, 0, 3]).draw(in: &region, style: style) },
            ]
        }
        return TableWidget(
            columns: columns, rows: rows, selected: 1, sort: .init(column: 1, ascending: true),
            scroll: ScrollBar(position: 0, visible: 4, total: 20))
    }

    private var exampleMenu: Menu {
        Menu(
            [
                .init(number: "۱", icon: "◆", title: "نما"),
                .init(number: "۲", icon: "●", title: "گروه‌ها", badge: "۷۸۰"),
                .init(number: "۳", icon: "▲", title: "Camps", badge: "▲۳", badgeColor: .alarm),
            ], selected: 1)
    }

    private var exampleFacts: Facts {
        Facts([
            .init("شماره", "G-014", direction: .leftToRight, color: .accent),
            .init("نام", "گروه جهادی شهید کاظمی دانشکدهٔ پزشکی قم (PTC) و همراهان ایشان در استان"),
            .init("Phone", "0912 345 6789", direction: .leftToRight),
        ])
    }
}

@Suite struct Columns {
    private let columns = [
        Column(Phrase(fa: "", en: ""), minimum: 6, priority: 3),
        Column(Phrase(fa: "", en: ""), minimum: 10, weight: 2, priority: 2),
        Column(Phrase(fa: "", en: ""), minimum: 10, weight: 1, priority: 1),
    ]

    @Test func theyShareWhatIsLeftByWeight() {
        #expect(Column.places(columns, width: 60).map(\.width) == [6, 30, 20])
        #expect(Column.places(columns, width: 60).map(\.start) == [0, 8, 40])
    }

    @Test func theLeastImportantVanishInANarrowTable() {
        #expect(Column.places(columns, width: 29).map(\.index) == [0, 1])
        #expect(Column.places(columns, width: 17).map(\.index) == [0])
        #expect(Column.places(columns, width: 3).map(\.width) == [3])
    }

    @Test func whatWouldBeCutHasWhatIsLeftTheMostNeededFirst() {
        var columns = columns
        columns[1] = columns[1].wanting([String(repeating: "x", count: 25)])
        columns[2] = columns[2].wanting([String(repeating: "x", count: 18)])
        #expect(Column.places(columns, width: 60).map(\.width) == [6, 29, 21])
        #expect(Column.places(columns, width: 48).map(\.width) == [6, 25, 13])
    }

    @Test func headsAreWholeAndARowFollowsItsColumns() {
        let cache = RenderCache()
        func drawn(sortedBy column: Int) -> Frame {
            Region.frame(width: 30, height: 2, language: .english, cache: cache) { region in
                TableWidget(
                    cached: "t",
                    columns: [
                        Column(Phrase(fa: "", en: "Name"), minimum: 8, weight: 1, priority: 9),
                        Column(Phrase(fa: "", en: "Base"), minimum: 8, priority: 2),
                        Column(Phrase(fa: "", en: "Registered"), minimum: 5, priority: 1),
                    ], items: ["a"], selected: 0, sort: .init(column: column, ascending: true)
                ) { [TableCell($0), TableCell("base"), TableCell("1401")] }
                .draw(in: &region)
            }
        }
        #expect(drawn(sortedBy: 0).rows[1].contains { $0.text == "base" })
        let other = drawn(sortedBy: 2)
        #expect(!other.rows[1].contains { $0.text == "base" })
        #expect(other.rows[1].contains { $0.text == "1401" })
        #expect(other.rows[0].contains { $0.text == "Registered ▲" && $0.width >= 12 })
    }

    @Test(arguments: 0..<200)
    func theyNeverReachBeyondTheTable(width: Int) {
        for place in Column.places(columns, width: width) { #expect(place.start + place.width <= width) }
    }
}

@Suite struct WidgetRules {
    @Test func theThumbTouchesTheEndsOnlyThere() {
        func thumb(_ position: Int) -> Range<Int> {
            ScrollBar(position: position, visible: 10, total: 1000).thumb(height: 10)
        }
        #expect(thumb(0) == 0..<1)
        #expect(thumb(1) == 1..<2)
        #expect(thumb(989) == 8..<9)
        #expect(thumb(990) == 9..<10)
    }

    @Test func hintsKeepTheLastWhateverTheWidth() {
        let hints = KeyHints((1...9).map { .init(key: "\($0)", label: "screen") })
        #expect(hints.fitting(41).map(\.key) == ["1", "2", "3", "9"])
        #expect(hints.fitting(3).map(\.key) == ["9"])
    }

    @Test func aStripShowsNothingAsADotAndTheLeastAsABar() {
        #expect(Strip([0, 1, 50, 100]).text == "·▁▄▇")
        #expect(Strip([5], full: 10).text == "▄")
        #expect(Strip([20], full: 10).text == "▇")
        #expect(Strip([]).text == "")
    }

    @Test(arguments: 0..<12, 0..<5)
    func widgetsBearAnySize(width: Int, height: Int) {
        for language in Language.allCases {
            let frame = Region.frame(width: width, height: height, language: language) { region in
                Panel("عنوان بلند", note: "note").draw(in: &region) { inside in
                    Facts([.init("label", "a long value", color: .text)]).draw(in: &inside)
                    EmptyState("هیچ", hints: ["یک راهنما"]).draw(in: &inside)
                }
                Menu([.init(number: "1", icon: "◆", title: "نما", badge: "780")], selected: 0).draw(in: &region)
                Tags([("پزشکی", .tag1), ("عمرانی", .tag2)]).draw(in: &region)
                TextField(text: "بهار", caret: 2, hasFocus: true).draw(in: &region)
                TableWidget(
                    columns: [Column(Phrase(fa: "", en: ""), minimum: 8)], rows: [[TableCell("بهار")]], selected: 0,
                    scroll: ScrollBar(position: 3, visible: 1, total: 9)
                ).draw(in: &region)
            }
            for row in 0..<height { #expect(frame.cells(row: row).count == width) }
        }
    }
}
