import Canvas
import Domain
import Persian
import Store

/// A form declared from a command's fields. It checks each field by the command's own rules as one leaves the field,
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
        /// What the field would have given before anything was typed.
        var before: JSON?

        init(_ use: ParameterUse, _ entry: FieldEntry, initial: JSON?) {
            self.use = use
            self.entry = entry
            self.initial = initial
            before = entry.value
        }

        var value: JSON? { entry.value }
        /// Whether something was typed or chosen that differs from what the field began with.
        var isTouched: Bool { value != before }
    }

    let request: FormRequest
    let command: any Command.Type
    let drafts: Drafts
    var fields: [Field] = []
    var focus = FormWidget.Focus.row(0)
    /// What the rules said of the command as a whole.
    var refusal: Refusal?
    private(set) var isSending = false
    var isRestored = false
    var version: Int?
    /// The record as it was when it was read.
    var held: (any Record)?
    /// What others changed in it meanwhile, before and after.
    var changedByOthers: [DiffView.Row] = []
    /// What the file holds beside what is asked for, and what that depends on.
    var beside = FormBeside()
    var besideSubject: [JSON?] = []
    /// Whose record is corrected; nil when none is.
    var correction: Phrase?
    /// Whether the focused field holds records whose names are still to be read.
    var isNamingDue = false
    private var isOutdated = false
    /// Whether the person being looked for is recorded in a form over this one.
    private var isAwaitingPerson = false
    private var isLoaded = false

    init?(_ request: FormRequest, _ drafts: Drafts) {
        guard let command = Commands.named(request.command) else { return nil }
        self.request = request
        self.command = command
        self.drafts = drafts
    }

    var title: Phrase { request.title ?? command.title }

    // MARK: Reading

    func load(from reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError) {
        if !isLoaded { try begin(reader, context) }
        if isOutdated {
            isOutdated = false
            try catchUp(reader, context)
        }
        try lookBeside(reader, context, isChanged: isChanged)
        guard let index = focused else { return }
        if isNamingDue { try fields[index].entry.nameChosen(in: reader, context) }
        isNamingDue = false
        try fields[index].entry.search(in: reader, context)
        guard isAwaitingPerson, isChanged, var picker = fields[index].entry.field as? PickerField else { return }
        picker.takeOnlyOne()
        fields[index].entry.field = picker
    }

    /// The field that has the focus; nil when a button has it.
    var focused: Int? {
        guard case .row(let index) = focus, fields.indices.contains(index) else { return nil }
        return index
    }

    private func begin(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        isLoaded = true
        held = try reader.record(named: request.record)
        version = held?.version
        let record = held?.json
        let fixed = Set(request.fixed.map(\.name))
        fields = command.parameters.filter { !fixed.contains($0.name) }.map { use in
            let value = record?[use.name] ?? request.initial.first { $0.name == use.name }?.value
            let initial = value == .null ? nil : value
            return Field(
                use, FieldEntry(use.kind, initial ?? Self.standard(use, context), context),
                initial: record == nil ? nil : initial)
        }
        for index in fields.indices { try fields[index].entry.nameChosen(in: reader, context) }
        try lookBeside(reader, context, isChanged: false)
        // A day that is known already is passed over.
        let given = Set(request.initial.map(\.name))
        focus = .row(fields.firstIndex { !given.contains($0.use.name) || !($0.entry.field is DateField) } ?? 0)
        if let refusal = request.refusal { show(refusal) }
        if let draft = try drafts.content(of: draftName) { restore(draft, context) }
    }

    /// Days are today's unless another is typed.
    private static func standard(_ use: ParameterUse, _ context: ScreenContext) -> JSON? {
        if case .date = use.kind, use.presence == .required { return context.day.json }
        return nil
    }

    // MARK: Keys

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        if isSending {
            guard event == .key(Key(.escape)) else { return [] }
            return [.close]
        }
        switch event {
        case .paste(let text):
            guard let index = focused else { return [] }
            fields[index].entry.field.insert(String(text.unicodeScalars.prefix(Self.pasteLimit)))
            keepDraft()
            if text.unicodeScalars.count > Self.pasteLimit { return [.toast(Self.cut)] }
        case .key(let key): return handle(key, context)
        case .mouse, .resize: break
        }
        return []
    }

    private func handle(_ key: Key, _ context: ScreenContext) -> [Effect] {
        switch (key.code, key.modifiers) {
        case (.escape, _): return close()
        case (.character("s"), .control): return save()
        case (.character("d"), .control): return discard()
        case (.character("n"), .control) where focusedPicker != nil: return newPerson()
        case (.function(2), _) where hasHint: takeHint(context)
        case (.tab, .shift): step(backward: true)
        case (.tab, _): step()
        case (.enter, _) where focus == .save: return save()
        case (.enter, _) where focus == .cancel: return close()
        default: return type(key, context)
        }
        return []
    }

    private func type(_ key: Key, _ context: ScreenContext) -> [Effect] {
        isAwaitingPerson = false
        if let index = focused {
            let columns = widget(context).fieldColumns(row: index, width: context.width - 2)
            fields[index].entry.field.fit(columns: columns)
            if fields[index].entry.field.handle(key, page: context.direction) {
                fields[index].refusal = nil
                refusal = nil
                keepDraft()
                return []
            }
        }
        switch key.code {
        case .up: moveFocus(backward: true)
        case .down: moveFocus()
        case .enter: step()
        case _ where focused == nil && key.inReading(context.direction) != nil:
            focus = focus == .save ? .cancel : .save
        default: break
        }
        return []
    }

    private func close() -> [Effect] {
        let isKept = (try? drafts.content(of: draftName)) != nil
        return isKept ? [.close, .toast(Self.kept)] : [.close]
    }

    private func discard() -> [Effect] {
        try? drafts.discard(draftName)
        return [.close, .toast(Toast(.good, Phrase(fa: "پیش‌نویس دور انداخته شد", en: "The draft is thrown away")))]
    }

    /// The widget that has the focus; nil when a button has it.
    var focusedField: (any FormField)? { focused.map { fields[$0].entry.field } }

    var focusedPicker: PickerField? {
        guard let index = focused, case .record(let kinds) = fields[index].use.kind, kinds == [Person.kind] else {
            return nil
        }
        return fields[index].entry.field as? PickerField
    }

    /// Somebody who is not recorded yet: a form over this one, holding what was typed.
    private func newPerson() -> [Effect] {
        isAwaitingPerson = true
        let text = cleaned(focusedPicker?.query ?? "")
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

    /// Goes on inside a field that has parts, else to another.
    private func step(backward: Bool = false) {
        guard let index = focused, fields[index].entry.field.step(backward: backward) else {
            moveFocus(backward: backward)
            return
        }
        keepDraft()
    }

    /// Leaves a field, whose rule is asked now, for another.
    private func moveFocus(backward: Bool = false) {
        if let index = focused { check(index) }
        focus = FormWidget.next(after: focus, rows: fields.count, backward: backward)
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

    private func save() -> [Effect] {
        for index in fields.indices { check(index) }
        if let first = fields.firstIndex(where: { $0.refusal != nil }) {
            focus = .row(first)
            return []
        }
        if request.record != nil, changed.isEmpty {
            try? drafts.discard(draftName)
            return [.close, .toast(Toast(.information, Phrase(fa: "چیزی تغییر نکرده بود", en: "Nothing was changed")))]
        }
        isSending = true
        refusal = nil
        var sending = Sending(command, request.fixed + changed, version: version)
        sending.returned = request.returned
        return [.send(sending)]
    }

    /// The fields that differ from the record; those emptied are cleared.
    private var changed: [JSON.Member] {
        fields.compactMap { field in
            let value = field.value
            guard field.initial != nil else { return value.map { .init(field.use.name, $0) } }
            return !field.isTouched ? nil : .init(field.use.name, value ?? .null)
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
            show(refused)
            // What was typed may be sent again, now that the person has seen what changed.
            if refused.code == .stale { isOutdated = true }
        }
        return []
    }

    /// What is pasted by mistake may be a whole book, which every key would keep in the draft. No rule lets more
    /// than half of this through.
    private static let pasteLimit = 20_000

    private static let cut = Toast(
        .warning,
        Phrase(
            fa: "متن چسبانده بسیار بلند است؛ \(persianDigits(pasteLimit)) نویسه نخست آن گرفته شد",
            en: "What was pasted is very long; its first \(pasteLimit) characters were taken"))

    private static let kept = Toast(
        .good,
        Phrase(
            fa: "پیش‌نویس نگه داشته شد؛ فرم را دوباره باز کنید تا ادامه دهید",
            en: "The draft is kept; open the form again to go on"))
}

extension Dashboard {
    /// Opens the form of a command.
    func openForm(_ request: FormRequest) throws(DecideError) {
        guard let form = FormModal(request, drafts) else { return }
        modals.append(form)
    }
}
