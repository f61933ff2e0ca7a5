import Persian
import Support
import Testing

@testable import Canvas

/// Widgets that show what people would rather look at than read.
@Suite struct PictureFrames {
    @Test func sparkline() {
        expectGoldens("sparkline", widths: [8, 30], height: 4) { region in
            let figure = region.language.digits("30")
            region.part(height: 1) { Sparkline([31, nil, 28, 0, 12, 30], full: 31, figure: figure).draw(in: &$0) }
            region.part(top: 1, height: 3) { Sparkline([1, 5, nil, 20, 31], figure: figure).draw(in: &$0) }
        }
    }

    @Test func heatStrip() {
        expectGoldens("heat", widths: [8, 30], height: 2) { region in
            let figure = region.language.digits("12")
            region.part(height: 1) { HeatStrip([0, 3, 6, 9, nil, 12], figure: figure).draw(in: &$0) }
            region.part(top: 1) { HeatStrip([0, 3, 6, 9, nil, 12], figure: figure, cell: 2).draw(in: &$0) }
        }
    }

    @Test func bars() {
        expectGoldens("bars", widths: [24, 50], height: 3) { region in
            Bars([
                .init("عمرانی", 120, figure: region.language.number(120)),
                .init("علمی آموزشی دانش‌آموزان", 41, figure: region.language.number(41), color: .good),
                .init("Relief", 0, figure: region.language.number(0)),
            ]).draw(in: &region)
        }
    }

    @Test func bigFigures() {
        expectGoldens("figures", widths: [12, 80], height: 10) { region in
            region.part(height: 4) { BigFigures($0.language.digits("01234:56789")).draw(in: &$0) }
            region.part(top: 5, height: 4) {
                BigFigures($0.language.digits("18:40"), style: Style(.accent), alignment: .end).draw(in: &$0)
            }
        }
    }

    @Test func card() {
        expectGoldens("card", widths: [16, 36], height: 4) { region in
            Card(
                region(Phrase(fa: "اردوی در حال اجرا", en: "Camps running")), figure: region.language.number(24),
                note: region(Phrase(fa: "۱ در خطر", en: "1 in alarm")), days: (0..<30).map { $0 % 7 == 6 ? nil : $0 },
                severity: .alarm
            ).draw(in: &region)
        }
    }

    @Test func tileMap() {
        expectGoldens("map", widths: [56, 112], height: 18) { region in
            let values = [Province.qom: 340, .ilam: 120, .kerman: 41, .lorestan: 12, .mazandaran: 200]
            TileMap(
                values.mapValues { TileMap.Tile($0, figure: region.language.number($0)) }, selected: .ilam
            ).draw(in: &region)
        }
    }

    @Test func timeline() throws {
        let today = try Day(parsing: "1401/05/10")
        let bars: [Timeline.Bar] = [
            .init("C-031 امید", from: today.advanced(by: -4), to: today.advanced(by: 5), color: .alarm, sign: "▲"),
            .init("Bahar", from: today, to: today, color: .good, sign: "●"),
            .init(
                "اردوی هجرت دانش‌آموزان روستای دور", from: today.advanced(by: 8), to: today.advanced(by: 90), shape: "░"),
            .init("پیشین", from: today.advanced(by: -200), to: today.advanced(by: -190), shape: "▒", color: .muted),
        ]
        for zoom in Timeline.Zoom.allCases {
            expectGoldens("timeline-\(zoom)", widths: [60, 110], height: 7) { region in
                Timeline(bars, from: today.advanced(by: -9), today: today, zoom: zoom, selected: 1).draw(in: &region)
            }
        }
    }
}

@Suite struct PictureRules {
    @Test func westStaysWhereItIsOnEveryPage() {
        for language in Language.allCases {
            let frame = Region.frame(width: 70, height: 12, language: language) { region in
                TileMap([:], selected: .ilam).draw(in: &region)
            }
            let row = frame.cells(row: 6)
            let columns = row.indices.filter { row[$0].style.background == .selection }
            #expect(columns == Array(columns[0]...columns[0] + 8))
            #expect(columns[0] <= 1, "Ilam is the province farthest west of its row")
        }
    }

    @Test func everyProvinceHasAPlaceOfItsOwn() {
        let places = Set(TileMap.places.map { $0.row * 100 + $0.column })
        #expect(places.count == 31)
        #expect(Set(TileMap.places.map(\.province)) == Set(Province.allCases))
    }

    @Test func theDarkestShadeIsForTheFullValueOnly() {
        #expect([0, 1, 25, 26, 75, 76, 100, 300].map { HeatStrip.shade($0, of: 100) }.joined() == "·░░▒▓███")
        #expect(HeatStrip.shade(nil, of: 100) == HeatStrip.unknown)
    }

    @Test(arguments: 0..<12, 0..<5)
    func picturesBearAnySize(width: Int, height: Int) {
        let day = Day(number: 19_200)
        for language in Language.allCases {
            let frame = Region.frame(width: width, height: height, language: language) { region in
                Sparkline([1, nil, 3], figure: "3").draw(in: &region)
                HeatStrip([1, nil, 3], figure: "3", cell: 2).draw(in: &region)
                Bars([.init("عمرانی", 3, figure: "3")]).draw(in: &region)
                BigFigures("12:30").draw(in: &region)
                Card("عنوان", figure: "12", note: "note", days: [1, 2], severity: .alarm).draw(in: &region)
                TileMap([.qom: .init(3, figure: "3")]).draw(in: &region)
                Timeline(
                    [.init("بهار", from: day, to: day.advanced(by: 3))], from: day, today: day, zoom: .month
                ).draw(in: &region)
            }
            for row in 0..<height { #expect(frame.cells(row: row).count == width) }
        }
    }
}
