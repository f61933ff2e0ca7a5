import Canvas
import Testing

@Suite("Sentences made of parts, in lines")
struct SpanWrappingTests {
    private static let parts = [
        Span("serious: "), Span("سقوط از داربست هنگام دیوارچینی", direction: .automatic, color: .alarm),
        Span(", yesterday "), .code("C-014 16:40"),
    ]

    @Test("Every line fits, no word is lost, and a code is never parted", arguments: 12...70)
    func fits(width: Int) {
        let lines = TextLayout.wrap(Self.parts, width: width, page: .leftToRight)
        for line in lines {
            #expect(line.reduce(0) { $0 + textWidth($1.text) } <= width)
            #expect(line.first?.text.hasPrefix(" ") == false && line.last?.text.hasSuffix(" ") == false)
        }
        let words = { (spans: [Span]) in spans.map(\.text).joined().split(separator: " ").map(String.init) }
        let all = Self.parts.map(\.text).joined().split(separator: " ").map(String.init)
        #expect(lines.flatMap(words) == all)
        #expect(lines.joined().contains { $0.text == "C-014 16:40" })
    }

    @Test("What an isolate holds stays in one on a line, so that its words keep their order", arguments: [14, 24, 80])
    func isolates(width: Int) {
        let text = "more: 34 \u{2068}عدد\u{2069} of \u{2068}لباس کار\u{2069} in N-097"
        let lines = TextLayout.wrap([Span(text)], width: width, page: .leftToRight)
        let whole = lines.joined().map(\.text).joined(separator: "\n")
        #expect(whole.contains("\u{2068}لباس کار\u{2069}") || whole.contains("لباس\u{2069}\n"), "\(whole)")
        for line in lines.joined().map(\.text) {
            let opened = line.unicodeScalars.count { $0.value == 0x2068 }
            #expect(opened == line.unicodeScalars.count { $0.value == 0x2069 }, "\(line)")
        }
    }

    @Test("A part keeps its direction and colour on every line that it is on")
    func direction() {
        let lines = TextLayout.wrap(Self.parts, width: 20, page: .leftToRight)
        let persian = lines.joined().filter { $0.color == .alarm }
        #expect(persian.count > 1 && persian.allSatisfy { $0.direction == .rightToLeft })
        #expect(TextLayout.wrap([Span](), width: 20, page: .leftToRight).isEmpty)
    }
}
