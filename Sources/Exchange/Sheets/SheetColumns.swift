import Persian

/// Which column of a sheet holds what, found by the headers in any order.
///
///     enum Column { case code, name, note }
///     let columns = try SheetColumns(
///         header: sheet.header,
///         known: [
///             (Column.code, headers: ["شماره ثبت", "code"]),
///             (.name, headers: ["نام گروه", "name"]),
///             (.note, headers: ["توضیحات", "note"]),
///         ],
///         optional: [.note])
///     sheet.forEachRow(columns) { row in
///         print(row.number, row[.name] ?? "–")
///     }
///
/// Headers are compared after folding, by their letters and digits alone: `روستا / محله` is `روستا-محله`. One letter too
/// many, too few or mistaken is passed over in a longer header when only one column can be meant.
public struct SheetColumns<Key: Hashable & Sendable>: Sendable {
    /// The sheet's headers as they stand in it.
    public let header: [String]
    /// Headers that stand for nothing known. They are no error: offices keep columns of their own.
    public let unknown: [String]
    /// Where they stand.
    let unknownPositions: [Int]
    /// Headers of what we write but never read back, because it follows from other records; where they stand.
    let asidePositions: [Int]
    /// For each unknown header the accepted one that is nearest to it, where one is near.
    public let nearest: [String: String]
    private let positions: [Key: Int]

    /// Finds the columns of `known`, each with the headers it may have, the one to name in messages first.
    ///
    /// - Throws: when a column occurs twice, or is missing and not `optional`; the error tells all such at once.
    public init(
        header: [String], known: [(Key, headers: [String])], optional: Set<Key> = []
    ) throws(SheetColumnsError) {
        try self.init(header: header, HeaderSearch(HeaderWords(known: known, optional: optional)))
    }

    init(header: [String], _ search: HeaderSearch<Key>) throws(SheetColumnsError) {
        let found = search.positions(in: header)
        let taken = Set(found.values.flatMap { $0 })
        // A header without a letter is none, but that its letters were lost is told.
        let others = header.indices.filter {
            !taken.contains($0) && (!header[$0].lettersAlone().isEmpty || CellFault(header[$0], .text) != nil)
        }
        // What stands for a column that has a better header is left aside, and so is what follows from others.
        unknownPositions = others.filter { !search.isIgnored(header[$0]) }
        asidePositions = others.filter { search.isAside(header[$0]) }
        unknown = unknownPositions.map { header[$0] }
        let missing = search.words.missing(found).map(\.headers)
        let repeated = search.words.known.compactMap { found[$0.0] }.filter { $0.count > 1 }.map {
            $0.map { header[$0] }
        }
        if !missing.isEmpty || !repeated.isEmpty {
            throw SheetColumnsError(missing: missing, repeated: repeated, unknown: unknown)
        }
        self.header = header
        self.positions = found.compactMapValues(\.first)
        self.nearest = search.nearest(to: unknown, without: Set(found.keys))
    }

    /// The index of a column in `SheetRow.fields`, `nil` when the sheet does not have it.
    public func position(of key: Key) -> Int? {
        positions[key]
    }

    /// The header of a column as it stands in the sheet, for messages.
    public func header(of key: Key) -> String? {
        positions[key].map { header[$0] }
    }
}

/// A row whose cells are asked for by column.
public struct SheetRecord<Key: Hashable & Sendable>: Sendable {
    public let row: SheetRow
    public let columns: SheetColumns<Key>

    public init(_ row: SheetRow, columns: SheetColumns<Key>) {
        self.row = row
        self.columns = columns
    }

    /// As Excel shows it.
    public var number: Int { row.number }

    /// The text of a cell as typed, its ends trimmed; `nil` when nothing is left or the sheet lacks the column.
    public subscript(key: Key) -> String? {
        guard let raw = raw(key) else { return nil }
        let text = trimmed(raw)
        return text.isEmpty ? nil : text
    }

    /// A cell as it stands in the sheet; `nil` when the sheet lacks the column.
    func raw(_ key: Key) -> String? { columns.position(of: key).map { row.fields[$0] } }
}

extension SheetFile {
    /// Hands out the rows with their cells by column; otherwise as `forEachRow(_:)`.
    public func forEachRow<Key, Failure: Error>(
        _ columns: SheetColumns<Key>, _ body: (SheetRecord<Key>) throws(Failure) -> Void
    ) throws(Failure) {
        try forEachRow { row throws(Failure) in try body(SheetRecord(row, columns: columns)) }
    }
}

/// Why the columns of a sheet cannot be used.
public struct SheetColumnsError: Error, Hashable, Sendable {
    /// For each column that is missing, the headers it may have.
    public let missing: [[String]]
    /// For each column that occurs more than once, its headers in the sheet.
    public let repeated: [[String]]
    /// Headers that were not understood: a missing column may stand among them, misspelt.
    public let unknown: [String]

    /// The row that was taken for the header, where it is not the first.
    public var row: Int?

    /// What is wrong and which headers are accepted.
    public var phrase: Phrase {
        let missingColumns = Phrase(
            fa: "این ستون‌ها پیدا نشد: \(missing.map { quoted($0, " یا ", .persian) }.joined(separator: "؛ ")).",
            en: "Missing columns: \(missing.map { quoted($0, " or ", .english) }.joined(separator: "; ")).")
        let misspelt = Phrase(
            fa: "این سرستون‌ها شناخته نشد: \(quoted(unknown, "، ", .persian)).",
            en: "Headers not understood: \(quoted(unknown, ", ", .english)).")
        let repeatedColumns = Phrase(
            fa:
                "این ستون‌ها بیش از یک بار آمده است: \(repeated.map { quoted($0, " و ", .persian) }.joined(separator: "؛ ")).",
            en:
                "Columns that occur more than once: \(repeated.map { quoted($0, " and ", .english) }.joined(separator: "; "))."
        )

        var sentences: [Phrase] = []
        if let row, !missing.isEmpty {
            sentences.append(
                Phrase(
                    fa: "سرستون‌ها به نظر در ردیف \(persianDigits(row)) است.",
                    en: "The headers seem to be in row \(row)."))
        }
        if !missing.isEmpty { sentences.append(missingColumns) }
        if !missing.isEmpty, !unknown.isEmpty { sentences.append(misspelt) }
        if unknown.contains(where: { CellFault($0, .text) != nil }) { sentences.append(Self.lostLetters) }
        if !repeated.isEmpty { sentences.append(repeatedColumns) }
        return sentences.joined(fa: " ", en: " ")
    }

    private static let lostLetters = Phrase(
        fa: "حرف‌های این پرونده هنگام ذخیره از دست رفته است؛ پرونده اصلی را با قالب «CSV UTF-8» ذخیره کنید.",
        en: "The letters of this sheet were lost when it was saved; save the original again as “CSV UTF-8”.")

    /// Some of them, so that a sentence stays one however wide the sheet is.
    private func quoted(_ headers: [String], _ separator: String, _ language: Language) -> String {
        let most = 8
        let named = headers.prefix(most).map { "«\($0.excerpt)»" }.joined(separator: separator)
        return headers.count > most ? "\(named) … (\(language.number(headers.count)))" : named
    }
}
