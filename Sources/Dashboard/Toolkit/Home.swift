import Domain
import Persian
import Store

/// A kind of record that a screen shows: as a row of its own, or with the record that it belongs to. The feed, the
/// palette and every other door to a record find its screen by these.
///
///     static let homes = [Home(ServicePoint.self), Home(Shift.self) { $0.point }]
@MainActor
public struct Home {
    let kind: RecordKind
    /// Whether one selects the record itself here, so that one just made is selected.
    let isOwn: Bool
    /// The key of the row to select; nil when this record is shown elsewhere, empty when the screen has no row for it.
    let row: (any Record, Reader) throws(DecideError) -> String?

    init(_ kind: RecordKind, isOwn: Bool, row: @escaping (any Record, Reader) throws(DecideError) -> String?) {
        self.kind = kind
        self.isOwn = isOwn
        self.row = row
    }

    /// Records that are rows of the screen.
    init<R: Record>(_ type: R.Type) {
        self.init(R.kind, isOwn: true) { record, _ in record.key }
    }

    /// Records that are shown with the row of another key.
    init<R: Record>(_ type: R.Type, isOwn: Bool = false, with row: @escaping (R) -> String?) {
        self.init(R.kind, isOwn: isOwn) { record, _ in (record as? R).flatMap(row) }
    }
}

/// A record that a screen is to show, and its row there.
public struct Shown {
    /// The record itself; nil when only its key is known.
    var record: (any Record)?
    /// The key of the row: the record's own, or that of the record it belongs to.
    var key: String
    /// The number of the row in its table; nil when it is not, or no longer, there.
    var row: Int64?
    /// It was just made here: it is selected, and nothing is opened.
    var isMade = false
}

extension Dashboard {
    /// Opens the screen that shows a record, with the record selected; the ledger's entry when the record is gone.
    func show(_ name: RecordName, entry: String?) throws(DecideError) {
        let place = try office.view { (reader) throws(DecideError) -> (screen: String, shown: Shown)? in
            guard let record = try reader.record(named: name) else { return nil }
            return try self.place(of: record, in: reader)
        }
        if let place, open(place.screen) { return screen.reveal(place.shown) }
        if let entry { return try show(entry, on: LedgerList.id) }
        let phrase = RecordKind.type(named: name.kind)?.kind.phrase ?? Phrase(fa: "رکورد", en: "record")
        toast = Toast(
            .warning, Phrase(fa: "این \(phrase) دیگر نیست", en: "The \(phrase) is no longer there"))
    }

    /// Opens a screen with the row of that key selected.
    func show(_ key: String, on name: String) throws(DecideError) {
        guard open(name) else { return }
        let row = try office.view { (reader) throws(DecideError) in try screen.row(key, in: reader) }
        screen.reveal(Shown(key: key, row: row))
    }

    /// The screen that shows a record, and its row there; nil when none of this person's does.
    func place(of record: any Record, in reader: Reader) throws(DecideError) -> (screen: String, shown: Shown)? {
        // Where it is a row of its own, else with what it belongs to.
        let homes = screens.flatMap { screen in screen.homes.map { (screen: screen, home: $0) } }
        for (screen, home) in homes.filter(\.home.isOwn) + homes.filter({ !$0.home.isOwn }) {
            if home.kind == type(of: record).kind {
                guard let key = try home.row(record, reader) else { continue }
                return (screen.id, Shown(record: record, key: key, row: try screen.row(key, in: reader)))
            }
        }
        return nil
    }

    /// Selects what a command made, when it is one record of the screen that it was made on.
    func select(madeBy entry: LedgerEntry) throws(DecideError) {
        let screen = screen
        let made = entry.changes.filter { $0.before == nil }.compactMap(\.after).compactMap { record in
            screen.homes.first { $0.isOwn && $0.kind == type(of: record).kind }.map { (record: record, home: $0) }
        }
        guard made.count == 1, let (record, home) = made.first else { return }
        try office.view { (reader) throws(DecideError) in
            guard let key = try home.row(record, reader) else { return }
            let row = try screen.row(key, in: reader)
            screen.reveal(Shown(record: record, key: key, row: row, isMade: true))
        }
    }
}
