import Domain
import Persian
import Store

/// The history, the newest entry first.
enum LedgerListing: ColumnListing {
    static let id = "ledger"
    static let title = Phrase(fa: "رویداد", en: "entry")
    static let shows = RecordKind.all

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showEntry(code, question, reader)
    }

    static let columns: [ListingColumn<LedgerEntry>] = [
        .init(Phrase(fa: "شماره", en: "number")) { entry, _ in .number(entry.number) },
        .init(Phrase(fa: "زمان", en: "time")) { entry, _ in .time(LocalTime(entry.at, in: .tehran)) },
        .init(Phrase(fa: "کاربر", en: "account")) { entry, _ in Cell(entry.account) },
        .init(Phrase(fa: "فرمان", en: "command")) { entry, _ in Cell(code: entry.command) },
        .init(Phrase(fa: "عنوان", en: "title")) { entry, question in Cell(entry.title[question.language]) },
        .init(Phrase(fa: "رکوردها", en: "records")) { entry, question in
            Cell(joinedList(entry.changes.map { $0.record.key(question.masking) }))
        },
        .init(Phrase(fa: "علت", en: "reason")) { entry, _ in Cell(entry.reason) },
        .init(Phrase(fa: "شناسه", en: "id")) { entry, _ in Cell(code: entry.id) },
    ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([LedgerEntry], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        for entry in try reader.ledger(matching: question.filter, limit: question.limit) {
            try body([entry], entry.json(question.masking))
        }
    }
}

extension Showing {
    fileprivate mutating func showEntry(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        guard let entry = try reader.entry(latinDigits(code)) else {
            let kind = RecordKind("entry", ListingKind.ledger.singular)
            throw .refused(.notFound(kind, code, field: "code"))
        }
        json = entry.json(question.masking)
        facts = try entry.facts(question, reader)
    }
}

extension LedgerEntry {
    /// What people read of it: in their words, and masked as the JSON is.
    fileprivate func facts(
        _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) -> [(label: Phrase, value: Phrase)] {
        func plain(_ text: String) -> Phrase { Phrase(fa: text, en: text) }
        var facts: [(Phrase, Phrase)] = [
            (Phrase(fa: "شماره", en: "number"), Phrase(fa: "\(number)", en: "\(number)")),
            (Phrase(fa: "زمان", en: "time"), Phrase(fa: at.display(.persian), en: at.display(.english))),
            (Phrase(fa: "کاربر", en: "account"), plain(account)), (Phrase(fa: "کار", en: "what"), title),
        ]
        if let sender, sender != account { facts.append((Phrase(fa: "فرستنده", en: "sent by"), plain(sender))) }
        let given = json(question.masking)["fields"]?.members ?? []
        let uses = Commands.named(command)?.parameters ?? []
        for field in given where field.value != .null {
            let use = uses.first { $0.name == field.name }
            facts.append((use?.phrase ?? plain(field.name), field.value.words(of: use)))
        }
        if let reason { facts.append((Phrase(fa: "علت", en: "reason"), plain(reason))) }
        for change in changes {
            let name = try reader.title(of: change.record)
            facts.append((Phrase(fa: "رکورد", en: "record"), name))
        }
        if let batchName { facts.append((Phrase(fa: "ورود", en: "import"), plain(batchName))) }
        facts.append((Phrase(fa: "شناسه", en: "id"), plain(id)))
        return facts
    }
}
