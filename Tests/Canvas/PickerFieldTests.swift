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

@Suite struct Picking {
    private var field: PickerField {
        var field = PickerField(query: "کاظ")
        field.candidates = FormExamples.people
        return field
    }

    @Test func enterTakesTheCandidate() {
        let taken = after([Key(.enter)], field)
        #expect(taken.chosen?.id == "P-0012")
        #expect(taken.query == "")
        #expect(!taken.isUnresolved)
        #expect(!isUsed(Key(.enter), taken), "the form goes on")
        #expect(after([Key(.down), Key(.down), Key(.enter)], field).chosen?.id == "P-0777")
    }

    @Test func whatMayNotBeTakenIsNot() {
        #expect(after([Key(.down), Key(.enter)], field).chosen == nil)
        #expect(field.isUnresolved)
    }

    @Test func typingBeginsAnotherSearch() {
        let taken = after([Key(.enter)], field)
        #expect(after(letters("ر"), taken).query == "ر")
        #expect(after(letters("ر"), taken).chosen == nil)
        #expect(after([Key(.backspace)], taken).chosen == nil)
        #expect(after([Key(.backspace)], taken).query == "")
    }

    @Test func newCandidatesAreReadFromTheFirst() {
        var other = after([Key(.down)], field)
        other.candidates = Array(FormExamples.people.reversed())
        #expect(after([Key(.enter)], other).chosen?.id == "P-0777")
    }
}

@Suite struct GoingThroughCandidates {
    private var field: PickerField {
        var field = PickerField(query: "گروه")
        field.candidates = (1...30).map { .init(id: "Q-\($0)", title: "گروه \($0)") }
        return field
    }

    @Test func theListIsGoneThroughToItsEndAndNoFurther() {
        let last = after(Array(repeating: Key(.down), count: 40) + [Key(.enter)], field)
        #expect(last.chosen?.id == "Q-30")
        #expect(isUsed(Key(.down), after(Array(repeating: Key(.down), count: 40), field)))
        #expect(isUsed(Key(.up), field))
        #expect(after([Key(.pageDown), Key(.pageDown), Key(.up), Key(.enter)], field).chosen?.id == "Q-16")
    }

    @Test func escClosesTheListAlone() {
        var closed = field
        let wasOpen = closed.dismiss()
        #expect(wasOpen && closed.popup(.persian) == nil && closed.query == "گروه")
        #expect(!isUsed(Key(.down), closed), "the form goes on")
        let isOpen = closed.dismiss()
        #expect(!isOpen)
        #expect(after(letters("م"), closed).popup(.persian) != nil)
    }

    @Test func goingOnTakesTheOnlyOneOrTheOneWhoseNameItIs() {
        var many = field
        many.leave()
        #expect(many.chosen == nil)
        many.candidates[3].isExact = true
        many.leave()
        #expect(many.chosen?.id == "Q-4")
        var one = field
        one.candidates = [.init(id: "Q-7", title: "گروه 7")]
        one.leave()
        #expect(one.chosen?.id == "Q-7")
    }
}

@Suite struct Times {
    private let day = FormExamples.today

    @Test(
        arguments: [
            ("20:10", "1401/05/10T20:10"), ("۲۰:۱۰", "1401/05/10T20:10"), ("1401/05/09 8:05", "1401/05/09T8:05"),
            ("140105092010", "1401/05/09T20:10"), ("1401/05/09  08:00", "1401/05/09T08:00"),
            ("1401/05/09T08:00", "1401/05/09T08:00"), ("08:00 1401/05/09", "1401/05/09T08:00"),
            ("1401/05/09", "1401/05/09"), ("دیروز", "دیروز"),
        ])
    func aBareHourIsOfTheDay(typed: String, value: String) {
        #expect(after(letters(typed), TimeField(day: day)).value == value)
    }

    @Test func theFirstKeyReplacesTheTimeThatStandsThere() {
        var field = TimeField(text: "1401/05/10 18:40", day: day)
        field.enter(backward: false)
        #expect(after(letters("20:10"), field).value == "1401/05/10T20:10")
    }

    @Test func persianPagesShowPersianDigitsAndNoT() {
        let frame = Region.frame(width: 60, height: 1, language: .persian) { region in
            TimeField(text: "1401/05/10 18:40", day: day).draw(in: &region, hasFocus: false)
        }
        #expect(frame.rows[0].contains { $0.text == "۱۴۰۱/۰۵/۱۰ ۱۸:۴۰" })
    }
}
