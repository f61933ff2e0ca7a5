import Canvas
import Domain
import Persian
import Store

/// How the writing page is shared out: the fields, the text, and what is known beside it, or below it in a narrow window.
struct WritingLayout {
    let width: Int
    let height: Int

    /// The title of the page and three fields.
    static let headHeight = 4
    static let labelWidth = 9

    var isWide: Bool { width >= 100 }
    var fieldWidth: Int { min(70, width - Self.labelWidth - 3) }
    /// The text, on lines that the eye can follow.
    var textWidth: Int { isWide ? min(80, width * 6 / 10) : width - 2 }
    /// What is known, below the text, with its rule.
    var factsHeight: Int { isWide ? 0 : height >= 28 ? 8 : height >= 18 ? 5 : 0 }
    /// Without the rule above the text, and the line below it.
    var textHeight: Int { max(1, height - Self.headHeight - 2 - factsHeight) }
}

@MainActor
struct WritingView {
    private let page: WritingModal
    private let context: ScreenContext
    private let layout: WritingLayout

    init(_ page: WritingModal, _ context: ScreenContext) {
        self.page = page
        self.context = context
        layout = WritingLayout(width: context.width, height: context.height)
    }

    func draw(in region: inout Region) {
        region.fill(Style())
        region.put(
            page.title[context.language].capitalisedFirst, row: 0, start: 1, width: region.width - 2, direction: .page,
            style: Style(.accent, on: .page, .bold))
        for index in page.fields.indices { drawField(index, in: &region) }
        let problem = problem
        let textTop = WritingLayout.headHeight + max(1, problem.count)
        for (row, line) in problem.enumerated() {
            region.put(
                line, row: WritingLayout.headHeight + row, start: 1, direction: .page,
                style: Style(.alarm, on: .page, .bold))
        }
        if problem.isEmpty { drawRule(row: WritingLayout.headHeight, in: &region) }
        let bottom = region.height - 1 - layout.factsHeight
        region.part(top: textTop, start: 1, width: layout.textWidth, height: max(1, bottom - textTop)) { area in
            page.body.draw(in: &area, hasFocus: page.focus == .body, isMuted: StoryShape.isPrompt)
        }
        if layout.isWide {
            region.part(
                top: textTop, start: layout.textWidth + 3, width: region.width - layout.textWidth - 4,
                height: max(1, bottom - textTop)
            ) { drawFacts(in: &$0) }
        } else if layout.factsHeight > 0 {
            drawRule(row: bottom, in: &region)
            region.part(top: bottom + 1, start: 1, width: region.width - 2, height: layout.factsHeight - 1) {
                drawFacts(in: &$0)
            }
        }
        drawFoot(in: &region)
        drawPopup(in: &region)
    }

    private func drawRule(row: Int, in region: inout Region) {
        region.put(
            String(repeating: "─", count: region.width), row: row, direction: .picture, style: Style(.faint))
    }

    /// What is refused, in as many lines as it needs.
    private var problem: [String] {
        let refused = page.fields.compactMap(\.refusal).first ?? page.bodyRefusal ?? page.refusal
        guard let refused else { return [] }
        return TextLayout.wrap("▲ " + context.told(refused.phrase), width: layout.width - 2, lines: 4)
    }

    private func drawField(_ index: Int, in region: inout Region) {
        let field = page.fields[index]
        let hasFocus = page.focus == .field(index)
        region.put(
            field.use.phrase[context.language].capitalisedFirst, row: index + 1, start: 1,
            width: WritingLayout.labelWidth, direction: .page,
            style: Style(field.refusal == nil ? hasFocus ? .accent : .muted : .alarm))
        region.part(
            top: index + 1, start: WritingLayout.labelWidth + 2, width: layout.fieldWidth, height: 1
        ) { field.entry.field.draw(in: &$0, hasFocus: hasFocus) }
    }

    private func drawPopup(in region: inout Region) {
        guard case .field(let index) = page.focus,
            let popup = page.fields[index].entry.field.popup(context.language)
        else { return }
        let start = max(0, min(WritingLayout.labelWidth + 2, region.width - popup.width))
        region.part(top: index + 2, start: start, width: popup.width, height: popup.height, draw: popup.draw)
    }

    // MARK: What is known

    private func drawFacts(in region: inout Region) {
        let facts = page.facts
        guard !facts.isEmpty else {
            let hint =
                page.about == nil
                ? Phrase(
                    fa: "بنویسید روایت درباره چیست تا داده‌های آن اینجا بیاید",
                    en: "say what the story is about, and what is known of it stands here")
                : Phrase(fa: "چیزی ثبت نشده است", en: "nothing is recorded of it")
            for (row, line) in TextLayout.wrap(context.told(hint), width: region.width, lines: 4).enumerated() {
                region.put(line, row: row, direction: .page, style: Style(.muted))
            }
            return
        }
        let isRoomy = region.height > 8
        if isRoomy {
            let head = Phrase(fa: "داده‌ها؛ {writing.take} در متن می‌آورد", en: "Facts; {writing.take} takes one")
            region.put(context.told(head), row: 0, direction: .page, style: Style(.strong, on: .page, .bold))
        }
        region.part(top: isRoomy ? 1 : 0) { drawList(facts, in: &$0) }
    }

    /// The facts around the marked one; in a panel each on as many lines as it needs.
    private func drawList(_ facts: [StoryFact], in region: inout Region) {
        let language = context.language
        let width = region.width - 2
        let told = facts.map { fact in
            TextLayout.wrap(
                "\(fact.label[language]): \(language.isolated(fact.text[language]))", width: width,
                lines: layout.isWide ? 4 : 1)
        }
        var first = 0
        while first < page.marked, told[first...page.marked].reduce(0, { $0 + $1.count }) > region.height { first += 1 }
        var row = 0
        for index in told.indices.dropFirst(first) {
            let isMarked = index == page.marked
            let ground: ColorRole = isMarked ? .selection : .page
            let label = "\(facts[index].label[language]):".unicodeScalars.count
            for (line, text) in told[index].enumerated() where row < region.height {
                region.fill(Style(.text, on: ground), row: row, height: 1, width: region.width - 1)
                if isMarked {
                    region.put("▌", row: row, width: 1, direction: .picture, style: Style(.accent, on: ground))
                }
                region.put(
                    text, row: row, start: 1, width: width, direction: .page,
                    style: Style(isMarked ? .strong : .text, on: ground),
                    emphasis: line == 0 ? Emphasis([0..<label], Style(.muted, on: ground)) : nil)
                row += 1
            }
        }
        let all = told.reduce(0) { $0 + $1.count }
        let position = told[..<first].reduce(0) { $0 + $1.count }
        region.part(start: region.width - 1, width: 1) {
            ScrollBar(position: position, visible: $0.height, total: all).draw(in: &$0)
        }
    }

    /// How long the text is, and what became of the draft.
    private func drawFoot(in region: inout Region) {
        let text = StoryText(title: "", body: page.written)
        let length = text.words == 0 ? Phrase(fa: "هنوز واژه‌ای نیست", en: "no word yet") : text.length
        region.put(
            length[context.language], row: region.height - 1, start: 1, direction: .page, style: Style(.muted))
        let note =
            page.isSending
            ? Phrase(fa: "در حال ثبت …", en: "saving …")
            : page.isRestored ? Phrase(fa: "ادامه پیش‌نویس", en: "going on with a draft") : nil
        guard let note else { return }
        let width = textWidth(note[context.language])
        region.put(
            note[context.language], row: region.height - 1, start: max(0, region.width - width - 1), width: width,
            direction: .page, style: Style(.muted))
    }
}
