import Canvas
import Domain
import Persian
import Store

/// How the page of a story is set.
extension StoryPage {
    /// - Parameter changes: what became of a former text, which is told in the place of the text; nil for the text alone.
    func set(_ changes: StoryChanges?, _ context: ScreenContext) -> ReadingPage {
        let language = context.language
        var page = ReadingPage(context, columns: min(76, context.width - 4))
        page.title(row.story.title)
        for fact in row.facts(language) { page.fact(fact) }
        page.rule()
        if let changes {
            page.heading(changes.former.heading)
            if !changes.title.isEmpty {
                page.gap()
                page.changes(changes.title)
            }
            page.gap()
            page.changes(changes.body)
        } else {
            page.body(row.story.body)
        }
        page.gap()
        page.rule()
        setPictures(&page)
        setNames(&page, context)
        setBulletins(&page, language)
        setFormer(&page, context)
        page.heading(Phrase(fa: "تاریخچه", en: "history"))
        for line in history {
            page.text(
                language.parts([line.day.jalaliText(language), line.deed[language], line.account]), direction: .page)
        }
        return page
    }

    private func setPictures(_ page: inout ReadingPage) {
        guard !row.story.pictures.isEmpty else { return }
        page.heading(StoryFields.pictures.phrase)
        for picture in row.story.pictures { page.text(picture.alt, mark: "▣") }
    }

    private func setNames(_ page: inout ReadingPage, _ context: ScreenContext) {
        let language = context.language
        page.heading(StoryFields.names.phrase)
        for named in names {
            let consent =
                named.name.consent
                ? Phrase(fa: "رضایت داده", en: "agreed") : Phrase(fa: "رضایت ندارد", en: "does not agree")
            let head = named.headName.map { context.masking.name($0) }
            page.text(
                language.parts([named.name.household, head, named.name.use.phrase[language], consent[language]]),
                named.name.consent ? .good : .alarm, mark: named.name.consent ? "✓" : "✕", direction: .page)
        }
        if names.isEmpty {
            page.text(
                context.told(
                    Phrase(
                        fa: "خانواری نام برده نشده است؛ {stories.consent} رضایت را ثبت می‌کند",
                        en: "no household is named; {stories.consent} records a consent")), .muted, direction: .page)
        }
    }

    private func setBulletins(_ page: inout ReadingPage, _ language: Language) {
        guard !bulletins.isEmpty else { return }
        page.heading(Phrase(fa: "در خبرنامه", en: "in bulletins"))
        let households = row.story.households
        for bulletin in bulletins {
            let held = bulletin.content?.stories.first { $0.code == row.story.code }?.names ?? []
            let isNamed = households.contains { held.contains($0) }
            let names = isNamed ? Phrase(fa: "نام خانوار در آن است", en: "holds a household's name") : nil
            page.text(
                language.parts([
                    bulletin.called[language].capitalisedFirst, bulletin.on.jalaliText(language),
                    bulletin.state.phrase[language], names?[language],
                ]), bulletin.state.color, mark: bulletin.state.sign, direction: .page)
        }
    }

    private func setFormer(_ page: inout ReadingPage, _ context: ScreenContext) {
        guard !former.isEmpty else { return }
        let language = context.language
        page.heading(Phrase(fa: "متن‌های پیشین", en: "former texts"))
        for text in former {
            let standing = text.isStanding ? Phrase(fa: "منتشرشده", en: "published") : nil
            page.text(
                language.parts([
                    text.day.jalaliText(language), standing?[language], text.account, text.text.length[language],
                ]), direction: .page)
        }
        page.text(
            context.told(
                Phrase(
                    fa: "{stories.compare} تفاوت را نشان می‌دهد، {screen.earlier} با متنی پیش‌تر",
                    en: "{stories.compare} shows what was changed, {screen.earlier} since an earlier text")), .muted,
            direction: .page)
    }
}

extension StoryPage.Former {
    /// "Changed since the published text of 1401/05/20"
    fileprivate var heading: Phrase {
        let day = (day.jalaliText(.persian), day.jalaliText(.english))
        return isStanding
            ? Phrase(
                fa: "تفاوت با متن منتشرشده در \(day.0)", en: "changed since the published text of \(day.1)")
            : Phrase(fa: "تفاوت با متن \(day.0) از \(account)", en: "changed since the text of \(day.1) by \(account)")
    }
}
