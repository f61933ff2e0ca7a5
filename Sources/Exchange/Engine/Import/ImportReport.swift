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
        /// What people call whom or what the row is about; empty when it does not say.
        public let name: String
        /// The header of the column at fault; empty when it is the row as a whole.
        public let column: String
        public let refusal: Refusal
        /// The row's cells as they stand in the sheet.
        public let fields: [String]
    }

    /// Somebody who is known and gets another name.
    public struct Rename: Hashable, Sendable {
        /// As Excel shows it.
        public let row: Int
        /// The national ID.
        public let person: String
        public let from: String
        public let to: String
    }

    /// Something that was done, but that whoever imports should know.
    public struct Warned: Hashable, Sendable {
        public let row: Int
        public let code: String
        public let name: String
        public let warning: Warning
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
        public let warnings: [Warning]
        public let renames: [Rename]
        /// Why it is refused; nil when it is not.
        public let refused: Refused?

        init(
            row: Int, code: String, name: String, outcome: RowOutcome?, changes: [Change] = [],
            warnings: [Warning] = [], renames: [Rename] = [], refused: Refused? = nil
        ) {
            self.row = row
            self.code = code
            self.name = name
            self.outcome = outcome
            self.changes = changes
            self.warnings = warnings
            self.renames = renames
            self.refused = refused
        }

        /// One that is refused, when nothing more is known of it.
        public init(refused: Refused) {
            self.init(row: refused.row, code: refused.code, name: refused.name, outcome: nil, refused: refused)
        }
    }

    /// What became of the sheet's columns.
    public struct Columns: Hashable, Sendable {
        /// Headers that were not understood, of columns that hold text.
        public var unknown: [String] = []
        /// Headers of columns that hold text which follows from other records, and is not read.
        public var aside: [String] = []
        /// For each that was not understood the accepted header nearest to it.
        var nearest: [String: String] = [:]
        /// The headers of the columns that the sheet lacks.
        var lacking: [String] = []
    }

    public internal(set) var rows = 0
    public internal(set) var added = 0
    public internal(set) var same = 0
    public internal(set) var changed = 0
    public internal(set) var refusals: [Refused] = []
    /// Rows that give somebody another name; they are counted among the others too.
    public internal(set) var renames: [Rename] = []
    public internal(set) var warnings: [Warned] = []
    public internal(set) var columns = Columns()
    /// What speaks against the sheet as a whole; only in a preview, for without one nothing is carried out then.
    public internal(set) var objections: [Phrase] = []
    /// The campaign of all rows that name none.
    public internal(set) var campaign: ImportCampaign?
    /// Each row, in the order of the sheet; only in a preview.
    public internal(set) var preview: [Row] = []
    var isPreview = false
    /// The id that the ledger keeps with each of its commands.
    public internal(set) var batch = ""
    /// Whether it was stopped before the last row.
    public internal(set) var isCancelled = false
    /// Whether it stopped by itself because so many rows were refused.
    public internal(set) var isOverrun = false

    public var refused: Int { refusals.count }
    /// How many rows give somebody another name.
    public var renamed: Int { Set(renames.map(\.row)).count }
    /// Whether anything was or would be written.
    public var isEmpty: Bool { added + changed == 0 }
    /// How many refused rows wait for a change of name to be accepted.
    public var awaitingRename: Int { refusals.count { $0.refusal.code == .otherName } }
}

extension ImportReport {
    mutating func count(_ outcome: RowOutcome, _ row: Row) {
        switch outcome {
        case .added: added += 1
        case .same: same += 1
        case .changed: changed += 1
        }
        renames += row.renames
        warnings += row.warnings.map { Warned(row: row.row, code: row.code, name: row.name, warning: $0) }
        if isPreview { preview.append(row) }
    }

    mutating func count(_ refused: Refused) {
        refusals.append(refused)
        if isPreview { preview.append(Row(refused: refused)) }
    }

    /// `{"rows":803,"added":780,"same":12,"changed":0,"renamed":0,"refused":11,"refusals":[…],…}`
    public var json: JSON {
        .object([
            .init("rows", .integer(rows)), .init("added", .integer(added)), .init("same", .integer(same)),
            .init("changed", .integer(changed)), .init("renamed", .integer(renamed)),
            .init("refused", .integer(refused)), .init("refusals", .list(refusals.map(\.json))),
            .init("renames", .list(renames.map(\.json))), .init("warnings", .list(warnings.map(\.json))),
            .init("unknownColumns", columns.unknown.json), .init("leftAside", columns.aside.json),
        ]).adding(objections.isEmpty ? [] : [.init("objections", .list(objections.map(\.said)))])
    }

    /// What there is to say of the columns; empty when all were read.
    public var columnNotes: [Phrase] {
        var notes = columns.unknown.prefix(Self.shown).map { name in
            let near = columns.nearest[name].map {
                Phrase(fa: "؛ شاید «\($0)» باشد", en: "; perhaps it is “\($0)”")
            }
            return Phrase(
                fa: "ستون «\(name.excerpt)» شناخته نشد و کنار گذاشته شد\(near).",
                en: "The column “\(name.excerpt)” was not understood and left aside\(near).")
        }
        if columns.unknown.count > Self.shown {
            let more = columns.unknown.count - Self.shown
            notes.append(
                Phrase(
                    fa: "\(Language.persian.number(more)) ستون دیگر نیز شناخته نشد.",
                    en: "Not understood either: \(more, "more column", plural: "more columns")."))
        }
        if !columns.unknown.isEmpty, !columns.lacking.isEmpty {
            notes.append(
                Phrase(
                    fa: "ستون‌های دیگری که پذیرفته است: \(Language.persian.quotedList(columns.lacking)).",
                    en: "Other columns that are accepted: \(Language.english.quotedList(columns.lacking))."
                ))
        }
        if !columns.aside.isEmpty {
            notes.append(
                Phrase(
                    fa: "خوانده نشد، چون از رکوردهای دیگر به دست می‌آید: \(Language.persian.quotedList(columns.aside)).",
                    en: "Not read, for it follows from other records: \(Language.english.quotedList(columns.aside))."))
        }
        return notes
    }

    private static var shown: Int { 8 }
}

extension Phrase {
    /// In both languages.
    fileprivate var said: JSON { .object([.init("fa", .string(fa)), .init("en", .string(en))]) }
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

extension ImportReport.Rename {
    var json: JSON {
        .object([
            .init("row", .integer(row)), .init("person", .string(person)), .init("from", .string(from)),
            .init("to", .string(to)),
        ])
    }
}

extension ImportReport.Warned {
    var json: JSON {
        JSON.object([.init("row", .integer(row)), .init("code", .string(code))]).adding(warning.json.members ?? [])
    }
}

/// Why an import did not run at all; nothing was written then.
public enum ImportError: Error, Hashable, Sendable {
    case sheet(SheetError)
    case columns(SheetColumnsError)
    case refused(Refusal)
    case store(StoreError)
    /// What speaks against the sheet as a whole, before somebody has said to go on.
    case held([Phrase])

    public var phrase: Phrase {
        switch self {
        case .held(let objections): (objections + [Self.howToGoOn]).joined(fa: " ", en: " ")
        case .sheet(let error): error.phrase
        case .columns(let error): error.phrase
        case .refused(let refusal): refusal.phrase
        case .store(let error): error.phrase
        }
    }

    private static let howToGoOn = Phrase(
        fa: "چیزی نوشته نشد؛ اگر همین درست است، با --anyway ادامه دهید.",
        en: "Nothing was written; if it is right all the same, go on with --anyway.")

    init(_ error: DecideError) {
        switch error {
        case .refused(let refusal): self = .refused(refusal)
        case .store(let error): self = .store(error)
        }
    }
}
