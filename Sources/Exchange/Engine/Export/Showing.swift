import Domain
import Persian
import Store

/// One record with what belongs to it, for `khedmat show`.
public struct Showing: Sendable {
    /// Label and value, in the order in which a person reads them.
    public var facts: [(label: Phrase, value: Phrase)] = []
    public var json: JSON = .null

    /// Finds the record of a code; refuses as `not-found`.
    public init(
        _ kind: ListingKind, _ code: String, for question: ListingQuestion, in reader: Reader
    ) throws(DecideError) {
        try kind.listing.show(code, question, reader, in: &self)
    }

    mutating func show<R: Record>(
        _ type: R.Type, _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let key = (try? NationalID(code))?.digits ?? normalisedCode(code) ?? code
        let asGiven = try reader.find(type, key: code)
        let found = if let asGiven { asGiven } else { try reader.find(type, key: key) }
        guard let record = found else { throw .refused(.notFound(R.kind, code, field: "code")) }
        for column in R.columns where column.read(record) != .null {
            facts.append(
                (
                    column.phrase,
                    Phrase(
                        fa: record.display(column, .persian, question.masking),
                        en: record.display(column, .english, question.masking))
                ))
        }
        json = record.json(question.masking)
        try addHistory(of: record, reader)
    }

    private mutating func addHistory(of record: any Record, _ reader: Reader) throws(DecideError) {
        let entries = try reader.history(of: record, limit: 10)
        for entry in entries {
            let day = entry.at.day(in: .tehran)
            facts.append(
                (
                    Phrase(fa: "تاریخچه", en: "history"),
                    Phrase(
                        fa: "\(day.jalaliText(.persian)) \(entry.title) (\(entry.account))",
                        en: "\(day.jalaliText(.english)) \(entry.title) (\(entry.account))")
                ))
        }
        let history = entries.map { entry in
            JSON.object([
                .init("number", .integer(entry.number)), .init("id", .string(entry.id)),
                .init("at", .string(entry.at.iso(in: .tehran))), .init("as", .string(entry.account)),
                .init("command", .string(entry.command)),
            ])
        }
        json = json.adding([.init("history", .list(history))])
    }

}
