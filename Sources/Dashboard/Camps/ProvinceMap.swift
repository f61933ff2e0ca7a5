import Canvas
import Domain
import Persian
import Store

/// People in the field by province: the map, and the provinces that camps went to by name.
struct ProvinceMap {
    let counts: [ProvinceCount]

    /// In so many columns the names stand beside the map, in fewer below it.
    static let wideWidth = TileMap.minimumWidth + 32
    /// In so many columns all names stand whole on their tiles.
    private static let wholeWidth = TileMap.columns * 9

    func draw(in region: inout Region) {
        let isWide = region.width >= Self.wideWidth
        let listWidth = isWide ? max(26, min(40, region.width - Self.wholeWidth - 2)) : region.width
        // Below a map that has room for no more than it needs, the names have the rest.
        let mapHeight = isWide ? region.height : max(TileMap.minimumHeight, region.height - counts.count - 2)
        region.part(width: isWide ? region.width - listWidth - 2 : region.width, height: mapHeight) {
            TileMap(tiles($0.language)).draw(in: &$0)
        }
        region.part(
            top: isWide ? 0 : mapHeight, start: isWide ? region.width - listWidth : 1, width: listWidth - 1,
            draw: drawNames)
    }

    private func tiles(_ language: Language) -> [Province: TileMap.Tile] {
        var tiles: [Province: TileMap.Tile] = [:]
        for count in counts {
            guard let province = Province(named: count.province) else { continue }
            let mark = count.worst == .good ? "" : count.worst.sign
            tiles[province] = TileMap.Tile(
                count.people, figure: "\(mark)\(language.number(count.people))", color: count.worst.color)
        }
        return tiles
    }

    private func drawNames(in region: inout Region) {
        let language = region.language
        region.put(
            region(Phrase(fa: "نفر در میدان", en: "people in the field")), row: 0, direction: .page,
            style: Style(.strong, on: .page, .bold))
        let bars = counts.map {
            Bars.Bar(
                "\($0.worst.sign) \(Province.title($0.province)[language])", $0.people,
                figure: language.number($0.people), color: $0.worst.color)
        }
        region.part(top: 1) { Bars(bars).draw(in: &$0) }
    }

    /// The same in one line, where there is no room for a map.
    func drawLine(in region: inout Region) {
        let language = region.language
        var spans = [Span(region(Phrase(fa: "در میدان: ", en: "in the field: ")))]
        for (index, count) in counts.enumerated() {
            if index > 0 { spans.append(Span(" · ")) }
            if count.worst != .good { spans.append(Span("\(count.worst.sign) ", color: count.worst.color)) }
            let name = Province.title(count.province)[language]
            spans.append(Span(name, direction: .automatic, color: .text))
            spans.append(Span(" "))
            spans.append(.code(language.number(count.people), color: .strong))
        }
        region.put(spans, row: 0, start: 1, style: Style(.muted))
    }
}
