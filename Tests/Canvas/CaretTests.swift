import CFriBidi
import Persian
import Support
import Testing

@testable import Canvas

/// The caret against FriBidi's own order of the text.
@Suite struct CaretAgainstFriBidi {
    private let pieces = [
        "مشهد", "گروه", "پیچ", "می\u{200C}رود", "مُدّ", "ABC", "x", "é", " ", "12", "۳۴", "-", "/", ".", "،", "(", ")",
        "«",
        "»",
        "C-014", "۱۴۰۱/۰۵/۰۹", "\u{5D0}", "漢",
    ]

    /// For each cluster, in logical order, the column FriBidi's map gives its base, counted from the left.
    private func columns(_ text: String, _ paragraph: FriBidiParType) -> [Int] {
        let scalars = text.unicodeScalars.map(\.value)
        var base = paragraph
        var output = [UInt32](repeating: 0, count: scalars.count + 1)
        var visualToLogical = [FriBidiStrIndex](repeating: 0, count: scalars.count)
        _ = fribidi_log2vis(scalars, FriBidiStrIndex(scalars.count), &base, &output, nil, &visualToLogical, nil)
        var columnOfScalar = [Int](repeating: 0, count: scalars.count)
        var column = 0
        for logical in visualToLogical {
            columnOfScalar[Int(logical)] = column
            column += textWidth(String(Character(text.unicodeScalars.map { $0 }[Int(logical)]))) == 2 ? 2 : 1
            let isUnseen = text.unicodeScalars.map { $0 }[Int(logical)].properties.generalCategory
            if [.nonspacingMark, .format].contains(isUnseen) { column -= 1 }
        }
        return text.caretStops.dropLast().map { columnOfScalar[$0] }
    }

    @Test(arguments: 0..<300)
    func theCaretStandsWhereTheClusterIsSeen(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let text = random.text(of: pieces, count: 1...9)
        for page in [Direction.leftToRight, .rightToLeft] {
            let isPersian = page == .rightToLeft
            let expected = columns(text, isPersian ? khedmat_par_rtl() : khedmat_par_ltr())
            let width = textWidth(text) + 1
            for (offset, column) in zip(text.caretStops, expected) {
                let start = TextLayout.caretColumn(
                    text: text, offset: offset, width: width, direction: .page, page: page)
                #expect(start == (isPersian ? width - 2 - column : column), "\(text) at \(offset)")
            }
        }
    }

    @Test(arguments: 0..<300)
    func leftVisitsEveryPlaceOnceFromTheRightEndToTheLeftEnd(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let text = random.text(of: pieces, count: 1...9)
        for page in [Direction.leftToRight, .rightToLeft] {
            var input = TextInput(text, direction: .page)
            let stops = text.caretStops
            // Go to the right end first, then to the left through the whole text.
            for _ in stops { input.handle(Key(.right), page: page) }
            var visited = [input.caret]
            var columns = [column(of: input, page)]
            for _ in stops.dropFirst() {
                input.handle(Key(.left), page: page)
                visited.append(input.caret)
                columns.append(column(of: input, page))
            }
            #expect(Set(visited) == Set(stops), "\(text)")
            #expect(zip(columns, columns.dropFirst()).allSatisfy { $0 > $1 }, "\(text)")
            input.handle(Key(.left), page: page)
            #expect(input.caret == visited.last)
        }
    }

    /// The caret's column from the left edge.
    private func column(of input: TextInput, _ page: Direction) -> Int {
        let width = textWidth(input.text) + 1
        let start = TextLayout.caretColumn(
            text: input.text, offset: input.caret, width: width, direction: .page, page: page)
        return page == .leftToRight ? start : width - 1 - start
    }

    @Test(arguments: 0..<200)
    func anyKeysLeaveTheCaretBetweenSigns(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let keys: [Key] = [
            Key(.left), Key(.right), Key(.left, .shift), Key(.right, .control), Key(.home), Key(.end, .shift),
            Key(.backspace), Key(.delete), Key(.character("ب")), Key(.character("\u{64E}")), Key(.character("a")),
            Key(.character(" "), .shift), Key(.character("1")), Key(.character("_"), .control),
            Key(.character("y"), .control), Key(.character("w"), .control), Key(.character("a"), .alt),
        ]
        var input = TextInput(random.text(of: pieces, count: 0...6))
        for _ in 0..<60 {
            guard let key = keys.randomElement(using: &random) else { return }
            input.handle(key, page: .rightToLeft)
            #expect(input.text.caretStops.contains(input.caret), "\(key) in \(input.text)")
            if let selection = input.selection { #expect(selection.upperBound <= input.text.unicodeScalars.count) }
        }
    }
}
