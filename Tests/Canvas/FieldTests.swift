import Persian
import Testing

@testable import Canvas

private func letters(_ text: String) -> [Key] { text.unicodeScalars.map { Key(.character($0)) } }

private func after<Field: FormField>(_ keys: [Key], _ field: Field, page: Direction = .rightToLeft) -> Field {
    var field = field
    for key in keys { _ = field.handle(key, page: page) }
    return field
}

private func isUsed<Field: FormField>(_ key: Key, _ field: Field, page: Direction = .rightToLeft) -> Bool {
    var field = field
    return field.handle(key, page: page)
}

@Suite struct ChoosingOne {
    private let field = ChoiceField(FormExamples.roles, selected: 1)

    @Test func arrowsAndSpaceGoThroughTheChoices() {
        #expect(after([Key(.left)], field).selected == 2)
        #expect(after([Key(.right)], field).selected == 0)
        #expect(after([Key(.right)], field, page: .leftToRight).selected == 2)
        #expect(after([Key(.end), Key(.character(" "))], field).selected == 0)
    }

    @Test func upAndDownAreTheFormsAndChangeNothing() {
        for key in [Key(.up), Key(.down)] {
            #expect(!isUsed(key, field))
            #expect(after([key], field).selected == 1)
        }
        #expect(!isUsed(Key(.tab), field))
        #expect(!isUsed(Key(.enter), field))
    }

    @Test func aLetterFindsItsChoiceInEitherLayout() {
        #expect(after(letters("م"), field).selected == 3)
        // L stands on the key of م.
        #expect(after(letters("l"), field).selected == 3)
        let english = ChoiceField([Choice("Head"), Choice("Liaison"), Choice("Lead")], selected: 0)
        #expect(after(letters("L"), english).selected == 1)
        #expect(after(letters("مم"), english).selected == 2)
        #expect(after(letters("ي"), ChoiceField([Choice("آب"), Choice("یخ")])).selected == 1)
    }

    @Test func whatCannotBeTakenIsPassedOver() {
        let field = ChoiceField(FormExamples.fields, selected: 2)
        #expect(after([Key(.left)], field).selected == 4)
        #expect(after(letters("t"), field).selected == 2)
    }

    @Test func aLetterStaysOnWhatBeginsWithItAndGoesOnWhenTypedAgain() {
        let two = [Choice("مربی"), Choice("مسئول"), Choice("رابط")]
        #expect(after(letters("م"), ChoiceField(two, selected: 0)).selected == 0)
        #expect(after(letters("مم"), ChoiceField(two, selected: 0)).selected == 1)
        #expect(after(letters("ممم"), ChoiceField(two, selected: 0)).selected == 0)
    }

    @Test func nothingHappensWithoutChoices() {
        let keys = [Key(.down), Key(.up), Key(.character(" ")), Key(.character("ب")), Key(.end)]
        #expect(after(keys, ChoiceField([])).selected == nil)
        #expect(after(keys, MultiChoiceField([])).ticked == [])
    }
}

@Suite struct ChoosingSeveral {
    private let field = MultiChoiceField(FormExamples.fields, ticked: [0])

    @Test func spaceTicksWhereTheArrowsAre() {
        let space = Key(.character(" "))
        #expect(after([space], field).ticked == [])
        #expect(after([Key(.left), space], field).ticked == [0, 1])
        #expect(after([Key(.end), space], field).ticked == [0, 4])
        #expect(after(letters("ف") + [space], field).ticked == [0, 2])
        #expect(after(letters("پ") + [space], field).ticked == [], "it is on this one already")
    }

    @Test func whatCannotBeTickedSaysWhy() {
        let here = after([Key(.left), Key(.left), Key(.left), Key(.character(" "))], field)
        #expect(here.ticked == [0])
        #expect(here.popup(.persian) != nil)
        #expect(field.popup(.persian) == nil)
    }

    @Test func upAndDownGoByRows() {
        var narrow = field
        narrow.fit(columns: 20)
        #expect(narrow.height(columns: 20, language: .persian) == 3)
        #expect(after([Key(.down), Key(.character(" "))], narrow).ticked == [0, 2])
        #expect(!isUsed(Key(.up), narrow))
    }
}

@Suite struct Numbers {
    @Test(arguments: ["123", "۱۲۳", "١٢٣"])
    func digitsOfAnyScriptCount(text: String) {
        #expect(after(letters(text), NumberField()).value == 123)
    }

    @Test(arguments: ["1q۲ب", "12.5", "۱۲٫۵", "7/5", "-3", "۱۲ نفر"])
    func nothingTypedIsDropped(text: String) {
        let field = after(letters(text), NumberField())
        #expect(field.input.text == latinDigits(text))
        #expect(field.isInvalid || text == "-3")
    }

    @Test(arguments: ["12.5", "۱۲٫۵", "7/5", "12"])
    func decimalsAreNumbersWhereTheyAreAccepted(text: String) {
        #expect(!after(letters(text), NumberField(form: .decimal)).isInvalid)
        #expect(after(letters("12.5.1"), NumberField(form: .decimal)).isInvalid)
    }

    @Test func whatStandsThereIsReplacedByTheFirstKey() {
        var field = NumberField(88)
        field.enter(backward: false)
        #expect(after(letters("5"), field).input.text == "5")
        #expect(after([Key(.end)] + letters("5"), field).input.text == "885")
    }

    @Test func yearsAreNotGrouped() {
        let frame = Region.frame(width: 20, height: 1, language: .persian) { region in
            NumberField(1370, form: .numeral).draw(in: &region, hasFocus: false)
        }
        #expect(frame.rows[0].contains { $0.text == "۱۳۷۰" })
    }

    @Test func whatIsNoNumberStays() {
        var field = NumberField()
        field.insert("حدود ۱۲")
        #expect(field.input.text == "حدود 12")
        #expect(field.isInvalid)
        #expect(!NumberField().isInvalid)
    }

    @Test func persianPagesShowPersianDigits() {
        let frame = Region.frame(width: 20, height: 1, language: .persian) { region in
            NumberField(17_000).draw(in: &region, hasFocus: false)
        }
        #expect(frame.rows[0].contains { $0.text == "۱۷٬۰۰۰" })
    }
}

@Suite struct Dates {
    private let today = FormExamples.today
    private var field: DateField { DateField(today, today: today) }

    @Test func arrowsMoveAsTheEyeSeesTheMonth() {
        #expect(after([Key(.left)], field).input.text == "1401/05/11")
        #expect(after([Key(.right)], field).input.text == "1401/05/09")
        #expect(after([Key(.right)], field, page: .leftToRight).input.text == "1401/05/11")
        #expect(after([Key(.down, .control)], field).input.text == "1401/05/17")
        #expect(after([Key(.up, .control), Key(.up, .alt)], field).input.text == "1401/04/27")
        #expect(after([Key(.pageDown)], field).input.text == "1401/06/10")
        #expect(after([Key(.pageUp, .control)], field).input.text == "1400/05/10")
    }

    @Test func upAndDownAreTheFormsAndChangeNothing() {
        for key in [Key(.up), Key(.down)] {
            #expect(!isUsed(key, field))
            #expect(after([key], field).input.text == "1401/05/10")
        }
    }

    @Test func theMonthOpensWhenItIsAskedForAndClosesAlone() {
        #expect(field.popup(.persian) == nil)
        var open = after([Key(.left)], field)
        #expect(open.popup(.persian) != nil)
        let isClosed = open.dismiss()
        #expect(isClosed && open.popup(.persian) == nil)
        let isClosedAgain = open.dismiss()
        #expect(!isClosedAgain)
    }

    @Test func theFirstKeyReplacesTheDateThatStandsThere() {
        var entered = field
        entered.enter(backward: false)
        #expect(after(letters("۱۴۰۰۱۲۰۱"), entered).input.text == "1400/12/01")
        #expect(after([Key(.left)], entered).input.text == "1401/05/11")
    }

    @Test func theMonthBeginsAtTodayWhenThereIsNoDate() {
        let empty = DateField(today: today)
        #expect(empty.day == nil)
        #expect(after(letters(" "), empty).day == today)
        #expect(after([Key(.left)], empty).day == today.advanced(by: 1))
    }

    @Test func figuresAloneOrAnyWrittenDateCanBeTyped() {
        #expect(after(letters("۱۴۰۱۰۵۰۹"), DateField(today: today)).input.text == "1401/05/09")
        #expect(after(letters("1401/5/9"), DateField(today: today)).day?.iso == "2022-07-31")
        #expect(after(letters("2022-07-31"), DateField(today: today)).day?.iso == "2022-07-31")
        var pasted = DateField(today: today)
        pasted.insert("2022-07-31")
        #expect(pasted.day?.iso == "2022-07-31")
    }

    @Test func whatIsNoDateStays() {
        let field = after(letters("14001230"), DateField(today: today))
        #expect(field.input.text == "1400/12/30")
        #expect(field.day == nil)
        guard case .noSuchDay = field.error else {
            Issue.record("\(String(describing: field.error))")
            return
        }
        #expect(after([Key(.left)], field).input.text == "1400/12/30", "the caret moves, the text stays")
    }

    @Test func theLetterOfTodayWorksInBothLayouts() {
        let other = DateField(today.advanced(by: 400), today: today)
        #expect(after(letters("t"), other).day == today)
        #expect(after(letters("ف"), other).day == today)
    }

    @Test func theYearsEndWhereTheyAreKnown() throws {
        let last = try JalaliDate(year: 1600, month: 12, day: 20).asDay
        #expect(after([Key(.pageDown)], DateField(last, today: today)).day == last)
    }
}

@Suite struct Dialogs {
    @Test("answers that do not fit side by side stand in several rows, and none is cut")
    func manyAnswers() {
        let codes = (1...6).map { "PL-10\($0)" }
        let dialog = Dialog("?", "?", buttons: codes.map { Phrase(fa: $0, en: $0) })
        for language in [Language.persian, .english] {
            let frame = Region.frame(width: 40, height: 12, language: language) { dialog.draw(in: &$0) }
            let text = frame.rows.flatMap { $0 }.map(\.text).joined(separator: " ")
            for code in codes { #expect(text.contains(code), "\(language) \(code)") }
        }
    }

    private let dialog = Dialog(
        "حذف", "حذف شود؟", buttons: [Phrase(fa: "بله", en: "Yes"), Phrase(fa: "نه", en: "No")], focused: 1)

    private func outcome(_ keys: [Key], page: Direction = .rightToLeft) -> Dialog.Outcome {
        var dialog = dialog
        return keys.map { dialog.handle($0, page: page) }.last ?? .stays
    }

    @Test func keysAnswer() {
        #expect(outcome([Key(.enter)]) == .pressed(1))
        #expect(outcome([Key(.escape)]) == .dismissed)
        #expect(outcome([Key(.right), Key(.enter)]) == .pressed(0))
        #expect(outcome([Key(.left), Key(.enter)], page: .leftToRight) == .pressed(0))
        #expect(outcome([Key(.tab), Key(.enter)]) == .pressed(0))
    }

    @Test("A letter answers nothing, nor does it move the focus: it may be the key that opened the question")
    func lettersAnswerNothing() {
        for letter in ["y", "n", "ن", "ب", "غ", "x"] {
            #expect(outcome(letters(letter)) == .stays)
            #expect(outcome(letters(letter) + [Key(.enter)]) == .pressed(1))
        }
    }
}

@Suite struct Matching {
    @Test func aSearchIsFoundHoweverItIsSpelt() {
        #expect(TextLayout.matches(of: "كاظ", in: "شهید کاظمی") == [5..<8])
        #expect(TextLayout.matches(of: "گروه ها", in: "گروه\u{200C}ها") == [0..<4, 5..<7])
        #expect(TextLayout.matches(of: "012", in: "G-۰۱۲") == [2..<5])
        #expect(TextLayout.matches(of: "مدیر", in: "مُدیر") == [0..<5])
        #expect(TextLayout.matches(of: "abc", in: "شهید") == [])
        #expect(TextLayout.matches(of: " ", in: "شهید") == [])
    }
}

@Suite struct Forms {
    @Test func tabGoesThroughFieldsAndButtons() {
        #expect(FormWidget.next(after: .row(0), rows: 2) == .row(1))
        #expect(FormWidget.next(after: .row(1), rows: 2) == .save)
        #expect(FormWidget.next(after: .cancel, rows: 2) == .row(0))
        #expect(FormWidget.next(after: .row(0), rows: 2, backward: true) == .cancel)
    }

    /// Whatever has the focus, its label, its caret and what it shows below itself are inside the form.
    @Test(arguments: 0..<8, [(76, 24), (40, 20), (76, 16)])
    func theFocusedFieldIsInView(row: Int, size: (width: Int, height: Int)) {
        for language in Language.allCases {
            let frame = Region.frame(width: size.width, height: size.height, language: language) { region in
                FormExamples.form(region, focus: .row(row)).draw(in: &region)
            }
            #expect(frame.caret != nil)
            let marks = frame.rows.filter { $0.contains { $0.text == "▌" && $0.start == 0 } }
            #expect(!marks.isEmpty)
            if row == 6 {
                #expect(frame.rows.contains { $0.contains { $0.text.hasPrefix("╰") } }, "the popup's lower edge")
            }
        }
    }

    @Test func anErrorIsSaidInFull() {
        let error = "شمارهٔ ملی باید ده رقم داشته باشد و رقم کنترل آن درست باشد، مانند ۰۰۱۲۳۴۵۶۷۹"
        let frame = Region.frame(width: 40, height: 12, language: .persian) { region in
            FormWidget("", rows: [.init("شمارهٔ ملی", TextInput("12"), error: error)], focus: .row(0)).draw(in: &region)
        }
        let said = frame.rows.flatMap { $0 }.filter { $0.style.foreground == .alarm }.dropFirst().map(\.text)
        #expect(said.joined(separator: " ") == "▲ " + error)
    }
}
