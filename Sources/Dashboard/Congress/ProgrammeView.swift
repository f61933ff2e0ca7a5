import Canvas
import Domain
import Persian
import Store

/// How the programme is shared out: tabs, days, the grid or the list, and what is said of the selected session.
struct ProgrammeLayout {
    let context: ScreenContext
    private let prefersList: Bool
    private let halls: Int
    private let isCarrying: Bool

    init(_ context: ScreenContext, _ state: ProgrammeScreen.State) {
        self.context = context
        prefersList = state.isList
        halls = state.halls.count
        isCarrying = state.carried != nil
    }

    static let headHeight = 2
    /// A rule, and what it is and who speaks; or where it is carried, and what is against it.
    var footHeight: Int { context.height < 16 ? 0 : isCarrying ? 5 : 4 }
    var bodyHeight: Int { max(1, context.height - Self.headHeight - footHeight) }
    /// Where not even two halls stand side by side, the list tells more.
    var isGrid: Bool { !prefersList && DayGrid.placesShown(in: context.width) >= min(2, halls) }
}

extension SessionKind {
    var color: ColorRole {
        switch self {
        case .ceremony: .tag1
        case .panel: .tag5
        case .lecture: .tag2
        case .memorial: .tag3
        case .exhibition: .tag4
        case .meal: .tag6
        case .other: .tag7
        }
    }
}

extension ProgrammeScreen {
    static func draw(_ state: State, in region: inout Region, _ context: ScreenContext) {
        region.part(height: 1) { CongressTabs.programme.draw(state.edition, in: &$0, context) }
        guard let edition = state.edition else {
            return EmptyState(
                region(Phrase(fa: "هنوز کنگره‌ای گشوده نشده است", en: "No congress has been opened yet")),
                hints: [context.told(Phrase(fa: "{programme.open} کنگره‌ای می‌گشاید", en: "{programme.open} opens one"))]
            ).draw(in: &region)
        }
        let layout = ProgrammeLayout(context, state)
        region.part(top: 1, height: 1) { drawDays(state, edition, in: &$0) }
        region.part(top: ProgrammeLayout.headHeight, height: layout.bodyHeight) { region in
            if state.halls.isEmpty
                || state.sessions.isEmpty && state.goingOn.isEmpty && state.carried == nil
            {
                empty(state, context).draw(in: &region)
            } else if layout.isGrid {
                drawGrid(state, in: &region, context)
            } else {
                drawList(state, in: &region)
            }
        }
        guard layout.footHeight > 0 else { return }
        region.part(top: ProgrammeLayout.headHeight + layout.bodyHeight) { drawFoot(state, in: &$0, context) }
    }

    private static func empty(_ state: State, _ context: ScreenContext) -> EmptyState {
        state.halls.isEmpty
            ? EmptyState(
                Phrase(fa: "این کنگره هنوز سالنی ندارد", en: "This congress has no hall yet")[context.language],
                hints: [context.told(Phrase(fa: "{programme.hall} سالنی می‌افزاید", en: "{programme.hall} adds a hall"))]
            )
            : EmptyState(
                Phrase(fa: "در این روز نشستی نیست", en: "No session on this day")[context.language],
                hints: [
                    context.told(
                        Phrase(
                            fa: "{programme.schedule} نشستی در برنامه می‌گذارد",
                            en: "{programme.schedule} schedules a session")),
                    context.told(
                        Phrase(
                            fa: "{screen.earlier} و {screen.later} روز پیش و بعد",
                            en: "{screen.earlier} and {screen.later}: the day before and after")),
                ])
    }

    private static func drawDays(_ state: State, _ edition: Congress, in region: inout Region) {
        let language = region.language
        let days = (0...(edition.to - edition.from)).map { edition.from.advanced(by: $0) }
        let items = days.map { day -> Tabs.Item in
            let date = JalaliDate(day)
            let month = JalaliDate.monthNames[date.month - 1][language]
            return .init("\(day.weekday.name[language]) \(language.digits(String(date.day))) \(month)")
        }
        let count = Phrase(
            fa: "\(persianDigits(state.sessions.count)) نشست",
            en: "\(state.sessions.count, "session")")[language]
        let width = textWidth(count)
        region.put(count, row: 0, start: region.width - width - 1, width: width, direction: .page, style: Style(.muted))
        region.part(width: region.width - width - 2, height: 1) {
            Tabs(items, selected: state.day - edition.from).draw(in: &$0)
        }
    }

    private static func drawGrid(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let language = region.language
        let midnight = Moment(day: state.day, hour: 0, minute: 0, in: .tehran).milliseconds
        func minute(_ moment: Moment) -> Int { Int((moment.milliseconds - midnight) / 60_000) }
        func block(_ session: CongressSession, _ look: DayGrid.Block.Look) -> DayGrid.Block? {
            guard let place = state.halls.firstIndex(where: { $0.code == session.hall }) else { return nil }
            let people = session.people.compactMap { state.names[$0] }
            // Of the day before the page shows the end alone, and has perhaps but one row for it.
            let isBefore = session.day < state.day
            let before = isBefore ? [region(Phrase(fa: "از روز پیش", en: "from the day before"))] : []
            let midnight = Moment(day: state.day, hour: 24, minute: 0, in: .tehran)
            let until = language.digits(session.to.clockText(in: .tehran))
            let goesOn = Phrase(fa: "تا \(until) روز بعد", en: "until \(until) next day")
            return DayGrid.Block(
                place: place, minutes: minute(session.from)..<minute(session.to),
                times: isBefore ? Phrase(fa: "تا \(until)", en: "until \(until)")[language] : session.clocks(language),
                title: session.title,
                notes: before + [session.sort.phrase[language]]
                    + (people.isEmpty ? [] : [people.listed(in: language)]),
                color: session.sort.color, look: look, goesOn: session.to > midnight ? goesOn[language] : nil)
        }
        let carried = state.carried
        var blocks = (state.goingOn + state.sessions).filter { $0.code != carried?.session.code }.compactMap {
            session in
            block(session, carried == nil && session.code == state.selected ? .selected : .plain)
        }
        // The selected one is drawn last.
        if let index = blocks.firstIndex(where: { $0.look == .selected }) { blocks.append(blocks.remove(at: index)) }
        if let carried, let lifted = block(carried.session, carried.objection == nil ? .lifted : .clashing) {
            blocks.append(lifted)
        }
        let first = blocks.map { $0.minutes.lowerBound / 60 }.min() ?? 8
        let last = blocks.map { ($0.minutes.upperBound + 59) / 60 }.max() ?? 18
        DayGrid(
            places: state.halls.map { .init($0.name, note: language.number($0.seats)) }, blocks: blocks,
            hours: min(8, max(0, first))..<max(18, last),
            now: state.day == context.day ? minute(context.now) : nil
        ).draw(in: &region)
    }

    private static let columns: [Column] = [
        Column(Phrase(fa: "ساعت", en: "Hours"), minimum: 11, priority: 10),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 14, weight: 3, priority: 9),
        Column(Phrase(fa: "سالن", en: "Hall"), minimum: 10, weight: 1, priority: 8),
        Column(Phrase(fa: "گونه", en: "Kind"), minimum: 10, priority: 5),
        Column(Phrase(fa: "سخنرانان", en: "Speakers"), minimum: 16, weight: 2, priority: 3),
    ]

    private static func drawList(_ state: State, in region: inout Region) {
        let language = region.language
        let rows = max(1, region.height - 1)
        let selected = state.selectedIndex ?? 0
        let top = max(0, min(selected - rows / 2, state.sessions.count - rows))
        let shown = state.sessions.dropFirst(top).prefix(rows).map { session in
            let here = state.carried.map { $0.session.code == session.code ? $0.session : session } ?? session
            let hall = state.halls.first { $0.code == here.hall }?.name ?? here.hall
            return [
                TableCell(here.clocks(language), direction: .leftToRight), TableCell(here.title),
                TableCell(hall, color: .muted), TableCell(here.sort.phrase[language], color: here.sort.color),
                TableCell(here.people.compactMap { state.names[$0] }.listed(in: language), color: .muted),
            ]
        }
        TableWidget(columns: columns, rows: shown, selected: selected - top).draw(in: &region)
    }

    /// What the selected session is; while one is carried, where it would be and what is against it.
    private static func drawFoot(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let language = region.language
        region.put(
            String(repeating: "─", count: region.width), row: 0, direction: .picture, style: Style(.faint))
        guard let session = state.carried?.session ?? state.selectedSession else { return }
        let hall = state.halls.first { $0.code == session.hall }?.name ?? session.hall
        if let carried = state.carried {
            return drawCarried(carried, hall, in: &region, context)
        }
        region.put(
            language.parts([session.code, session.title]), row: 1, start: 1, direction: .page,
            style: Style(.accent, on: .page, .bold))
        region.put(
            [Span(language.parts([session.hours(language), hall, session.sort.phrase[language]]))], row: 2, start: 1,
            style: Style(.text))
        let people = session.speakers.compactMap { state.names[$0] }.listed(in: language)
        let chair = session.moderator.flatMap { state.names[$0] }
        let said = [people, chair.map { Phrase(fa: "گرداننده \($0)", en: "moderator \($0)")[language] }]
        region.put(
            language.parts(said), row: 3, start: 1, direction: .page,
            style: Style(.muted))
    }

    private static func drawCarried(
        _ carried: CarriedSession, _ hall: String, in region: inout Region, _ context: ScreenContext
    ) {
        let session = carried.session
        region.put(
            [
                Span("↕ "),
                Span(region.language.parts([session.hours(region.language), hall, session.code, session.title])),
            ], row: 1, start: 1, style: Style(.accent, on: .page, .bold))
        let free = Phrase(
            fa:
                "آزاد است: {carried.putDown} می‌گذارد، {carried.back} برمی‌گرداند؛ {carried.earlier}{carried.later} ۱۵ دقیقه، {columns.h}{columns.l} سالن، {screen.earlier} {screen.later} روز",
            en:
                "free: {carried.putDown} puts it down, {carried.back} puts it back; {carried.earlier}{carried.later} 15 minutes, {columns.h}{columns.l} hall, {screen.earlier} {screen.later} day"
        )
        let text = carried.objection.map { "▲ " + region($0.phrase) } ?? context.told(free)
        for (line, text) in TextLayout.wrap(text, width: region.width - 2, lines: 3).enumerated() {
            region.put(
                text, row: 2 + line, start: 1, direction: .page,
                style: Style(carried.objection == nil ? .good : .alarm))
        }
    }
}
