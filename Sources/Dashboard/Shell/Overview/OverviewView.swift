import Canvas
import Domain
import Persian

/// How the overview is shared out between cards, the map and the feed.
struct OverviewLayout {
    let context: ScreenContext
    private let cards: Int
    private let provinces: Int

    init(_ context: ScreenContext, _ state: OverviewScreen.State) {
        self.context = context
        cards = state.headlines.count
        provinces = state.provinces.count
    }

    /// Where the map stands: beside the feed on a wall, above it on a desk; a line tells the same where room is short.
    enum MapPlace { case none, line, above, beside }

    var map: MapPlace {
        if provinces == 0 { return .none }
        if context.width >= 150, context.height >= 30 { return .beside }
        return context.width >= ProvinceMap.wideWidth + 4 && context.height >= 34 ? .above : .line
    }

    var mapHeight: Int {
        switch map {
        case .none: 0
        case .line: 1
        case .above: TileMap.minimumHeight + 2
        case .beside: context.height - mapTop
        }
    }
    var mapWidth: Int { map == .beside ? TileMap.columns * 10 + 4 : context.width }

    /// Cards stand side by side while each has room for its words, then in further rows of about as many.
    var cardColumns: Int { max(1, (cards + cardRows - 1) / cardRows) }
    var cardRows: Int {
        let most = max(1, min(cards, context.width / 24))
        return max(1, (cards + most - 1) / most)
    }

    /// A taller window gives the cards air.
    var cardsTop: Int { context.height >= 30 ? 1 : 0 }
    var mapTop: Int { 2 * cardsTop + cardRows * Card.height }
    var feedTop: Int { map == .beside ? mapTop : mapTop + mapHeight }
    var feedWidth: Int { map == .beside ? context.width - mapWidth - 1 : context.width }
    /// Without the border.
    var feedRows: Int { max(0, context.height - feedTop - 2) }
}

extension OverviewScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = OverviewLayout(context, state)
        region.part(top: layout.cardsTop, height: layout.cardRows * Card.height) { drawCards(state, layout, in: &$0) }
        let mapStart = layout.map == .beside ? layout.feedWidth + 1 : 0
        region.part(top: layout.mapTop, start: mapStart, width: layout.mapWidth, height: layout.mapHeight) {
            drawMap(state, layout, in: &$0)
        }
        region.part(top: layout.feedTop, width: layout.feedWidth) { region in
            Panel(
                region(Phrase(fa: "آخرین تغییرها", en: "Last changes")), note: region.language.number(state.feed.count)
            )
            .drawTight(in: &region) { drawFeed(state, in: &$0, context) }
        }
    }

    private static func drawMap(_ state: State, _ layout: OverviewLayout, in region: inout Region) {
        let map = ProvinceMap(counts: state.provinces)
        switch layout.map {
        case .none: return
        case .line: map.drawLine(in: &region)
        case .above, .beside:
            Panel(region(Phrase(fa: "نقشه اردوها", en: "Where the camps are"))).draw(in: &region) { map.draw(in: &$0) }
        }
    }

    private static func drawCards(_ state: State, _ layout: OverviewLayout, in region: inout Region) {
        let columns = layout.cardColumns
        let width = region.width / columns
        for (index, headline) in state.headlines.enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            // The last one takes what remains, so that the cards end where the feed ends.
            let own = column == columns - 1 ? region.width - column * width : width
            region.part(top: row * Card.height, start: column * width, width: own, height: Card.height) { region in
                Card(
                    region(headline.title),
                    figure: region.language.number(headline.figure)
                        + (headline.unit == "٪" && region.language == .english ? "%" : headline.unit),
                    note: headline.note.map { region($0) } ?? "", days: headline.days, share: headline.share,
                    severity: headline.severity
                ).draw(in: &region)
            }
        }
    }

    private nonisolated static let columns = [
        Column(Phrase(fa: "زمان", en: "When"), minimum: 11, priority: 8),
        Column(Phrase(fa: "کاربر", en: "Who"), minimum: 10, weight: 1, priority: 7),
        Column(Phrase(fa: "تغییر", en: "Change"), minimum: 18, weight: 3, priority: 9),
        Column(Phrase(fa: "رکورد", en: "Record"), minimum: 14, weight: 3, priority: 10),
    ]

    private static func drawFeed(_ state: State, in region: inout Region, _ context: ScreenContext) {
        drawFeed(state.feed, selected: state.selected, in: &region, context)
    }

    /// The changes in a table, around the selected one where one can be selected.
    nonisolated static func drawFeed(
        _ feed: [FeedItem], selected: Int?, in region: inout Region, _ context: ScreenContext
    ) {
        let rows = max(0, region.height - 1)
        let top = max(0, min((selected ?? 0) - rows / 2, feed.count - rows))
        let shown = feed.dropFirst(top).prefix(rows)
        var columns = columns
        columns[0] = columns[0].fitting(
            feed.map { DayWords(today: context.day, context.language).time($0.day, $0.clock) }, limit: 22)
        columns[1] = columns[1].wanting(feed.map(\.name), limit: 24)
        // What an alarm says comes before the names of all other changes.
        let alarms = feed.filter(\.isAlarm)
        if !alarms.isEmpty { columns[2].priority = 11 }
        columns[2] = columns[2].wanting(
            (alarms.isEmpty ? feed : alarms).map { $0.title[context.language] }, limit: region.width * 2 / 5)
        columns[3] = columns[3].wanting(feed.map(\.subject))
        TableWidget(
            columns: columns, rows: shown.map { cells($0, context) }, selected: selected.map { $0 - top },
            scroll: selected == nil ? nil : ScrollBar(position: top, visible: rows, total: feed.count)
        ).draw(in: &region)
    }

    private nonisolated static func cells(_ item: FeedItem, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        let when = DayWords(today: context.day, language).time(item.day, item.clock)
        let alarm: ColorRole? = item.isAlarm ? .alarm : nil
        return [
            TableCell(when, direction: .page, color: alarm ?? .muted), TableCell(item.name, color: alarm),
            TableCell(item.title[language], direction: .page, color: alarm, item.isAlarm ? .bold : []),
            TableCell(title: item.subject, color: alarm ?? .strong),
        ]
    }
}
