import CFriBidi
import Support
import Testing

@testable import Canvas

/// FriBidi alone, without ligatures and without whatever stands upon or between the letters.
enum Oracle {
    /// A line as it is seen, from its left edge.
    static func visual(_ text: String, _ paragraph: FriBidiParType) -> [UInt32] {
        var scalars = text.unicodeScalars.map(\.value)
        let isBase = text.unicodeScalars.map { textWidth(String($0)) > 0 && !$0.properties.isGraphemeExtend }
        let count = FriBidiStrIndex(scalars.count)
        var types = [FriBidiCharType](repeating: FriBidiCharType(0), count: scalars.count)
        var brackets = [FriBidiBracketType](repeating: FriBidiBracketType(0), count: scalars.count)
        var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
        var joining = [FriBidiArabicProp](repeating: 0, count: scalars.count)
        var order = Array(0..<count)
        var base = paragraph
        fribidi_get_bidi_types(scalars, count, &types)
        fribidi_get_bracket_types(scalars, count, types, &brackets)
        _ = fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels)
        fribidi_get_joining_types(scalars, count, &joining)
        fribidi_join_arabic(types, count, levels, &joining)
        let flags = FriBidiFlags(FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAG_SHAPE_ARAB_PRES)
        fribidi_shape(flags, levels, count, &joining, &scalars)
        _ = fribidi_reorder_line(0, types, count, 0, base, &levels, nil, &order)
        return order.filter { isBase[Int($0)] }.map { scalars[Int($0)] }
    }
}

/// Rows in logical order, read by FriBidi as a terminal that orders lines itself reads them.
@Suite struct Isolates {
    private static let words = [
        "گروه", "شهید", "کاظمی", "مشهد", "۱۴۰۱/۰۵/۰۹", "۰۹۱۲ ۰۰۰ ۰۰۱۸", "12", "C-014", "(بهار)", "[۳]", "«خدمت»", "٪",
        "-", "ABC", "می\u{200C}روم", "،", ":", "x(y)", "مُّحَمَّد", "…", "漢", "خلأ", "سلام",
    ]

    /// What a terminal that applies UAX #9 and joins letters shows of the cells it was sent.
    private func shown(_ cells: [Cell], paragraph: FriBidiParType) -> [UInt32] {
        Oracle.visual(plain(cells), paragraph)
    }

    private func frame(seed: Int, page: Direction) -> Frame {
        var random = SplitMix(seed: UInt64(seed))
        var frame = Frame(width: 64, height: 1, direction: page)
        var start = Int.random(in: 1...2, using: &random)
        while start < 63 {
            let width = min(Int.random(in: 1...24, using: &random), 63 - start)
            let text = (0...Int.random(in: 0...4, using: &random))
                .map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
            frame.rows[0].append(
                Run(
                    text, direction: [.automatic, .page, .leftToRight].randomElement(using: &random) ?? .page,
                    start: start, width: width,
                    alignment: [.start, .center, .end].randomElement(using: &random) ?? .start, style: Style()))
            start += width + Int.random(in: 0...2, using: &random)
        }
        return frame
    }

    @Test("The terminal shows the row that the program would have drawn", arguments: 0..<200)
    func comparison(seed: Int) {
        for page in [Direction.leftToRight, .rightToLeft] {
            let frame = frame(seed: seed, page: page)
            let seen = frame.cells(row: 0).filter { $0.width > 0 }.map(\.scalar.value)
            let sent = frame.logicalRow(0, isolates: true).cells
            #expect(sent.count == frame.width)
            for paragraph in [khedmat_par_ltr(), khedmat_par_on()] {
                let shown = shown(sent, paragraph: paragraph)
                #expect(shown == seen, "\(seed) \(paragraph)\n\(plain(sent))\n\(text(shown))\n\(text(seen))")
            }
        }
    }

    @Test("A bracket at the end of a text carries no sign, which would keep VTE from mirroring it")
    func bracketAtTheEnd() throws {
        for page in [Direction.leftToRight, .rightToLeft] {
            var frame = Frame(width: 40, height: 1, direction: page)
            frame.rows[0] = [
                Run("دوشنبه (ثابت)", direction: .automatic, start: 3, width: 14, style: Style()),
                Run("اعضا (۱۴)", direction: .automatic, start: 18, width: 9, style: Style(.strong)),
            ]
            let row = frame.logicalRow(0, isolates: true)
            for cell in row.cells where cell.scalar.properties.isBidiMirrored {
                #expect(cell.marks == nil, "\(cell.scalar)")
            }
            #expect(plain(row.cells).unicodeScalars.filter { $0 == "\u{2069}" }.count == 2)
            // Where the caret goes for each column: to the same sign.
            let seen = frame.cells(row: 0)
            for (column, sent) in row.columns.enumerated()
            where "دشنبهثتاع".unicodeScalars.contains(row.cells[sent].scalar) {
                #expect(seen[column].width == 1 && seen[column].scalar != " ", "\(column)")
            }
        }
    }

    @Test("Text that would stand in the first column gives it up, and the rest of the row stays", arguments: 0..<50)
    func firstColumn(seed: Int) {
        for page in [Direction.leftToRight, .rightToLeft] {
            var frame = frame(seed: seed, page: page)
            var run = Run("گروه C-014 (بهار)", direction: .page, start: 0, width: 9, style: Style())
            if page == .rightToLeft { run.start = 55 }
            frame.rows[0].append(run)
            let shown = shown(frame.logicalRow(0, isolates: true).cells, paragraph: khedmat_par_on())
            if page == .leftToRight { frame.rows[0][frame.rows[0].count - 1].start = 1 }
            frame.rows[0][frame.rows[0].count - 1].width = 8
            let seen = frame.cells(row: 0).filter { $0.width > 0 }.map(\.scalar.value)
            #expect(shown.dropFirst(9) == seen.dropFirst(9) && shown.first == 0x20 && shown[1..<9] == seen[1..<9])
        }
    }

    private func text(_ scalars: [UInt32]) -> String {
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
}

/// Wrapped Persian paragraphs, drawn line by line.
@Suite struct Paragraphs {
    private static let words = [
        "گروه", "جهادی", "شهید", "کاظمی", "در", "روستاهای", "می\u{200C}روند", "(بخش", "خلجستان)", "۱۴۰۱/۰۵/۰۹", "۲۴",
        "Helping", "Hands", "C-014", "«خدمت»", "[۳]", "خلأ", "مُحَمَّد", "،", "و", ":", "٪۵۰", "12:30",
    ]

    /// Each line of a paragraph is a line of UAX #9 of its own, in the paragraph's direction.
    @Test("Each line stands as FriBidi orders it in the direction of the whole", arguments: 0..<100)
    func lines(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let text = (0..<60).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        let width = Int.random(in: 18...70, using: &random)
        for page in [Direction.rightToLeft, .leftToRight] {
            let direction = TextLayout.runDirection(of: text, page: page)
            let isRightToLeft = direction == .rightToLeft || direction == .page && page == .rightToLeft
            for line in TextLayout.wrap(text, width: width) {
                var frame = Frame(width: width, height: 1, direction: page)
                frame.rows[0] = [Run(line, direction: direction, start: 0, width: width, style: Style())]
                let seen = frame.cells(row: 0).filter { $0.width > 0 }.map(\.scalar.value)
                let shown = Oracle.visual(line, isRightToLeft ? khedmat_par_rtl() : khedmat_par_ltr())
                let blanks = [UInt32](repeating: 0x20, count: width - shown.count)
                #expect(seen == (page == .rightToLeft ? blanks + shown : shown + blanks), "\(line)")
            }
        }
    }
}
