import Canvas
import Domain
import Persian
import Store

/// The form's draft, and what was typed while others changed the record.
extension FormModal {
    /// The draft's name: the command, and what is fixed.
    var draftName: String {
        ([command.name] + request.fixed.map { "\($0.name)=\($0.value.plainText)" } + [request.returned?.id ?? ""]
            + (request.only?.sorted() ?? []))
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Keeps what was typed, field by field. Fields nobody touched are not in it: they show what the record holds when
    /// the draft is taken up again, which may be long after. Where nothing was typed there is no draft.
    func keepDraft() {
        let kept = fields.filter(\.isTouched).map { JSON.Member($0.use.name, $0.entry.draft) }
        guard !kept.isEmpty || isRestored else {
            try? drafts.discard(draftName)
            return
        }
        let draft = JSON.object([
            .init("fields", .object(kept)), .init("focus", .integer(focused ?? 0)), .init("version", version.json),
        ])
        // A full disk must not stop the typing.
        try? drafts.save(draft, of: draftName)
    }

    /// Shows a refusal beside the field at fault, or above the form.
    func show(_ refused: Refusal) {
        if refused.canBeOverridden { askReason() }
        if let field = refused.field, let index = fields.firstIndex(where: { $0.use.name == field }) {
            fields[index].refusal = refused
            stand(at: index)
        } else {
            refusal = refused
        }
    }

    /// Goes to a field that was refused, in a table to the cell that is meant.
    func stand(at index: Int) {
        focus = .row(index)
        if let refusal = fields[index].refusal { fields[index].entry.focusFault(refusal) }
    }

    func restore(_ draft: JSON, _ context: ScreenContext) {
        isRestored = true
        if draft["fields"]?[Overriding.reason.name] != nil { askReason() }
        for index in fields.indices {
            if let kept = draft["fields"]?[fields[index].use.name] { fields[index].entry.restore(kept, context) }
        }
        focus = .row(max(0, min(draft["focus"]?.integer ?? 0, fields.count - 1)))
        version = draft["version"]?.integer ?? version
    }

    /// Takes the record as others made it: what was typed stays, every other field shows what they put there, and
    /// what they changed is told.
    func catchUp(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let former = held
        if request.record == nil {
            referenceSubject = []
            try loadReferences(reader, context, isChanged: true)
        } else {
            guard let record = try reader.record(named: request.record) else { return }
            try fill(from: record, reader, context)
        }
        if let former, let held {
            let asked = request.record == nil ? Set(fields.map(\.use.name)) : nil
            changedByOthers = Change.amended(former, held).differences(context, of: asked)
        }
        keepDraft()
    }
}

extension Reader {
    /// A record of any kind by its name.
    func record(named name: RecordName?) throws(DecideError) -> (any Record)? {
        guard let name, let type = RecordKind.type(named: name.kind) else { return nil }
        return try find(any: type, key: name.key)
    }

    /// What people call the record of a key.
    func name(of key: String, _ kinds: [RecordKind]) throws(DecideError) -> String? {
        for kind in kinds {
            if let record = try record(named: RecordName(kind, key)) { return record.shortTitle }
        }
        return nil
    }

    private func find(any type: any Record.Type, key: String) throws(DecideError) -> (any Record)? {
        func find<R: Record>(_ type: R.Type) throws(DecideError) -> (any Record)? { try self.find(type, key: key) }
        return try find(type)
    }
}
