import Canvas
import Domain
import Persian
import Store

/// The board for a wall: an alarm line, a clock and the counts in large figures, and one page of the camps.
struct WallView {
    let officeName: String
    let now: Moment
    /// All running camps, and what is said of those of this page.
    let live: [LiveCamp]
    let rows: [BoardRow]
    /// The worst, where it is in alarm.
    let worst: BoardRow?
    let page: Int
    let news: [Int64: BoardNews]
    /// Why what is shown may be old; nil when it is not.
    let trouble: Phrase?
    /// The last changes of camps, for the rows that the camps leave free.
    let events: [FeedItem]
    let context: ScreenContext

    private static let headHeight = BigFigures.height + 2

    /// How many camps a page of so many rows holds: each has one line, and one of air where there is room.
    static func rowsAPage(height: Int) -> Int { max(1, height - headHeight - 4) }

    static func pages(_ count: Int, height: Int) -> Int {
        max(1, (count + rowsAPage(height: height) - 1) / rowsAPage(height: height))
    }

    /// How many of the last changes have room below so many camps; none where it would be but a few.
    static func eventRows(camps: Int, height: Int) -> Int {
        let free = height - headHeight - 4 - camps
        // A border, a head, and a row of air above it.
        return free >= 8 ? min(free - 4, 20) : 0
    }

    private var today: Day { now.day(in: .tehran) }
    private var figures: LiveFigures { LiveFigures(live, on: today) }

    func draw(in region: inout Region) {
        region.fill(Style())
        guard ShellLayout(width: region.width, height: region.height).isLargeEnough else {
            ShellView.drawTooSmall(in: &region)
            return
        }
        drawAlarm(in: &region)
        region.part(top: 2, start: 2, width: region.width - 4, height: BigFigures.height, draw: drawHead)
        let top = Self.headHeight + 1
        region.part(top: top, height: region.height - top - 1) { region in
            guard !live.isEmpty else {
                EmptyState(region(Phrase(fa: "اکنون اردویی برگزار نمی‌شود", en: "No camp is running now"))).draw(
                    in: &region)
                return
            }
            let height = events.isEmpty ? 0 : events.count + 3
            region.part(height: region.height - height) {
                BoardView(rows: rows, selected: nil, news: news, today: today).draw(in: &$0)
            }
            guard !events.isEmpty else { return }
            region.part(top: region.height - height, start: 1, width: region.width - 2, height: height) { region in
                Panel(region(Phrase(fa: "آخرین رویدادها", en: "Last events"))).drawTight(in: &region) {
                    OverviewScreen.drawFeed(events, selected: nil, in: &$0, context)
                }
            }
        }
        drawFoot(in: &region, pages: Self.pages(live.count, height: region.height))
    }

    /// The worst in one line, in words.
    private func drawAlarm(in region: inout Region) {
        let language = region.language
        let count = figures.alarms
        guard let worst, count > 0, trouble == nil else {
            let text = trouble ?? Phrase(fa: "✓ هیچ اردویی در هشدار نیست", en: "✓ No camp is in alarm")
            let color: ColorRole = trouble == nil ? .good : .warning
            region.fill(Style(color, on: .panel), height: 1)
            region.put(text[language], row: 0, start: 2, direction: .page, style: Style(color, on: .panel, .bold))
            return
        }
        region.fill(Style(.page, on: .alarm, .bold), height: 1)
        let head = Phrase(
            fa: "▲ \(persianDigits(count)) اردو در هشدار", en: "▲ \(count, "camp") in alarm")
        // However long a name is, the line is to say what has happened, and which other camps to look for below.
        let title = Span(TextLayout.fitted(worst.title, width: 30), direction: .automatic)
        let others = live.dropFirst().prefix { $0.state == .alarm }.map { [Span.code($0.code)] }
        let rest =
            others.isEmpty
            ? []
            : [Span(region(Phrase(fa: "و ", en: "also ")))]
                + others.joined(separator: [Span(language == .persian ? "، " : ", ")])
        let restWidth = rest.isEmpty ? 0 : min(region.width / 3, rest.reduce(2) { $0 + textWidth($1.text) })
        let style = Style(.page, on: .alarm, .bold)
        let worstOf = [
            [Span(head[language])], [.code(worst.code), Span(" "), title],
            worst.troubles(today: today, language).first ?? [],
        ]
        let used = region.put(worstOf.listed, row: 0, start: 2, width: region.width - 4 - restWidth, style: style)
        region.put(rest, row: 0, start: 4 + used, width: max(0, region.width - used - 6), style: style)
    }

    private func drawHead(in region: inout Region) {
        let language = region.language
        let clock = BigFigures(language.digits(now.clockText(in: .tehran)), style: Style(.accent))
        region.part(width: clock.width, height: BigFigures.height) { clock.draw(in: &$0) }
        var start = clock.width + 3
        // The states bear the signs that the camps below bear.
        let late = Phrase(fa: "دیر", en: "late")
        let states = [
            (LiveState.alarm, LiveState.alarm.phrase, figures.alarms), (.late, late, figures.late),
        ].map { state, word, count in ("\(state.sign) \(region(word))", count, state.color) }
        let camps = (region(Phrase(fa: "اردو", en: "camps")), figures.camps, ColorRole.strong)
        let people = (region(Phrase(fa: "در میدان", en: "in the field")), figures.people, ColorRole.good)
        var large = ([camps] + states + [people]).map { Count(label: $0, number: $1, color: $2, language) }
        // No count is dropped: what has no room in large figures stands behind them in lines, alarms last of all.
        var small: [Count] = []
        while let next = [3, 2, 0].first(where: { large.count > $0 }),
            start + large.reduce(0, { $0 + $1.largeWidth }) + (small.map(\.smallWidth).max() ?? 0) > region.width
        {
            small.insert(large.remove(at: next), at: 0)
        }
        for count in large {
            count.drawLarge(in: &region, start: start)
            start += count.largeWidth
        }
        for (line, count) in small.enumerated() {
            region.put(
                count.spans, row: BigFigures.height - small.count + line, start: start, style: Style(.muted))
        }
    }

    /// One of the figures in the head, with what it counts.
    private struct Count {
        let label: String
        let figures: BigFigures
        let plain: String
        let color: ColorRole

        init(label: String, number: Int, color: ColorRole, _ language: Language) {
            self.label = label
            self.color = number == 0 ? .muted : color
            figures = BigFigures(language.digits(String(number)), style: Style(self.color))
            plain = language.number(number)
        }

        /// With the air behind it.
        var largeWidth: Int { textWidth(label) + 1 + figures.width + 3 }
        var smallWidth: Int { textWidth(label) + 1 + textWidth(plain) }
        var spans: [Span] { [Span("\(label) "), .code(plain, color: color)] }

        func drawLarge(in region: inout Region, start: Int) {
            let width = textWidth(label)
            region.put(
                label, row: BigFigures.height - 1, start: start, width: width, direction: .page, style: Style(.muted))
            region.part(start: start + width + 1, width: figures.width, height: BigFigures.height) {
                figures.draw(in: &$0)
            }
        }
    }

    private func drawFoot(in region: inout Region, pages: Int) {
        let row = region.height - 1
        region.fill(Style(.muted, on: .panel), row: row, height: 1)
        let language = region.language
        let date = "\(today.weekday.name[language]) \(today.longText(.jalali, language))"
        region.put(
            region.language.parts([region(Phrase(fa: "خدمت", en: "Khedmat")), officeName, date]), row: row, start: 2,
            direction: .page,
            style: Style(.text, on: .panel))
        let number = Phrase(
            fa: "صفحه \(persianDigits(page + 1)) از \(persianDigits(pages))", en: "page \(page + 1) of \(pages)")[
                language]
        let width = textWidth(number)
        region.put(
            number, row: row, start: max(0, region.width - width - 2), width: width, direction: .page,
            style: Style(.muted, on: .panel))
    }
}
