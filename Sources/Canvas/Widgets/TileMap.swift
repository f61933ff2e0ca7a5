import Persian

/// Iran's provinces as tiles in their rough places, each shaded by its share and with its figure.
///
/// A map is no text: west stays where it is on every map, also on a page that is read from right to left.
///
///     TileMap(["ilam": .init(120, figure: "۱۲۰")]).draw(in: &region)
public struct TileMap: Hashable, Sendable {
    /// What a province's tile shows.
    public struct Tile: Hashable, Sendable {
        public var value: Int
        public var figure: String
        public var color: ColorRole

        public init(_ value: Int, figure: String, color: ColorRole = .accent) {
            self.value = value
            self.figure = figure
            self.color = color
        }
    }

    /// By the province's identifier, one of ``provinces``; the others are empty.
    public var tiles: [String: Tile]
    public var selected: String?

    public init(_ tiles: [String: Tile], selected: String? = nil) {
        self.tiles = tiles
        self.selected = selected
    }

    public static let columns = 7
    public static let rows = 6
    /// What its tiles need to be read: a name, and a shade with a figure.
    public static let minimumWidth = columns * 8
    public static let minimumHeight = rows * 2

    public func draw(in region: inout Region) {
        let tileWidth = min(16, region.width / Self.columns)
        let tileHeight = min(3, region.height / Self.rows)
        guard tileWidth >= 3, tileHeight >= 1 else { return }
        let mapWidth = tileWidth * Self.columns
        let margin = (region.width - mapWidth) / 2
        let full = max(1, tiles.values.map(\.value).max() ?? 1)
        for province in Self.provinces {
            // Counted from the west edge; the page's start is the east edge where one reads from right to left.
            let fromWest = province.column * tileWidth
            let start = region.direction == .rightToLeft ? mapWidth - fromWest - tileWidth : fromWest
            region.part(
                top: province.row * tileHeight, start: margin + start, width: tileWidth - 1, height: tileHeight
            ) { draw(province, full: full, in: &$0) }
        }
    }

    private func draw(_ province: Province, full: Int, in region: inout Region) {
        let tile = tiles[province.id]
        let isSelected = province.id == selected
        let ground: ColorRole = isSelected ? .selection : tile == nil ? .page : .panel
        region.fill(Style(.text, on: ground), height: max(1, min(2, region.height)))
        let isEmpty = (tile?.value ?? 0) == 0
        region.put(
            province.name[region.language], row: 0, alignment: .center, direction: .page,
            style: Style(isEmpty ? .muted : .strong, on: ground, isEmpty ? [] : .bold))
        guard region.height > 1 else { return }
        guard let tile, !isEmpty else {
            region.put("·", row: 1, alignment: .center, direction: .picture, style: Style(.faint, on: ground))
            return
        }
        let figureWidth = textWidth(tile.figure)
        let shades = max(1, region.width - figureWidth - 1)
        region.put(
            String(repeating: HeatStrip.shade(tile.value, of: full), count: shades), row: 1, width: shades,
            direction: .picture, style: Style(tile.color, on: ground))
        region.put(
            tile.figure, row: 1, start: shades + 1, width: figureWidth, direction: .leftToRight,
            style: Style(.strong, on: ground, .bold))
    }
}

extension TileMap {
    /// A province and its place, counted from the north-west.
    public struct Province: Hashable, Sendable {
        /// Its English name in small letters, with hyphens.
        public let id: String
        /// A name short enough for a tile.
        public let name: Phrase
        public let column: Int
        public let row: Int

        fileprivate init(_ id: String, _ fa: String, _ en: String, _ column: Int, _ row: Int) {
            self.id = id
            name = Phrase(fa: fa, en: en)
            self.column = column
            self.row = row
        }
    }

    public static let provinces: [Province] = [
        Province("west-azerbaijan", "آذ.غربی", "W.Azar.", 0, 0),
        Province("east-azerbaijan", "آذ.شرقی", "E.Azar.", 1, 0),
        Province("ardabil", "اردبیل", "Ardabil", 2, 0),
        Province("kurdistan", "کردستان", "Kurdist.", 0, 1),
        Province("zanjan", "زنجان", "Zanjan", 1, 1),
        Province("gilan", "گیلان", "Gilan", 2, 1),
        Province("mazandaran", "مازندران", "Mazand.", 3, 1),
        Province("golestan", "گلستان", "Golestan", 4, 1),
        Province("north-khorasan", "خ.شمالی", "N.Khor.", 5, 1),
        Province("kermanshah", "کرمانشاه", "Kermans.", 0, 2),
        Province("hamadan", "همدان", "Hamadan", 1, 2),
        Province("qazvin", "قزوین", "Qazvin", 2, 2),
        Province("alborz", "البرز", "Alborz", 3, 2),
        Province("tehran", "تهران", "Tehran", 4, 2),
        Province("semnan", "سمنان", "Semnan", 5, 2),
        Province("razavi-khorasan", "خ.رضوی", "R.Khor.", 6, 2),
        Province("ilam", "ایلام", "Ilam", 0, 3),
        Province("lorestan", "لرستان", "Lorestan", 1, 3),
        Province("markazi", "مرکزی", "Markazi", 2, 3),
        Province("qom", "قم", "Qom", 3, 3),
        Province("isfahan", "اصفهان", "Isfahan", 4, 3),
        Province("yazd", "یزد", "Yazd", 5, 3),
        Province("south-khorasan", "خ.جنوبی", "S.Khor.", 6, 3),
        Province("khuzestan", "خوزستان", "Khuzest.", 1, 4),
        Province("chaharmahal-and-bakhtiari", "چهارمحال", "Chahar.", 2, 4),
        Province("kohgiluyeh-and-boyer-ahmad", "کهگیلویه", "Kohgil.", 3, 4),
        Province("fars", "فارس", "Fars", 4, 4),
        Province("kerman", "کرمان", "Kerman", 5, 4),
        Province("sistan-and-baluchestan", "سیستان", "Sistan", 6, 4),
        Province("bushehr", "بوشهر", "Bushehr", 3, 5),
        Province("hormozgan", "هرمزگان", "Hormozg.", 5, 5),
    ]
}
