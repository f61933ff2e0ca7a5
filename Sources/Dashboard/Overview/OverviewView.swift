import Canvas
import Domain
import Persian

/// How the overview is shared out between cards and the feed.
struct OverviewLayout {
    let context: ScreenContext

    init(_ context: ScreenContext) { self.context = context }

    /// A row of cards below a margin; a taller window gives them air.
    var cardsTop: Int { context.height >= 30 ? 1 : 0 }
    var feedTop: Int { cardsTop + Card.height + (context.height >= 30 ? 1 : 0) }
    /// Without the border.
    var feedRows: Int { max(0, context.height - feedTop - 2) }
}

extension OverviewScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = OverviewLayout(context)
        region.part(top: layout.cardsTop, height: Card.height) { drawCards(state, in: &$0) }
        region.part(top: layout.feedTop) { region in
            Panel(
                region(Phrase(fa: "آخرین تغییرها", en: "Last changes")), note: region.language.number(state.feed.count)
            )
            .drawTight(in: &region) { drawFeed(state, in: &$0, context) }
        }
    }

    private static func drawCards(_ state: State, in region: inout Region) {
        let count = state.headlines.count
        let width = region.width / max(1, count)
        for (index, headline) in state.headlines.enumerated() {
            // The last one takes what remains, so that the cards end where the feed ends.
            let own = index == count - 1 ? region.width - index * width : width
            region.part(start: index * width, width: own) { region in
                Card(
                    region(headline.title), figure: region.language.number(headline.figure),
                    note: headline.note.map { region($0) } ?? "", days: headline.days, share: headline.share
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
        return [
            TableCell(when, direction: .leftToRight, color: .muted), TableCell(item.name),
            TableCell(item.title[language], direction: .page), TableCell(item.subject, color: .strong),
        ]
    }
}
