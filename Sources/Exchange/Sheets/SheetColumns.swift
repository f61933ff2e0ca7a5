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
/// Headers are compared after folding, by their letters and digits alone: `روستا / محله` is `روستا-محله`.
public struct SheetColumns<Key: Hashable & Sendable>: Sendable {
    /// The sheet's headers as they stand in it.
    public let header: [String]
    /// Headers that stand for nothing known. They are no error: offices keep columns of their own.
    public let unknown: [String]
    private let positions: [Key: Int]

    /// Finds the columns of `known`, each with the headers it may have, the one to name in messages first.
    ///
    /// Throws when a column occurs twice, or is missing and not `optional`; the error tells all such at once.
    public init(
        header: [String], known: [(Key, headers: [String])], optional: Set<Key> = []
    ) throws(SheetColumnsError) {
        var keys: [String: Key] = [:]
        for (key, headers) in known {
            for name in headers { keys[comparable(name)] = key }
        }
        var found: [Key: [Int]] = [:]
        var unknown: [String] = []
        for (position, name) in header.enumerated() where !comparable(name).isEmpty {
            if let key = keys[comparable(name)] {
                found[key, default: []].append(position)
            } else {
                unknown.append(name)
            }
        }
        let missing = known.filter { found[$0.0] == nil && !optional.contains($0.0) }.map(\.headers)
        let repeated = known.compactMap { found[$0.0] }.filter { $0.count > 1 }.map { $0.map { header[$0] } }
        if !missing.isEmpty || !repeated.isEmpty {
            throw SheetColumnsError(missing: missing, repeated: repeated, unknown: unknown)
        }
        self.header = header
        self.unknown = unknown
        self.positions = found.compactMapValues(\.first)
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
        guard let position = columns.position(of: key) else { return nil }
        let text = trimmed(row.fields[position])
        return text.isEmpty ? nil : text
    }
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

    /// What is wrong and which headers are accepted.
    public var phrase: Phrase {
        let missingColumns = Phrase(
            fa: "این ستون‌ها پیدا نشد: \(missing.map { quoted($0, " یا ") }.joined(separator: "؛ ")).",
            en: "Missing columns: \(missing.map { quoted($0, " or ") }.joined(separator: "; ")).")
        let misspelt = Phrase(
            fa: "این سرستون‌ها شناخته نشد: \(quoted(unknown, "، ")).",
            en: "Headers not understood: \(quoted(unknown, ", ")).")
        let repeatedColumns = Phrase(
            fa: "این ستون‌ها بیش از یک بار آمده است: \(repeated.map { quoted($0, " و ") }.joined(separator: "؛ ")).",
            en: "Columns that occur more than once: \(repeated.map { quoted($0, " and ") }.joined(separator: "; ")).")

        var sentences: [Phrase] = []
        if !missing.isEmpty { sentences.append(missingColumns) }
        if !missing.isEmpty, !unknown.isEmpty { sentences.append(misspelt) }
        if !repeated.isEmpty { sentences.append(repeatedColumns) }
        return Phrase(
            fa: sentences.map(\.fa).joined(separator: " "), en: sentences.map(\.en).joined(separator: " "))
    }

    private func quoted(_ headers: [String], _ separator: String) -> String {
        headers.map { "«\($0)»" }.joined(separator: separator)
    }
}

/// A header by which it is found: folded, letters and digits alone.
private func comparable(_ header: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in header.folded().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        letters.append(scalar)
    }
    return String(letters)
}
