import Canvas
import Domain
import Persian
import Store

/// What this person did and may take back, and what was taken back and may be done again, the latest first.
@MainActor
final class UndoList: Modal {
    private static let limit = 100

    private var acts: [NamedAct] = []
    /// Why each cannot be taken back by this person; nil where it can be tried.
    private var reasons: [Phrase?] = []
    private var chosen = 0
    private var mark = LoadMark<OfficeWide>()

    var title: Phrase { Phrase(fa: "بازگرداندنی‌ها", en: "What can be undone") }

    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError) {
        guard mark.isBehind(.all, context) != nil else { return }
        acts = try reader.acts(of: context.account, limit: Self.limit).mapTyped { (act) throws(DecideError) in
            try reader.named(act)
        }
        reasons = try acts.mapTyped { (act) throws(DecideError) in
            let original = act.act.original
            if original.changes.isEmpty { return Phrase(fa: "چیزی تغییر نکرده بود", en: "it changed nothing") }
            if !original.canBeUndone { return Phrase(fa: "هرگز بازگرداندنی نیست", en: "can never be undone") }
            let isPermitted = try reader.mayEverBeUndone(act.act.entry, by: context.role)
            return isPermitted ? nil : Phrase(fa: "بازگرداندنش با نقش شما نیست", en: "not for your role to undo")
        }
        chosen = max(0, min(chosen, acts.count - 1))
    }

    static let lists: [[ModalAction<UndoList>]] = [
        [
            Binding(
                "undoList.undo", "enter u", Phrase(fa: "بازگرداندن", en: "undo"), isHint: true,
                does: { $0.takeBack($1) }
            ).here({ $0.isUndo ? Phrase(fa: "انجام دوباره", en: "redo") : nil }, isHint: { _ in true })
        ]
            + Binding.moves(Phrase(fa: "بعدی", en: "next")) { list, move, context in
                list.chosen = list.chosen.moved(move, in: list.acts.count, page: max(1, context.height - 4))
            } + [.close("undoList.close", "escape q")]
    ]

    private var isUndo: Bool { acts.indices.contains(chosen) && acts[chosen].act.isUndo }

    private func takeBack(_ context: ScreenContext) -> [Effect] {
        guard acts.indices.contains(chosen) else { return [] }
        if let reason = reasons[chosen] { return [.toast(Toast(.warning, reason))] }
        return [.close, .takeBack(acts[chosen].name())]
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let (width, height) = (min(100, region.width - 4), region.height - 2)
        region.part(top: 1, start: (region.width - width) / 2, width: width, height: height) { box in
            Panel(title[language], hasFocus: true, background: .panel).drawTight(in: &box) { inside in
                guard !acts.isEmpty else {
                    let nothing = Phrase(fa: "چیزی برای بازگرداندن نیست", en: "There is nothing to undo")
                    EmptyState(nothing[language], background: .panel).draw(in: &inside)
                    return
                }
                OptionList(
                    zip(acts, reasons).map { Self.entry($0, disabledReason: $1?[language], language) }, selected: chosen
                ).draw(in: &inside)
            }
        }
    }

    private static func entry(_ act: NamedAct, disabledReason: String?, _ language: Language) -> OptionList.Entry {
        let entry = act.act.entry
        let time = entry.at.display(language)
        let title =
            act.act.isUndo
            ? Phrase(fa: "انجام دوباره: \(act.title)", en: "redo: \(act.title)") : act.title
        let count = Phrase(
            fa: "\(Language.persian.number(act.act.count)) فرمان",
            en: "\(act.act.count, "command")")
        let detail: [Span] = act.act.count > 1 ? [Span(count[language], color: .muted)] : []
        return OptionList.Entry(title[language], detail: detail, note: time, disabledReason: disabledReason)
    }
}
