import Domain
import Persian
import Store

extension ImportedRow {
    /// The national ID of a cell that holds one, or the name of somebody recorded.
    func person(in column: Sheet.Column) throws(RowError<Sheet.Column>) -> String? {
        guard let text = self[column] else { return nil }
        return try personID(text, in: column) ?? text
    }

    /// The national IDs of a cell that holds several, or names.
    func people(in column: Sheet.Column) throws(RowError<Sheet.Column>) -> [String] {
        guard let text = self[column] else { return [] }
        let found = try members(of: text) { (word) throws(RowError<Sheet.Column>) in
            try personID(word, in: column)
        }
        switch found {
        case .success(let ids): return ids
        case .failure: return splitList(text)
        }
    }

    /// A national ID, or that of the one person who is called so.
    func personID(_ text: String, in column: Sheet.Column) throws(RowError<Sheet.Column>) -> String? {
        if let id = try? NationalID(CellKind.nationalID.text(of: text)) { return id.digits }
        // A text of digits is a mistaken ID and nobody's name.
        if text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return nil }
        let found = try reading { () throws(DecideError) in try session.named(Person.self, text) { $0.fullName } }
        if found.count > 1 {
            throw .refused(.several(Person.kind.phrase, text, found.map(\.nationalID)), column: column)
        }
        return found.first?.nationalID
    }
}
