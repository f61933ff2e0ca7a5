import Canvas
import Domain
import Persian
import Store

/// The stock of a point, what runs out first at the head.
struct StockView {
    private let state: ArbaeenScreen.State
    private let context: ScreenContext

    init(_ state: ArbaeenScreen.State, _ context: ScreenContext) {
        self.state = state
        self.context = context
    }

    private static let columns: [Column] = [
        Column(Phrase(fa: "قلم", en: "Item"), minimum: 14, weight: 3, priority: 10),
        Column(Phrase(fa: "موجودی", en: "Stock"), minimum: 9, alignment: .end, priority: 9),
        Column(Phrase(fa: "یکا", en: "Unit"), minimum: 8, weight: 1, priority: 7),
        Column(Phrase(fa: "حد سفارش", en: "Reorder at"), minimum: 10, alignment: .end, priority: 6),
        Column(Phrase(fa: "", en: ""), minimum: 12, weight: 2, priority: 4),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 24, priority: 8),
    ]

    func draw(in region: inout Region) {
        let stock = state.stock
        guard !stock.supplies.isEmpty else {
            EmptyState(
                region(Phrase(fa: "هنوز کالایی نرسیده است", en: "Nothing has arrived yet")),
                hints: [
                    context.told(
                        Phrase(
                            fa: "{arbaeen.new} رسیدن کالای تازه را ثبت می‌کند", en: "{arbaeen.new} records what arrives")
                    )
                ]
            ).draw(in: &region)
            return
        }
        let height = max(1, region.height - 1)
        let top = max(0, min(stock.index - height / 2, stock.supplies.count - height))
        TableWidget(
            columns: Self.columns, rows: stock.supplies.dropFirst(top).prefix(height).map(cells),
            selected: stock.index - top, scroll: ScrollBar(position: top, visible: height, total: stock.supplies.count)
        ).draw(in: &region)
    }

    private func cells(_ supply: Supply) -> [TableCell] {
        let language = context.language
        let level = supply.reorderLevel.map { language.number($0) } ?? "—"
        let word =
            supply.isLow
            ? (supply.reordered
                ? Phrase(fa: "! کم است، نیاز اعلام شد", en: "! low, need raised") : Phrase(fa: "! کم است", en: "! low"))
            : Phrase(fa: "✓ کافی", en: "✓ enough")
        let color: ColorRole = supply.isLow ? .warning : .good
        let share = supply.reorderLevel.map { Double(supply.stock) / Double(max(1, 4 * $0)) } ?? 1
        return [
            TableCell(supply.item), TableCell(language.number(supply.stock), direction: .leftToRight),
            TableCell(supply.unit, color: .muted), TableCell(level, direction: .leftToRight, color: .muted),
            TableCell { region, _ in Gauge(share, color: color).draw(in: &region) },
            TableCell(word[language], direction: .page, color: color),
        ]
    }
}
