import Canvas
import Domain
import Exchange
import Persian

/// Draws the rows of a sheet, a line each, and below them what the one that is looked at changes or why it is refused.
@MainActor
struct ImportRowsView {
    private let rows: ImportRows
    private let context: ScreenContext

    private static let numberWidth = 6
    private static let codeWidth = 10

    init(_ rows: ImportRows, _ context: ScreenContext) {
        self.rows = rows
        self.context = context
    }

    private var language: Language { context.language }

    func draw(in region: inout Region) {
        region.part(height: 1, draw: drawKinds)
        let wanted = detailHeight(width: region.width - 4)
        let listHeight = max(min(3, region.height - 2), min(rows.shown.count, region.height - 2 - wanted))
        guard listHeight > 0 else { return }
        region.part(top: 1, height: listHeight, draw: drawList)
        guard region.height > listHeight + 2, let row = rows.current else { return }
        let rule = String(repeating: "─", count: region.width)
        region.put(rule, row: listHeight + 1, direction: .picture, style: Style(.faint))
        region.part(top: listHeight + 2, start: 2) { drawDetail(of: row, in: &$0) }
    }

    private func drawKinds(in region: inout Region) {
        let items = rows.tabs.map { tab in
            Tabs.Item(tab.title[language], badge: language.number(rows.count(of: tab)), badgeColor: tab.color)
        }
        Tabs(items, selected: rows.tabs.firstIndex(of: rows.tab) ?? 0).draw(in: &region)
    }

    // MARK: The list

    private func drawList(in region: inout Region) {
        let height = region.height
        let first = max(0, min(rows.selected - height / 2, rows.shown.count - height))
        let visible = (first..<rows.shown.count).prefix(height)
        // One width for all, so that what follows the names stands in one column, also where a name is missing.
        let room = region.width - 1 - 4 - Self.numberWidth - Self.codeWidth - 2
        let names = visible.map { textWidth(rows.shown[$0].name) }.max() ?? 0
        let summaries = visible.map { textWidth(summary(of: rows.shown[$0])) }.max() ?? 0
        let nameWidth = min(names, max(room / 2, room - summaries - 2))
        for (line, index) in visible.enumerated() {
            region.part(top: line, width: region.width - 1, height: 1) {
                draw(rows.shown[index], nameWidth, isSelected: index == rows.selected, in: &$0)
            }
        }
        region.part(start: region.width - 1) {
            ScrollBar(position: first, visible: height, total: rows.shown.count).draw(in: &$0)
        }
    }

    private func draw(
        _ row: ImportReport.Row, _ nameWidth: Int, isSelected: Bool, in region: inout Region
    ) {
        let ground: ColorRole = isSelected ? .selection : .page
        region.fill(Style(.text, on: ground), height: 1)
        if isSelected {
            region.put("▌", row: 0, width: 1, direction: .picture, style: Style(.accent, on: ground, .bold))
        }
        region.put(
            row.kind.sign, row: 0, start: 2, width: 1, direction: .picture,
            style: Style(row.kind.color, on: ground, .bold))
        var start = 4
        func put(_ text: String, _ width: Int, _ direction: TextDirection, _ color: ColorRole, to region: inout Region)
        {
            region.put(text, row: 0, start: start, width: width, direction: direction, style: Style(color, on: ground))
            start += width + 1
        }
        put(language.digits(String(row.row)), Self.numberWidth, .leftToRight, .muted, to: &region)
        put(row.code, Self.codeWidth, .leftToRight, isSelected ? .strong : .text, to: &region)
        if nameWidth > 0 {
            let direction = TextLayout.runDirection(of: row.name, page: region.direction)
            put(row.name, nameWidth, direction, isSelected ? .strong : .text, to: &region)
        }
        let isMarked = row.kind == .refused || !row.renames.isEmpty || !row.warnings.isEmpty
        let color: ColorRole = isMarked ? .warning : .muted
        put(summary(of: row), max(0, region.width - start), .page, color, to: &region)
    }

    /// The fields that change, the column at fault, or what to beware of.
    private func summary(of row: ImportReport.Row) -> String {
        if let refused = row.refused { return refused.column }
        if let rename = row.renames.first { return Self.change(rename)[language] }
        if let warning = row.warnings.first { return warning.phrase[language] }
        guard row.kind == .changed else { return "" }
        var labels: [String] = []
        for label in row.changes.flatMap({ $0.differences(context) }).map(\.label) where !labels.contains(label) {
            labels.append(label)
        }
        return language.list(labels)
    }

    // MARK: The row that is looked at

    /// The rows its detail needs, rule and all.
    private func detailHeight(width: Int) -> Int {
        guard let row = rows.current else { return 0 }
        let lines = row.changes.reduce(0) { $0 + $1.differences(context).count + (row.changes.count > 1 ? 1 : 0) }
        return max(4, row.refused.map { TextLayout.wrap(reason($0), width: width).count + 1 } ?? lines)
            + notes(of: row, width: width).count
    }

    private func drawDetail(of row: ImportReport.Row, in region: inout Region) {
        if let refused = row.refused {
            for (line, text) in TextLayout.wrap(reason(refused), width: region.width).enumerated() {
                region.put(text, row: line, direction: .page, style: Style(.text))
            }
            return
        }
        let notes = notes(of: row, width: region.width)
        for (line, text) in notes.enumerated() {
            region.put(text, row: line, direction: .page, style: Style(.warning))
        }
        guard region.height > notes.count else { return }
        region.part(top: notes.count) { drawChanges(of: row, in: &$0) }
    }

    /// What is to be known of a row before its changes.
    private func notes(of row: ImportReport.Row, width: Int) -> [String] {
        let phrases = row.renames.map(Self.change) + row.warnings.map(\.phrase)
        return phrases.flatMap { TextLayout.wrap("! \($0[language])", width: width) }
    }

    private static func change(_ rename: ImportReport.Rename) -> Phrase {
        Phrase(fa: "«\(rename.from)» می‌شود «\(rename.to)»", en: "“\(rename.from)” becomes “\(rename.to)”")
    }

    private func drawChanges(of row: ImportReport.Row, in region: inout Region) {
        if row.changes.isEmpty {
            let same = Phrase(
                fa: "پرونده همین را دارد؛ چیزی نوشته نمی‌شود.", en: "The file holds the same; nothing is written.")
            region.put(region(same), row: 0, direction: .page, style: Style(.muted))
        } else {
            draw(row.changes, in: &region)
        }
    }

    private func reason(_ refused: ImportReport.Refused) -> String { refused.refusal.phrase[language] }

    private func draw(_ changes: [Change], in region: inout Region) {
        var line = 0
        for change in changes {
            if changes.count > 1 {
                region.put(
                    [
                        Span(region(change.kind.phrase), color: .accent), Span(" "),
                        .code(change.record.key(context.masking), color: .muted),
                    ], row: line, style: Style())
                line += 1
            }
            let rows = change.differences(context)
            guard line < region.height else { return }
            region.part(top: line) { line += DiffView(rows).draw(in: &$0) }
        }
        guard line > region.height else { return }
        region.put(
            "…", row: region.height - 1, start: region.width - 1, width: 1, direction: .page, style: Style(.muted))
    }
}
