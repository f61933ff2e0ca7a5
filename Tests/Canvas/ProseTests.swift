import Persian
import Testing

@testable import Canvas

/// What long texts are read and written with.
@Suite struct Prose {
    @Test func partsOfARunHaveLooksOfTheirOwn() {
        var emphasis = Emphasis([0..<2], Style(.good))
        emphasis.others = [Emphasis([3..<5], Style(.alarm))]
        let frame = Region.frame(width: 6, height: 1, language: .english) {
            $0.put("ab cd ", row: 0, emphasis: emphasis)
        }
        let colors = frame.cells(row: 0).map(\.style.foreground)
        #expect(colors == [.good, .good, .text, .alarm, .alarm, .text])
    }

    @Test func linesThatAreNotTheWritersOwnAreLessLoud() {
        let area = TextArea("پرسش\nپاسخ")
        let frame = Region.frame(width: 12, height: 2, language: .persian) {
            area.draw(in: &$0, hasFocus: false) { $0 == "پرسش" }
        }
        let colors = frame.rows.map { $0.last { !$0.text.isEmpty }?.style.foreground }
        #expect(colors == [.muted, .strong])
    }

    @Test func theCaretIsPutBetweenSigns() {
        var area = TextArea("آبی\nسبز")
        area.placeCaret(at: 4)
        area.insert("x")
        #expect(area.text == "آبی\nxسبز")
        area.placeCaret(at: 99)
        #expect(area.caret == area.text.unicodeScalars.count)
    }
}
