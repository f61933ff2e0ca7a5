import Persian
import Testing

@testable import Canvas

@Suite struct Typing {
    private func typed(_ keys: [Key], into text: String = "", page: Direction = .rightToLeft) -> TextInput {
        var input = TextInput(text)
        for key in keys { input.handle(key, page: page) }
        return input
    }

    @Test func lettersGoBeforeTheCaret() {
        let input = typed([Key(.home), Key(.character("ا")), Key(.character("ب"))], into: "ج")
        #expect(input.text == "ابج")
        #expect(input.caret == 2)
    }

    @Test func backspaceDeletesInLogicalOrder() {
        #expect(typed([Key(.backspace)], into: "بهار").text == "بها")
        #expect(typed([Key(.backspace)], into: "می\u{200C}").text.unicodeScalars.count == 2)
        #expect(typed([Key(.backspace)], into: "مُ").text == "م")
        #expect(typed([Key(.backspace)], into: "a\u{1F468}\u{200D}\u{1F469}").text == "a")
        #expect(typed([Key(.backspace)]).text == "")
    }

    @Test func deleteTakesTheWholeSignAfterTheCaret() {
        #expect(typed([Key(.home), Key(.delete)], into: "مُد").text == "د")
        #expect(typed([Key(.delete)], into: "د").text == "د")
    }

    @Test func arrowsMoveAsTheEyeSees() {
        // On a Persian page the text goes on to the left.
        #expect(typed([Key(.home), Key(.left)], into: "بهار").caret == 1)
        #expect(typed([Key(.right)], into: "بهار").caret == 3)
        // The Latin word is seen as abc: going left through it meets c, b, a.
        let left = (1...5).map { typed([Key(.home)] + Array(repeating: Key(.left), count: $0), into: "ب abc").caret }
        #expect(left == [1, 4, 3, 2, 5])
        // A Latin text goes on to the right, on any page.
        #expect(typed([Key(.home), Key(.right)], into: "abc").caret == 1)
        #expect(typed([Key(.right)], into: "abc").caret == 3)
    }

    @Test func wordsAndLinesAreDeletedBackwards() {
        let word = Key(.character("w"), .control)
        #expect(typed([word], into: "گروه بهار ").text == "گروه ")
        #expect(typed([word, word], into: "گروه بهار").text == "")
        #expect(typed([Key(.character("u"), .control)], into: "گروه").text == "")
    }

    @Test func whatIsPastedIsSanitised() {
        var input = TextInput()
        input.insert("a\n\u{1B}[31m\u{202E}b")
        #expect(input.text == "a [31mb")
        #expect(input.caret == 7)
    }

    @Test(arguments: [Key(.up), Key(.enter), Key(.character("l"), .control), Key(.character("x"), .alt)])
    func otherKeysAreLeftToTheScreen(key: Key) {
        var input = TextInput("a")
        let isUsed = input.handle(key, page: .rightToLeft)
        #expect(!isUsed)
        #expect(input.text == "a")
    }
}

@Suite struct Sentences {
    private func drawn(_ spans: [Span], width: Int) -> String {
        let frame = Region.frame(width: width, height: 1, language: .persian) { $0.put(spans, row: 0) }
        return plain(frame.cells(row: 0))
    }

    @Test func aDateInsideKeepsItsOrder() {
        #expect(drawn([Span("د: "), .code("1401-05-09"), Span(" د")], width: 16) == " \u{FEA9} 1401-05-09 :\u{FEA9}")
    }

    @Test func whatDoesNotFitIsCutOnce() {
        #expect(drawn([Span("دد"), .code("12345"), Span("د")], width: 5) == "  …\u{FEA9}\u{FEA9}")
        #expect(drawn([Span("دد"), .code("123"), Span("د")], width: 5) == "  …\u{FEA9}\u{FEA9}")
        #expect(drawn([Span("دد"), .code("123"), Span("")], width: 5) == "123\u{FEA9}\u{FEA9}")
    }
}
