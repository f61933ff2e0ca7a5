import CFriBidi
import Persian
import Support
import Testing

@testable import Canvas

@Suite struct AgainstFriBidi {
    private let pieces = [
        "مشهد", "گروه", "ب", "پیچ", "ABC", "x", " ", "  ", "12", "۳۴", "٥٦", "-", "/", ":", ".", ",", "،", "(", ")",
        "[",
        "]", "«", "»", "<", ">", "+", "%", "٪", "#", "C-014", "۱۴۰۱/۰۵/۰۹", "é", "\u{5D0}",
    ]

    /// FriBidi's own simple interface. It makes ligatures of lam and alef, so these two never meet in the pieces.
    private func visual(_ text: String, paragraph: FriBidiParType) -> String {
        let scalars = text.unicodeScalars.map(\.value)
        let count = FriBidiStrIndex(scalars.count)
        var output = [UInt32](repeating: 0, count: scalars.count + 1)
        var base = paragraph
        _ = fribidi_log2vis(scalars, count, &base, &output, nil, nil, nil)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: output.prefix(scalars.count).compactMap(Unicode.Scalar.init))
        return String(view)
    }

    @Test(arguments: 0..<400)
    func everyMixtureIsJoinedAndOrderedAsFriBidiDoes(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let text = random.text(of: pieces, count: 1...12)
        let width = textWidth(text)
        for page in [Direction.leftToRight, .rightToLeft] {
            let expected = visual(text, paragraph: page == .rightToLeft ? khedmat_par_rtl() : khedmat_par_ltr())
            let seen = row(text, width, page: page, as: .page)
            #expect(seen == expected, "\(text)")
        }
    }
}

@Suite struct WhateverTheText {
    private static let nasty = [
        "\u{1B}[31m", "\u{0}", "\u{7}", "\u{7F}", "\u{85}", "\u{9B}", "\t", "\n", "\r\n", "\u{202E}", "\u{202A}",
        "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}", "\u{FEFF}", "\u{AD}", "\u{200B}", "\u{2028}",
        "\u{200C}", "\u{200D}", "\u{301}", "\u{64E}", "\u{651}", "\u{20DD}", "\u{FE0F}", "\u{1F468}", "\u{1F3FD}",
        "\u{1F1EE}", "\u{1F1F7}", "漢", "\u{1100}\u{1161}\u{11A8}", "क्षि", "ﷺ", "\u{600}", "\u{E0041}", "\u{FFFF}",
        "\u{10FFFF}", "سلام", "abc", " ", "─╭▌",
    ]

    private func expectSound(_ frame: Frame, _ text: String) {
        let cells = frame.cells(row: 0)
        #expect(cells.count == frame.width)
        for (index, cell) in cells.enumerated() {
            let scalars = [cell.scalar] + (cell.marks ?? [])
            for scalar in scalars {
                let category = scalar.properties.generalCategory
                #expect(category != .control && category != .format || scalar.value == 0x600, "\(scalar.value)")
                #expect(!scalar.properties.isBidiControl)
            }
            #expect(scalars.count <= 5)
            // A wide sign is whole: its second column follows it, and no second column stands alone.
            #expect((cell.width == 0) == (index > 0 && cells[index - 1].width == 2))
        }
        #expect(cells.last?.width != 2)
    }

    @Test(arguments: 0..<300)
    func aRowIsExactlyAsWideAsTheFrameAndHoldsNoControls(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let width = Int.random(in: 1...24, using: &random)
        for page in [Direction.leftToRight, .rightToLeft] {
            for direction in [TextDirection.automatic, .page, .leftToRight, .picture] {
                var frame = Frame(width: width, height: 1, direction: page)
                for _ in 0..<3 {
                    let text = random.text(of: Self.nasty, count: 0...14)
                    frame.rows[0].append(
                        Run(
                            text, direction: direction, start: Int.random(in: -2...width, using: &random),
                            width: Int.random(in: 0...(width + 2), using: &random),
                            alignment: [.start, .center, .end].randomElement(using: &random) ?? .start, style: Style()))
                }
                expectSound(frame, "\(seed)")
            }
        }
    }

    @Test(arguments: 0..<100)
    func randomBytesDoNoHarm(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
        let text = String(decoding: bytes, as: UTF8.self)
        var frame = Frame(width: 40, height: 1, direction: .rightToLeft)
        frame.rows[0] = [Run(text, direction: .automatic, start: 0, width: 40, style: Style())]
        expectSound(frame, text)
        #expect(textWidth(TextLayout.sanitised(text)) == textWidth(text))
    }

    @Test(arguments: 0..<200)
    func cuttingAndWrappingNeverSplitACluster(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let clusters = ["e\u{301}", "مُّ", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "漢", "ب\u{200C}", "a", "د"]
        let chosen = (0..<12).map { _ in clusters.randomElement(using: &random) ?? "" }
        let text = chosen.joined()
        let whole = (0...chosen.count).map { chosen.prefix($0).joined() }
        for width in 1...textWidth(text) {
            let cut = TextLayout.fitted(text, width: width)
            #expect(textWidth(cut) <= width)
            let kept = cut.hasSuffix("…") ? String(cut.dropLast()) : cut
            #expect(whole.contains { Array($0.unicodeScalars) == Array(kept.unicodeScalars) }, "\(cut)")
        }
        let lines = TextLayout.wrap(text, width: 7)
        #expect(lines.joined() == text)
        for line in lines { #expect(textWidth(line) <= 7) }
    }

    @Test func aMirroredPictureInAMirrorIsThePicture() {
        for value in UInt32(0x20)...0x2FFF { #expect(Mirror.image(of: Mirror.image(of: value)) == value) }
    }

    @Test func aPictureOnAPersianPageIsTheEnglishOneInAMirror() {
        var random = SplitMix(seed: 7)
        let signs = "╭╮╰╯─│├┤┬┴┼▌▐▏▕█░▁▅←→‹›()<>╱╲▶◀⠁⡇a".map(String.init)
        for _ in 0..<100 {
            let text = random.text(of: signs, count: 1...20)
            let english = row(text, 24, page: .leftToRight, as: .picture).unicodeScalars.map(\.value)
            let persian = row(text, 24, page: .rightToLeft, as: .picture).unicodeScalars.map(\.value)
            #expect(persian == english.reversed().map(Mirror.image(of:)))
        }
    }
}

@Suite struct Carets {
    private func column(_ text: String, _ offset: Int, _ width: Int = 20, page: Direction = .rightToLeft) -> Int {
        TextLayout.caretColumn(text: text, offset: offset, width: width, page: page)
    }

    @Test func theCaretStandsOnTheSignItGoesBefore() {
        #expect((0...4).map { column("بهار", $0) } == [0, 1, 2, 3, 4])
        #expect((0...3).map { column("abc", $0, page: .leftToRight) } == [0, 1, 2, 3])
        // In a Persian form a Latin text stands at the end edge and runs toward the start.
        #expect((0...3).map { column("abc", $0) } == [19, 18, 17, 16])
    }

    @Test func itFollowsMixedTextAsTheEyeReadsIt() {
        // Seen from the start edge: ب, space, then c b a, then space and د.
        #expect((0...7).map { column("ب abc د", $0) } == [0, 1, 4, 3, 2, 5, 6, 7])
    }

    @Test func joinersAndMarksTakeNoColumn() {
        #expect((0...3).map { column("ب\u{200C}ب", $0) } == [0, 1, 1, 2])
        #expect((0...3).map { column("بُب", $0) } == [0, 1, 1, 2])
    }

    @Test func aLongTextIsScrolledToTheCaret() {
        #expect(column("abcdefghij", 10, 5, page: .leftToRight) == 4)
        #expect(column("abcdefghij", 0, 5, page: .leftToRight) == 0)
        let line = FieldLine("abcdefghij", offset: 10, width: 5, direction: .automatic, page: .leftToRight)
        #expect(line.text == "…hij")
    }

    @Test(arguments: 0..<200)
    func itNeverLeavesTheField(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let text = random.text(of: ["سلام", "ABC", " ", "漢", "(", "۱۲", "\u{200C}", "مُ"], count: 0...10)
        let width = Int.random(in: 1...12, using: &random)
        for offset in 0...text.unicodeScalars.count {
            for page in [Direction.leftToRight, .rightToLeft] {
                #expect((0..<width).contains(column(text, offset, width, page: page)))
            }
        }
    }
}

@Suite struct Wrapping {
    @Test func linesBreakBetweenWords() {
        #expect(TextLayout.wrap("اردوی جهادی بهار", width: 11) == ["اردوی جهادی", "بهار"])
        #expect(TextLayout.wrap("one two", width: 3) == ["one", "two"])
        #expect(TextLayout.wrap("a\n\nb", width: 3) == ["a", "", "b"])
        #expect(TextLayout.wrap("a\r\nb", width: 3) == ["a", "b"])
        #expect(TextLayout.wrap("", width: 3) == [""])
        #expect(TextLayout.wrap("abcdefg hi", width: 3) == ["abc", "def", "g", "hi"])
    }

    @Test func ofALongTextTheFirstLinesAreTaken() {
        #expect(TextLayout.wrap("one two three", width: 5, lines: 3) == ["one", "two", "three"])
        #expect(TextLayout.wrap("one two three", width: 5, lines: 2) == ["one", "two …"])
        #expect(TextLayout.wrap("three three three", width: 5, lines: 2) == ["three", "thre…"])
        let endless = String(repeating: "ب\u{64E}\u{651}\u{200C}", count: 300_000)
        #expect(TextLayout.wrap(endless, width: 20, lines: 4).map(textWidth) == [20, 20, 20, 20])
    }

    @Test func aWrappedTextKeepsItsDirectionOnEveryLine() {
        #expect(TextLayout.runDirection(of: "گروه ABC", page: .rightToLeft) == .page)
        #expect(TextLayout.runDirection(of: "ABC گروه", page: .rightToLeft) == .page)
        #expect(TextLayout.runDirection(of: "گروه ABC", page: .leftToRight) == .page)
        #expect(TextLayout.runDirection(of: "a whole line", page: .rightToLeft) == .leftToRight)
        #expect(TextLayout.runDirection(of: "C-1: گروه جهادی", page: .leftToRight) == .rightToLeft)
    }
}
