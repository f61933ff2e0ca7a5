import Canvas
import Persian
import Testing

@Suite("Seats as a bar")
struct SeatGaugeTests {
    private func bar(_ capacity: Int, _ taken: Int, _ waiting: Int, _ language: Language = .english) -> String {
        let frame = Region.frame(width: 10, height: 1, language: language) {
            SeatGauge(capacity: capacity, taken: taken, waiting: waiting).draw(in: &$0)
        }
        return String(String.UnicodeScalarView(frame.cells(row: 0).map(\.scalar)))
    }

    @Test("taken, free and waiting share the width, and whoever is there has a column")
    func shares() {
        #expect(bar(20, 10, 0) == "▓▓▓▓▓░░░░░")
        #expect(bar(20, 20, 5) == "▓▓▓▓▓▓▓▓▒▒")
        #expect(bar(1000, 1000, 1) == "▓▓▓▓▓▓▓▓▓▒")
        #expect(bar(1000, 999, 0) == "▓▓▓▓▓▓▓▓▓░")
        #expect(bar(20, 0, 0) == "░░░░░░░░░░")
    }

    @Test("it fills from the start edge, which in Persian is the other one")
    func mirrored() { #expect(bar(20, 20, 5, .persian) == "▒▒▓▓▓▓▓▓▓▓") }
}
