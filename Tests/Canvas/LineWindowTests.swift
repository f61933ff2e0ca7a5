import Canvas
import Testing

@Suite("Lines around the selected one")
struct LineWindowTests {
    @Test("The selected line is in sight, as near the middle as can be", arguments: 0..<9)
    func around(selected: Int) {
        let window = LineWindow(around: selected, of: 9, height: 4)
        #expect(window.range.count == 4 && window.range.contains(selected))
        #expect(window.range.lowerBound + window.selected == selected)
        #expect(window.range.lowerBound == max(0, min(selected - 2, 5)))
        #expect(window.scroll == ScrollBar(position: window.range.lowerBound, visible: 4, total: 9))
    }

    @Test("Fewer lines than rows, and none")
    func few() {
        #expect(LineWindow(around: 1, of: 2, height: 5).range == 0..<2)
        #expect(LineWindow(around: 0, of: 0, height: 5).range.isEmpty)
    }
}
