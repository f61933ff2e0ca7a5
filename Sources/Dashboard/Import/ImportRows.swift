import Canvas
import Exchange
import Persian

/// The rows of a sheet that an import shows, and the one that is looked at.
///
/// Up and down go from row to row, Tab and the arrows to the side from one kind of outcome to the next. It opens on
/// the refused ones, which ask for a hand, when there are any.
struct ImportRows {
    private let rows: [ImportReport.Row]
    /// The kinds there are to look at; nil is all of them.
    let kinds: [ChangeKind?]
    private(set) var kind: ChangeKind?
    /// The rows of the kind, by their place in the sheet.
    private(set) var shown: [ImportReport.Row] = []
    private(set) var selected = 0

    static let page = 8

    init(_ report: ImportReport) {
        rows = report.preview.isEmpty ? report.refusals.map(ImportReport.Row.init(refused:)) : report.preview
        let found = Set(rows.map(\.kind))
        kinds = [nil] + [.added, .changed, .same, .refused].filter { found.contains($0) }
        show(found.contains(.refused) ? .refused : nil)
    }

    /// The row that is looked at; nil when there is none.
    var current: ImportReport.Row? { shown.indices.contains(selected) ? shown[selected] : nil }

    func count(of kind: ChangeKind?) -> Int { kind == nil ? rows.count : rows.count { $0.kind == kind } }

    private mutating func show(_ kind: ChangeKind?) {
        self.kind = kind
        selected = 0
        shown = kind == nil ? rows : rows.filter { $0.kind == kind }
    }

    mutating func handle(_ key: Key, page: Direction) {
        switch key.asBound.code {
        case .down, .character("j"): selected += 1
        case .up, .character("k"): selected -= 1
        case .pageDown, .character(" "): selected += Self.page
        case .pageUp: selected -= Self.page
        case .home, .character("g"): selected = 0
        case .end, .character("G"): selected = shown.count - 1
        case .tab: step(key.modifiers == .shift ? -1 : 1)
        default: key.inReading(page).map { step($0 == .towardEnd ? 1 : -1) }
        }
        selected = max(0, min(selected, shown.count - 1))
    }

    private mutating func step(_ step: Int) {
        let here = kinds.firstIndex(of: kind) ?? 0
        show(kinds[(here + step + kinds.count) % kinds.count])
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
