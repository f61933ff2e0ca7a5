import Persian
import Support
import Testing

@testable import Canvas

/// Rows of several Persian fields.
@Suite struct Neighbours {
    private static let words = [
        "گروه", "شهید", "کاظمی", "مشهد", "۱۴۰۱/۰۵/۰۹", "۰۹۱۲ ۰۰۰ ۰۰۱۸", "12", "C-014", "(بهار)", "[۳]", "«خدمت»", "٪",
        "-",
        "ABC", "می\u{200C}روم", "،", ":", "x(y)",
    ]

    /// Fields beside one another, and how each row is drawn alone.
    private struct Row {
        var frame: Frame
        var alone: [Frame] = []

        init(seed: Int, page: Direction) {
            var random = SplitMix(seed: UInt64(seed))
            frame = Frame(width: 64, height: 1, direction: page)
            let blank = frame
            var start = 1
            while start < 60 {
                let width = min(Int.random(in: 1...20, using: &random), 63 - start)
                let text = (0...Int.random(in: 0...3, using: &random))
                    .map { _ in Neighbours.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
                let run = Run(
                    text, direction: [.automatic, .page, .leftToRight].randomElement(using: &random) ?? .page,
                    start: start, width: width,
                    alignment: [.start, .center, .end].randomElement(using: &random) ?? .start, style: Style())
                frame.rows[0].append(run)
                var single = blank
                single.rows[0] = [run]
                alone.append(single)
                start += width + Int.random(in: 0...1, using: &random)
            }
        }
    }

    @Test("A field fills its own columns, whatever stands beside it", arguments: 0..<200)
    func neverSwap(seed: Int) {
        for page in [Direction.leftToRight, .rightToLeft] {
            let row = Row(seed: seed, page: page)
            let cells = row.frame.cells(row: 0)
            for (run, alone) in zip(row.frame.rows[0], row.alone) {
                let left = page == .leftToRight ? run.start : row.frame.width - run.start - run.width
                let columns = left..<(left + run.width)
                #expect(cells[columns] == alone.cells(row: 0)[columns], "\(seed): \(run.text)")
            }
        }
    }

    @Test("What is too long is cut with … where the text is cut, never inside a cluster", arguments: 0..<100)
    func cutAtTheEnd(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let words = ["گروه", "شهید", "مُّ", "می\u{200C}روم", "ب\u{200C}", "(", "۱۲", "C-014", "e\u{301}", "漢", " "]
        let text = "گ" + random.text(of: words, count: 4...12)
        let width = Int.random(in: 1..<max(2, textWidth(text)), using: &random)
        guard textWidth(text) > width else { return }
        let cut = TextLayout.fitted(text, width: width)
        let clusters = Array(text), kept = Array(cut.dropLast())
        #expect(cut.last == "…" && Array(clusters.prefix(kept.count)) == kept, "\(text) in \(width)")
        for page in [Direction.leftToRight, .rightToLeft] {
            var frame = Frame(width: width, height: 1, direction: page)
            frame.rows[0] = [Run(text, direction: .page, start: 0, width: width, style: Style())]
            #expect(frame.cells(row: 0).filter { $0.scalar == "…" }.count == 1, "\(text) in \(width), \(page)")
        }
    }

    @Test("Mirrored twice every sign is itself again")
    func mirror() {
        for value in UInt32(0x20)...0x1FFFF { #expect(Mirror.image(of: Mirror.image(of: value)) == value) }
    }
}
