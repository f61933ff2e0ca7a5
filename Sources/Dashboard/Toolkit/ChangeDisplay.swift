import Canvas
import Domain
import Persian

extension Change {
    /// What differs, field by field, as a person reads it; of a new record every field that is filled.
    ///
    /// - Parameter names: which columns; all when nil.
    func differences(_ context: ScreenContext, of names: Set<String>? = nil) -> [DiffView.Row] {
        func rows<R: Record>(_ record: R) -> [DiffView.Row] {
            let old = before as? R
            let new = after as? R
            let columns = (new ?? record).differences(from: new == nil ? nil : old)
            return columns.filter { names?.contains($0.name) ?? true }.map { column in
                DiffView.Row(
                    column.phrase[context.language],
                    old: old.map { $0.shown(column, context) }, new: new.map { $0.shown(column, context) } ?? "")
            }
        }
        return rows(record)
    }
}

extension Record {
    /// A column as a screen shows it, its numbers kept together.
    func shown(_ column: Domain.Column<Self>, _ context: ScreenContext) -> String {
        let text = display(column, context.language, context.masking)
        guard column.isPrivate || column.holdsNumbers, !text.contains(where: \.isLetter) else { return text }
        return context.language.isolated(text)
    }
}
