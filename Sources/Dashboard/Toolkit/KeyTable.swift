import Canvas
import Persian

extension Dashboard {
    /// The keys of a screen as a Markdown table, for the README; empty when there is no such screen.
    ///
    /// A test holds the README to it.
    public func keyTable(of screen: String) -> String {
        let rows = notes(of: screen).map { note in
            let keys = note.keys.map { "`\($0.displayName(.english))`" }.joined(separator: " ")
            return "| \(keys) | \(note.phrase.en) · \(note.phrase.fa) |"
        }
        return (["| key | does |", "| --- | --- |"] + rows).joined(separator: "\n")
    }
}
