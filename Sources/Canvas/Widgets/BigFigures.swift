import Persian

/// Large figures for a wall: a clock, a count. They run from left to right on every page, as figures do.
///
///     BigFigures("۱۸:۴۰", style: Style(.strong)).draw(in: &region)
public struct BigFigures: Hashable, Sendable {
    /// Digits of either language and the colon; anything else is left blank.
    public var text: String
    public var style: Style
    public var alignment: Alignment

    /// Rows of the screen; each holds two rows of dots.
    public static let height = 4

    public init(_ text: String, style: Style = Style(.strong), alignment: Alignment = .start) {
        self.text = text
        self.style = style
        self.alignment = alignment
    }

    /// Columns it fills, with one between two figures.
    public var width: Int {
        text.unicodeScalars.reduce(0) { $0 + Self.dots(of: $1)[0].count + 1 } - (text.isEmpty ? 0 : 1)
    }

    /// Draws in the region's first rows; as plain text where it is too narrow or too low.
    public func draw(in region: inout Region) {
        guard width <= region.width, region.height >= Self.height else {
            region.put(text, row: 0, alignment: alignment, direction: .leftToRight, style: style)
            return
        }
        let figures = text.unicodeScalars.map(Self.dots)
        for row in 0..<Self.height {
            let line = figures.map { HalfBlocks.signs($0[2 * row], $0[2 * row + 1]) }.joined(separator: " ")
            region.put(line, row: row, alignment: alignment, direction: .leftToRight, style: style)
        }
    }

    private static func dots(of scalar: Unicode.Scalar) -> [[Bool]] {
        let pattern = shapes[scalar] ?? Array(repeating: "...", count: 8)
        return pattern.map { $0.unicodeScalars.map { $0 == "#" } }
    }

    private static let shapes: [Unicode.Scalar: [String]] = {
        var shapes = [Unicode.Scalar: [String]]()
        for (signs, drawing) in [("0123456789", latin), ("۰۱۲۳۴۵۶۷۸۹", persian), (":", colon)] {
            let rows = drawing.split(separator: "\n").map { $0.split(separator: " ") }
            for (index, sign) in signs.unicodeScalars.enumerated() { shapes[sign] = rows.map { String($0[index]) } }
        }
        return shapes
    }()

    private static let latin = """
        .####. ...##. .####. .####. ##..## ###### .####. ###### .####. .####.
        ##..## .####. ##..## ##..## ##..## ##.... ##.... ....## ##..## ##..##
        ##..## ...##. ....## ....## ##..## ##.... ##.... ...##. ##..## ##..##
        ##..## ...##. ...##. ..###. ###### #####. #####. ...##. .####. .#####
        ##..## ...##. ..##.. ....## ....## ....## ##..## ..##.. ##..## ....##
        ##..## ...##. .##... ....## ....## ....## ##..## ..##.. ##..## ....##
        ##..## ...##. ##.... ##..## ....## ##..## ##..## .##... ##..## ....##
        .####. ...##. ###### .####. ....## .####. .####. .##... .####. .####.
        """

    private static let persian = """
        ...... .##... ##.##. ###.## ##.### ..##.. ..###. ##..## ..##.. .####.
        ...... ..##.. ##.### ##.### ##.##. .####. .##... ##..## ..##.. ##..##
        ..##.. ..##.. .####. .####. .####. ##..## ##.... ##..## .####. ##..##
        .####. ..##.. .##... .##... .##... ##..## .####. ##..## .####. ##..##
        .####. ..##.. .##... .##... .##### ##..## ..##.. .####. ##..## .#####
        ..##.. ..##.. .##... .##... .##... ##..## .##... .####. ##..## ....##
        ...... ..##.. .##... .##... .##... ###### ##.... ..##.. ##..## ....##
        ...... ..##.. .##... .##... .##### .#..#. ##.... ..##.. ##..## ....##
        """

    private static let colon = """
        ..
        ..
        ##
        ##
        ..
        ##
        ##
        ..
        """
}
