import Canvas
import Domain
import Persian
import Store

/// How wide the longest texts of the board's rows are, in columns of the screen.
///
/// They only grow while the same list is walked: the board keeps its columns from one row to the next, and a frame
/// measures only rows that it had not shown before.
struct NeedWidths: Equatable {
    /// What the list shows and how; other widths hold for another one.
    struct Key: Equatable {
        let language: Language
        let day: Day
        let chosen: SupportFilter
        let text: Filter
        let order: NeedOrder
    }

    private(set) var cell = 0
    private(set) var need = 0
    private(set) var target = 0
    private(set) var forWhom = 0
    private(set) var figures = 0
    /// What says who helps with a need, in one column.
    private(set) var who = 0
    /// Days and gaps in full, and as they are where one column says who helps.
    private(set) var days = Room()
    private(set) var gaps = Room()
    /// The institutions that have something to do with a row.
    private(set) var concerned: Set<String> = []

    struct Room: Equatable {
        private(set) var long = 0
        private(set) var short = 0

        /// - Parameter text: in full, or short.
        fileprivate mutating func widen(_ text: (_ isShort: Bool) -> String) {
            long = max(long, textWidth(text(false)))
            short = max(short, textWidth(text(true)))
        }

        func callAsFunction(isShort: Bool) -> Int { isShort ? short : long }
    }

    private var key: Key?
    /// The rows that were measured, by code.
    private var known: [String: NeedRow] = [:]
    private static let limit = 1000

    /// Measures rows that were not measured yet.
    @MainActor
    mutating func include(_ rows: [NeedRow], _ key: Key, _ context: ScreenContext) {
        if key != self.key {
            self = NeedWidths()
            self.key = key
        }
        for row in rows where known[row.need.code] != row {
            if known.count >= Self.limit { known = [:] }
            known[row.need.code] = row
            widen(row, context)
        }
    }

    @MainActor
    private mutating func widen(_ row: NeedRow, _ context: ScreenContext) {
        let language = context.language
        for text in row.cells.map({ $0.text(language) }) { cell = max(cell, textWidth(text)) }
        need = max(need, textWidth("\(row.need.code) !\(row.need.item)"))
        target = max(target, textWidth(row.need.target?.code ?? ""))
        forWhom = max(forWhom, textWidth(row.forWhom))
        figures = max(figures, textWidth(row.cover.figures(language)))
        who = max(who, textWidth(WhoHelps(row, selected: nil, language).widest))
        days.widen { row.dayText(context, isShort: $0) }
        gaps.widen { row.gapText(language, isShort: $0) }
        concerned.formUnion(row.cells.map(\.institution))
    }
}
