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
    /// The refusal of the command as a whole.
    var refusal: Refusal?
    /// The last refusal of fields that do not fit together.
    var misfit: Refusal?
    var isSending = false
    var isRestored = false
    var version: Int?
    /// The record as it was when it was read.
    var held: (any Record)?
    /// What others changed in it meanwhile, before and after.
    var changedByOthers: [DiffView.Row] = []
    /// The records shown for reference, and the fields' values by which they were found.
    var references = FormReferences()
    var referenceSubject: [JSON?] = []
    /// Whose record is corrected; nil when none is.
    var correction: Phrase?
    /// Whether the focused field holds records whose names are still to be read.
    var isNamingDue = false
    /// The records it is about, by code and name.
    private(set) var about: [Phrase] = []
    /// Whether the record was changed by others, which is to be read before it is sent again.
    var isOutdated = false
    /// Whether the person being looked for is recorded in a form over this one.
    private var isAwaitingPerson = false
    /// Whether people who are not recorded yet can be recorded from here.
    private(set) var mayRecordPeople = false
    private var isLoaded = false
    private var mark = LoadMark<OfficeWide>()

    init?(_ request: FormRequest, _ drafts: Drafts) {
        guard let command = Commands.named(request.command) else { return nil }
        self.request = request
        self.command = command
        self.drafts = drafts
    }

    /// What is done, and to what: "End of a camp: C-031 · Omid".
    var title: Phrase {
        let what = request.title ?? command.title
        let new = about.filter { !what.fa.contains($0.fa) }
        guard !new.isEmpty else { return what }
        let named = new.listed()
        return Phrase(fa: "\(what): \(named)", en: "\(what): \(named)")
    }

    // MARK: Reading

    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError) {
        let isChanged = mark.isBehind(.all, context) == .change
        if !isLoaded { try begin(reader, context) }
        if isOutdated {
            isOutdated = false
            try catchUp(reader, context)
        }
        try loadReferences(reader, context, isChanged: isChanged)
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
        mayRecordPeople = context.permits(PersonRecord.self)
        held = try reader.record(named: request.record)
        version = held?.version
        let record = held?.json
        about = try reader.subjects(of: request, command, context)
        fields = uses(context).map { use in
            let value = record?[use.name] ?? request.initial.first { $0.name == use.name }?.value
            let initial = value == .null ? nil : value
            return Field(
                use, FieldEntry(use.kind, initial ?? Self.standard(use, context), context),
                initial: record == nil ? nil : initial)
        }
        for index in fields.indices { try fields[index].entry.nameChosen(in: reader, context) }
        try loadReferences(reader, context, isChanged: false)
        // Where all is filled in, a day that is known already is passed over.
        let given = Set(request.initial.map(\.name))
        focus = .row(
            fields.firstIndex { $0.use.presence == .required && $0.value == nil }
                ?? fields.firstIndex { !given.contains($0.use.name) || !($0.entry.field is DateField) } ?? 0)
        enterField(context)
        if let refusal = request.refusal { show(refusal) }
        if let draft = try drafts.content(of: draftName) { restore(draft, context) }
    }

    /// What is asked, in the command's order but that codes which the series gives stand last.
    private func uses(_ context: ScreenContext) -> [ParameterUse] {
        let fixed = Set(request.fixed.map(\.name) + (FormCompanions.of(command)?.given ?? []))
        let asked = command.parameters.filter { use in
            !fixed.contains(use.name) && request.only?.contains(use.name) ?? true
        }
        func isOptionalCode(_ use: ParameterUse) -> Bool {
            if case .code = use.kind { return use.presence != .required }
            return false
        }
        let isTimeRefused = request.returned != nil && request.refusal?.field == Mending.time.name
        let mustExplain =
            command.needsReason(from: context.role) && !command.parameters.contains { $0.name == "reason" }
        return asked.filter { !isOptionalCode($0) } + asked.filter(isOptionalCode)
            + (mustExplain ? [Overriding.reason] : []) + (isTimeRefused ? [Mending.time] : [])
    }

    /// Asks why a rule is to be set aside, where it is not asked yet.
    func askReason() {
        guard !fields.contains(where: { $0.use.name == Overriding.reason.name }) else { return }
        let use = Overriding.optionalReason
        fields.append(Field(use, FieldEntry(kind: use.kind, field: TextArea("", rows: 3)), initial: nil))
    }

    /// Days are today's unless another is typed.
    private static func standard(_ use: ParameterUse, _ context: ScreenContext) -> JSON? {
        if case .date = use.kind, use.presence == .required { return context.day.json }
        return nil
    }

    // MARK: Keys

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        if let effects = act(event, isSending ? Self.sending : Self.editing, context) { return effects }
        return isSending ? [] : typed(event, context)
    }

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        switch event {
        case .paste(let text):
            guard let index = focused else { return [] }
            fields[index].entry.field.insert(String(text.unicodeScalars.prefix(Self.pasteLimit)))
            keepDraft()
            if text.unicodeScalars.count > Self.pasteLimit { return [.toast(Self.cut)] }
        case .key(let key): return type(key, context)
        case .mouse, .resize: break
        }
        return []
    }

    /// Into the field that has the focus; what that passes on goes from field to field.
    private func type(_ key: Key, _ context: ScreenContext) -> [Effect] {
        isAwaitingPerson = false
        if let index = focused {
            let columns = widget(context).fieldColumns(row: index, width: context.width - 2, context.language)
            fields[index].entry.field.fit(columns: columns)
            if fields[index].entry.field.handle(key, page: context.direction) {
                fields[index].refusal = nil
                refusal = nil
                keepDraft()
                return []
            }
        } else if key.inReading(context.direction) != nil {
            focus = focus == .save ? .cancel : .save
            return []
        }
        return act(.key(key), Self.passedOn, context) ?? []
    }

    /// Leaves the list of a field, else the form.
    func dismiss() -> [Effect] {
        guard let index = focused, fields[index].entry.field.dismiss() else { return close() }
        return []
    }

    /// What Enter does where no field takes it.
    func enter(_ context: ScreenContext) -> [Effect] {
        switch focus {
        case .save: return save(context)
        case .cancel: return close()
        case .row: step(context)
        }
        return []
    }

    private func close() -> [Effect] {
        let isKept = (try? drafts.content(of: draftName)) != nil
        return isKept ? [.close, .toast(Self.kept)] : [.close]
    }

    func discard() -> [Effect] {
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
    func newPerson() -> [Effect] {
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
    func step(_ context: ScreenContext, backward: Bool = false) {
        guard let index = focused, fields[index].entry.field.step(backward: backward) else {
            moveFocus(context, backward: backward)
            return
        }
        keepDraft()
    }

    /// Leaves a field, whose rule is asked now, for another.
    func moveFocus(_ context: ScreenContext, backward: Bool = false) {
        leave(context)
        focus = FormWidget.next(after: focus, rows: fields.count, backward: backward)
        enterField(context, backward: backward)
        keepDraft()
    }

    func leave(_ context: ScreenContext) {
        guard let index = focused else { return }
        fields[index].entry.field.leave()
        check(index, context)
    }

    private func enterField(_ context: ScreenContext, backward: Bool = false) {
        if let index = focused { fields[index].entry.field.enter(backward: backward) }
    }

    /// What is pasted by mistake may be a whole book, which every key would keep in the draft. No rule lets more
    /// than half of this through.
    private static let pasteLimit = 20_000

    private static let cut = Toast(
        .warning,
        Phrase(
            fa: "متن چسبانده بسیار بلند است؛ \(persianDigits(pasteLimit)) نویسه نخست آن گرفته شد",
            en: "What was pasted is very long; its first \(pasteLimit) characters were taken"))

    static let kept = Toast(
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
