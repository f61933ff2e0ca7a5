import Persian

/// A rectangle of a frame that knows its reading direction. Widgets draw into it and speak of **start** and
/// **end**; left and right do not occur above this file.
///
///     region.put("گروه‌ها", row: 0, start: 1, style: Style(.strong, on: .page, .bold))
///     region.part(top: 1) { table.draw(in: &$0) }
public struct Region {
    /// The frame under construction, shared by all regions cut from it.
    final class Sheet {
        var frame: Frame
        let cache: RenderCache?
        init(_ frame: Frame, cache: RenderCache? = nil) {
            self.frame = frame
            self.cache = cache
        }
    }

    let sheet: Sheet
    let top: Int
    let start: Int
    public let width: Int
    public let height: Int
    public let language: Language

    /// Draws one whole frame.
    ///
    ///     let frame = Region.frame(width: 80, height: 24, language: .persian) { region in … }
    ///
    /// - Parameter cache: what the frame before it drew; see ``RenderCache``.
    public static func frame(
        width: Int, height: Int, language: Language, cache: RenderCache? = nil, draw: (inout Region) -> Void
    ) -> Frame {
        let direction: Direction = language == .persian ? .rightToLeft : .leftToRight
        let sheet = Sheet(
            Frame(width: max(0, width), height: max(0, height), direction: direction), cache: cache)
        cache?.begin(width: width, height: height, language: language)
        defer { cache?.end() }
        var region = Region(
            sheet: sheet, top: 0, start: 0, width: sheet.frame.width, height: sheet.frame.height, language: language)
        draw(&region)
        return sheet.frame
    }

    /// Puts `text` on a row, cut at the end edge with … when it is longer than `width` columns
    /// (the rest of the row when nil).
    public mutating func put(
        _ text: String, row: Int, start: Int = 0, width: Int? = nil, alignment: Alignment = .start,
        direction: TextDirection = .automatic, style: Style = Style(), emphasis: Emphasis? = nil
    ) {
        guard row >= 0, row < height, start >= 0, start < self.width else { return }
        let columns = min(width ?? (self.width - start), self.width - start)
        guard columns > 0 else { return }
        sheet.frame.rows[top + row].append(
            Run(
                text, direction: direction, start: self.start + start, width: columns, alignment: alignment,
                style: style, emphasis: emphasis))
    }

    /// Fills a rectangle (the whole region by default) with blanks of a style.
    public mutating func fill(_ style: Style, row: Int = 0, height: Int? = nil, start: Int = 0, width: Int? = nil) {
        for line in row..<max(row, min(self.height, row + (height ?? self.height))) {
            put("", row: line, start: start, width: width, style: style)
        }
    }

    /// A phrase in the region's language.
    public func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }

    /// The direction of the page the region belongs to.
    public var direction: Direction { sheet.frame.direction }

    /// Draws into a part of this region, from a row and column inside it. What lies beyond its end is cut off.
    public mutating func part(
        top: Int = 0, start: Int = 0, width: Int? = nil, height: Int? = nil, draw: (inout Region) -> Void
    ) {
        let columns = max(0, min(width ?? (self.width - start), self.width - start))
        let lines = max(0, min(height ?? (self.height - top), self.height - top))
        guard top >= 0, start >= 0, columns > 0, lines > 0 else { return }
        var region = Region(
            sheet: sheet, top: self.top + top, start: self.start + start, width: columns, height: lines,
            language: language)
        draw(&region)
    }

    /// Draws something that may be taller than the region, and shows it from its row `offset` on.
    public mutating func scroll(height: Int, from offset: Int, draw: (inout Region) -> Void) {
        let content = Sheet(Frame(width: width, height: max(0, height), direction: direction))
        var whole = Region(sheet: content, top: 0, start: 0, width: width, height: max(0, height), language: language)
        draw(&whole)
        for (row, runs) in content.frame.rows.dropFirst(offset).prefix(self.height).enumerated() {
            sheet.frame.rows[top + row] += runs.map { run in
                var moved = run
                moved.start += start
                return moved
            }
        }
        if let caret = content.frame.caret { showCaret(row: caret.row - offset, start: caret.start) }
    }

    /// Shows the terminal's caret here; outside the region it stays hidden.
    public mutating func showCaret(row: Int, start: Int) {
        guard row >= 0, row < height, start >= 0, start < width else { return }
        sheet.frame.caret = .init(row: top + row, start: self.start + start)
    }
}
