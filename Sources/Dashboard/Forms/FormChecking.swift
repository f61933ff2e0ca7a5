import Canvas
import Domain
import Persian

/// What a form refuses before anything is sent.
extension FormModal {
    /// Checks a field by every rule of its command that needs no file.
    func check(_ index: Int, _ context: ScreenContext) {
        let field = fields[index]
        if let unresolved = field.unresolved(mayRecordPeople: mayRecordPeople) {
            fields[index].refusal = unresolved
        } else {
            do throws(Refusal) {
                try field.use.check(field.value, on: context.day)
                fields[index].refusal = nil
            } catch {
                fields[index].refusal = error
            }
        }
        checkTogether(index)
    }

    /// Runs the command's check across fields on what is filled in so far. Missing values are for their own fields to
    /// refuse.
    private func checkTogether(_ index: Int) {
        for other in fields.indices where fields[other].refusal == misfit { fields[other].refusal = nil }
        misfit = nil
        let filled = fields.compactMap { field in field.value.map { JSON.Member(field.use.name, $0) } }
        guard let found = command.misfit(request.fixed + filled), found.code != .missingValue,
            let place = fields.firstIndex(where: { $0.use.name == found.field }), fields[place].refusal == nil,
            place <= index || fields[place].isTouched
        else { return }
        misfit = found
        fields[place].refusal = found
    }
}
