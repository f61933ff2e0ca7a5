import Canvas
import Domain
import Persian
import Store

extension SpiritualRow {
    /// How many a page of whom it was given to names: the last ones.
    static var namedOnPages: Int { 3 }

    /// "· spiritual support, 7 Mordad: seminary · clergy sent · ten lectures", for pages that say what else there is.
    func spans(_ context: ScreenContext) -> [Span] {
        let language = context.language
        let day = DayWords(today: context.day, language).day(support.on)
        let label = Phrase(fa: "پشتیبانی معنوی، \(day): ", en: "spiritual support, \(day): ")
        return [Span("· ", color: .information), Span(label[language], color: .muted)] + words
    }

    /// "7 Mordad  seminary · clergy sent · ten lectures", below a heading that says what it is.
    func spansBelowHeading(_ context: ScreenContext) -> [Span] {
        let day = DayWords(today: context.day, context.language).day(support.on)
        return [Span(day, color: .muted), Span("  ")] + words
    }

    /// Who, what, and what came of it. What people wrote may be of another language than the page.
    private var words: [Span] {
        let outcome = support.outcome.map { [Span(" · "), Span($0, direction: .automatic, color: .information)] }
        return [
            Span(institutionName, direction: .automatic), Span(" · "), Span(support.what, direction: .automatic),
        ] + (outcome ?? [])
    }
}
