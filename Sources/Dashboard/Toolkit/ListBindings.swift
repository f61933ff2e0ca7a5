import Canvas
import Persian

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
