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

    init(_ needs: NeedsBoard, _ rows: [NeedRow], width: Int, _ context: ScreenContext) {
        let concerned = Set(rows.flatMap(\.cells).map(\.institution)).count
        let language = context.language
        let longest = rows.flatMap(\.cells).map { textWidth($0.text(language)) }.max() ?? 0
        let cell = max(9, min(longest, 16))
        let around = Around(rows, needs.order, isShort: false, context)
        sort = needs.order.column.map { TableWidget.Sort(column: $0, ascending: true) }
        figures = around.figures
        let least = min(Self.fewest, max(1, concerned))
        let all = needs.columns
        // A column is at least as wide as its cells, so more of them than that cannot stand side by side.
        var count = min(all.count, width / cell)
        while count >= least, count > 0 {
            let bodies = Array(repeating: Column(Phrase(fa: "", en: ""), minimum: cell, priority: 11), count: count)
            let columns = around.beginning + bodies + around.ending
            // The table itself says what it has room for, so that the selected cell is never one that it leaves out.
            let last = around.beginning.count + count - 1
            if TableWidget.shows([last], among: columns, width: width, language) {
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
        let texts = rows.map { WhoHelps($0, selected: nil, language).widest }
        let brief = Around(rows, needs.order, isShort: true, context)
        let who = Column(
            Phrase(fa: "کمک‌کنندگان", en: "Who helps"), minimum: brief.roomForWho(texts, in: width, language), weight: 3,
            priority: 17
        ).wanting(texts, limit: 60)
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
        let figures: Int
        /// What a column that says who helps has at least.
        private static let leastForWho = 14

        @MainActor
        init(_ rows: [NeedRow], _ order: NeedOrder, isShort: Bool, _ context: ScreenContext) {
            let language = context.language
            beginning[1] = beginning[1].wanting(rows.map { "\($0.need.code) !\($0.need.item)" }, limit: 36)
            beginning[2] = beginning[2].fitting(rows.map { $0.need.target?.code ?? "" })
                .wanting(rows.map(\.forWhom), limit: 30)
            beginning[3] = beginning[3].fitting(rows.map { $0.dayText(context, isShort: isShort) })
            let figures = rows.map { $0.cover.figures(language) }
            self.figures = figures.map { textWidth($0) }.max() ?? 0
            ending[1] = ending[1].fitting(rows.map { $0.gapText(language, isShort: isShort) })
            if isShort {
                ending[0] = ending[0].fitting(figures, limit: 24)
            } else {
                let bar = String(repeating: " ", count: 6)
                ending[0] = ending[0].fitting(figures.map { $0 + bar }, limit: 30)
                    .wanting([String(repeating: " ", count: 24)])
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
        func roomForWho(_ texts: [String], in width: Int, _ language: Language) -> Int {
            let longest = texts.map { textWidth($0) }.max() ?? 0
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
