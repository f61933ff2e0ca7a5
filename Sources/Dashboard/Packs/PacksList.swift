import Canvas
import Domain
import Persian
import Store

/// The packs that the office made: what they are about, whose they are, and what came of them.
enum PacksList: RecordList {
    struct Item: Hashable, Sendable {
        let pack: Pack
        /// How many of its commands wait to be mended.
        let waiting: Int
    }

    static let id = "packs"
    static let title = Phrase(fa: "بسته‌های همراه", en: "Packs")
    static let icon = "⬚"
    static let shows: [RecordKind] = [Pack.kind]
    static let columns = [
        Column(Phrase(fa: "بسته", en: "Pack"), minimum: 7, priority: 10),
        Column(Phrase(fa: "درباره", en: "About"), minimum: 8, weight: 1, priority: 9),
        Column(Phrase(fa: "حساب", en: "Account"), minimum: 9, weight: 1, priority: 8),
        Column(Phrase(fa: "ساخته", en: "Made"), minimum: 10, priority: 6),
        Column(Phrase(fa: "رسیده", en: "Brought"), minimum: 8, priority: 5),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 10, priority: 7),
    ]

    static let homes = [Home(Pack.self)]

    static let actions: [RecordAction<Item>] = [
        .bring(),
        RecordAction("packs.recall", "x", PackRecall.title, command: PackRecall.self) { item in
            item.map {
                .form(
                    FormRequest(
                        PackRecall.self, fixed: [.init("code", .string($0.pack.code))],
                        title: Phrase(fa: "فراخواندن \($0.pack.code)", en: "Recall \($0.pack.code)")))
            }
        },
        RecordAction("packs.returned", "enter", ReturnedList.title) { item in
            item.map { .show(screen: ReturnedList.id, key: $0.pack.code) }
        },
    ]

    /// Before the office made a pack nobody looks for it.
    static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try reader.count(Pack.kind) > 0 }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.window(of: Pack.kind, matching: filter, from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Item? {
        guard let pack = try reader.record(Pack.self, at: place) else { return nil }
        return Item(pack: pack, waiting: try reader.waitingCommands(of: pack.code))
    }

    static func cells(_ item: Item, _ context: ScreenContext) -> [TableCell] {
        let (pack, language) = (item.pack, context.language)
        return [
            TableCell(pack.code, direction: .leftToRight), TableCell(pack.about, direction: .leftToRight),
            TableCell(pack.account, direction: .leftToRight),
            TableCell(pack.madeAt.day(in: .tehran).jalaliText(language), direction: .leftToRight, color: .muted),
            TableCell(language.number(pack.received), direction: .leftToRight),
            item.waiting > 0
                ? TableCell("✕ \(language.number(item.waiting))", direction: .page, color: .warning)
                : TableCell(pack.state.phrase[language], direction: .page, color: .muted),
        ]
    }

    static func facts(_ item: Item, _ context: ScreenContext) -> [Facts.Fact] {
        let (pack, language) = (item.pack, context.language)
        return Pack.columns.filter { $0.name != "seal" && $0.read(pack) != .null }.map { column in
            Facts.Fact(column.phrase[language], pack.display(column, language, context.masking))
        } + [
            Facts.Fact(
                ReturnedList.title[language], language.number(item.waiting), color: item.waiting > 0 ? .warning : .text)
        ]
    }
}
