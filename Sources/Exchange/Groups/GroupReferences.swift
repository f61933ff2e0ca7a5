import Domain
import Persian
import Store

extension ImportedRow {
    /// `Q-0001 12، گروه جهادی بهار (9)`: the code or name of each group, then how many people.
    func headcounts(in column: Sheet.Column) throws(RowError<Sheet.Column>) -> [CampGroup] {
        guard let text = self[column] else { return [] }
        let found = try members(of: text) { (entry) throws(RowError<Sheet.Column>) -> CampGroup? in
            guard let (name, count) = counted(entry), let group = try find(Group.self, name, in: column) else {
                return nil
            }
            return CampGroup(group: group.code, headcount: count)
        }
        switch found {
        case .success(let groups): return groups
        case .failure(let unknown):
            guard let (name, _) = counted(unknown.text) else { return try ruled(text, in: column) }
            throw .refused(.notThere(Group.kind.phrase, name), column: column)
        }
    }

    /// What the rule of groups and headcounts says of a text that is neither.
    private func ruled(_ text: String, in column: Sheet.Column) throws(RowError<Sheet.Column>) -> [CampGroup] {
        do throws(Refusal) {
            return try CampFields.groups.parameter.value(.string(text)) ?? []
        } catch {
            throw .refused(error, column: column)
        }
    }
}

/// A text and the number after it: "بهار (9)", "Q-0001: 12 نفر".
private func counted(_ text: String) -> (name: String, count: Int)? {
    var words = text.split { $0.isWhitespace || "():=×".contains($0) }.map(String.init)
    if words.count > 2, words.last?.folded() == "نفر" { words.removeLast() }
    guard words.count > 1, let count = words.popLast().flatMap(parseInteger), count > 0 else { return nil }
    return (words.joined(separator: " "), count)
}
