import Persian
import Testing

@testable import Canvas

private func typed(_ keys: [Key], into text: String = "", page: Direction = .rightToLeft) -> TextInput {
    var input = TextInput(text)
    for key in keys { input.handle(key, page: page) }
    return input
}

private func letters(_ text: String) -> [Key] { text.unicodeScalars.map { Key(.character($0)) } }

private let undo = Key(.character("_"), .control)
private let redo = Key(.character("y"), .control)

@Suite struct Selecting {
    @Test func shiftWithArrowsSelectsWhatTheCaretPasses() {
        let input = typed([Key(.home), Key(.left, .shift), Key(.left, .shift)], into: "بهار")
        #expect(input.selection == 0..<2)
        #expect(input.caret == 2)
        #expect(typed([Key(.home, .shift)], into: "بهار").selection == 0..<4)
        #expect(typed([Key(.home), Key(.end, .shift)], into: "بهار").selection == 0..<4)
        #expect(typed([Key(.character("a"), .alt)], into: "بهار").selection == 0..<4)
        #expect(typed([Key(.character("ش"), .alt)], into: "بهار").selection == 0..<4)
    }

    @Test func typingTakesTheSelectionsPlace() {
        let input = typed([Key(.home, .shift)] + letters("x"), into: "بهار")
        #expect(input.text == "x")
        #expect(input.selection == nil)
        #expect(typed([Key(.home), Key(.left, .shift), Key(.delete)], into: "بهار").text == "هار")
        #expect(typed([Key(.home, .shift), Key(.backspace)], into: "بهار").text == "")
    }

    @Test func anArrowLeavesTheSelectionAtTheEdgeItPointsTo() {
        #expect(typed([Key(.home, .shift), Key(.left)], into: "بهار").caret == 4)
        #expect(typed([Key(.home, .shift), Key(.right)], into: "بهار").caret == 0)
        #expect(typed([Key(.home, .shift), Key(.right)], into: "abc", page: .leftToRight).caret == 3)
        #expect(typed([Key(.home, .shift), Key(.right)], into: "بهار").selection == nil)
    }

    @Test func wordsAreJumpedOverAsTheyAreSeen() {
        let text = "گروه بهار قم"
        let stops = (1...4).map { count in
            typed([Key(.home)] + Array(repeating: Key(.left, .control), count: count), into: text).caret
        }
        #expect(stops == [5, 10, 12, 12])
        #expect(typed([Key(.right, .alt)], into: text).caret == 10)
        #expect(typed([Key(.left, [.control, .shift])], into: "abc def", page: .leftToRight).selection == 4..<7)
    }
}

@Suite struct TypingANonJoiner {
    /// Every way a terminal has of sending the keys.
    @Test(arguments: [
        Key(.character(" "), .shift), Key(.character(" "), .control), Key(.character("@"), .control),
        Key(.character("@"), [.control, .shift]), Key(.character("2"), [.control, .shift]),
        Key(.character("n"), .control), Key(.character("د"), .control), Key(.character("\u{200C}")),
    ])
    func aNonJoinerIsTyped(key: Key) {
        #expect(typed(letters("می") + [key] + letters("رود")).text == "می\u{200C}رود")
    }

    @Test func aNonJoinerThatWouldBeUnseenIsNotTyped() {
        let key = Key(.character(" "), .shift)
        #expect(typed([key]).text == "")
        #expect(typed(letters("می ") + [key]).text == "می ")
        #expect(typed(letters("می") + [key, key]).text.unicodeScalars.count == 3)
    }

    @Test func theCaretPassesALetterWithItsMarksAndItsNonJoiner() {
        #expect(typed([Key(.home), Key(.left), Key(.left)], into: "می\u{200C}رود").caret == 3)
        #expect(typed([Key(.home), Key(.left)], into: "مُدیر").caret == 2)
        #expect(typed([Key(.home), Key(.delete)], into: "ی\u{200C}ر").text == "ر")
    }
}

@Suite struct TakingBack {
    @Test func aWordIsTakenBackAsOne() {
        let input = typed(letters("گروه بهار") + [undo])
        #expect(input.text == "گروه ")
        #expect(typed(letters("گروه بهار") + [undo, undo]).text == "")
        #expect(typed(letters("گروه بهار") + [undo, undo, undo, redo, redo]).text == "گروه بهار")
    }

    @Test func whatTheCaretLeftIsAnotherStep() {
        let input = typed(letters("ab") + [Key(.home)] + letters("cd") + [undo], page: .leftToRight)
        #expect(input.text == "ab")
        #expect(input.caret == 0)
    }

    @Test(arguments: [
        "شهید\nکاظمی", "شهید\r\nکاظمی\r\n", "شهید\rکاظمی", "شهید\tکاظمی", "شهید \u{2028}\t کاظمی", "\tشهید\u{0B}کاظمی",
    ])
    func lineEndsAndTabsPartWords(pasted: String) {
        var input = TextInput()
        input.insert(pasted)
        #expect(input.text == "شهید کاظمی")
    }

    @Test func aPasteIsTakenBackAsOne() {
        var input = typed(letters("الف "))
        input.insert("یک دو\nسه\n")
        #expect(input.text == "الف یک دو سه")
        input.handle(undo, page: .rightToLeft)
        #expect(input.text == "الف ")
        input.handle(Key(.character("u"), .alt), page: .rightToLeft)
        #expect(input.text == "")
    }

    @Test func theSelectionComesBackWithItsText() {
        let input = typed([Key(.home, .shift), Key(.character("x")), undo], into: "بهار")
        #expect(input.text == "بهار")
        #expect(input.selection == 0..<4)
    }

    @Test func whatIsTypedAnewEndsWhatCouldBeDoneAgain() {
        #expect(typed(letters("a") + [undo] + letters("b") + [redo]).text == "b")
    }
}

@Suite struct WritingInAnArea {
    private func area(_ text: String, columns: Int, caret: Int? = nil, keys: [Key] = []) -> TextArea {
        var area = TextArea(text, caret: caret, rows: 3)
        area.fit(columns: columns)
        for key in keys { area.handle(key, page: .rightToLeft) }
        return area
    }

    @Test func enterBeginsALine() {
        #expect(area("الف", columns: 20, keys: [Key(.enter)] + letters("ب")).text == "الف\nب")
    }

    @Test func pastedLinesAreKept() {
        var area = TextArea()
        area.insert("یک\r\nدو\u{2028}سه\tچهار\u{1B}")
        #expect(area.text == "یک\nدو\nسه چهار")
    }

    /// The area is 12 columns wide: 10 for text, one for the caret behind it, one for the scroll bar.
    private let words = "یک دو سه چهار پنج شش هفت"

    @Test func upAndDownGoByWhatIsSeen() {
        // Rows: "یک دو سه " 0–9, "چهار پنج " 9–18, "شش هفت" 18–24.
        #expect(area(words, columns: 12, caret: 3, keys: [Key(.down)]).caret == 12)
        #expect(area(words, columns: 12, caret: 3, keys: [Key(.down), Key(.down)]).caret == 21)
        #expect(area(words, columns: 12, caret: 20, keys: [Key(.up)]).caret == 11)
    }

    @Test func theColumnIsKeptAcrossAShortLine() {
        let text = "aaaa\nb\ncccc"
        #expect(area(text, columns: 20, caret: 3, keys: [Key(.down)]).caret == 6)
        #expect(area(text, columns: 20, caret: 3, keys: [Key(.down), Key(.down)]).caret == 10)
    }

    @Test func atTheEdgesUpAndDownAreTheFormsToUse() {
        var area = area("یک", columns: 12)
        let isUsed = area.handle(Key(.up), page: .rightToLeft)
        let isUsedBelow = area.handle(Key(.down), page: .rightToLeft)
        #expect(!isUsed)
        #expect(!isUsedBelow)
    }

    @Test func leftGoesThroughAllRows() {
        var caret = area(words, columns: 12, caret: 0)
        var visited = [0]
        for _ in 0..<24 {
            caret.handle(Key(.left), page: .rightToLeft)
            visited.append(caret.caret)
        }
        #expect(visited == Array(0...24))
        caret.handle(Key(.right), page: .rightToLeft)
        #expect(caret.caret == 23)
    }

    @Test func homeAndEndAreThoseOfTheRow() {
        #expect(area(words, columns: 12, caret: 12, keys: [Key(.home)]).caret == 9)
        #expect(area(words, columns: 12, caret: 12, keys: [Key(.end)]).caret == 17)
        #expect(area(words, columns: 12, caret: 12, keys: [Key(.end, .control)]).caret == 24)
        #expect(
            area(words, columns: 12, caret: 12, keys: [Key(.character("k"), .control)]).text == "یک دو سه چهاشش هفت")
    }
}
