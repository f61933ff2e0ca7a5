import Persian
import Testing

@testable import Canvas

/// A row of a frame with one run, as plain scalars from the left edge.
func row(
    _ text: String, _ width: Int, page: Direction = .rightToLeft, as direction: TextDirection = .automatic,
    alignment: Alignment = .start
) -> String {
    var frame = Frame(width: width, height: 1, direction: page)
    frame.rows[0] = [Run(text, direction: direction, start: 0, width: width, alignment: alignment, style: Style())]
    return plain(frame.cells(row: 0))
}

func plain(_ cells: [Cell]) -> String {
    var view = String.UnicodeScalarView()
    for cell in cells where cell.width > 0 {
        view.append(cell.scalar)
        view.append(contentsOf: cell.marks ?? [])
    }
    return String(view)
}

@Suite("Numbers are never cut in two") struct WholeNumbers {
    @Test(
        "Neither alone nor behind words, whatever the room is",
        arguments: [
            "10,069", "1401/05/09", "18:45", "Q-0001", "▲10,069", "! 9,999/1,100", "yesterday 18:45", "11 refused",
        ])
    func cut(_ text: String) {
        for width in 1..<textWidth(text) {
            let kept = row(text, width, page: .leftToRight).filter { $0 != "…" && $0 != " " }
            let whole = text.split { !$0.isNumber && !",/:".contains($0) }
            for number in kept.split(whereSeparator: { !$0.isNumber && !",/:".contains($0) }) {
                #expect(whole.contains(number), "\(kept) in \(width)")
            }
        }
    }

    @Test func aPartThatIsACodeIsLeftOutWhole() {
        for width in 6..<20 {
            let frame = Region.frame(width: width, height: 1, language: .english) {
                $0.put([Span("from "), .code("1400/06/01"), Span(" to "), .code("1401/04/14")], row: 0)
            }
            let text = plain(frame.cells(row: 0))
            #expect(text.contains("1400/06/01") == (width >= 16), "\(text)")
            #expect(!text.contains("1401/"))
        }
    }
}

@Suite struct Joining {
    @Test func lettersJoinAndStandInVisualOrder() {
        // سلام: seen from the left edge, meem isolated, alef final, lam medial, seen initial. No lam-alef ligature.
        #expect(row("سلام", 6) == "  \u{FEE1}\u{FE8E}\u{FEE0}\u{FEB3}")
    }

    @Test func aZeroWidthNonJoinerBreaksTheJoinAndFillsNoColumn() {
        #expect(row("بب", 2) == "\u{FE90}\u{FE91}")
        #expect(row("ب\u{200C}ب", 2) == "\u{FE8F}\u{FE8F}")
        #expect(textWidth("گروه\u{200C}ها") == 6)
    }

    @Test func marksStayOnTheirLetter() {
        var frame = Frame(width: 3, height: 1, direction: .rightToLeft)
        frame.rows[0] = [Run("مُدّ", direction: .automatic, start: 0, width: 3, style: Style())]
        let cells = frame.cells(row: 0)
        #expect(cells[2].marks == ["\u{64F}"])
        #expect(cells[1].marks == ["\u{651}"])
        #expect(cells[0].marks == nil)
    }
}

@Suite struct Directions {
    @Test func textStandsAtTheStartOfThePage() {
        #expect(row("ab", 4, page: .leftToRight) == "ab  ")
        #expect(row("ab", 4, page: .rightToLeft) == "  ab")
        #expect(row("ab", 4, page: .rightToLeft, alignment: .end) == "ab  ")
        #expect(row("ab", 5, page: .rightToLeft, alignment: .center) == "  ab ")
        #expect(row("ab", 5, page: .leftToRight, alignment: .center) == " ab  ")
    }

    @Test func aCodeKeepsItsOrderOnAPersianPage() {
        #expect(row("1401-05-09", 10, as: .leftToRight) == "1401-05-09")
        #expect(row("۱۴۰۱-۰۵-۰۹", 10, as: .leftToRight) == "۱۴۰۱-۰۵-۰۹")
        #expect(row("0912 345 6789", 13, as: .leftToRight) == "0912 345 6789")
    }

    @Test func aSentenceOfTheProgramFollowsThePageThoughItBeginsWithALatinWord() {
        #expect(row("C-014!", 6, as: .page) == "!C-014")
        #expect(row("C-014!", 6, as: .automatic) == "C-014!")
    }

    @Test func bracketsAreMirroredWithTheirText() {
        #expect(row("(ب)", 3) == "(\u{FE8F})")
        #expect(row("(a)", 3, as: .page) == "(a)")
        #expect(row("«ب»", 3) == "«\u{FE8F}»")
    }

    @Test func aPictureIsSeenInAMirrorOnAPersianPage() {
        #expect(row("╭─▌›", 4, page: .leftToRight, as: .picture) == "╭─▌›")
        #expect(row("╭─▌›", 4, page: .rightToLeft, as: .picture) == "‹▐─╮")
        #expect(row("⠁⡀", 2, page: .rightToLeft, as: .picture) == "⢀⠈")
    }
}

@Suite struct Cutting {
    @Test func longTextEndsInAnEllipsisAtItsEnd() {
        #expect(row("Kermanshah", 5, page: .leftToRight) == "Kerm…")
        #expect(row("Kermanshah", 5, page: .rightToLeft) == "Kerm…")
        #expect(row("ددددد", 3) == "…\u{FEA9}\u{FEA9}")
        #expect(row("ab", 1) == "…")
        #expect(TextLayout.fitted("a b c", width: 3) == "a…")
        #expect(TextLayout.fitted("abc", width: 0) == "")
    }

    @Test func wideSignsAreNotHalved() {
        #expect(textWidth("漢字") == 4)
        #expect(row("漢字漢", 4, page: .leftToRight) == "漢… ")
        #expect(row("漢字", 4, page: .rightToLeft) == "漢字")
    }

    @Test func aLaterRunLeavesNoHalfOfAWideSign() {
        var frame = Frame(width: 4, height: 1, direction: .leftToRight)
        frame.rows[0] = [
            Run("漢字", direction: .automatic, start: 0, width: 4, style: Style()),
            Run("xy", direction: .automatic, start: 1, width: 2, style: Style(.strong)),
        ]
        let cells = frame.cells(row: 0)
        #expect(plain(cells) == " xy ")
        #expect(cells.map(\.width) == [1, 1, 1, 1])
    }

    @Test func anEmojiFamilyIsNotSplit() {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        #expect(textWidth(family) == 6)
        #expect(row("a" + family, 6, page: .leftToRight) == "a…    ")
    }
}

@Suite struct Painting {
    @Test func laterRunsCoverEarlierOnesAndBlanksTakeTheirBackground() {
        var frame = Frame(width: 5, height: 1, direction: .rightToLeft)
        let bar = Style(.text, on: .panel)
        frame.rows[0] = [
            Run("", direction: .page, start: 0, width: 5, style: bar),
            Run("a", direction: .page, start: 1, width: 2, style: Style(.accent, on: .selection)),
        ]
        let cells = frame.cells(row: 0)
        #expect(plain(cells) == "   a ")
        #expect(cells.map(\.style.background) == [.panel, .panel, .selection, .selection, .panel])
    }

    @Test func whatLiesOutsideTheFrameIsCutOff() {
        var frame = Frame(width: 3, height: 1, direction: .leftToRight)
        frame.rows[0] = [
            Run("abc", direction: .page, start: -1, width: 3, style: Style()),
            Run("xyz", direction: .page, start: 2, width: 9, style: Style()),
            Run("q", direction: .page, start: 7, width: 1, style: Style()),
        ]
        #expect(plain(frame.cells(row: 0)) == "a……")
    }

    @Test func onlyRowsThatSaySomethingElseAreChanged() {
        let first = Region.frame(width: 9, height: 3, language: .english) { $0.put("a", row: 1) }
        let second = Region.frame(width: 9, height: 3, language: .english) { $0.put("b", row: 1) }
        let turned = Region.frame(width: 9, height: 3, language: .persian) { $0.put("b", row: 1) }
        #expect(second.changedRows(since: first) == [1])
        #expect(first.changedRows(since: first) == [])
        #expect(turned.changedRows(since: second) == [0, 1, 2])
        #expect(first.changedRows(since: nil) == [0, 1, 2])
    }
}

@Suite struct Sanitising {
    @Test func controlsAndBidiControlsNeverReachACell() {
        #expect(TextLayout.sanitised("a\u{1B}[31m\u{7F}\u{9B}\u{202E}b\u{2066}\u{200F}\u{61C}c\u{FEFF}") == "a[31mbc")
        #expect(TextLayout.sanitised("a\tb\nc\r\nd\u{2028}e") == "a b c d e")
        #expect(row("\u{202E}abc", 3) == "abc")
    }

    @Test func persianJoinersAndMarksAreKept() {
        #expect(TextLayout.sanitised("می\u{200C}رود مُ") == "می\u{200C}رود مُ")
    }

    @Test func aCellCarriesAtMostFourMarks() {
        var frame = Frame(width: 2, height: 1, direction: .leftToRight)
        let text = "e" + String(repeating: "\u{301}", count: 10_000)
        frame.rows[0] = [Run(text, direction: .automatic, start: 0, width: 2, style: Style())]
        #expect(frame.cells(row: 0)[0].marks?.count == 4)
        #expect(textWidth(text) == 1)
    }

    @Test func aMarkWithNothingToStandOnGetsACircle() {
        #expect(row("\u{301}", 2, page: .leftToRight) == "\u{25CC}\u{301} ")
    }
}
