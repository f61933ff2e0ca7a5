import Canvas
import Domain
import Persian
import Store

/// A form declared from a command's fields. It checks each field by the command's own rules as the field is left,
/// keeps a draft at every key, and sends the command; whatever comes back, what was typed stays until it is saved
/// or thrown away.
@MainActor
final class FormModal: Modal {
    struct Field {
        let use: ParameterUse
        var entry: FieldEntry
        /// What the record holds.
        var initial: JSON?
        var refusal: Refusal?

        var value: JSON? { entry.value(use.kind) }
    }

    let request: FormRequest
    let command: any Command.Type
    private let drafts: Drafts
    private(set) var fields: [Field] = []
    /// The field that has the focus; one past the last is the save button.
    private(set) var focus = 0
    /// What the rules said of the command as a whole.
    private(set) var refusal: Refusal?
    private(set) var isSending = false
    private(set) var isRestored = false
    private var version: Int?
    private var isLoaded = false

    init?(_ request: FormRequest, _ drafts: Drafts) {
        guard let command = Commands.named(request.command) else { return nil }
        self.request = request
        self.command = command
        self.drafts = drafts
    }

    var title: Phrase { request.title ?? command.title }

    /// The draft's name: the command, and what is fixed.
    private var draftName: String {
        ([command.name] + request.fixed.map { "\($0.name)=\($0.value.plainText)" }).joined(separator: " ")
    }

    // MARK: Reading

    func load(from reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError) {
        if !isLoaded { try begin(reader, context) }
        guard fields.indices.contains(focus), case .record(var entry) = fields[focus].entry else { return }
        try entry.search(reader)
        fields[focus].entry = .record(entry)
    }

    private func begin(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        isLoaded = true
        let record = try reader.record(named: request.record)
        version = record?.version
        let held = record.map(\.json)
        let fixed = Set(request.fixed.map(\.name))
        fields = command.parameters.filter { !fixed.contains($0.name) }.map { use in
            let value = held?[use.name] ?? request.initial.first { $0.name == use.name }?.value
            let initial = value == .null ? nil : value
            return Field(
                use: use, entry: FieldEntry(use.kind, initial ?? Self.standard(use, context), context.language),
                initial: held == nil ? nil : initial)
        }
        if let draft = try drafts.content(of: draftName) { restore(draft) }
    }

    /// Days are today's unless another is typed.
    private static func standard(_ use: ParameterUse, _ context: ScreenContext) -> JSON? {
        if case .date = use.kind, use.presence == .required { return context.day.json }
        return nil
    }

    private func restore(_ draft: JSON) {
        isRestored = true
        for index in fields.indices {
            if let kept = draft["fields"]?[fields[index].use.name] { fields[index].entry.restore(kept) }
        }
        focus = min(draft["focus"]?.integer ?? 0, fields.count)
        version = draft["version"]?.integer ?? version
    }

    private func keepDraft() {
        let kept = fields.map { JSON.Member($0.use.name, $0.entry.draft) }
        let draft = JSON.object([
            .init("fields", .object(kept)), .init("focus", .integer(focus)), .init("version", version.json),
        ])
        // A full disk must not keep anybody from typing on.
        try? drafts.save(draft, of: draftName)
    }

    // MARK: Keys

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        if isSending {
            guard event == .key(Key(.escape)) else { return [] }
            return [.close]
        }
        switch event {
        case .paste(let text) where fields.indices.contains(focus):
            fields[focus].entry.paste(text)
            keepDraft()
        case .key(let key): return handle(key, context)
        default: break
        }
        return []
    }

    private func handle(_ key: Key, _ context: ScreenContext) -> [Effect] {
        switch (key.code, key.modifiers) {
        case (.escape, _):
            let isTouched = (try? drafts.content(of: draftName)) != nil
            return isTouched ? [.close, .toast(Self.kept)] : [.close]
        case (.character("s"), .control): return save(context)
        case (.character("d"), .control):
            try? drafts.discard(draftName)
            return [.close, .toast(Toast(.good, Phrase(fa: "پیش‌نویس دور انداخته شد", en: "The draft is thrown away")))]
        case (.character("n"), .control): return newPerson()
        default: break
        }
        if fields.indices.contains(focus), fields[focus].entry.handle(key, page: context.direction) {
            fields[focus].refusal = nil
            refusal = nil
            keepDraft()
            return []
        }
        switch (key.code, key.modifiers) {
        case (.tab, .shift), (.up, _): moveFocus(-1)
        case (.tab, _), (.down, _): moveFocus(1)
        case (.enter, _):
            if focus >= fields.count { return save(context) }
            moveFocus(1)
        default: break
        }
        return []
    }

    /// Somebody who is not recorded yet: a form over this one, holding what was typed.
    private func newPerson() -> [Effect] {
        guard fields.indices.contains(focus), case .record(let entry) = fields[focus].entry, entry.isPerson else {
            return []
        }
        let text = cleaned(entry.input.text)
        if (try? NationalID(text)) != nil {
            return [.form(FormRequest(PersonRecord.self, initial: [.init("nationalID", .string(text))]))]
        }
        let parts = text.split(separator: " ", maxSplits: 1).map { JSON.string(String($0)) }
        return [
            .form(
                FormRequest(
                    PersonRecord.self, initial: zip(["firstName", "lastName"], parts).map { JSON.Member($0, $1) }))
        ]
    }

    /// Leaves a field, whose rule is asked now, for another.
    private func moveFocus(_ step: Int) {
        if fields.indices.contains(focus) { check(focus) }
        focus = (focus + step + fields.count + 1) % (fields.count + 1)
        keepDraft()
    }

    private func check(_ index: Int) {
        let field = fields[index]
        do throws(Refusal) {
            try field.use.check(field.value)
            fields[index].refusal = nil
        } catch {
            fields[index].refusal = error
        }
    }

    // MARK: Sending

    private func save(_ context: ScreenContext) -> [Effect] {
        for index in fields.indices { check(index) }
        if let first = fields.firstIndex(where: { $0.refusal != nil }) {
            focus = first
            return []
        }
        isSending = true
        refusal = nil
        return [.send(Sending(command, request.fixed + changed, version: version))]
    }

    /// The fields that differ from the record; those emptied are cleared.
    private var changed: [JSON.Member] {
        fields.compactMap { field in
            let value = field.value
            guard let initial = field.initial else { return value.map { .init(field.use.name, $0) } }
            let isSame = value == FieldEntry(field.use.kind, initial, .english).value(field.use.kind)
                || value == FieldEntry(field.use.kind, initial, .persian).value(field.use.kind)
            return isSame ? nil : .init(field.use.name, value ?? .null)
        }
    }

    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect] {
        isSending = false
        switch answer {
        case .success:
            try? drafts.discard(draftName)
            return [.close]
        case .failure(.store(let error)):
            refusal = Refusal(.wrongState, error.phrase)
        case .failure(.refused(let refused)):
            if let field = refused.field, let index = fields.firstIndex(where: { $0.use.name == field }) {
                fields[index].refusal = refused
                focus = index
            } else {
                refusal = refused
            }
            // What was typed may be sent again, now that the person has seen what changed.
            if refused.code == .stale { version = nil }
        }
        return []
    }

    private static let kept = Toast(
        .good, Phrase(fa: "پیش‌نویس نگه داشته شد؛ فرم را دوباره باز کنید تا ادامه دهید", en: "The draft is kept; open the form again to go on"))

    func notes(_ context: ScreenContext) -> [BindingNote] {
        var notes = [
            BindingNote("form.next", .tab, Phrase(fa: "بعدی", en: "next")),
            BindingNote("form.save", .character("s"), Phrase(fa: "ثبت", en: "save"), .control),
            BindingNote("form.discard", .character("d"), Phrase(fa: "دور انداختن", en: "throw away"), .control),
            BindingNote("form.close", .escape, Phrase(fa: "بستن، با نگه‌داشتن پیش‌نویس", en: "close, keeping the draft")),
        ]
        if fields.indices.contains(focus) {
            switch fields[focus].entry {
            case .choice: notes.insert(BindingNote("form.choose", .character(" "), Phrase(fa: "گزینه بعد", en: "next choice")), at: 0)
            case .choices: notes.insert(BindingNote("form.tick", .character(" "), Phrase(fa: "برگزیدن", en: "tick")), at: 0)
            case .record(let entry):
                if entry.isPerson {
                    let new = Phrase(fa: "شخص تازه", en: "new person")
                    notes.insert(BindingNote("form.newPerson", .character("n"), new, .control), at: 0)
                }
                notes.insert(BindingNote("form.pick", .enter, Phrase(fa: "برگزیدن", en: "choose")), at: 0)
            case .text: break
            }
        }
        return notes
    }

    func view(in region: inout Region, _ context: ScreenContext) { FormView(self, context).draw(in: &region) }
}

extension Reader {
    /// A record of any kind by its name.
    fileprivate func record(named name: RecordName?) throws(DecideError) -> (any Record)? {
        guard let name, let type = RecordKind.type(named: name.kind) else { return nil }
        return try find(any: type, key: name.key)
    }

    private func find(any type: any Record.Type, key: String) throws(DecideError) -> (any Record)? {
        func find<R: Record>(_ type: R.Type) throws(DecideError) -> (any Record)? { try self.find(type, key: key) }
        return try find(type)
    }
}

extension Dashboard {
    /// Opens the form of a command.
    func openForm(_ request: FormRequest) throws(DecideError) {
        guard let form = FormModal(request, drafts) else { return }
        modals.append(form)
    }
}
