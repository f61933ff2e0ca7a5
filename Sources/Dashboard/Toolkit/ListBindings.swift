import Canvas
import Persian

extension ListMove {
    @MainActor private static let bindings = Binding<Void, ListMove>.moves { $0 }

    /// What a key means where nothing but moving is done.
    @MainActor
    static func meant(by key: Key, _ keymap: Keymap) -> ListMove? { bindings.meant(by: key, keymap)?.action }
}

extension Binding {
    /// The keys that move in a list, the same on every screen.
    static func moves(_ action: (ListMove) -> Action) -> [Binding] {
        let keys: [(ListMove, String, String, Phrase)] = [
            (.down, "list.down", "down j", Phrase(fa: "یکی پایین", en: "down")),
            (.up, "list.up", "up k", Phrase(fa: "یکی بالا", en: "up")),
            (.pageDown, "list.pageDown", "pagedown ctrl+f space", Phrase(fa: "یک صفحه پایین", en: "page down")),
            (.pageUp, "list.pageUp", "pageup ctrl+b", Phrase(fa: "یک صفحه بالا", en: "page up")),
            (.first, "list.first", "home g", Phrase(fa: "آغاز فهرست", en: "first")),
            (.last, "list.last", "end G", Phrase(fa: "پایان فهرست", en: "last")),
        ]
        return keys.map { move, id, keys, phrase in
            var binding = Binding(id, keys, phrase, action(move))
            binding.isMove = true
            return binding
        }
    }
}

extension Int {
    /// Where a list of so many rows is after a move.
    func moved(_ move: ListMove, in count: Int, page: Int = 10) -> Int {
        let next =
            switch move {
            case .up: self - 1
            case .down: self + 1
            case .pageUp: self - page
            case .pageDown: self + page
            case .first: 0
            case .last: count - 1
            }
        return Swift.max(0, Swift.min(next, count - 1))
    }
}
