import Domain
import Foundation
import GRDB
import Persian

/// What a walk through the ledger found.
public struct VerifyReport: Sendable {
    /// How many entries the ledger holds.
    public var entries = 0
    /// How many records were compared with their last entry.
    public var records = 0
    /// Each names the entry or the record; empty when all is sound.
    public var problems: [Phrase] = []
}

extension OfficeFile {
    /// Walks the chain of hashes, then holds every record against what the ledger last said of it.
    ///
    /// - Parameter progress: entries done and entries in all.
    public func verify(_ progress: (Int, Int) -> Void) throws(StoreError) -> VerifyReport {
        do {
            return try reader.read { db in
                var report = VerifyReport()
                for problem in try String.fetchAll(db, sql: "PRAGMA quick_check") where problem != "ok" {
                    report.problems.append(
                        Phrase(fa: "پرونده آسیب دیده است: \(problem)", en: "The file is damaged: \(problem)"))
                }
                let states = try Self.walk(db, &report, progress)
                if report.problems.isEmpty { try Self.compare(states, db, &report) }
                return report
            }
        } catch {
            throw StoreError(error, path: path ?? "")
        }
    }

    /// Follows the chain; answers with the last state of each record, nil for voided ones.
    private static func walk(
        _ db: Database, _ report: inout VerifyReport, _ progress: (Int, Int) -> Void
    ) throws -> [String: Change?] {
        let total = try Ledger.tip(db).number
        var states: [String: Change?] = [:]
        var previous = Ledger.Hash(repeating: 0, count: 32)
        let rows = try Row.fetchCursor(db, sql: "SELECT number, id, entry, hash FROM ledger ORDER BY number")
        while let row = try rows.next() {
            report.entries += 1
            let (number, id, text): (Int, String, String) = (row[0], row[1], row[2])
            let hash: Data = row[3]
            let expected = Ledger.hash(Array(text.utf8), after: previous)
            guard number == report.entries, expected == Ledger.Hash(hash) else {
                report.problems.append(broken(number, expected: report.entries))
                return states
            }
            previous = expected
            guard let entry = JSON(parsing: text).flatMap(LedgerEntry.init(json:)), entry.id == id else {
                report.problems.append(Ledger.unreadable(number).phrase)
                return states
            }
            for change in entry.changes { states[change.record.id] = .some(change.after == nil ? nil : change) }
            if number % 1000 == 0 { progress(number, total) }
        }
        return states
    }

    private static func broken(_ number: Int, expected: Int) -> Phrase {
        number == expected
            ? Phrase(
                fa:
                    "زنجیره دفتر در رویداد \(persianDigits(number)) شکسته است: متن آن یا رویدادی پیش از آن تغییر کرده است.",
                en: "The chain of the ledger breaks at entry \(number): its text, or an entry before it, was changed.")
            : Phrase(
                fa: "رویداد \(persianDigits(expected)) در دفتر نیست؛ پس از آن \(persianDigits(number)) آمده است.",
                en: "Entry \(expected) is missing from the ledger; \(number) follows.")
    }

    /// Records that differ from the ledger were changed behind its back.
    private static func compare(_ states: [String: Change?], _ db: Database, _ report: inout VerifyReport) throws {
        var missing = Set(states.compactMap { $0.value == nil ? nil : $0.key })
        for type in RecordKind.allTypes {
            try compare(type, states, db, &report, &missing)
        }
        for id in missing.sorted().prefix(20) {
            guard let label = states[id].flatMap({ $0 })?.record.label else { continue }
            report.problems.append(
                Phrase(
                    fa: "\(label.fa) در دفتر هست، ولی در پرونده نیست.",
                    en: "The \(label.en) is in the ledger but not in the file."))
        }
    }

    private static func compare<R: Record>(
        _ type: R.Type, _ states: [String: Change?], _ db: Database, _ report: inout VerifyReport,
        _ missing: inout Set<String>
    ) throws {
        for record in try R.fetch(db, where: "1") {
            report.records += 1
            missing.remove(record.id)
            guard let state = states[record.id].flatMap({ $0 })?.after as? R, state == record else {
                report.problems.append(
                    Phrase(
                        fa: "\(record.label.fa) با آنچه دفتر از آن می‌گوید یکی نیست.",
                        en: "The \(record.label.en) differs from what the ledger says of it."))
                continue
            }
        }
    }
}
