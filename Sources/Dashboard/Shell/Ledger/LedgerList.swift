import Canvas
import Domain
import Persian
import Store

/// The history of all carried-out commands, the latest first.
enum LedgerList: RecordList {
    struct Item: Hashable, Sendable {
        let number: Int
        let id: String
        let day: Day
        let clock: String
        let account: String
        /// What was done, and to what.
        let title: Phrase
        let subject: Phrase?
        let reason: String?
        /// What it changed: the column's name, before and after.
        let changes: [[String]]
    }

    static let id = "ledger"
    static let title = Phrase(fa: "دفتر رویدادها", en: "Ledger")
    static let icon = "☰"
    static let shows = RecordKind.all
    static let columns = [
        Column(Phrase(fa: "شماره", en: "No."), minimum: 7, priority: 5),
        Column(Phrase(fa: "زمان", en: "Time"), minimum: 16, priority: 8),
        Column(Phrase(fa: "کاربر", en: "Account"), minimum: 9, priority: 6),
        Column(Phrase(fa: "فرمان", en: "Command"), minimum: 16, weight: 2, priority: 8),
        Column(Phrase(fa: "رکورد", en: "Record"), minimum: 16, weight: 4, priority: 9),
    ]
    /// Entries stand by their numbers.
    static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? {
        try reader.entry(key).map { Int64($0.number) }
    }

    static func isFilled(by pack: any PackKind.Type) -> Bool { true }

    static let actions: [RecordAction<Item>] = [
        RecordAction(
            "ledger.undo", "U", Phrase(fa: "بازگرداندن این رویداد", en: "undo this entry"), command: LedgerUndo.self
        ) {
            item in item.map { .takeBack(ActName(entry: $0.id, isWholeBatch: false, isAsked: true)) }
        }
    ]

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.ledgerWindow(matching: filter, from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Item? {
        guard let entry = try reader.entry(String(place.row)) else { return nil }
        let arrow = context.language == .persian ? "←" : "→"
        let changes = entry.changes.flatMap { $0.differences(context) }.map { row in
            let (old, new) = (row.old.map { $0.isEmpty ? "—" : $0 }, row.new.isEmpty ? "—" : row.new)
            return [row.label, old.map { "\($0) \(arrow) \(new)" } ?? new]
        }
        return Item(
            number: entry.number, id: entry.id, day: entry.at.day(in: .tehran),
            clock: entry.at.clockText(in: .tehran),
            account: entry.account, title: try reader.deed(of: entry), subject: try reader.subject(of: entry),
            reason: entry.reason,
            changes: changes)
    }

    static func cells(_ item: Item, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        return [
            TableCell(language.digits(String(item.number)), direction: .leftToRight, color: .muted),
            TableCell(language.line([item.day.jalaliText(language), language.digits(item.clock)]), direction: .page),
            TableCell(item.account, direction: .leftToRight), TableCell(item.title[language], direction: .page),
            TableCell(title: item.subject?[language] ?? "", color: .muted),
        ]
    }

    static func facts(_ item: Item, _ context: ScreenContext) -> [Facts.Fact] {
        let language = context.language
        var facts = [
            Facts.Fact(Phrase(fa: "فرمان", en: "command")[language], item.title[language], direction: .page)
        ]
        if let subject = item.subject {
            facts.append(Facts.Fact(columns[4].title[language], subject[language], direction: .page))
        }
        if let reason = item.reason { facts.append(Facts.Fact(Phrase(fa: "علت", en: "reason")[language], reason)) }
        for line in item.changes.prefix(40) { facts.append(Facts.Fact(line[0], line[1])) }
        return facts
    }
}
