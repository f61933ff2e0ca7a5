import Canvas
import Domain
import Exchange
import Persian
import Store

/// The commands that came home in packs and were refused: what the field said, what the office has, and why. Each is
/// mended and sent again, sent as it is, or dropped.
enum ReturnedList: RecordList {
    struct Item: Hashable, Sendable {
        let command: ReturnedCommand
        /// What it is about, as the office calls it.
        let subject: Phrase?
        let day: Day
        /// Label, what the office has, what the field says.
        let differences: [DiffView.Row]
        /// The ledger's last entry when this was read.
        let seen: Int
    }

    static let id = "returned"
    static let title = Phrase(fa: "برگشتی‌ها", en: "Returned")
    static let icon = "↩"
    static let shows = RecordKind.all
    static let columns = [
        Column(Phrase(fa: "بسته", en: "Pack"), minimum: 7, priority: 7),
        Column(Phrase(fa: "روز", en: "Day"), minimum: 10, priority: 6),
        Column(Phrase(fa: "فرمان", en: "Command"), minimum: 16, weight: 2, priority: 10),
        Column(Phrase(fa: "رکورد", en: "Record"), minimum: 18, weight: 1, priority: 9),
        Column(Phrase(fa: "حساب", en: "Account"), minimum: 8, weight: 1, priority: 5),
    ]

    static let actions: [RecordAction<Item>] = [
        RecordAction("returned.mend", "e enter", Phrase(fa: "اصلاح", en: "mend"), command: PackReceive.self) { item in
            item.flatMap { $0.form }.map { .form($0) }
        },
        RecordAction("returned.resend", "s", Phrase(fa: "فرستادن دوباره", en: "send again"), command: PackReceive.self)
        { item in
            item.map { .send($0.sending) }
        },
        RecordAction("returned.drop", "D", Phrase(fa: "کنار گذاشتن", en: "drop"), command: PackReceive.self) { item in
            item.map { .ask($0.question) }
        },
        .bring(),
    ]

    static let showsFactsBelow = true

    /// More do not fit on any screen that a person would work through.
    private static let limit = 1000

    /// Before the office made a pack nobody looks for it.
    static func isListed(_ reader: Reader) throws(DecideError) -> Bool { try reader.count(Pack.kind) > 0 }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        let places = try reader.waitingCommands(matching: filter, limit: Self.limit)
        return ListWindow(places: places, total: places.count)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Item? {
        guard let command = try reader.returnedCommand(at: place) else { return nil }
        let record = command.entry.changes.first?.record
        let name = record.map { RecordName(type(of: $0).kind, $0.key) }
        let office = try reader.record(named: name)
        return Item(
            command: command, subject: try reader.subject(of: command.entry), day: command.entry.at.day(in: .tehran),
            differences: command.entry.differences(from: office, context), seen: try reader.ledgerTip())
    }

    static func cells(_ item: Item, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        return [
            TableCell(item.command.pack, direction: .leftToRight, color: .muted),
            TableCell(item.day.jalaliText(language), direction: .leftToRight),
            TableCell(item.command.entry.title[language], direction: .page),
            TableCell(item.subject?[language] ?? "", direction: .page, color: .muted),
            TableCell(item.command.entry.account, direction: .leftToRight),
        ]
    }

    static func facts(_ item: Item, _ context: ScreenContext) -> [Facts.Fact] {
        let language = context.language
        let entry = item.command.entry
        let who = language.parts([entry.account, entry.sender])
        let (here, there) = (Phrase(fa: "دفتر", en: "office"), Phrase(fa: "بسته", en: "pack"))
        return [
            Facts.Fact(
                Phrase(fa: "رکورد", en: "record")[language], item.subject?[language] ?? "—", direction: .page),
            Facts.Fact(
                Phrase(fa: "چرا", en: "why")[language], context.masking.sentence(item.command.refusal.phrase[language]),
                direction: .page,
                color: .warning),
            Facts.Fact(Phrase(fa: "فرستنده", en: "given by")[language], who, direction: .leftToRight),
            Facts.Fact(
                Phrase(fa: "زمان", en: "given at")[language], entry.at.display(language), direction: .leftToRight),
        ]
            + item.differences.flatMap { row in
                let new = row.new.isEmpty ? "—" : row.new
                guard let old = row.old.map({ $0.isEmpty ? "—" : $0 }), old != new else {
                    return [Facts.Fact(row.label, new)]
                }
                return [
                    Facts.Fact(row.label, "\(here[language]): \(old)", direction: .page),
                    Facts.Fact("", "\(there[language]): \(new)", direction: .page, color: .strong),
                ]
            }
    }

    static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        let count = try reader.waitingCommands()
        return count == 0 ? "" : context.language.number(count)
    }
}

extension RecordAction {
    /// `b`: brings a pack home.
    static func bring() -> RecordAction {
        RecordAction(
            "packs.bring", "b", Phrase(fa: "بازآوردن بسته", en: "bring a pack home"), command: PackReceive.self,
            needsItem: false
        ) { _ in .unpack }
    }
}

extension ReturnedList.Item {
    /// The same command once more.
    fileprivate var sending: Sending {
        Sending(
            command: command.entry.command, fields: command.entry.fields,
            returned: ReturnedName(id: command.id, seen: seen))
    }

    fileprivate var question: Question {
        let title = command.entry.title
        return Question(
            title: Phrase(fa: "کنار گذاشتن «\(title)»", en: "Drop “\(title)”"),
            text: Phrase(
                fa: "این فرمان دیگر فرستاده نمی‌شود و با آوردن دوباره بسته هم بازنمی‌گردد.",
                en: "It will not be sent any more, nor come again with its pack."),
            answers: [
                .init(Phrase(fa: "انصراف", en: "Keep it")),
                .init(Phrase(fa: "کنار گذاشتن", en: "Drop it"), .drop(returned: command.id)),
            ])
    }

    /// The command's own form, holding what came and what is wrong with it. What says which record it is about, and
    /// what no field can show, stays as it is.
    fileprivate var form: FormRequest? {
        guard let type = Commands.named(command.entry.command) else { return nil }
        var (fixed, initial): ([JSON.Member], [JSON.Member]) = ([], [])
        for use in type.parameters {
            guard let value = command.entry.fields.first(where: { $0.name == use.name })?.value else { continue }
            if use.isFixedInMending(value) {
                fixed.append(.init(use.name, value))
            } else {
                initial.append(.init(use.name, use.shown(value)))
            }
        }
        if let made = command.entry.changes.first(where: { $0.before == nil })?.after as? any Coded,
            initial.allSatisfy({ $0.name != "code" }), type.parameters.contains(where: { $0.name == "code" })
        {
            initial.append(.init("code", .string(made.code)))
        }
        if command.refusal.field == Mending.time.name {
            initial.append(.init(Mending.time.name, .string(command.entry.at.iso(in: .tehran))))
        }
        let title = subject.map { Phrase(fa: "\(type.title): \($0)", en: "\(type.title): \($0)") }
        var request = FormRequest(type, fixed: fixed, initial: initial, title: title ?? type.title)
        request.returned = ReturnedName(id: command.id, seen: seen)
        request.refusal = command.refusal
        return request
    }
}

extension ParameterUse {
    fileprivate func isFixedInMending(_ value: JSON) -> Bool {
        switch kind {
        case .subject: true
        case .record(let kinds): PackKinds.all.contains { kinds.contains($0.subject) }
        case .list: value.list?.contains { $0.string == nil } ?? false
        default: false
        }
    }

    /// A value as a form's field reads it.
    fileprivate func shown(_ value: JSON) -> JSON {
        guard case .date = kind, let day = try? Day(parsing: value.plainText) else { return value }
        return day.json
    }
}

extension LedgerEntry {
    /// What it did to its first record in the pack, beside what the office has: what no change tells, the fields as
    /// they came.
    fileprivate func differences(from office: (any Record)?, _ context: ScreenContext) -> [DiffView.Row] {
        func rows<R: Record>(_ record: R, _ change: Change) -> [DiffView.Row] {
            let columns = (change.after as? R ?? record).differences(from: change.before as? R)
            let now = office as? R
            return columns.map { column in
                DiffView.Row(
                    column.phrase[context.language],
                    old: now.map { $0.shown(column, context) },
                    new: (change.after as? R)?.shown(column, context) ?? "")
            }
        }
        if let change = changes.first { return rows(change.record, change) }
        let uses = Commands.named(command)?.parameters ?? []
        let shown = json(context.masking)["fields"]?.members ?? []
        return shown.map { field in
            let use = uses.first { $0.name == field.name }
            let label = use?.phrase[context.language] ?? field.name
            return DiffView.Row(label, old: nil, new: field.value.words(of: use)[context.language])
        }
    }
}
