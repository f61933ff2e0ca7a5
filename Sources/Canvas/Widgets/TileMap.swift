import Persian

/// Iran's provinces as tiles in their rough places, each shaded by its share and with its figure.
///
/// A map is no text: west stays where it is on every map, also on a page that is read from right to left.
///
///     TileMap([.ilam: .init(120, figure: "۱۲۰")]).draw(in: &region)
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

    /// The provinces without one are empty.
    public var tiles: [Province: Tile]
    public var selected: Province?

    public init(_ tiles: [Province: Tile], selected: Province? = nil) {
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
        for place in Self.places {
            // Counted from the west edge; the page's start is the east edge where one reads from right to left.
            let fromWest = place.column * tileWidth
            let start = region.direction == .rightToLeft ? mapWidth - fromWest - tileWidth : fromWest
            region.part(
                top: place.row * tileHeight, start: margin + start, width: tileWidth - 1, height: tileHeight
            ) { draw(place, full: full, in: &$0) }
        }
    }

    private func draw(_ place: Place, full: Int, in region: inout Region) {
        let tile = tiles[place.province]
        let isSelected = place.province == selected
        let ground: ColorRole = isSelected ? .selection : tile == nil ? .page : .panel
        region.fill(Style(.text, on: ground), height: max(1, min(2, region.height)))
        let isEmpty = (tile?.value ?? 0) == 0
        region.put(
            place.name[region.language], row: 0, alignment: .center, direction: .page,
            style: Style(isEmpty ? .muted : .strong, on: ground, isEmpty ? [] : .bold))
        guard region.height > 1 else { return }
        guard let tile, !isEmpty else {
            region.put("·", row: 1, alignment: .center, direction: .picture, style: Style(.faint, on: ground))
            return
        }
        let figureWidth = textWidth(tile.figure)
        // The figure is what is read: where it needs the room there is no shade.
        let shades = max(0, region.width - figureWidth - 1)
        region.put(
            String(repeating: HeatStrip.shade(tile.value, of: full), count: shades), row: 1, width: shades,
            direction: .picture, style: Style(tile.color, on: ground))
        region.put(
            tile.figure, row: 1, start: shades > 0 ? shades + 1 : 0, width: figureWidth, direction: .leftToRight,
            style: Style(.strong, on: ground, .bold))
    }
}

extension TileMap {
    /// Where a province's tile stands, counted from the north-west.
    public struct Place: Hashable, Sendable {
        public let province: Province
        /// A name short enough for a tile.
        public let name: Phrase
        public let column: Int
        public let row: Int

        fileprivate init(_ province: Province, _ fa: String, _ en: String, _ column: Int, _ row: Int) {
            self.province = province
            name = Phrase(fa: fa, en: en)
            self.column = column
            self.row = row
        }
    }

    public static let places: [Place] = [
        Place(.westAzerbaijan, "آذ.غربی", "W.Azar.", 0, 0),
        Place(.eastAzerbaijan, "آذ.شرقی", "E.Azar.", 1, 0),
        Place(.ardabil, "اردبیل", "Ardabil", 2, 0),
        Place(.kurdistan, "کردستان", "Kurdist.", 0, 1),
        Place(.zanjan, "زنجان", "Zanjan", 1, 1),
        Place(.gilan, "گیلان", "Gilan", 2, 1),
        Place(.mazandaran, "مازندران", "Mazand.", 3, 1),
        Place(.golestan, "گلستان", "Golestan", 4, 1),
        Place(.northKhorasan, "خ.شمالی", "N.Khor.", 5, 1),
        Place(.kermanshah, "کرمانشاه", "Kermans.", 0, 2),
        Place(.hamadan, "همدان", "Hamadan", 1, 2),
        Place(.qazvin, "قزوین", "Qazvin", 2, 2),
        Place(.alborz, "البرز", "Alborz", 3, 2),
        Place(.tehran, "تهران", "Tehran", 4, 2),
        Place(.semnan, "سمنان", "Semnan", 5, 2),
        Place(.razaviKhorasan, "خ.رضوی", "R.Khor.", 6, 2),
        Place(.ilam, "ایلام", "Ilam", 0, 3),
        Place(.lorestan, "لرستان", "Lorestan", 1, 3),
        Place(.markazi, "مرکزی", "Markazi", 2, 3),
        Place(.qom, "قم", "Qom", 3, 3),
        Place(.isfahan, "اصفهان", "Isfahan", 4, 3),
        Place(.yazd, "یزد", "Yazd", 5, 3),
        Place(.southKhorasan, "خ.جنوبی", "S.Khor.", 6, 3),
        Place(.khuzestan, "خوزستان", "Khuzest.", 1, 4),
        Place(.chaharmahalAndBakhtiari, "چهارمحال", "Chahar.", 2, 4),
        Place(.kohgiluyehAndBoyerAhmad, "کهگیلویه", "Kohgil.", 3, 4),
        Place(.fars, "فارس", "Fars", 4, 4),
        Place(.kerman, "کرمان", "Kerman", 5, 4),
        Place(.sistanAndBaluchestan, "سیستان", "Sistan", 6, 4),
        Place(.bushehr, "بوشهر", "Bushehr", 3, 5),
        Place(.hormozgan, "هرمزگان", "Hormozg.", 5, 5),
    ]
}
