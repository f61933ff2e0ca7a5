import Canvas
import Domain
import Persian
import Store

/// The page on which a story is written: title, what it is about, who wrote it, and the text with the room that a text
/// needs. Beside it stands what is known of what it is about, to be taken into the text by a key.
///
/// A blank page offers the shape of a story as lines of prompts. These are never sent.
@MainActor
final class WritingModal: Modal {
    /// What the keys go to: one of the fields above the text, or the text.
    enum Focus: Hashable {
        case field(Int)
        case body
    }

    /// The code of the story that is changed; nil for a new one.
    let code: String?
    let drafts: Drafts
    /// Title, what it is about, who wrote it.
    var fields: [FormModal.Field] = []
    var body = TextArea()
    var focus = Focus.field(0)
    /// The story as it was when it was read.
    private(set) var held: Story?
    var version: Int?
    /// What is refused of the text, or of the story as a whole.
    var refusal: Refusal?
    var bodyRefusal: Refusal?
    var isSending = false
    /// The story is submitted as soon as it is saved.
    var isSubmittedAfter = false
    var isRestored = false
    /// It was changed by others, and is to be read before it is sent again.
    var isOutdated = false
    var marked = 0
    /// What is known of what it is about, and what the households that it names agreed to.
    @Loaded<NeedTarget?, [StoryFact]> var facts: [StoryFact] = []
    private var isLoaded = false
    private var isNamingDue = false

    init(_ code: String?, _ drafts: Drafts) {
        self.code = code
        self.drafts = drafts
    }

    var command: any Command.Type { code == nil ? StoryDraft.self : StoryAmend.self }

    var title: Phrase {
        guard let held else { return StoryDraft.title }
        return Phrase(fa: "ویرایش \(held.staged)", en: "Edit the \(held.staged)")
    }

    // MARK: Reading

    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError) {
        if !isLoaded { try begin(reader, context) }
        if isOutdated, let code {
            isOutdated = false
            held = try reader.find(Story.self, key: code)
            version = held?.version
        }
        if case .field(let index) = focus {
            if isNamingDue { try fields[index].entry.nameChosen(in: reader, context) }
            try fields[index].entry.search(in: reader, context)
        }
        isNamingDue = false
        let about = about
        try $facts.load(for: about, context) { () throws(DecideError) in
            try reader.facts(about: about, naming: held?.names ?? [], on: context.day)
        }
        marked = max(0, min(marked, facts.count - 1))
    }

    private static let fieldNames = [StoryFields.title.name, StoryFields.about.name, StoryFields.author.name]

    private func begin(_ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        isLoaded = true
        held = try code.flatMapTyped { (code) throws(DecideError) in try reader.find(Story.self, key: code) }
        version = held?.version
        fields = Self.fieldNames.compactMap { name in
            guard let use = command.parameters.first(where: { $0.name == name }) else { return nil }
            let value = held?.value(of: name)
            return FormModal.Field(use, FieldEntry(use.kind, value, context), initial: value)
        }
        for index in fields.indices { try fields[index].entry.nameChosen(in: reader, context) }
        body = TextArea(held?.body ?? StoryShape.blank(context.language), caret: held == nil ? 0 : nil)
        if held == nil { body.placeCaret(at: StoryShape.firstGap(of: body.text)) } else { focus = .body }
        if let draft = try drafts.content(of: draftName) { restore(draft, context) }
    }

    /// What it is about, as far as it is chosen.
    var about: NeedTarget? {
        let value = fields.first { $0.use.name == StoryFields.about.name }?.value
        guard let member = value?.members?.first, let subject = NeedSubject(rawValue: member.name),
            let code = member.value.string
        else { return nil }
        return NeedTarget(subject: subject, code: code)
    }

    /// The text without the prompts of the shape.
    var written: String { StoryShape.written(body.text) }

    // MARK: Keys

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        if let effects = act(event, isSending ? Self.sending : Self.editing, context) { return effects }
        return isSending ? [] : typed(event, context)
    }

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        let layout = WritingLayout(width: context.width, height: context.height)
        switch event {
        case .paste(let text):
            let taken = String(text.unicodeScalars.prefix(Self.pasteLimit))
            if case .field(let index) = focus {
                fields[index].entry.field.insert(taken)
            } else {
                body.insert(taken)
            }
            keepDraft()
        case .key(let key):
            if case .field(let index) = focus {
                fields[index].entry.field.fit(columns: layout.fieldWidth)
                if fields[index].entry.field.handle(key, page: context.direction) {
                    fields[index].refusal = nil
                } else {
                    pass(key, on: index, context)
                }
            } else {
                body.fit(columns: layout.textWidth)
                body.rows = layout.textHeight
                if body.handle(key, page: context.direction) {
                    bodyRefusal = nil
                } else if key == Key(.up) {
                    moveFocus(context, backward: true)
                }
            }
            refusal = nil
            keepDraft()
        case .mouse, .resize: break
        }
        return []
    }

    private static let pasteLimit = 20_000

    /// What a field has no use for goes from field to field.
    private func pass(_ key: Key, on index: Int, _ context: ScreenContext) {
        switch key {
        case Key(.enter), Key(.down): moveFocus(context)
        case Key(.up) where index > 0: moveFocus(context, backward: true)
        default: break
        }
    }

    /// Leaves a field, whose rule is asked now, for another.
    func moveFocus(_ context: ScreenContext, backward: Bool = false) {
        leave(context)
        let order = fields.indices.map(Focus.field) + [.body]
        let here = order.firstIndex(of: focus) ?? 0
        focus = order[(here + (backward ? order.count - 1 : 1)) % order.count]
        if case .field(let index) = focus { fields[index].entry.field.enter(backward: backward) }
    }

    func leave(_ context: ScreenContext) {
        guard case .field(let index) = focus else { return }
        fields[index].entry.field.leave()
        check(index, context)
    }

    /// Closes the list of a field, else the page; what was written is kept.
    func dismiss() -> [Effect] {
        if case .field(let index) = focus, fields[index].entry.field.dismiss() { return [] }
        return isTouched ? [.close, .toast(FormModal.kept)] : [.close]
    }

    /// Puts the marked fact into the text, where the caret stands.
    func takeFact(_ context: ScreenContext) {
        guard facts.indices.contains(marked) else { return }
        let language = TextLayout.direction(of: written, as: .automatic, page: context.direction)
        focus = .body
        body.insert(facts[marked].taken(language == .rightToLeft ? .persian : .english))
        marked = min(marked + 1, facts.count - 1)
        keepDraft()
    }

    func moveMark(_ step: Int) { marked = max(0, min(facts.count - 1, marked + step)) }

    /// Offers the steps of the shape again, below what is written.
    func offerShape(_ context: ScreenContext) {
        focus = .body
        let blank = StoryShape.blank(context.language)
        let isFirst = written.isEmpty
        if isFirst { body = TextArea("", rows: body.rows) }
        let end = body.text.unicodeScalars.count
        body.placeCaret(at: end)
        body.insert(isFirst ? blank : "\n\n" + blank)
        body.placeCaret(at: end)
        body.placeCaret(at: end + StoryShape.firstGap(of: String(body.text.unicodeScalars.dropFirst(end))))
        keepDraft()
    }

    func view(in region: inout Region, _ context: ScreenContext) { WritingView(self, context).draw(in: &region) }
}

extension Story {
    /// What a field of a command holds of it.
    fileprivate func value(of name: String) -> JSON? {
        if name == StoryFields.about.name {
            return target.map { .object([.init($0.subject.rawValue, .string($0.code))]) }
        }
        let value = json[name]
        return value == .null ? nil : value
    }
}
