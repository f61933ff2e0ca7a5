import Canvas
import Persian

extension TableCell {
    /// A record's title. Where it would be cut its code comes first, since many names begin alike.
    ///
    ///     TableCell(title: "گروه جهادی آبادگران جوان (Q-0012)")  // in a narrow column: "Q-0012 گروه جهادی آباد…"
    init(title: String, color: ColorRole? = nil) {
        self.init { region, style in
            var style = style
            style.foreground = color ?? style.foreground
            let isWhole = textWidth(title) <= region.width
            guard !isWhole, let open = title.lastIndex(of: "("), title.withoutIsolates.last == ")" else {
                region.put(title, row: 0, direction: .page, style: style)
                return
            }
            let code = title[open...].withoutIsolates.dropFirst().dropLast()
            let name = title[..<open].dropLast()
            region.put([.code(String(code)), Span(" "), Span(String(name))], row: 0, style: style)
        }
    }
}
