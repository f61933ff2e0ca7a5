import Canvas
import Domain
import Persian
import Store

/// A question with a few answers over the screen.
@MainActor
final class QuestionModal: Modal {
    private let question: Question
    private var chosen = 0

    init(_ question: Question) { self.question = question }

    var title: Phrase { question.title }

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        guard case .key(let key) = event else { return [] }
        let count = question.answers.count
        switch (key.code, key.inReading(context.direction)) {
        case (.escape, _): return [.close]
        case (.enter, _): return [.close] + (question.answers[chosen].effect.map { [$0] } ?? [])
        case (_, .towardEnd), (.down, _), (.tab, _): chosen = (chosen + 1) % count
        case (_, .towardStart), (.up, _): chosen = (chosen + count - 1) % count
        default: break
        }
        return []
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let width = min(region.width - 2, 60)
        let lines = TextLayout.wrap(question.text[language], width: max(1, width - 6))
        let height = min(region.height, lines.count + question.answers.count + 5)
        region.part(
            top: max(0, (region.height - height) / 2), start: max(0, (region.width - width) / 2), width: width,
            height: height
        ) { region in
            region.fill(Style(.text, on: .panel))
            Panel(question.title[language], hasFocus: true, background: .panel).draw(in: &region) { inside in
                for (row, line) in lines.enumerated() {
                    inside.put(line, row: row + 1, direction: .page, style: Style(.text, on: .panel))
                }
                for (index, answer) in question.answers.enumerated() {
                    draw(answer.phrase[language], isChosen: index == chosen, at: lines.count + 2 + index, in: &inside)
                }
            }
        }
    }

    private func draw(_ text: String, isChosen: Bool, at row: Int, in region: inout Region) {
        let ground: ColorRole = isChosen ? .selection : .panel
        region.fill(Style(.text, on: ground), row: row, height: 1)
        if isChosen { region.put("▌", row: row, width: 1, direction: .picture, style: Style(.accent, on: ground, .bold)) }
        region.put(
            text, row: row, start: 2, direction: .page,
            style: Style(isChosen ? .strong : .text, on: ground, isChosen ? .bold : []))
    }

    func notes(_ context: ScreenContext) -> [BindingNote] {
        [
            BindingNote("question.choose", .enter, Phrase(fa: "برگزیدن", en: "choose")),
            BindingNote("question.next", .down, Phrase(fa: "بعدی", en: "next")),
            BindingNote("question.close", .escape, Phrase(fa: "انصراف", en: "cancel")),
        ]
    }
}
