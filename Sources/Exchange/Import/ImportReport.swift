import Domain
import Persian

/// What became of the rows of a sheet.
public struct ImportReport: Sendable {
    /// One row that was refused.
    public struct Refused: Hashable, Sendable {
        /// As Excel shows it: the header is row 1.
        public let row: Int
        /// The row's code, normalised where possible; empty when it has none.
        public let code: String
        /// The header of the column at fault; empty when it is the row as a whole.
        public let column: String
        public let refusal: Refusal
        /// The row's cells as they stand in the sheet.
        public let fields: [String]
    }

    /// What would become of one row, for a preview.
    public struct Row: Sendable {
        /// As Excel shows it: the header is row 1.
        public let row: Int
        public let code: String
        /// What people call whom or what the row is about; empty when it does not say.
        public let name: String
        public let outcome: RowOutcome?
        /// What the row's commands change; empty for a refused one.
        public let changes: [Change]
        /// Why it is refused; nil when it is not.
        public let refused: Refused?

        init(
            row: Int, code: String, name: String, outcome: RowOutcome?, changes: [Change] = [],
            refused: Refused? = nil
        ) {
            self.row = row
            self.code = code
            self.name = name
            self.outcome = outcome
            self.changes = changes
            self.refused = refused
        }

        /// One that is refused, when nothing more is known of it.
        public init(refused: Refused) {
            self.init(row: refused.row, code: refused.code, name: "", outcome: nil, refused: refused)
        }
    }

    public internal(set) var rows = 0
    public internal(set) var added = 0
    public internal(set) var same = 0
    public internal(set) var changed = 0
    public internal(set) var refusals: [Refused] = []
    /// Each row, in the order of the sheet; only in a preview.
    public internal(set) var preview: [Row] = []
    /// The id that the ledger keeps with each of its commands.
    public internal(set) var batch = ""
    /// Whether it was stopped before the last row.
    public internal(set) var isCancelled = false

    public var refused: Int { refusals.count }

    /// `{"rows":803,"added":780,"same":12,"changed":0,"refused":11,"refusals":[…]}`
    public var json: JSON {
        .object([
            .init("rows", .integer(rows)), .init("added", .integer(added)), .init("same", .integer(same)),
            .init("changed", .integer(changed)), .init("refused", .integer(refused)),
            .init("refusals", .list(refusals.map(\.json))),
        ])
    }
}

extension ImportReport.Refused {
    var json: JSON {
        .object([
            .init("row", .integer(row)), .init("code", .string(code)), .init("column", .string(column)),
            .init("refusal", .string(refusal.code.rawValue)), .init("fa", .string(refusal.phrase.fa)),
            .init("en", .string(refusal.phrase.en)),
        ])
    }
}

/// Why an import did not run at all; nothing was written then.
public enum ImportError: Error, Hashable, Sendable {
    case sheet(SheetError)
    case columns(SheetColumnsError)
    case refused(Refusal)
    case store(StoreError)

    public var phrase: Phrase {
        switch self {
        case .sheet(let error): error.phrase
        case .columns(let error): error.phrase
        case .refused(let refusal): refusal.phrase
        case .store(let error): error.phrase
        }
    }

    init(_ error: DecideError) {
        switch error {
        case .refused(let refusal): self = .refused(refusal)
        case .store(let error): self = .store(error)
        }
    }
}
