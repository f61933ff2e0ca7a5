import Canvas
import Domain
import Persian
import Store

extension SupportScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        region.part(cached: "support.tabs", of: Head(view: state.view, figures: state.figures), height: 1) {
            drawTabs(state, in: &$0, context)
        }
        region.part(top: SupportLayout.headHeight) { region in
            pane(state).view(state, &region, context)
            if let chosen = state.needs.choosing { drawChoices(state.needs, chosen, in: &region, context) }
        }
    }

    /// What the tabs and the figures beside them say.
    private struct Head: Equatable {
        let view: View
        let figures: SupportFigures?
    }

    private static func drawTabs(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let figures = state.figures
        let counts = [
            figures?.needs, figures?.institutions, figures?.overlapping, figures?.spiritual, figures?.late,
        ]
        let tabs = Tabs(
            View.allCases.map { view in
                .init(region(view.title), badge: counts[view.rawValue].map(language.number) ?? "")
            }, selected: state.view.rawValue)
        let width = min(region.width, tabs.width)
        region.part(width: width, height: 1) { tabs.draw(in: &$0) }
        guard let figures else { return }
        let told = Self.told(figures, language, room: region.width - width - 3)
        let length = told.reduce(0) { $0 + textWidth($1.text) }
        region.put(told, row: 0, start: region.width - length - 1, style: Style(.muted))
    }

    /// What the figures over the board say, in the order in which they stand: each with the sign that so many rows or pledges
    /// bear. How many are late stands in their tab.
    private static func all(_ figures: SupportFigures) -> [(sign: String, words: Phrase, count: Int, color: ColorRole)]
    {
        [
            ("▲", Phrase(fa: "بی‌متعهد", en: "untaken"), figures.untaken, .alarm),
            ("◐", Phrase(fa: "بخشی بی‌متعهد", en: "taken in part"), figures.partly, .warning),
            ("=", Phrase(fa: "هم‌پوشی", en: "overlap"), figures.overlapping, .information),
            ("~", Phrase(fa: "بی‌خبر", en: "silent"), figures.silent, .warning),
            ("?", Phrase(fa: "مورد تردید", en: "in doubt"), figures.inDoubt, .warning),
        ]
    }

    /// "▲ untaken 12  ◐ taken in part 31  = overlap 4  ~ silent 3  ? in doubt 1"; where there is no room for all of the
    /// words the first have them, the others their signs alone, and where there is none for these the last are not told.
    private static func told(_ figures: SupportFigures, _ language: Language, room: Int) -> [Span] {
        let all = all(figures)
        var texts = all.map { "\($0.sign)\(language.number($0.count))" }
        func width(_ texts: [String], _ gap: Int) -> Int {
            texts.reduce(gap * (texts.count - 1)) { $0 + textWidth($1) }
        }
        while !texts.isEmpty, width(texts, 1) > room { texts.removeLast() }
        var gap = 1
        for index in texts.indices {
            var more = texts
            more[index] = "\(all[index].sign) \(all[index].words[language]) \(language.number(all[index].count))"
            if width(more, 2) <= room { (texts, gap) = (more, 2) }
        }
        return texts.indices.flatMap { index in
            (index > 0 ? [Span(String(repeating: " ", count: gap))] : [])
                + [Span(texts[index], color: all[index].count > 0 ? all[index].color : .muted)]
        }
    }
}
