import Canvas
import Domain
import Persian
import Store

/// The issues of the bulletin: what is being put together, what was issued, and what of it is wrong by now.
public enum BulletinsScreen: Screen {
    public struct State {
        var list = VirtualList<Bulletin>()
        var filter = FilterState()
        /// The key of the bulletin that is previewed, and the first line that is shown of it.
        var open: String?
        var offset = 0
        @Loaded<String?, BulletinPreview?> var preview: BulletinPreview? = nil
        @Loaded<String?, [PendingErratum]> var errata: [PendingErratum] = []
        @Loaded<String?, [BulletinStory]> var stories: [BulletinStory] = []
        @Loaded<OfficeWide, Int> var nextNumber = 1
    }

    public static let id = "bulletins"
    public static let title = Phrase(fa: "خبرنامه‌ها", en: "Bulletins")
    public static let icon = "▤"
    public static let number: Int? = nil
    public nonisolated static let shows: [RecordKind] = [Bulletin.kind, Story.kind]

    public static let actions: [ScreenAction<State>] =
        [
            .step(
                "screen.open", "enter", Phrase(fa: "پیش‌نمایش", en: "preview"), isHint: true,
                unless: { state, _ in
                    if state.open != nil { return Phrase(fa: "باز است", en: "it is open already") }
                    return state.list.selectedItem == nil ? nothingSelected : nil
                }
            ) { state, _ in
                state.open = state.list.selectedItem?.key
                state.offset = 0
            }
        ] + edits + [
            .step("screen.earlier", "[", Phrase(fa: "خبرنامه پیش", en: "bulletin before")) { turn(&$0, .up, $1) },
            .step("screen.later", "]", Phrase(fa: "خبرنامه بعد", en: "next bulletin")) { turn(&$0, .down, $1) },
            StoriesTabs.bulletins.nextAction(),
            .filter(isHint: true) { state in
                state.open = nil
                list.beginFilter(&state)
            },
            .step("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back"), isHint: true) { state, _ in
                if state.open != nil { state.open = nil } else { list.clear(&state) }
            },
        ] + moves

    nonisolated static let nothingSelected = Phrase(fa: "خبرنامه‌ای برگزیده نیست", en: "no bulletin is selected")

    static let list = ListPane(\State.list, \.filter, rows: { context, _ in StoriesLayout(context).rows }) {
        (_, filter, reader, _) throws(DecideError) in reader.source(of: Bulletin.self, matching: filter)
    }

    /// The list, or the preview that is open.
    public static func pane(_ state: State) -> Pane<State> {
        let pane = list.pane.beside(loadBeside).showing(drawList)
        guard state.open != nil else { return pane }
        var preview = pane.showing(drawPreview)
        preview.move = scroll
        return preview
    }

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        state.open == nil ? [] : state.list.selectedItem.map { [$0.key] } ?? []
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try pane(state).load(&state, reader, context)
        try state.$nextNumber.load(context) { () throws(DecideError) in try reader.nextBulletinNumber() }
        if state.list.selectedItem == nil { state.open = nil }
        guard state.open != nil, let bulletin = state.list.selectedItem else { return }
        state.open = bulletin.key
        try state.$preview.load(for: bulletin.key, context) { () throws(DecideError) in
            let preview = try reader.preview(of: bulletin)
            return BulletinPreview(content: preview.content, templateFault: preview.templateFault)
        }
    }

    /// The stories of the selected one, and which of its figures would be others today.
    private static func loadBeside(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let bulletin = state.list.selectedItem
        try state.$errata.load(for: bulletin?.key, context) { () throws(DecideError) in
            try bulletin.map { (bulletin) throws(DecideError) in try reader.pendingErrata(of: bulletin) } ?? []
        }
        try state.$stories.load(for: bulletin?.key, context) { () throws(DecideError) in
            try bulletin.map { (bulletin) throws(DecideError) in try reader.storiesTold(in: bulletin) } ?? []
        }
    }

    private static func scroll(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        guard let page = preview(state, context) else { return }
        let height = max(1, context.height - 1)
        let last = page.lastOffset(height: height)
        state.offset = min(state.offset, last).moved(move, in: last + 1, page: max(1, height - 2))
    }

    /// To another bulletin; a preview that is open begins anew.
    private static func turn(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        list.move(&state, move, context)
        state.offset = 0
    }

    // MARK: Where records are

    public static let homes = [Home(Bulletin.self)]

    public static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? {
        try reader.row(ofBulletin: key)
    }

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        state.open = nil
        list.reveal(row, in: &state)
    }

    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String { "" }

    public static let fields: [ScreenField<State>] = list.fields { $0.open == nil }
}

/// What a bulletin says, or would say today, and what is wrong with the template that it would be printed by.
struct BulletinPreview {
    let content: BulletinContent
    let templateFault: Phrase?
}

/// A story of a bulletin, and whether it may stand in its next edition.
struct BulletinStory: Hashable {
    let code: String
    let title: String
    /// Why the next edition would be without it, or it cannot be issued; nil when nothing is against it.
    let fault: Phrase?
}

extension Reader {
    /// The stories of a bulletin in their order.
    func storiesTold(in bulletin: Bulletin) throws(DecideError) -> [BulletinStory] {
        try bulletin.stories.mapTyped { (code) throws(DecideError) in
            let story = try find(Story.self, key: code)
            let title = bulletin.content?.stories.first { $0.code == code }?.title ?? story?.title ?? ""
            return BulletinStory(code: code, title: title, fault: story?.fault(in: bulletin))
        }
    }
}

extension Story {
    /// What is against its standing in a bulletin.
    fileprivate func fault(in bulletin: Bulletin) -> Phrase? {
        if state == .withdrawn { return state.signed }
        let text = bulletin.state == .issued ? published ?? self.text : self.text
        if !text.hasConsent { return Phrase(fa: "✕ رضایت ندارد", en: "✕ lacks consent") }
        return bulletin.state == .composed && state != .approved ? state.signed : nil
    }
}
