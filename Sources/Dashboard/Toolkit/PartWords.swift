import Canvas
import Domain
import Persian
import Store

/// What tells a record from its namesakes beside its code: whose it is, where and when.
///
///     Distinction(Camp.self) { camp, _, context in "\(camp.place) · \(camp.from.jalaliText(context.language))" }
@MainActor
struct Distinction {
    let kind: RecordKind
    private let words: (any Record, Reader, ScreenContext) throws(DecideError) -> String?

    init<R: Record>(_ type: R.Type, _ words: @escaping (R, Reader, ScreenContext) throws(DecideError) -> String?) {
        kind = R.kind
        self.words = { (record, reader, context) throws(DecideError) in
            guard let record = record as? R else { return nil }
            return try words(record, reader, context)
        }
    }

    private static let byKind = Dictionary(
        uniqueKeysWithValues: ShownParts.all.flatMap(\.distinctions).map { ($0.kind.name, $0) })

    /// What is said of a record; empty where its name and code say enough.
    static func of(_ record: any Record, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        try byKind[type(of: record).kind.name]?.words(record, reader, context) ?? ""
    }
}

/// Something that can be done from everywhere and is no form: the palette offers it to whoever may give the command.
struct PartAction: Sendable {
    let phrase: Phrase
    let command: any Command.Type
    let effect: Effect
}

/// What is told of a command that was carried out.
struct News {
    /// What it was about, where that is said otherwise than by the record's title.
    var subject: Phrase?
    /// What is said beside it: "3 shifts".
    var beside: [Phrase] = []
    /// What follows: "the seat went to …".
    var consequence: Phrase?
    /// More than fits on one line.
    var question: Question?
    /// Whether what was asked for is not what came of it: somebody waits who was to be enrolled.
    var isMixed = false
}

extension Reader {
    /// What is told of a command that was carried out, by the parts that have something to say.
    @MainActor
    func news(of entry: LedgerEntry) throws(DecideError) -> News {
        var news = News()
        for part in ShownParts.all { try part.tell(&news, entry, self) }
        return news
    }

    /// What people call what a command was about, for a sentence about it.
    @MainActor
    func told(_ entry: LedgerEntry) throws(DecideError) -> Phrase? {
        if let subject = try news(of: entry).subject { return subject }
        return try subject(of: entry)
    }
}
