import Canvas
import Domain
import Persian

/// How the overview is shared out between cards and the feed.
struct OverviewLayout {
    let context: ScreenContext

    init(_ context: ScreenContext) { self.context = context }

    /// Cards stand side by side while each has room for its words, then in further rows.
    func cardColumns(_ count: Int) -> Int { max(1, min(count, context.width / 24)) }
    func cardRows(_ count: Int) -> Int { (count + cardColumns(count) - 1) / cardColumns(count) }

    /// A taller window gives the cards air.
    var cardsTop: Int { context.height >= 30 ? 1 : 0 }
    func feedTop(_ count: Int) -> Int { 2 * cardsTop + cardRows(count) * Card.height }
    /// Without the border.
    func feedRows(_ count: Int) -> Int { max(0, context.height - feedTop(count) - 2) }
}

extension OverviewScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = OverviewLayout(context)
        region.part(top: layout.cardsTop, height: layout.cardRows(state.headlines.count) * Card.height) {
            drawCards(state, layout, in: &$0)
        }
        region.part(top: layout.feedTop(state.headlines.count)) { region in
            Panel(
                region(Phrase(fa: "آخرین تغییرها", en: "Last changes")), note: region.language.number(state.feed.count)
            )
            .drawTight(in: &region) { drawFeed(state, in: &$0, context) }
        }
    }

    private static func drawCards(_ state: State, _ layout: OverviewLayout, in region: inout Region) {
        let columns = layout.cardColumns(state.headlines.count)
        let width = region.width / columns
        for (index, headline) in state.headlines.enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            // The last one takes what remains, so that the cards end where the feed ends.
            let own = column == columns - 1 ? region.width - column * width : width
            region.part(top: row * Card.height, start: column * width, width: own, height: Card.height) { region in
                Card(
                    region(headline.title), figure: region.language.number(headline.figure),
                    note: headline.note.map { region($0) } ?? "", days: headline.days, share: headline.share,
                    mood: headline.mood
                ).draw(in: &region)
            }
        }
    }

    private static let columns = [
        Column(Phrase(fa: "زمان", en: "When"), minimum: 16, priority: 8),
        Column(Phrase(fa: "کاربر", en: "Who"), minimum: 10, weight: 1, priority: 7),
        Column(Phrase(fa: "تغییر", en: "Change"), minimum: 18, weight: 1, priority: 9),
        Column(Phrase(fa: "رکورد", en: "Record"), minimum: 14, weight: 3, priority: 10),
    ]

    private static func drawFeed(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let rows = max(0, region.height - 1)
        let top = max(0, min(state.selected - rows / 2, state.feed.count - rows))
        let shown = state.feed.dropFirst(top).prefix(rows)
        TableWidget(
            columns: columns, rows: shown.map { cells($0, context) }, selected: state.selected - top,
            scroll: ScrollBar(position: top, visible: rows, total: state.feed.count)
        ).draw(in: &region)
    }

    private static func cells(_ item: FeedItem, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        let clock = language.digits(item.clock)
        let when = item.day == context.day ? clock : "\(item.day.jalaliText(language)) \(clock)"
        let alarm: ColorRole? = item.isAlarm ? .alarm : nil
        return [
            TableCell(when, direction: .leftToRight, color: alarm ?? .muted), TableCell(item.name, color: alarm),
            TableCell(item.title[language], direction: .page, color: alarm, item.isAlarm ? .bold : []),
            TableCell(item.subject, color: alarm ?? .strong),
        ]
    }
}
