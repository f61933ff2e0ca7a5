import Domain
import Persian

/// What an import remembers while its rows are carried out: what was asked of it, and what the row at hand came to.
final class ImportNotes {
    /// The id that the ledger keeps with each command.
    let batch: String
    /// What people call the sheet.
    let batchName: String
    /// Whether somebody known may get a name that shares no word with the old one.
    let acceptsRenames: Bool
    /// The codes that stand in the sheet.
    let codes: SheetCodes
    /// Whether somebody will look at what each row changes.
    private let isPreview: Bool
    private var changes: [Change] = []
    private var warnings: [Warning] = []
    private var renames: [ImportReport.Rename] = []

    init(batch: String, batchName: String, acceptsRenames: Bool, codes: SheetCodes, isPreview: Bool) {
        self.batch = batch
        self.batchName = batchName
        self.acceptsRenames = acceptsRenames
        self.codes = codes
        self.isPreview = isPreview
    }

    func note(_ entry: LedgerEntry) {
        if isPreview { changes += entry.changes }
        warnings += entry.warnings.compactMap(Warning.init(json:))
    }

    func note(_ rename: ImportReport.Rename) { renames.append(rename) }

    /// What was noted since the last row.
    func take() -> (changes: [Change], warnings: [Warning], renames: [ImportReport.Rename]) {
        defer {
            changes.removeAll()
            warnings.removeAll()
            renames.removeAll()
        }
        return (changes, warnings, renames)
    }
}

/// The codes that stand in a sheet, read when they are first needed.
final class SheetCodes {
    private let read: () -> [String?]
    private lazy var all = read()

    /// - Parameter read: the code of each row, nil where it has none.
    init(_ read: @escaping () -> [String?]) { self.read = read }

    /// The first code from `next` on that neither a row of the sheet bears nor a row without a code is given.
    func free(from next: String, in series: CodeSeries) -> String {
        guard let number = series.number(of: next) else { return next }
        let codes = Set(all.compactMap(\.self))
        let last = codes.compactMap(series.number).max() ?? 0
        let rowsWithout = all.count { $0 == nil }
        return series.free(rowsWithout + 1, after: max(number - 1, last), isTaken: codes.contains).last ?? next
    }
}
