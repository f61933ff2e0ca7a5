import CQREncode
import Persian

/// A text as a QR code (ISO/IEC 18004), error correction level M: a seventh of it may be dirty.
///
///     QRCode("G-002")?.svg(side: 40)
struct QRCode {
    /// Modules along one side, without the free zone around them.
    let size: Int
    private let dark: [Bool]

    /// Four modules of free zone on each side, as the standard asks.
    static let margin = 4

    /// - Returns: nil for a text that fits into no code, or holds a NUL, and where the library is not installed.
    init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0),
            let code = qrencode_encode(text, QR_ECLEVEL_M, QR_MODE_8)
        else { return nil }
        defer { qrencode_free(code) }
        size = Int(code.pointee.width)
        dark = (0..<size * size).map { code.pointee.data[$0] & 1 == 1 }
    }

    subscript(row: Int, column: Int) -> Bool { dark[row * size + column] }

    /// The code as inline SVG, black on white whatever the page's colours, `side` millimetres wide.
    func svg(side: Int) -> String {
        let whole = size + 2 * Self.margin
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                guard self[row, column] else {
                    column += 1
                    continue
                }
                let end = (column..<size).first { !self[row, $0] } ?? size
                path += "M\(column + Self.margin) \(row + Self.margin)h\(end - column)v1h-\(end - column)z"
                column = end
            }
        }
        return """
            <svg class="qr" xmlns="http://www.w3.org/2000/svg" width="\(side)mm" height="\(side)mm" \
            viewBox="0 0 \(whole) \(whole)" shape-rendering="crispEdges" role="img">\
            <rect width="\(whole)" height="\(whole)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
            """
    }
}
