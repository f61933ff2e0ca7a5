import Domain
import Persian
import Store

/// One row on its way into the file: its cells, the records it is compared with, and where its commands go.
public struct ImportedRow<Sheet: ImportedSheet> {
    let record: SheetRecord<Sheet.Column>
    let session: CommandSession
    let notes: ImportNotes

    /// A cell as the rules read it; a name in two columns comes as one. Nil for an empty cell.
    subscript(column: Sheet.Column) -> String? {
        guard let family = Sheet.familyNames[column], let last = text(family) else { return text(column) }
        guard let first = text(column) else { return last }
        // Somebody's full name may stand beside the family name alone.
        let isWhole = " \(first.folded())".hasSuffix(" \(last.folded())")
        return isWhole ? first : "\(first) \(last)"
    }

    private func text(_ column: Sheet.Column) -> String? {
        record.text(column, Sheet.self) ?? (column == Sheet.campaignColumn ? notes.campaign : nil)
    }

    /// The header of a column as it stands in the sheet, or as we write it.
    func header(_ column: Sheet.Column) -> String { Sheet.header(of: column, in: record.columns) }

    /// The row's code as the file keeps it; what is a name instead stays as it stands.
    var code: String {
        guard let text = self[Sheet.codeColumn] else { return "" }
        let asTyped = record.raw(Sheet.codeColumn).map(cellText) ?? text
        let isName =
            asTyped.contains(" ") && asTyped.unicodeScalars.contains { !$0.isASCII && $0.properties.isAlphabetic }
        return isName ? asTyped : normalisedCode(text) ?? text
    }

    /// Whom or what the row is about, in the sheet's words.
    var name: String { Sheet.nameColumns.compactMap { self[$0] }.joined(separator: " ") }

    /// Carries out the whole row or nothing of it.
    func carryOut() throws(RowError<Sheet.Column>) -> RowOutcome {
        if let fault = Sheet.fault(of: record) { throw fault }
        // The refusal's column, kept beside the error, which knows only the field.
        var column: Sheet.Column?
        do throws(DecideError) {
            return try session.whole { () throws(DecideError) in
                do throws(RowError<Sheet.Column>) {
                    return try Sheet.carryOut(self)
                } catch {
                    switch error {
                    case .store(let error): throw .store(error)
                    case .refused(let refusal, let fault):
                        column = fault
                        throw .refused(refusal)
                    }
                }
            }
        } catch {
            throw RowError(error, column: column)
        }
    }

    // MARK: Commands

    /// The fields that cells fill.
    func fields(_ columns: Sheet.Column...) -> [JSON.Member] {
        columns.compactMap { column in
            guard let name = Sheet.columns[column].field, let text = self[column] else { return nil }
            return JSON.Member(name, .string(text))
        }
    }

    /// Amends what the row says otherwise than the file, if anything.
    func amend<C: Amending>(
        _ command: C.Type, _ known: C.Subject, _ fields: [JSON.Member]
    ) throws(RowError<Sheet.Column>) -> Bool {
        let key = JSON.Member(C.fields[0].parameter.name, .string(known.key))
        let differing = C.differences(try read(command, [key] + fields).given, from: known)
        if differing.isEmpty { return false }
        try send(command, [key] + fields.filter { differing.contains($0.name) })
        return true
    }

    /// Sends a command; a refusal names the column that its field came from.
    @discardableResult
    func send(
        _ command: any Command.Type, _ fields: [JSON.Member], columns: [String: Sheet.Column] = Sheet.columns.fields
    ) throws(RowError<Sheet.Column>) -> LedgerEntry {
        let request = try read(command, fields, columns: columns)
        return try reading(Self.all(columns, of: command)) { () throws(DecideError) in
            let entry = try session.send(request)
            notes.note(entry)
            return entry
        }
    }

    /// Reads the fields of a command as it will read them.
    func read(
        _ command: any Command.Type, _ fields: [JSON.Member], columns: [String: Sheet.Column] = Sheet.columns.fields
    ) throws(RowError<Sheet.Column>) -> Request {
        do throws(Refusal) {
            var request = try Request(command, fields)
            request.batch = notes.batch
            request.batchName = notes.batchName
            return request
        } catch {
            let columns = Self.all(columns, of: command)
            throw .refused(error, column: error.field.flatMap { columns[$0] })
        }
    }

    /// Reads records, or sends; refusals get their column.
    func reading<T>(
        _ columns: [String: Sheet.Column] = [:], _ body: () throws(DecideError) -> T
    ) throws(RowError<Sheet.Column>) -> T {
        do throws(DecideError) {
            return try body()
        } catch {
            let column: Sheet.Column? =
                if case .refused(let refusal) = error { refusal.field.flatMap { columns[$0] } } else { nil }
            throw RowError(error, column: column)
        }
    }

    /// The columns by field, those of a list of rows too: the headcount of a group stands where the groups stand.
    private static func all(
        _ columns: [String: Sheet.Column], of command: any Command.Type
    ) -> [String: Sheet.Column] {
        var all = columns
        for use in command.parameters {
            guard case .rows(let inner) = use.kind, let column = columns[use.name] else { continue }
            for field in inner where all[field.name] == nil { all[field.name] = column }
        }
        return all
    }

    /// A code for a row that has none: one that no other row of the sheet bears.
    func unclaimedCode<R: Coded>(for type: R.Type) throws(RowError<Sheet.Column>) -> String {
        let next = try reading { () throws(DecideError) in try session.registry.nextCode(for: R.self) }
        return notes.codes.unclaimed(from: next, in: R.series)
    }

    /// The next code that is free when all rows of the sheet have come in, not only those above this one.
    func freeCode<R: Coded>(for type: R.Type) throws(RowError<Sheet.Column>) -> String {
        let next = try reading { () throws(DecideError) in try session.registry.nextCode(for: R.self) }
        return notes.codes.free(from: next, in: R.series)
    }
}

extension SheetRecord {
    /// A cell as the rules read it; nil for an empty one.
    func text<Sheet: ImportedSheet>(_ column: Key, _ sheet: Sheet.Type) -> String? where Sheet.Column == Key {
        guard let raw = raw(column) else { return nil }
        let text = Sheet.kind(of: column).text(of: raw)
        return text.isEmpty ? nil : text
    }
}

extension RowError {
    init(_ error: DecideError, column: Column?) {
        switch error {
        case .refused(let refusal): self = .refused(refusal, column: column)
        case .store(let error): self = .store(error)
        }
    }
}

extension ImportedSheet {
    /// The header of a column as it stands in the sheet, or as we write it.
    static func header(of column: Column, in columns: SheetColumns<Column>) -> String {
        columns.header(of: column) ?? headers(of: column)[0]
    }

    /// What makes a row unreadable whatever its commands would say. Found without the file, so that nobody waits.
    static func fault(of record: SheetRecord<Column>) -> RowError<Column>? {
        if let extra = record.row.extra.first(where: { !$0.isEmpty }) {
            return .refused(.tooManyCells(extra), column: nil)
        }
        for column in Column.allCases {
            guard let raw = record.raw(column) else { continue }
            let kind = kind(of: column)
            guard let fault = CellFault(raw, kind) else { continue }
            return .refused(fault.refusal(header(of: column, in: record.columns), kind), column: column)
        }
        return nil
    }
}

extension Refusal {
    fileprivate static func tooManyCells(_ extra: String) -> Refusal {
        Refusal(
            .unknownValue,
            Phrase(
                fa:
                    "این ردیف بیش از سرستون‌ها خانه دارد («\(extra.excerpt)»)؛ شاید جداکننده‌ای در متن است: آن خانه را در گیومه لاتین (\") بگذارید.",
                en:
                    "This row has more cells than the header (“\(extra.excerpt)”); perhaps a text holds the delimiter: put that cell in quotes."
            ))
    }
}
