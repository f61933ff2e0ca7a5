import Domain
import Persian
import Store

// Records that a sheet names: by their code or by their name, as offices have it.

extension ImportedRow {
    /// The record of a cell, found by its code or else by its name; nil for an empty cell.
    ///
    /// - Throws: `not-found`, quoting the cell as it stands; `unknown-value` when several are called so.
    func reference<R: Coded>(_ type: R.Type, in column: Sheet.Column) throws(RowError<Sheet.Column>) -> R? {
        guard let text = self[column] else { return nil }
        if let found = try find(type, text, in: column) { return found }
        throw .refused(.notThere(R.kind.phrase, text), column: column)
    }

    /// The same of a cell that must be filled.
    ///
    /// - Throws: `missing-value` too.
    func required<R: Coded>(_ type: R.Type, in column: Sheet.Column) throws(RowError<Sheet.Column>) -> R {
        if let found = try reference(type, in: column) { return found }
        throw .refused(.missing(Sheet.columns[column].field ?? "", R.kind.phrase), column: column)
    }

    /// The records of a cell that holds a list.
    func references<R: Coded>(_ type: R.Type, in column: Sheet.Column) throws(RowError<Sheet.Column>) -> [R] {
        guard let text = self[column] else { return [] }
        let found = try members(of: text) { (word) throws(RowError<Sheet.Column>) in
            try find(type, word, in: column)
        }
        switch found {
        case .success(let records): return records
        case .failure(let unknown): throw .refused(.notThere(R.kind.phrase, unknown.text), column: column)
        }
    }

    /// The code of a cell's record; the cell's own text when there is none, for the rule to refuse.
    func codeOrText<R: Coded>(_ type: R.Type, in column: Sheet.Column) throws(RowError<Sheet.Column>) -> String? {
        guard let text = self[column] else { return nil }
        return try find(type, text, in: column)?.code ?? text
    }

    /// A record by its code, else by its name.
    func find<R: Coded>(
        _ type: R.Type, _ text: String, in column: Sheet.Column
    ) throws(RowError<Sheet.Column>) -> R? {
        if let code = normalisedCode(text) {
            let found = try reading { () throws(DecideError) in try session.registry.find(R.self, key: code) }
            if let found { return found }
        }
        if let namesake = try namesake(type, text) { return namesake }
        let found = try reading { () throws(DecideError) in try session.named(R.self, text) { $0.name } }
        if found.count > 1 { throw .refused(.several(R.kind.phrase, text, found.map(\.code)), column: column) }
        notes.namesakes["\(R.kind.name)/\(text)"] = found.first?.code
        return found.first
    }

    /// The record that a row above found by the same name, if it still bears it.
    private func namesake<R: Coded>(_ type: R.Type, _ text: String) throws(RowError<Sheet.Column>) -> R? {
        guard let code = notes.namesakes["\(R.kind.name)/\(text)"] else { return nil }
        let found = try reading { () throws(DecideError) in try session.registry.find(R.self, key: code) }
        return found?.name.folded() == text.folded() ? found : nil
    }
}

extension Refusal {
    /// `not-found`: neither a code nor a name; what was written, as it stands.
    static func notThere(_ kind: Phrase, _ text: String) -> Refusal {
        Refusal(
            .notFound,
            Phrase(
                fa:
                    "\(kind) با شناسه یا نام «\(text.excerpt)» یافت نشد؛ آن را در فهرست بجویید یا نخست ثبت کنید.",
                en:
                    "There is no \(kind) of the code or name “\(text.excerpt)”; look it up in the list, or record it first."
            ))
    }

    /// `unknown-value`: a name that several bear.
    static func several(_ kind: Phrase, _ text: String, _ codes: [String]) -> Refusal {
        let shown = joinedList(Array(codes.prefix(5))) + (codes.count > 5 ? " …" : "")
        return Refusal(
            .unknownValue,
            Phrase(
                fa: "«\(text.excerpt)» نام \(persianDigits(codes.count)) \(kind) است (\(shown))؛ شناسه را بنویسید.",
                en: "“\(text.excerpt)” is the name of \(codes.count) (\(kind): \(shown)); write the code."))
    }
}
