import Canvas
import Domain
import Persian
import Store

/// `khedmat watch camps`: the board alone, read-only, for a wall. It knows no terminal.
///
///     let board = WallBoard(office, language: .persian, clock: Clock())
///     board.resize(width: 200, height: 60)
///     try board.refresh()
///     surface.present(board.frame())
@MainActor
public final class WallBoard {
    public nonisolated static let title = Phrase(fa: "تابلوی اردوها", en: "the board of camps")
    /// The kinds of record whose content it shows.
    public nonisolated static let shows = CampsScreen.shows

    private var office: OfficeFile
    private let language: Language
    private let clock: Clock
    private var width = 80
    private var height = 24
    private var officeName = ""
    private var live: [LiveCamp]?
    private var rows: [BoardRow] = []
    private var worst: BoardRow?
    private var news: [Int64: BoardNews] = [:]
    /// The last changes of camps, where they find room.
    private var events: [FeedItem] = []
    private var page = 0
    /// Why what is shown may be old.
    private var trouble: Phrase?

    public init(_ office: OfficeFile, language: Language, clock: Clock) {
        self.office = office
        self.language = language
        self.clock = clock
    }

    public func resize(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    private var pages: Int { WallView.pages(live?.count ?? 0, height: height) }
    private var perPage: Int { WallView.rowsAPage(height: height) }

    /// Reads the board again: the file has changed, or time has passed.
    public func refresh() throws(DecideError) {
        let now = clock.now()
        try office.view { (reader) throws(DecideError) in
            let rule = try reader.campRule(at: now)
            let running = try reader.liveCamps(rule)
            news.merge(BoardNews.between(live, running)) { $1 }
            live = running
            officeName = try reader.setting("office.name").string ?? ""
            page = min(page, pages - 1)
            rows = try running.dropFirst(page * perPage).prefix(perPage).compactMapTyped { (camp) throws(DecideError) in
                try reader.boardRow(at: camp.place, rule, isWhole: false)
            }
            let room = WallView.eventRows(camps: rows.count, height: height)
            events =
                room > 0
                ? try OverviewFeed(reader, context).items(length: room, of: ["camp.", "need.", "incident."]) : []
            worst =
                try running.first.mapTyped { (camp) throws(DecideError) in
                    try reader.boardRow(at: camp.place, rule, isWhole: false)
                } ?? nil
        }
        trouble = nil
    }

    /// The wall is for everybody who passes: it shows what those see who see the least.
    private var context: ScreenContext {
        let now = clock.now()
        return ScreenContext(
            language: language, role: .trainer, masking: Masking(for: .trainer), now: now, day: now.day(in: .tehran),
            width: width, height: height, keymap: .standard)
    }

    /// Another file took the place of the one that was read.
    public func reopen(_ office: OfficeFile) {
        self.office = office
        live = nil
        news = [:]
    }

    /// What was read stays on the wall, and the alarm line says that it may be old.
    public func say(_ trouble: Phrase) { self.trouble = trouble }

    /// Shows the next page; what was news has been seen.
    public func turnPage() throws(DecideError) {
        page = (page + 1) % pages
        news = [:]
        try refresh()
    }

    public func frame() -> Frame {
        Region.frame(width: width, height: height, language: language) { region in
            WallView(
                officeName: officeName, now: clock.now(), live: live ?? [], rows: rows, worst: worst, page: page,
                news: news, trouble: trouble, events: events, context: context
            ).draw(in: &region)
        }
    }
}

extension WallBoard {
    /// Whether a key ends the board: q, in either layout of the keyboard, and Ctrl-C.
    public static func leaves(_ key: Key) -> Bool {
        let bound = key.asBound
        return bound == Key(.character("q")) || bound == Key(.character("c"), .control)
    }
}
