import Canvas
import Domain
import Persian
import Store

extension BulletinsScreen {
    private static let columns: [Column] = [
        Column(Phrase(fa: "شماره", en: "Number"), minimum: 7, priority: 10),
        Column(Phrase(fa: "تاریخ", en: "Day"), minimum: 10, priority: 8),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 14, weight: 3, priority: 7),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 15, priority: 9),
        Column(Phrase(fa: "روایت‌ها", en: "Stories"), minimum: 8, priority: 6),
        Column(Phrase(fa: "اثر انگشت", en: "SHA-256"), minimum: 10, priority: 5),
    ]

    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        region.part(height: 1) { StoriesTabs.bulletins.draw(in: &$0) }
        pane(state).view(state, &region, context)
    }

    static func drawList(_ state: State, in region: inout Region, _ context: ScreenContext) {
        region.part(top: 1) { region in
            ListView(
                list, StoriesLayout(context).list, "bulletins",
                unit: .init(fa: "خبرنامه", one: "bulletin", many: "bulletins"), empty: empty,
                columns: { _ in columns }, cells: { cells($0, context) }
            ).draw(
                state, in: &region, context,
                detail: state.list.selectedItem.map { bulletin in { drawDetail(bulletin, state, in: &$0, context) } })
        }
    }

    private static let empty = ListView<State, Bulletin>.Words(
        Phrase(fa: "هنوز خبرنامه‌ای نیست", en: "There is no bulletin yet"),
        Phrase(
            fa: "{bulletins.compose} روایت‌های تأییدشده را در شماره‌ای تازه گرد می‌آورد",
            en: "{bulletins.compose} puts approved stories together for a new number"))

    private static func cells(_ bulletin: Bulletin, _ context: ScreenContext) -> [TableCell] {
        let language = context.language
        return [
            TableCell(language.digits(bulletin.key), direction: .leftToRight),
            TableCell(bulletin.on.jalaliText(language), direction: .leftToRight),
            TableCell(bulletin.title ?? "", color: bulletin.title == nil ? .faint : nil),
            TableCell(bulletin.state.signed[language], direction: .page, color: bulletin.state.color),
            TableCell(language.number(bulletin.stories.count)),
            TableCell(String(bulletin.sha256?.prefix(10) ?? "—"), direction: .leftToRight, color: .muted),
        ]
    }

    /// The stories of the selected one, and what would be an erratum: the old figure beside the new.
    private static func drawDetail(
        _ bulletin: Bulletin, _ state: State, in region: inout Region, _ context: ScreenContext
    ) {
        let language = context.language
        let isRoomy = region.height > 12
        var facts: [Facts.Fact] = []
        if let title = bulletin.title { facts.append(.init(BulletinFields.title.phrase[language], title)) }
        if let erratum = bulletin.erratum {
            facts.append(.init(Phrase(fa: "اصلاحیه", en: "erratum")[language], erratum, color: .warning))
        }
        if let hash = bulletin.sha256, isRoomy {
            facts.append(
                .init(
                    Phrase(fa: "اثر انگشت", en: "SHA-256")[language], String(hash.prefix(16)), direction: .leftToRight))
        }
        let errata = state.$errata.value(for: bulletin.key) ?? []
        let stories = state.$stories.value(for: bulletin.key) ?? []
        let title = language.parts([bulletin.called[language].capitalisedFirst, bulletin.state.phrase[language]])
        let head = Detail(title).gap(isRoomy).facts(facts).gap(isRoomy && !facts.isEmpty)
            .draw(in: &region)
        region.part(top: head) { region in
            var row = drawErrata(errata, bulletin, in: &region)
            for (place, story) in stories.enumerated() where row < region.height {
                let number = language.number(place + 1)
                let told: [Span] = [
                    Span("\(number). "), .code(story.code, color: .muted), Span(" "),
                    Span(
                        story.title,
                        direction: TextLayout.runDirection(of: story.title, page: region.direction), color: .text),
                ]
                let fault = story.fault.map { [Span("  "), Span($0[language], color: .alarm)] } ?? []
                region.put(told + fault, row: row, style: Style(.text))
                row += 1
            }
        }
    }

    /// - Returns: how many rows it took.
    private static func drawErrata(
        _ errata: [PendingErratum], _ bulletin: Bulletin, in region: inout Region
    ) -> Int {
        guard !errata.isEmpty else { return 0 }
        let language = region.language
        let head = Phrase(
            fa: "! \(errata.count) رقم از روز انتشار دگرگون شده است",
            en: "! \(errata.count, "figure") changed since it was issued")
        region.put(region(head), row: 0, direction: .page, style: Style(.warning, on: .page, .bold))
        let rows = errata.map { erratum in
            DiffView.Row(
                erratum.figure.phrase[language], old: language.number(erratum.issued),
                new: language.number(erratum.now))
        }
        var height = 0
        region.part(top: 1, start: 2) { height = min($0.height, DiffView(rows).draw(in: &$0)) }
        return height + 2
    }

    // MARK: The preview

    static func drawPreview(_ state: State, in region: inout Region, _ context: ScreenContext) {
        guard let page = preview(state, context) else { return }
        region.part(top: 1) { page.draw(from: state.offset, in: &$0) }
    }

    static func preview(_ state: State, _ context: ScreenContext) -> ReadingPage? {
        guard let bulletin = state.list.selectedItem, let preview = state.$preview.value(for: bulletin.key),
            let preview
        else { return nil }
        return preview.set(bulletin, context)
    }
}

extension BulletinPreview {
    fileprivate func set(_ bulletin: Bulletin, _ context: ScreenContext) -> ReadingPage {
        var page = ReadingPage(context, columns: min(76, context.width - 4))
        if let templateFault {
            page.text(context.told(templateFault), .alarm, mark: "▲", direction: .page)
            page.gap()
        }
        content.set(bulletin, on: &page, context)
        return page
    }
}

extension BulletinContent {
    /// How an issue is read here: its text in its order, then the figures.
    fileprivate func set(_ bulletin: Bulletin, on page: inout ReadingPage, _ context: ScreenContext) {
        let language = context.language
        page.title(title)
        page.text(
            language.parts([
                bulletin.called[language].capitalisedFirst, on.longText(.jalali, language),
                bulletin.state.signed[language],
            ]), .muted, direction: .page)
        if let hash = bulletin.sha256 { page.text(hash, .faint, direction: .leftToRight) }
        for erratum in errata {
            page.gap()
            let edition = Phrase(
                fa: "اصلاحیه نوبت \(numeral: erratum.edition)", en: "erratum of edition \(numeral: erratum.edition)")
            page.heading(edition)
            page.text(erratum.note, .warning, mark: "▲")
        }
        if let lead { page.body(lead) }
        for (place, story) in stories.enumerated() {
            page.gap()
            page.rule()
            page.title("\(language.number(place + 1)). \(story.title)")
            page.text(language.parts([story.code, story.about, story.author]), .muted, direction: .page)
            page.body(story.body)
            for picture in story.pictures { page.text(picture.alt, .muted, mark: "▣") }
        }
        page.gap()
        page.rule()
        page.heading(
            Phrase(
                fa: "رقم‌ها از \(figures.from.jalaliText(.persian)) تا \(figures.to.jalaliText(.persian))",
                en: "figures from \(figures.from.jalaliText(.english)) to \(figures.to.jalaliText(.english))"))
        for count in figures.counts {
            let counted = Phrase(
                fa: "\(count.value) (از \(count.records) \(count.figure.source))",
                en: "\(count.value) (of \(count.records) × \(count.figure.source))")
            page.fact(Facts.Fact(count.figure.phrase[language], counted[language]))
        }
    }
}
