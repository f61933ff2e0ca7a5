import Persian
import Testing

@testable import Canvas

@Suite struct Ticking {
    private let members = ["علی کریمی", "زهرا نوری", "مریم جعفری"].enumerated().map {
        PickerField.Candidate(id: "P-\($0 + 1)", title: $1)
    }

    private func after(_ keys: [Key], _ field: TickListField) -> TickListField {
        var field = field
        for key in keys { _ = field.handle(key, page: .rightToLeft) }
        return field
    }

    private func typed(_ text: String) -> [Key] { text.unicodeScalars.map { Key(.character($0)) } }
    private let space = Key(.character(" "))

    @Test func spaceTicksAndGoesOn() {
        let field = after([space, space], TickListField(offered: members))
        #expect(field.ticked.map(\.id) == ["P-1", "P-2"])
        #expect(after([Key(.up), Key(.up), space], field).ticked.map(\.id) == ["P-2"])
    }

    @Test func aFewLettersFindOnePersonAndSpaceMakesRoomForTheNext() {
        let field = after(typed("نور") + [space] + typed("علي") + [space], TickListField(offered: members))
        #expect(field.ticked.map(\.id) == ["P-2", "P-1"])
        #expect(field.query.isEmpty)
    }

    @Test func aStarTicksAllThatAreSeenAndTakesTheTicksAway() {
        let star = Key(.character("*"))
        let all = after([star], TickListField(offered: members))
        #expect(all.ticked.count == 3)
        #expect(after([star], all).ticked.isEmpty)
        #expect(after(typed("مریم") + [star], TickListField(offered: members)).ticked.map(\.id) == ["P-3"])
    }

    @Test func anOrderedListPutsTheTickedFirstAndMovesThem() {
        var field = TickListField(offered: members)
        field.isOrdered = true
        let ticked = after([Key(.down), space, space], field)
        #expect(ticked.ticked.map(\.id) == ["P-2", "P-3"])
        // The arrows stand on the last that was ticked, or behind it.
        let moved = after([Key(.up), Key(.up), Key(.down, .control)], ticked)
        #expect(moved.ticked.map(\.id) == ["P-3", "P-2"])
        #expect(after([Key(.down, .control)], moved).ticked.map(\.id) == ["P-3", "P-2"])
        #expect(after([Key(.up, .control), Key(.up, .control)], moved).ticked.map(\.id) == ["P-2", "P-3"])
        let frame = Region.frame(width: 40, height: 5, language: .english) { moved.draw(in: &$0, hasFocus: true) }
        #expect(frame.rows[1].contains { $0.text == "1" } && frame.rows[3].contains { $0.text == "☐" })
    }

    @Test func whoMayNotBeTickedIsNot() {
        var some = members
        some[0].disabledReason = "در اردوی C-002"
        #expect(after([space], TickListField(offered: some)).ticked.isEmpty)
        #expect(after([Key(.character("a"), .alt)], TickListField(offered: some)).ticked.count == 2)
    }

    @Test func whoWasTickedAndIsNotOfferedStandsFirst() {
        let guest = PickerField.Candidate(id: "P-9", title: "رضا")
        let field = TickListField(offered: members, ticked: [guest])
        #expect(after([space], field).ticked.isEmpty)
        #expect(!field.isSearchingBeyond)
        #expect(after(typed("یونس"), field).isSearchingBeyond)
    }

    @Test func whatIsBeyondTheEndsIsTheForms() {
        var field = TickListField(offered: members)
        let used = [Key(.up), Key(.enter), Key(.tab)].map { field.handle($0, page: .rightToLeft) }
        #expect(used == [false, false, false])
    }
}

@Suite struct FillingRows {
    private func table() -> RowsField {
        RowsField([
            .init(Phrase(fa: "کار", en: "work"), TextInput(), weight: 1),
            .init(Phrase(fa: "مقدار", en: "quantity"), NumberField()),
        ])
    }

    private func type(_ text: String, _ field: inout RowsField) {
        for scalar in text.unicodeScalars { _ = field.handle(Key(.character(scalar)), page: .rightToLeft) }
    }

    private func texts(_ field: RowsField) -> [[String]] {
        field.rows.map { row in
            row.map { ($0 as? TextInput)?.text ?? ($0 as? NumberField).map { $0.input.text } ?? "?" }
        }
    }

    @Test func tabGoesFromCellToCellAndOutOfAFreeRow() {
        var field = table()
        type("دیوار", &field)
        var steps = [field.step(backward: false)]
        type("40", &field)
        steps.append(field.step(backward: false))
        type("کف", &field)
        #expect(texts(field) == [["دیوار", "40"], ["کف", ""]])
        for _ in 0..<2 { steps.append(field.step(backward: false)) }
        #expect(steps == [true, true, true, true])
        let out = field.step(backward: false)
        #expect(!out, "the free row leads out")
        let back = field.step(backward: true)
        #expect(!back, "and one is back in the first cell")
    }

    @Test func shiftTabGoesBackCellByCellFromBehind() {
        var field = table()
        type("دیوار", &field)
        _ = field.step(backward: false)
        type("40", &field)
        field.enter(backward: true)
        #expect(field.focusedColumn == 1)
        let steps = [field.step(backward: true), field.step(backward: true)]
        #expect(steps == [true, false])
    }

    @Test func aCellThatIsFilledIsReplacedByTheFirstKey() {
        var field = table()
        type("دیوار", &field)
        _ = field.step(backward: false)
        _ = field.step(backward: true)
        type("کف", &field)
        #expect(texts(field) == [["کف", ""]])
    }

    @Test func aRowThatWasEmptiedVanishesAsItIsLeft() {
        var field = table()
        type("دیوار", &field)
        _ = field.handle(Key(.down), page: .rightToLeft)
        type("کف", &field)
        _ = field.handle(Key(.up), page: .rightToLeft)
        _ = field.handle(Key(.character("u"), .control), page: .rightToLeft)
        _ = field.handle(Key(.down), page: .rightToLeft)
        #expect(texts(field) == [["کف", ""]])
        #expect(field.height(columns: 40, language: .persian) == 3)
    }

    @Test func upAndDownBeyondTheTableAreTheForms() {
        var field = table()
        let used = [Key(.up), Key(.down)].map { field.handle($0, page: .rightToLeft) }
        #expect(used == [false, false])
    }
}

@Suite struct ListFieldPictures {
    @Test func ticking() {
        let people =
            FormExamples.people
            + (1...12).map { .init(id: "P-1\($0)", title: "عضو \($0)", detail: [.code("P-1\($0)")]) }
        expectGoldens("ticking", widths: [30, 70], height: 10) { region in
            var field = TickListField(offered: people, ticked: [people[0]])
            _ = field.handle(Key(.down), page: region.direction)
            field.draw(in: &region, hasFocus: true)
        }
    }

    @Test func rows() {
        expectGoldens("rows", widths: [30, 44, 76], height: 5) { region in
            let blank: [any FormField] = [ChoiceField(FormExamples.roles), TextInput(), NumberField()]
            let field = RowsField(
                [
                    .init(Phrase(fa: "حوزه", en: "field"), blank[0]),
                    .init(Phrase(fa: "کار", en: "work"), blank[1], minimum: 10, weight: 1),
                    .init(Phrase(fa: "مقدار", en: "quantity"), blank[2]),
                ],
                rows: [
                    [
                        ChoiceField(FormExamples.roles, selected: 2),
                        TextInput("دیوارچینی خانه بهداشت و مدرسه روستای چشمه‌سفید با همراهی اهالی"), NumberField(1200),
                    ],
                    [ChoiceField(FormExamples.roles, selected: 0), TextInput("Painting"), NumberField(text: "چهل")],
                ])
            field.draw(in: &region, hasFocus: true)
        }
    }
}
