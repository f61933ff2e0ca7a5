import Domain
import Persian

/// The records that a station made on its own and gave a code, by kind and code. What is known by a key of its own, such as
/// a person by the national ID or a report by its day, is the same wherever it was recorded.
///
/// Two copies of one pack may give one code to two households. The second is refused here, and what was done with it at
/// its station must not be counted to the first.
struct MadeRecords: Sendable {
    private struct Name: Hashable {
        let kind: RecordKind
        let key: String
    }
    private var ids: [Name: String] = [:]

    /// Notes what a command made at its station.
    mutating func take(_ entry: LedgerEntry) {
        for change in entry.changes where change.before == nil && change.record is any Coded {
            ids[Name(kind: change.kind, key: change.record.key)] = change.record.id
        }
    }

    /// Holds back a command about a record that bears the code of one that its station made, and is another one here.
    ///
    /// - Throws: `duplicate-code`.
    func check(_ entry: LedgerEntry, in registry: some Registry) throws(DecideError) {
        guard !ids.isEmpty else { return }
        for change in entry.changes {
            let own: [(kinds: [RecordKind], key: String)] =
                change.before == nil ? [] : [([change.kind], change.record.key)]
            for named in own + change.record.referredTo {
                for kind in named.kinds {
                    guard let type = RecordKind.type(named: kind.name) else { continue }
                    try check(type, named.key, in: registry)
                }
            }
        }
    }

    private func check<R: Record>(
        _ type: R.Type, _ key: String, in registry: some Registry
    ) throws(DecideError) {
        guard let id = ids[Name(kind: R.kind, key: key)], let here = try registry.find(type, key: key), here.id != id
        else { return }
        let what = R.kind.phrase
        throw .refused(
            Refusal(
                .duplicateCode, field: R.kind.name,
                Phrase(
                    fa:
                        "\(what) \(key) در این پرونده همان نیست که در ایستگاه با این شناسه ثبت شد و هنوز اینجا نیامده است؛ نخست ثبت آن را با شناسه‌ای تازه بفرستید، سپس این فرمان را با همان شناسه.",
                    en:
                        "The \(what) \(key) in this file is not the one that was recorded at the station under that code, which has not come in; send its record with another code first, then this command with that code."
                )))
    }
}

extension Record {
    /// The kinds and keys of the records that stand in its columns.
    fileprivate var referredTo: [(kinds: [RecordKind], key: String)] {
        Self.columns.flatMap { column in column.keys(self).map { (column.refersTo, $0) } }
    }
}
