import Canvas
import Persian

extension Dashboard {
    /// The keys as Markdown tables, for `.readme/keys.md`: first `shared`, those that most screens have, then a table
    /// a screen with what it has beyond these. A test holds the page to them.
    public func keyTables() -> [(name: String, table: String)] {
        let notes = screens.map { (name: $0.id, notes: self.notes(of: $0.id)) }
        var counts: [String: Int] = [:]
        for note in notes.flatMap(\.notes) { counts[row(note), default: 0] += 1 }
        let isShared = { (row: String) in counts[row, default: 0] * 2 > notes.count }
        let shared = notes.first { $0.notes.map(row).filter(isShared).count == counts.keys.filter(isShared).count }
        let tables = [("shared", shared?.notes.map(row).filter(isShared) ?? [])]
        return (tables + notes.map { ($0.name, $0.notes.map(row).filter { !isShared($0) }) }).map { name, rows in
            (name, rows.isEmpty ? "" : (["| key | does |", "| --- | --- |"] + rows).joined(separator: "\n") + "\n")
        }
    }

    private func row(_ note: BindingNote) -> String {
        let keys = note.keys.map { "`\($0.displayName(.english))`" }.joined(separator: " ")
        return "| \(keys) | \(note.phrase.en) · \(note.phrase.fa) |"
    }
}
