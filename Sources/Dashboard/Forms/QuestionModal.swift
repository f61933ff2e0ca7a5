import Canvas
import Domain
import Persian
import Store

/// A question with a few answers over the screen.
@MainActor
final class QuestionModal: Modal {
    private let question: Question
    private var dialog: Dialog
    private let language: Language

    init(_ question: Question, _ language: Language) {
        self.question = question
        self.language = language
        dialog = Dialog(
            question.title[language].capitalisedFirst, question.text[language],
            buttons: question.answers.map(\.phrase.capitalisedFirst),
            focused: question.focused)
    }

    var title: Phrase { question.title }

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        guard case .key(let key) = event else { return [] }
        switch dialog.handle(key, page: context.direction) {
        case .stays: return []
        case .dismissed: return [.close]
        case .pressed(let index): return [.close] + (question.answers[index].effect.map { [$0] } ?? [])
        }
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        if question.isAlone { region.fill(Style()) }
        dialog.draw(in: &region)
    }

    func notes(_ context: ScreenContext) -> [BindingNote] {
        [
            BindingNote("question.choose", .enter, Phrase(fa: "برگزیدن", en: "choose")),
            BindingNote("question.next", .tab, Phrase(fa: "بعدی", en: "next")),
            BindingNote("question.close", .escape, Phrase(fa: "انصراف", en: "cancel")),
        ]
    }
}
