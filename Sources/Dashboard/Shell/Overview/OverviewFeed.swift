import Canvas
import Domain
import Persian
import Store

/// The last changes with who and when. A run of one kind by one person on one day is one line: sixteen times the same
/// would push everything else out of sight.
@MainActor
struct OverviewFeed {
    private let reader: Reader
    private let context: ScreenContext

    init(_ reader: Reader, _ context: ScreenContext) {
        self.reader = reader
        self.context = context
    }

    /// How many lines there are at most, and how many changes are looked at for them.
    static let length = 50
    private static let reach = 200
    /// From so many on a run is one line.
    private static let run = 3

    /// - Parameter parts: the beginnings of the names of the commands that are told, together with what took them back; all
    ///   when empty.
    func items(
        length: Int = OverviewFeed.length, of parts: [String] = []
    ) throws(DecideError) -> [FeedItem] {
        var names: [String: String] = [:]
        let all = try reader.ledger(matching: Filter(), limit: Self.reach)
        let entries = parts.isEmpty ? all : try standing(all, of: parts)
        let runs = try Self.folded(entries) { (entry) throws(DecideError) in try reader.deed(of: entry) }.prefix(length)
        return try runs.mapTyped { (entries) throws(DecideError) in
            let entry = entries[0]
            if names[entry.account] == nil {
                names[entry.account] = try reader.find(Staff.self, key: entry.account)?.name ?? entry.account
            }
            let record = entry.main?.record
            return FeedItem(
                id: entry.id, day: entry.at.day(in: .tehran), clock: entry.at.clockText(in: .tehran),
                name: names[entry.account] ?? entry.account, title: try title(entries),
                subject: entries.count > 1
                    ? try self.names(of: entries)
                    : try reader.told(entry)?[context.language] ?? "",
                target: record.map { .record(RecordName($0), entry: entry.id) }
                    ?? .show(screen: LedgerList.id, key: entry.id))
        }
    }

    /// Of the entries, the latest first, those of some parts and what took them back; without what was taken back.
    private func standing(_ entries: [LedgerEntry], of parts: [String]) throws(DecideError) -> [LedgerEntry] {
        var undone: Set<String> = []
        return try entries.compactMapTyped { (entry) throws(DecideError) in
            guard !undone.contains(entry.id) else { return nil }
            var told = entry
            while let id = told.undoneID, let former = try reader.entry(id) { told = former }
            if let id = entry.undoneID { undone.insert(id) }
            return parts.contains { told.command.hasPrefix($0) } ? entry : nil
        }
    }

    /// The entries, the latest first, in runs; too short a run is so many of one entry.
    ///
    /// - Parameter deed: what an entry is called; that of an undo says what was taken back, so that undoing one thing and
    ///   doing another again are no run.
    static func folded<E: Error>(
        _ entries: [LedgerEntry], by deed: (LedgerEntry) throws(E) -> Phrase
    ) throws(E) -> [[LedgerEntry]] {
        var runs: [[LedgerEntry]] = []
        for entry in entries {
            if let last = runs.last?.first, last.account == entry.account, last.command == entry.command,
                last.at.day(in: .tehran) == entry.at.day(in: .tehran),
                entry.undoneID == nil ? true : try deed(last) == deed(entry)
            {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs.flatMap { $0.count >= run ? [$0] : $0.map { [$0] } }
    }

    private func title(_ entries: [LedgerEntry]) throws(DecideError) -> Phrase {
        let title = try reader.deed(of: entries[0])
        guard entries.count > 1 else { return title }
        return Phrase(fa: "\(persianDigits(entries.count)) × \(title)", en: "\(entries.count) × \(title)")
    }

    /// Which records it was about: up to three by their codes or names, of more the first and the last.
    private func names(of entries: [LedgerEntry]) throws(DecideError) -> String {
        var names: [String] = []
        for record in entries.compactMap({ $0.changes.first?.record }) {
            let name = try name(of: record)
            if !names.contains(name) { names.append(name) }
        }
        names.sort { ($0.count, $0) < ($1.count, $1) }
        guard names.count > 3, let first = names.first, let last = names.last else {
            return names.listed(in: context.language)
        }
        return context.language.parts([first, last]).replacing("·", with: "…")
    }

    /// A record's code. What belongs to something is known by that: a report by its camp, stock by its point. All else has
    /// its title.
    private func name(of record: any Record) throws(DecideError) -> String {
        if let coded = record as? any Coded { return coded.code }
        let parts = record.key(context.masking).split(separator: "/")
        if parts.count > 1, parts[0].contains(where: \.isLetter) { return String(parts[0]) }
        return try reader.title(of: record)[context.language]
    }
}
