import Canvas
import Domain
import Persian
import Store

/// Keeping what is written as a draft, sending it, and what comes back.
extension WritingModal {
    // MARK: The draft

    var draftName: String { (["writing", command.name] + (code.map { [$0] } ?? [])).joined(separator: " ") }

    private var former: String { held?.body ?? "" }

    /// Whether something was written that is saved nowhere yet.
    var isTouched: Bool { written != StoryShape.written(former) || fields.contains(where: \.isTouched) }

    /// Keeps what was written at every key; what nobody touched is no draft.
    func keepDraft() {
        // A full disk must not stop the writing.
        guard isTouched else { return (try? drafts.discard(draftName)) ?? () }
        let kept = fields.filter(\.isTouched).map { JSON.Member($0.use.name, $0.entry.draft) }
        let draft = JSON.object([
            .init("fields", .object(kept)), .init("text", .string(body.text)), .init("caret", .integer(body.caret)),
            .init("focus", .integer(focusIndex)), .init("version", version.json),
        ])
        try? drafts.save(draft, of: draftName)
    }

    private var focusIndex: Int { if case .field(let index) = focus { index } else { fields.count } }

    func restore(_ draft: JSON, _ context: ScreenContext) {
        isRestored = true
        for index in fields.indices {
            if let kept = draft["fields"]?[fields[index].use.name] { fields[index].entry.restore(kept, context) }
        }
        if let text = draft["text"]?.string { body = TextArea(text, caret: draft["caret"]?.integer) }
        let place = draft["focus"]?.integer ?? fields.count
        focus = fields.indices.contains(place) ? .field(place) : .body
        version = draft["version"]?.integer ?? version
    }

    func discard() -> [Effect] {
        try? drafts.discard(draftName)
        return [.close, .toast(Toast(.good, Phrase(fa: "پیش‌نویس دور انداخته شد", en: "The draft is thrown away")))]
    }

    // MARK: Checking

    private var bodyUse: ParameterUse? { command.parameters.first { $0.name == StoryFields.body.name } }

    func check(_ index: Int, _ context: ScreenContext) {
        if let unresolved = fields[index].unresolved(mayRecordPeople: false) {
            fields[index].refusal = unresolved
            return
        }
        do throws(Refusal) {
            try fields[index].use.check(fields[index].value, on: context.day)
            fields[index].refusal = nil
        } catch {
            fields[index].refusal = error
        }
    }

    private func checkBody(_ context: ScreenContext) {
        do throws(Refusal) {
            // A text that is written anew has to say something.
            try bodyUse?.check(written.isEmpty && code != nil ? .string("") : bodyValue, on: context.day)
            bodyRefusal = written.isEmpty ? .missing(StoryFields.body.name, StoryFields.body.phrase) : nil
        } catch {
            bodyRefusal = error
        }
    }

    private var bodyValue: JSON? {
        let text = cleaned(written, lines: true)
        return text.isEmpty ? nil : .string(text)
    }

    // MARK: Sending

    func save(_ context: ScreenContext, submits: Bool) -> [Effect] {
        leave(context)
        for index in fields.indices { check(index, context) }
        checkBody(context)
        if let first = fields.firstIndex(where: { $0.refusal != nil }) {
            focus = .field(first)
            return []
        }
        guard bodyRefusal == nil else {
            focus = .body
            return []
        }
        isSubmittedAfter = submits
        let changed = changed
        if let held, changed.isEmpty {
            if submits { return submit(held.code) }
            try? drafts.discard(draftName)
            return [.close, .toast(Toast(.information, Phrase(fa: "چیزی تغییر نکرده بود", en: "Nothing was changed")))]
        }
        isSending = true
        refusal = nil
        let named = code.map { [JSON.Member(StoryFields.code.name, .string($0))] } ?? []
        return [.send(Sending(command, named + changed, version: version))]
    }

    /// The fields that differ from the story; those emptied are cleared.
    private var changed: [JSON.Member] {
        var members: [JSON.Member] = fields.compactMap { field in
            guard code != nil else { return field.value.map { .init(field.use.name, $0) } }
            return field.isTouched ? .init(field.use.name, field.value ?? .null) : nil
        }
        if written != StoryShape.written(former), let bodyValue {
            members.append(.init(StoryFields.body.name, bodyValue))
        }
        return members
    }

    private func submit(_ code: String) -> [Effect] {
        isSubmittedAfter = false
        isSending = true
        return [.send(Sending(StorySubmit.self, [.init(StoryFields.code.name, .string(code))]))]
    }

    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect] {
        isSending = false
        switch answer {
        case .success(let entry):
            try? drafts.discard(draftName)
            let made = entry.changes.lazy.compactMap { $0.after as? Story }.first?.code
            if isSubmittedAfter, let made = code ?? made { return submit(made) }
            return [.close]
        case .failure(.store(let error)): refusal = Refusal(.wrongState, error.phrase)
        case .failure(.refused(let refused)):
            if refused.code == .stale { isOutdated = true }
            if let field = refused.field, let index = fields.firstIndex(where: { $0.use.name == field }) {
                fields[index].refusal = refused
                focus = .field(index)
            } else {
                refusal = refused
            }
        }
        return []
    }
}
