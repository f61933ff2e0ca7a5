import Canvas

/// kitty: it turns each run of Arabic letters and digits round and knows no way to be told not to, so such words are sent turned
/// round beforehand. Who has set `force_ltr yes` there says `--bidi app`.
struct KittyDialect: Dialect {
    func row(_ row: Int, of frame: Frame) -> EncodedRow {
        var cells = frame.cells(row: row)
        var start = 0
        while start < cells.count {
            let end = cells[start...].firstIndex(where: Self.divides) ?? cells.count
            if cells[start..<end].contains(where: { Self.isArabic($0.scalar) }) { Self.turn(&cells, start..<end) }
            start = end + 1
        }
        return EncodedRow(cells: cells, columns: nil)
    }

    /// Blanks and the lines, blocks and dots that kitty draws itself. Other signs come from the font and are turned
    /// round with the letters beside them.
    private static func divides(_ cell: Cell) -> Bool {
        switch cell.scalar.value {
        case 0x20: cell.width > 0
        case 0x2500...0x259F, 0x2800...0x28FF: true
        default: false
        }
    }

    /// The signs change places; the colours belong to the columns and stay.
    private static func turn(_ cells: inout [Cell], _ range: Range<Int>) {
        let signs = cells[range].filter { $0.width > 0 }.reversed()
        let styles = cells[range].map(\.style)
        var turned: [Cell] = []
        for sign in signs {
            var sign = sign
            sign.scalar = brackets[sign.scalar] ?? sign.scalar
            turned.append(sign)
            if sign.width == 2 { turned.append(Cell(" ", width: 0, style: sign.style)) }
        }
        for index in turned.indices.dropLast()
        where isLam(turned[index].scalar) && isAlef(turned[index + 1].scalar) {
            // Otherwise the font makes one sign of the two. Behind the second it keeps most words in their columns,
            // which kitty 0.26 counts by the glyphs.
            for part in [index, index + 1] { turned[part].marks = (turned[part].marks ?? []).prefix(3) + ["\u{200C}"] }
        }
        for (offset, cell) in turned.enumerated() where offset < styles.count {
            cells[range.lowerBound + offset] = cell
            cells[range.lowerBound + offset].style = styles[offset]
        }
    }

    /// kitty shows the mirror image of what has one in Unicode.
    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»", "»": "«", "‹": "›",
        "›": "‹", "≤": "≥", "≥": "≤", "⟨": "⟩", "⟩": "⟨",
    ]

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x620...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: true
        default: false
        }
    }

    private static func isLam(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x644 || (0xFEDD...0xFEE0).contains(scalar.value)
    }

    private static func isAlef(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x622, 0x623, 0x625, 0x627, 0xFE81...0xFE84, 0xFE87, 0xFE88, 0xFE8D, 0xFE8E: true
        default: false
        }
    }
}
