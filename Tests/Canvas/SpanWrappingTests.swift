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

    @Test("A part keeps its direction and colour on every line that it is on")
    func direction() {
        let lines = TextLayout.wrap(Self.parts, width: 20, page: .leftToRight)
        let persian = lines.joined().filter { $0.color == .alarm }
        #expect(persian.count > 1 && persian.allSatisfy { $0.direction == .rightToLeft })
        #expect(TextLayout.wrap([Span](), width: 20, page: .leftToRight).isEmpty)
    }
}
