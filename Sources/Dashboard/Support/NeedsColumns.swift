import Canvas
import Domain
import Persian
import Store

/// The columns of the board for the rows that are shown: of institutions as many as there is room for, the selected one
/// among them; where that would be too few one column says who helps instead.
@MainActor
struct NeedsColumns {
    let columns: [Column]
    /// Those that have columns; empty where one says who helps.
    let institutions: ArraySlice<Institution>
    /// The column by which the board is sorted; nil where it is the order of the worst, which no column shows alone.
    let sort: TableWidget.Sort?
    /// How wide the longest figures of the covers are.
    let figures: Int
    var isShort: Bool { institutions.isEmpty }

    /// Fewer institutions than these have no columns, unless no more have something to do with the rows.
    private static let fewest = 3
    /// Beyond these, whom a need is for is told before one more of them.
    private static let before = 4
    /// Which column tells whom a need is for.
    private static let whom = 2

    init(_ needs: NeedsBoard, width: Int, _ language: Language) {
        let widths = needs.widths
        let cell = max(9, min(widths.cell, 16))
        let around = Around(widths, needs.order, isShort: false, language)
        sort = needs.order.column.map { TableWidget.Sort(column: $0, ascending: true) }
        figures = widths.figures
        let least = min(Self.fewest, max(1, widths.concerned.count))
        let all = needs.columns
        // A column is at least as wide as its cells, so more of them than that cannot stand side by side.
        var count = min(all.count, width / cell)
        while count >= least, count > 0 {
            let bodies = Array(repeating: Column(Phrase(fa: "", en: ""), minimum: cell, priority: 11), count: count)
            let columns = around.beginning + bodies + around.ending
            // The table itself says what it has room for, so that the selected cell is never one that it leaves out.
            let last = around.beginning.count + count - 1
            let wanted = count > Self.before ? [Self.whom, last] : [last]
            if TableWidget.shows(wanted, among: columns, width: width, language) {
                let first = max(0, min(needs.column - count + 1, all.count - count))
                institutions = all[first..<first + count]
                let named = institutions.map {
                    Column(Self.head($0, width: cell, language), minimum: cell, priority: 11)
                }
                self.columns = around.beginning + named + around.ending
                return
            }
            count -= 1
        }
        let brief = Around(widths, needs.order, isShort: true, language)
        let who = Column(
            Phrase(fa: "کمک‌کنندگان", en: "Who helps"), minimum: brief.roomForWho(widths.who, in: width, language),
            weight: 3, priority: 17
        ).wanting(widths.who, limit: 60)
        institutions = []
        columns = brief.beginning + [who] + brief.ending
    }

    /// In the language of the page alone: to cut a name takes its time, and a frame has many.
    private static func head(_ institution: Institution, width: Int, _ language: Language) -> Phrase {
        let isShort = language == .english && institution.code.allSatisfy(\.isLetter)
        let head = TextLayout.fitted(isShort ? institution.code : institution.name, width: width)
        return Phrase(fa: head, en: head)
    }

    /// What stands around the institutions. What has to give way first has the lowest priority; of institutions, which
    /// stand between, the last one does before what tells a need from another.
    private struct Around {
        var beginning: [Column] = [
            Column(Phrase(fa: "", en: ""), minimum: 1, priority: 20),
            Column(Phrase(fa: "نیاز", en: "Need"), minimum: 16, weight: 2, priority: 18),
            Column(Phrase(fa: "برای", en: "For"), minimum: 6, weight: 1, priority: 3),
            Column(Phrase(fa: "تا", en: "By"), minimum: 6, priority: 12),
        ]
        var ending: [Column] = [
            Column(Phrase(fa: "پوشش", en: "Cover"), minimum: 7, priority: 13),
            Column(Phrase(fa: "کمبود", en: "Gap"), minimum: 4, priority: 14),
        ]
        /// What a column that says who helps has at least.
        private static let leastForWho = 14
        /// What the bar of a cover has beside its figures at least, with the blank between them.
        private static let leastBar = 6

        @MainActor
        init(_ widths: NeedWidths, _ order: NeedOrder, isShort: Bool, _ language: Language) {
            beginning[1] = beginning[1].wanting(widths.need, limit: 36)
            beginning[2] = beginning[2].fitting(widths.target).wanting(widths.forWhom, limit: 30)
            beginning[3] = beginning[3].fitting(widths.days(isShort: isShort))
            ending[1] = ending[1].fitting(widths.gaps(isShort: isShort))
            if isShort {
                ending[0] = ending[0].fitting(widths.figures, limit: 24)
            } else {
                ending[0] = ending[0].fitting(widths.figures + Self.leastBar, limit: 30).wanting(24)
                ending[0].weight = 1
            }
            // A column that is sorted by says so beside its head, and does not vanish.
            if let index = order.column {
                let mark = textWidth(beginning[index].title[language]) + 2
                beginning[index].minimum = max(beginning[index].minimum, mark)
                beginning[index].priority = 19
            }
        }

        /// As much as there is beside what has to stay, and no more than the texts want.
        @MainActor
        func roomForWho(_ longest: Int, in width: Int, _ language: Language) -> Int {
            var (narrow, wide) = (Self.leastForWho, max(Self.leastForWho, longest))
            // Where a width is roomy a smaller one is too.
            while narrow < wide {
                let room = (narrow + wide + 1) / 2
                let who = Column(Phrase(fa: "", en: ""), minimum: room, priority: 17)
                let columns = beginning + [who] + ending
                let needed = columns.indices.filter { columns[$0].priority > 10 }
                if TableWidget.shows(needed, among: columns, width: width, language) {
                    narrow = room
                } else {
                    wide = room - 1
                }
            }
            return narrow
        }
    }
}

extension NeedOrder {
    /// The column of the board that it goes by; nil for the order of the worst.
    fileprivate var column: Int? {
        switch self {
        case .worst: nil
        case .item: 1
        case .place: 2
        case .day: 3
        }
    }
}
