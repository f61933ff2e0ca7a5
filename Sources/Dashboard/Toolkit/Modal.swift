import Canvas
import Domain
import Persian
import Store

/// Something over the screen that has all keys until it is closed: a form, a question, the palette, the import.
@MainActor
protocol Modal: AnyObject {
    var title: Phrase { get }
    /// Whether it has nothing more to show, so that the shell closes it.
    var isFinished: Bool { get }
    /// Reads what it shows; called when it opens, after each key, and after changes of the file.
    func load(from reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError)
    func handle(_ event: Event, _ context: ScreenContext) -> [Effect]
    /// What became of a command it sent.
    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect]
    /// Draws over the whole content region.
    func view(in region: inout Region, _ context: ScreenContext)
    /// What the footer says meanwhile.
    func notes(_ context: ScreenContext) -> [BindingNote]
}

extension Modal {
    var isFinished: Bool { false }
    func load(from reader: Reader, _ context: ScreenContext, isChanged: Bool) throws(DecideError) {}
    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect] { [] }
}

extension BindingNote {
    /// The keys of a field that finds people or groups by their names, over a list.
    static func desk(_ enter: Phrase) -> [BindingNote] {
        [
            BindingNote("desk.enter", .enter, enter),
            BindingNote("desk.next", .down, Phrase(fa: "بعدی", en: "next")),
            BindingNote("desk.close", .escape, Phrase(fa: "بستن", en: "close")),
        ]
    }

    /// A key of a modal, as the footer shows it.
    init(_ id: String, _ key: Key.Code, _ phrase: Phrase, _ modifiers: Key.Modifiers = []) {
        self.init(id: id, keys: [Key(key, modifiers)], phrase: phrase, isHint: true, disabledReason: nil)
    }
}
