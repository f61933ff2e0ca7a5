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
    /// Code of the campaign of all rows that name none; see ``ImportedSheet/campaignColumn``.
    let campaign: String?
    /// The ids of records for which a row of the sheet stands already, so that a second row like it is another one.
    var accounted: Set<String> = []
    /// The codes of records that were found by a name, by their kind and that name; to be looked up again by each row.
    var namesakes: [String: String] = [:]
    /// Whether somebody will look at what each row changes.
    private let isPreview: Bool
    private var changes: [Change] = []
    private var warnings: [Warning] = []
    private var renames: [ImportReport.Rename] = []

    init(batch: String, batchName: String, _ terms: ImportTerms, campaign: String?, codes: SheetCodes) {
        self.batch = batch
        self.batchName = batchName
        self.acceptsRenames = terms.acceptsRenames
        self.campaign = campaign
        self.codes = codes
        self.isPreview = terms.isDryRun
    }

    func note(_ entry: LedgerEntry) {
        if isPreview { changes += entry.changes }
        warnings += entry.warnings.compactMap(Warning.init(json:))
    }

    func note(_ rename: ImportReport.Rename) { renames.append(rename) }

    func note(_ warning: Warning) { warnings.append(warning) }

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
    private lazy var known = Set(all.compactMap(\.self))
    /// The greatest number of a series in the sheet.
    private var lasts: [String: Int] = [:]

    /// - Parameter read: the code of each row, nil where it has none.
    init(_ read: @escaping () -> [String?]) { self.read = read }

    /// The first code from `next` on that neither a row of the sheet bears nor a row without a code is given.
    func free(from next: String, in series: CodeSeries) -> String {
        free(all.count { $0 == nil } + 1, from: next, in: series)
    }

    /// The first code from `next` on that no row of the sheet bears, for a row that has none.
    func unclaimed(from next: String, in series: CodeSeries) -> String { free(1, from: next, in: series) }

    /// Whether any row bears a code.
    var isEmpty: Bool { known.isEmpty }

    private func free(_ count: Int, from next: String, in series: CodeSeries) -> String {
        guard let number = series.number(of: next) else { return next }
        let last = lasts[series.prefix] ?? known.compactMap(series.number).max() ?? 0
        lasts[series.prefix] = last
        return series.free(count, after: max(number - 1, last), isTaken: known.contains).last ?? next
    }
}
