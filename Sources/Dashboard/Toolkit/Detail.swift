import Canvas
import Persian

/// What is told of one record, from top to bottom, as a value that a screen puts together.
///
///     Detail(guest.name).gap().facts(facts).draw(in: &region)
struct Detail {
    private enum Part {
        case title(String, lines: Int)
        case facts([Facts.Fact])
        case text(String, TextDirection?, ColorRole, lines: Int?)
        case drawing(height: Int, (inout Region) -> Void)
        case gap
    }

    private var parts: [Part]

    /// - Parameters:
    ///   - title: what the record is called.
    ///   - lines: on how many rows at most.
    init(_ title: String, lines: Int = 2) { parts = [.title(title, lines: lines)] }

    private func with(_ part: Part) -> Detail {
        var detail = self
        detail.parts.append(part)
        return detail
    }

    func gap(_ isThere: Bool = true) -> Detail { isThere ? with(.gap) : self }
    func facts(_ facts: [Facts.Fact]) -> Detail { with(.facts(facts)) }
    func drawing(height: Int = 1, _ draw: @escaping (inout Region) -> Void) -> Detail {
        with(.drawing(height: height, draw))
    }

    /// - Parameters:
    ///   - direction: that of the text itself when nil.
    ///   - lines: on how many rows at most; on as many as there are when nil.
    func text(
        _ text: String, direction: TextDirection? = nil, color: ColorRole = .muted, lines: Int? = nil
    ) -> Detail { with(.text(text, direction, color, lines: lines)) }

    /// - Returns: how many rows it took.
    @discardableResult
    func draw(in region: inout Region) -> Int {
        var row = 0
        for part in parts where row < region.height {
            region.part(top: row) { row += Self.draw(part, in: &$0) }
        }
        return row
    }

    private static func draw(_ part: Part, in region: inout Region) -> Int {
        switch part {
        case .gap: return 1
        case .facts(let facts): return Facts(facts).draw(in: &region)
        case .drawing(let height, let draw):
            region.part(height: height, draw: draw)
            return height
        case .title(let text, let lines):
            return put(text, nil, Style(.accent, on: .page, .bold), lines, in: &region)
        case .text(let text, let direction, let color, let lines):
            return put(text, direction, Style(color), lines ?? region.height, in: &region)
        }
    }

    private static func put(
        _ text: String, _ direction: TextDirection?, _ style: Style, _ lines: Int, in region: inout Region
    ) -> Int {
        let direction = direction ?? TextLayout.runDirection(of: text, page: region.direction)
        let texts = TextLayout.wrap(text, width: region.width, lines: min(lines, region.height))
        for (row, text) in texts.enumerated() { region.put(text, row: row, direction: direction, style: style) }
        return texts.count
    }
}
