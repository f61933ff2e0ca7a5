import Canvas
import Persian
import Testing

@Suite("A day drawn to scale")
struct DayGridTests {
    private func grid(_ language: Language, selected: Int? = nil, look: DayGrid.Block.Look = .selected) -> DayGrid {
        let halls = [
            Phrase(fa: "تالار اصلی", en: "Main hall"), Phrase(fa: "تالار اندیشه", en: "Andisheh hall"),
            Phrase(fa: "نمایشگاه", en: "Exhibition"),
        ]
        let titles = [
            Phrase(fa: "آیین گشایش کنگره", en: "Opening of the congress"),
            Phrase(fa: "میزگرد خاطره‌گویی هم‌رزمان", en: "Panel: comrades remember"),
            Phrase(fa: "نمایشگاه یادمان", en: "Memorial exhibition"), Phrase(fa: "ناهار", en: "Lunch"),
        ]
        let spans = [480..<600, 615..<690, 480..<1080, 720..<780]
        let places = [0, 1, 2, 0]
        let blocks = titles.indices.map { index in
            let span = spans[index]
            let times = [span.lowerBound, span.upperBound].map {
                "\($0 / 60):" + ($0 % 60 < 10 ? "0" : "") + "\($0 % 60)"
            }
            return DayGrid.Block(
                place: places[index], minutes: span, times: language.digits(times.joined(separator: "–")),
                title: titles[index][language], notes: [Phrase(fa: "نمونه", en: "invented")[language]],
                look: index == selected ? look : .plain)
        }
        return DayGrid(
            places: halls.map { .init($0[language], note: language.digits("300")) }, blocks: blocks, hours: 8..<19,
            now: 630)
    }

    @Test("places stand across, hours down, blocks to scale")
    func golden() {
        expectGoldens("daygrid", widths: [62, 110], height: 24) { region in
            grid(region.language, selected: 1).draw(in: &region)
        }
    }

    @Test("what clashes where it was carried to says so without colours")
    func clash() {
        expectGoldens("daygrid-clash", widths: [62], height: 24) { region in
            grid(region.language, selected: 3, look: .clashing).draw(in: &region)
        }
    }

    private func rows(_ grid: DayGrid, width: Int, height: Int) -> [String] {
        let frame = Region.frame(width: width, height: height, language: .english) { grid.draw(in: &$0) }
        return (0..<height).map { String(String.UnicodeScalarView(frame.cells(row: $0).map(\.scalar))) }
    }

    @Test("an hour is two rows at least, and as many as the whole day leaves room for", arguments: [(12, 2), (45, 4)])
    func scale(height: Int, rowsPerHour: Int) throws {
        let rows = rows(grid(.english), width: 80, height: height)
        let nine = try #require(rows.firstIndex { $0.hasPrefix("09:00") })
        #expect(rows[nine + rowsPerHour].hasPrefix("10:00"))
    }

    @Test("the hours follow the selected block")
    func follows() {
        var grid = grid(.english)
        grid.blocks[3].minutes = 1000..<1120
        #expect(!rows(grid, width: 80, height: 12).contains { $0.contains("Lunch") })
        grid.blocks[3].look = .selected
        #expect(rows(grid, width: 80, height: 12).contains { $0.contains("Lunch") })
    }

    @Test("places that do not fit are told of by signs, those around the selected block are shown")
    func narrow() {
        let first = rows(grid(.english, selected: 0), width: 44, height: 24)[0]
        #expect(first.contains("Main hall") && first.contains("›") && !first.contains("Exhibition"))
        let last = rows(grid(.english, selected: 2), width: 44, height: 24)[0]
        #expect(last.contains("‹") && last.contains("Exhibition") && !last.contains("Main hall"))
    }

    @Test("no places, no room: nothing is drawn, and nothing breaks")
    func nothing() {
        for (width, height) in [(0, 0), (1, 1), (7, 2), (80, 1)] {
            _ = Region.frame(width: width, height: height, language: .persian) { grid(.persian).draw(in: &$0) }
            _ = Region.frame(width: width, height: height, language: .persian) {
                DayGrid(places: [], blocks: [], hours: 8..<9).draw(in: &$0)
            }
        }
    }
}
