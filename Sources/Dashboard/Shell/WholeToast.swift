import Canvas
import Domain
import Persian

/// The whole of a notice that has no room above the footer; it can be scrolled.
@MainActor
final class WholeToast: Modal {
    private let toast: Toast
    private var offset = 0

    init(_ toast: Toast) { self.toast = toast }

    var title: Phrase { Phrase(fa: "همه متن", en: "All of it") }

    private func lines(_ context: ScreenContext) -> [String] {
        TextLayout.wrap(toast.phrase[context.language], width: max(1, context.width - 4))
    }

    private func page(_ context: ScreenContext) -> Int { max(1, context.height - 2) }

    static let lists: [[ModalAction<WholeToast>]] = [
        Binding.moves(Phrase(fa: "پایین‌تر", en: "down")) { whole, move, context in
            let page = whole.page(context)
            whole.offset = whole.offset.moved(move, in: whole.lines(context).count - page + 1, page: page)
        } + [.close("wholeToast.close", "escape enter q !")]
    ]

    func view(in region: inout Region, _ context: ScreenContext) {
        let lines = lines(context)
        Panel(title[context.language], hasFocus: true, background: .panel).draw(in: &region) { inside in
            for (row, line) in lines.dropFirst(offset).prefix(inside.height).enumerated() {
                inside.put(line, row: row, direction: .page, style: Style(.text, on: .panel))
            }
        }
    }
}
