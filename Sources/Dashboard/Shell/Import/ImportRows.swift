import Canvas
import Exchange
import Persian

/// One way to look at the rows of a sheet.
enum ImportTab: Hashable {
    case all
    case kind(ChangeKind)
    /// Rows that give somebody another name.
    case renamed
    /// Rows that are done with a warning.
    case warned

    /// In the order in which they stand beside each other.
    static let every: [ImportTab] = [
        .all, .kind(.added), .kind(.changed), .renamed, .kind(.same), .warned, .kind(.refused),
    ]

    var title: Phrase {
        switch self {
        case .all: Phrase(fa: "همه", en: "all")
        case .kind(let kind): Phrase(fa: "\(kind.sign) \(kind.title)", en: "\(kind.sign) \(kind.title)")
        case .renamed: Phrase(fa: "تغییر نام شخص", en: "people renamed")
        case .warned: Phrase(fa: "! هشدار", en: "! warnings")
        }
    }

    var color: ColorRole {
        switch self {
        case .all: .muted
        case .kind(let kind): kind.color
        case .renamed, .warned: .warning
        }
    }

    func holds(_ row: ImportReport.Row) -> Bool {
        switch self {
        case .all: true
        case .kind(let kind): row.kind == kind
        case .renamed: !row.renames.isEmpty
        case .warned: !row.warnings.isEmpty
        }
    }
}

/// The rows of a sheet that an import shows, and the one that is looked at.
///
/// Up and down go from row to row, Tab and the arrows to the side from one kind of outcome to the next. It opens on
/// the refused ones, which ask for a hand, when there are any; else on those that give somebody another name.
struct ImportRows {
    private let rows: [ImportReport.Row]
    /// The ways to look at them that show anything.
    let tabs: [ImportTab]
    private(set) var tab = ImportTab.all
    /// The rows of the tab, by their place in the sheet.
    private(set) var shown: [ImportReport.Row] = []
    private(set) var selected = 0

    static let page = 8

    init(_ report: ImportReport) {
        let rows = report.preview.isEmpty ? report.refusals.map(ImportReport.Row.init(refused:)) : report.preview
        self.rows = rows
        tabs = ImportTab.every.filter { tab in tab == .all || rows.contains(where: tab.holds) }
        show([.kind(.refused), .renamed].first(where: tabs.contains) ?? .all)
    }

    /// The row that is looked at; nil when there is none.
    var current: ImportReport.Row? { shown.indices.contains(selected) ? shown[selected] : nil }

    func count(of tab: ImportTab) -> Int { tab == .all ? rows.count : rows.count(where: tab.holds) }

    private mutating func show(_ tab: ImportTab) {
        self.tab = tab
        selected = 0
        shown = tab == .all ? rows : rows.filter(tab.holds)
    }

    mutating func move(_ move: ListMove) { selected = selected.moved(move, in: shown.count, page: Self.page) }

    mutating func step(_ step: Int) {
        let here = tabs.firstIndex(of: tab) ?? 0
        show(tabs[(here + step + tabs.count) % tabs.count])
    }
}

extension ImportReport.Row {
    /// What becomes of it, as ``DiffView`` and the list mark it.
    var kind: ChangeKind {
        switch outcome {
        case .added: .added
        case .same: .same
        case .changed: .changed
        case nil: .refused
        }
    }
}
