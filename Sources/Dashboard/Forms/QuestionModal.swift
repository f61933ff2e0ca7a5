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

    static let lists: [[ModalAction<QuestionModal>]] = [
        [
            Binding("question.choose", "enter space", Phrase(fa: "برگزیدن", en: "choose"), isHint: true) {
                $0.take(Key(.enter), $1)
            },
            Binding("question.next", "tab", Phrase(fa: "بعدی", en: "next"), isHint: true) { $0.take(Key(.tab), $1) },
            .close("question.close", "escape", Phrase(fa: "انصراف", en: "cancel")),
            Binding("question.previous", "shift+tab", Phrase(fa: "قبلی", en: "previous")) {
                $0.take(Key(.tab, .shift), $1)
            },
        ]
    ]

    /// The arrows are the dialog's own: which of its buttons they go to is known where these stand. Up and down go from one
    /// answer to the next, as in a list.
    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        guard case .key(let key) = event else { return [] }
        switch key {
        case Key(.down): return take(Key(.tab), context)
        case Key(.up): return take(Key(.tab, .shift), context)
        default: return Key.sideways.contains(key) ? take(key, context) : []
        }
    }

    private func take(_ key: Key, _ context: ScreenContext) -> [Effect] {
        switch dialog.handle(key, page: context.direction) {
        case .stays: []
        case .dismissed: [.close]
        case .pressed(let index): [.close] + (question.answers[index].effect.map { [$0] } ?? [])
        }
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        if question.isAlone { region.fill(Style()) }
        dialog.draw(in: &region)
    }
}
