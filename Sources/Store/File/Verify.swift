import Domain
import Foundation
import GRDB
import Persian

/// What a walk through the file found.
public struct VerifyReport: Sendable {
    /// How many entries the ledger holds.
    public var entries = 0
    /// How many records were compared with their last entry.
    public var records = 0
    /// The ledger's last entry; nil when there is none.
    public var tip: LedgerMark?
    /// Each names the entry or the record; empty when all is sound.
    public var problems: [Phrase] = []
    /// What lies beside the file and is missing, or was not looked at: the file itself is sound all the same.
    public var lacks: [Phrase] = []
    /// Whether the ledger itself is sound, so that everything else can be rebuilt from it.
    public var isLedgerSound = false
}

extension OfficeFile {
    /// Checks the hash chain, compares every record with its last entry in the ledger, and everything else in the file
    /// with a replay of the whole ledger.
    ///
    /// - Parameters:
    ///   - since: an entry that somebody kept elsewhere: it must still be there as it was.
    ///   - masking: how national IDs and mobiles are shown in the problems.
    ///   - progress: entries done and entries in all.
    /// - Throws: `busy`, `cannotOpen` or `damaged` when the file cannot be read to its end, `constraint` when its ledger
    ///   cannot be carried out again. What is wrong in what can be read is in the report.
    public func verify(
        since: LedgerMark? = nil, masking: Masking = Masking(for: .administrator), _ progress: (Int, Int) -> Void
    ) throws(StoreError) -> VerifyReport {
        do {
            let beside = beside.withLock { $0 }
            let report = try reader.read { db in
                var report = VerifyReport()
                for problem in try String.fetchAll(db, sql: "PRAGMA quick_check") where problem != "ok" {
                    report.problems.append(
                        Phrase(fa: "پرونده آسیب دیده است: \(problem)", en: "The file is damaged: \(problem)"))
                }
                let states = try Self.walk(db, &report, since, progress)
                report.tip = try Ledger.mark(db)
                report.isLedgerSound = report.problems.isEmpty && report.entries > 0
                if report.problems.isEmpty { try Self.compare(states, db, masking, &report) }
                try Self.checkSchema(db, &report)
                if report.problems.isEmpty {
                    report.problems += try DerivedCheck.problems(in: db) { progress($0, report.entries) }
                    try BulletinProof(db: db, beside: beside).check(into: &report)
                }
                return report
            }
            guard report.problems.isEmpty else { return report }
            return try checkSearch(report)
        } catch {
            throw StoreError(error, path: path ?? "", isReading: true)
        }
    }

    /// The same, with read errors reported as problems. A note is left beside a file that is not sound, which makes it
    /// read-only for everybody; the note beside a sound one is removed.
    public func verdict(
        since: LedgerMark? = nil, masking: Masking = Masking(for: .administrator), _ progress: (Int, Int) -> Void
    ) -> VerifyReport {
        var report = VerifyReport()
        do throws(StoreError) {
            report = try verify(since: since, masking: masking, progress)
        } catch {
            report.problems = [error.phrase]
            if error.reason != .damaged { return report }
        }
        guard let path, pack == nil else { return report }
        if let problem = report.problems.first {
            Damage.note(problem, of: path, remedy: report.isLedgerSound ? .rebuild : .backup(beside: path))
        } else {
            Damage.forget(of: path)
        }
        return report
    }

    private static func checkSchema(_ db: Database, _ report: inout VerifyReport) throws {
        for name in try SchemaCheck.differences(in: db).prefix(20) {
            report.problems.append(
                Phrase(
                    fa: "ساختار پرونده آن نیست که برنامه می‌سازد: «\(name)» بیگانه، دگرگون یا ناپیداست.",
                    en: "The file is not built as the program builds it: “\(name)” is foreign, altered or missing."))
        }
    }

    /// Checks each search index against its texts. SQLite does so by a statement that writes, so this runs on a copy in
    /// memory.
    private func checkSearch(_ report: VerifyReport) throws -> VerifyReport {
        var report = report
        let copy = try copyInMemory()
        try copy.reader.write { db in
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%(search,%'")
            for name in names {
                do {
                    try db.execute(sql: "INSERT INTO \(name) (\(name), rank) VALUES ('integrity-check', 1)")
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                    report.problems.append(
                        Phrase(
                            fa: "نمایه جست‌وجو «\(name)» با رکوردها نمی‌خواند.",
                            en: "The search index “\(name)” does not agree with the records."))
                }
            }
        }
        return report
    }

    /// Follows the chain; answers with the last state of each record, nil for voided ones.
    private static func walk(
        _ db: Database, _ report: inout VerifyReport, _ since: LedgerMark?, _ progress: (Int, Int) -> Void
    ) throws -> [String: Change?] {
        let total = try Ledger.tip(db).number
        var states: [String: Change?] = [:]
        var seen: LedgerMark?
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
            if number == since?.number { seen = LedgerMark(number: number, hash: expected) }
            guard let entry = JSON(parsing: text).flatMap(LedgerEntry.init(json:)), entry.id == id else {
                report.problems.append(Ledger.unreadable(number).phrase)
                return states
            }
            for change in entry.changes { states[change.record.id] = .some(change.after == nil ? nil : change) }
            if number % 1000 == 0 { progress(number, total) }
        }
        if let since, seen?.hash.hasPrefix(since.hash) != true { report.problems.append(changed(since)) }
        return states
    }

    private static func changed(_ mark: LedgerMark) -> Phrase {
        Phrase(
            fa:
                "رویداد \(persianDigits(mark.number)) آن نیست که نگه داشته‌اید (\(mark.hash))؛ دفتر از آن پس بازنویسی یا کوتاه شده، یا پشتیبان کهنه‌تری بازگشته است.",
            en:
                "Entry \(mark.number) is not the one you kept (\(mark.hash)): since then the ledger was rewritten or cut, or an older backup was restored."
        )
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
    private static func compare(
        _ states: [String: Change?], _ db: Database, _ masking: Masking, _ report: inout VerifyReport
    ) throws {
        var missing = Set(states.compactMap { $0.value == nil ? nil : $0.key })
        for type in RecordKind.allTypes {
            try compare(type, states, db, masking, &report, &missing)
        }
        for id in missing.sorted().prefix(20) {
            guard let label = states[id].flatMap({ $0 })?.record.label(masking) else { continue }
            report.problems.append(
                Phrase(
                    fa: "\(label) در دفتر هست، ولی در پرونده نیست.",
                    en: "The \(label) is in the ledger but not in the file."))
        }
    }

    private static func compare<R: Record>(
        _ type: R.Type, _ states: [String: Change?], _ db: Database, _ masking: Masking,
        _ report: inout VerifyReport, _ missing: inout Set<String>
    ) throws {
        for record in try R.fetch(db, where: "1") {
            report.records += 1
            missing.remove(record.id)
            guard let state = states[record.id].flatMap({ $0 })?.after as? R, state == record else {
                let label = record.label(masking)
                report.problems.append(
                    Phrase(
                        fa: "\(label) با آنچه دفتر از آن می‌گوید یکی نیست.",
                        en: "The \(label) differs from what the ledger says of it."))
                // A file that was filled by other means would have a million of them.
                if report.problems.count >= 100 { return }
                continue
            }
        }
    }
}

extension Record {
    /// "group Q-0001", people's numbers masked for those who may not see them whole.
    fileprivate func label(_ masking: Masking) -> Phrase {
        Phrase(fa: "\(Self.kind.phrase) \(key(masking))", en: "\(Self.kind.phrase) \(key(masking))")
    }
}
