import Canvas
import Domain
import Persian
import Store

/// The stock of a campaign, a row a base, the store first; and the page of the one that is open.
struct CampaignBoard {
    /// What is read of a campaign at once.
    struct Stocks: Equatable {
        let rows: [StockRow]
        /// The days of the strips.
        let days: ClosedRange<Day>
        let sum: CampaignSum
    }

    @Loaded<String?, Stocks?> var stocks: Stocks? = nil
    /// The code of the selected base; nil for the store.
    var base: String?
    /// The place whose movements are open.
    var open: StockPlace?
    /// The movements of the selected place, the latest first.
    @Loaded<StockPlace?, [StockLine]> var lines: [StockLine] = []
    /// What was handed to households that another desk had served.
    @Loaded<String?, [Delivery]> var doubles: [Delivery] = []
    /// The selected line of the page.
    var line = 0

    var rows: [StockRow] { stocks?.rows ?? [] }
    var index: Int { rows.firstIndex { $0.place.base == base } ?? 0 }
    var selected: StockRow? { rows.indices.contains(index) ? rows[index] : nil }

    /// How many deliveries of a place went to households that another had served.
    func doubles(at place: StockPlace) -> Int { doubles.count { $0.base == place.base } }

    /// How many movements the page of a place holds.
    private static let mostLines = 200

    mutating func load(_ campaign: Campaign?, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let code = campaign?.code
        try $stocks.load(for: code, context) { () throws(DecideError) in
            guard let campaign else { return nil }
            let days = campaign.stripDays(on: context.day)
            let rows = try reader.stockRows(of: campaign.code, days: days)
            return Stocks(rows: rows, days: days, sum: CampaignSum(rows))
        }
        if selected?.place.base != base { base = nil }
    }

    mutating func loadDoubles(of campaign: Campaign?, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let code = campaign?.code
        try $doubles.load(for: code, context) { () throws(DecideError) in
            try code.mapTyped { (code) throws(DecideError) in try reader.doubles(of: code) } ?? []
        }
    }

    mutating func loadLines(at place: StockPlace?, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        try $lines.load(for: place, context) { () throws(DecideError) in
            try place.mapTyped { (place) throws(DecideError) in
                try reader.stockLines(at: place, limit: Self.mostLines)
            } ?? []
        }
    }

    mutating func move(_ move: ListMove, page: Int) {
        guard !rows.isEmpty else { return }
        base = rows[index.moved(move, in: rows.count, page: page)].place.base
    }
}

extension Campaign {
    /// The days of its strips: its own so far, the last month of them where it is longer.
    fileprivate func stripDays(on today: Day) -> ClosedRange<Day> {
        let last = max(from, min(to, today))
        return max(from, last.advanced(by: -29))...last
    }
}

extension PackagesScreen {
    static let boardPane = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in
            try state.board.load(state.campaign, reader, context)
        },
        loadBeside: { (state, reader, context) throws(DecideError) in
            try state.board.loadDoubles(of: state.campaign, reader, context)
            try state.board.loadLines(at: state.board.selected?.place, reader, context)
        },
        move: { state, move, context in
            let rows = BoardLayout(context, count: state.board.rows.count).rows
            state.board.move(move, page: max(1, rows - 1))
        }, view: drawBoard)

    static let placePage = Pane<State>(
        load: { (state, reader, context) throws(DecideError) in
            try state.board.load(state.campaign, reader, context)
            try state.board.loadLines(at: state.board.open, reader, context)
            state.board.line = max(0, min(state.board.line, state.board.lines.count - 1))
        },
        loadBeside: { (state, reader, context) throws(DecideError) in
            try state.board.loadDoubles(of: state.campaign, reader, context)
        },
        move: { state, move, context in
            state.board.line = state.board.line.moved(
                move, in: state.board.lines.count, page: max(1, context.height / 2))
        }, view: drawPlace)
}

/// How the view of a campaign is shared out: its head, a row a base, and what is known of the selected one.
struct BoardLayout {
    let height: Int
    private let count: Int

    init(_ context: ScreenContext, count: Int) {
        height = context.height - PackagesScreen.headHeight
        self.count = count
    }

    /// The bar, the two lines of the sum, the households.
    static let sumHeight = 4
    /// The least that the selected base has: a rule, its name, its sum, its days and two movements.
    private static let leastDetail = 7

    /// Rows of the table without its head.
    var rows: Int {
        let room = height - Self.sumHeight - 1
        return max(1, room >= Self.leastDetail + 3 ? min(max(count, 1), room - Self.leastDetail) : room)
    }
    var detailTop: Int { Self.sumHeight + 1 + rows }
    var detailHeight: Int { max(0, height - detailTop) }
}
