import Canvas
import Domain
import Persian

/// What a notice says, whole: more than the window bears above the footer. It is scrolled and closed.
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

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        guard case .key(let key) = event else { return [] }
        switch key.asBound.code {
        case .escape, .enter, .character("q"), Toast.restKey.code: return [.close]
        case .down, .character("j"): offset += 1
        case .up, .character("k"): offset -= 1
        case .pageDown, .character(" "): offset += page(context)
        case .pageUp: offset -= page(context)
        default: break
        }
        offset = max(0, min(offset, lines(context).count - page(context)))
        return []
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        let lines = lines(context)
        Panel(title[context.language], hasFocus: true, background: .panel).draw(in: &region) { inside in
            for (row, line) in lines.dropFirst(offset).prefix(inside.height).enumerated() {
                inside.put(line, row: row, direction: .page, style: Style(.text, on: .panel))
            }
        }
    }

    func notes(_ context: ScreenContext) -> [BindingNote] {
        [
            BindingNote("toast.next", .down, Phrase(fa: "پایین‌تر", en: "down")),
            BindingNote("toast.close", .escape, Phrase(fa: "بستن", en: "close")),
        ]
    }
}
