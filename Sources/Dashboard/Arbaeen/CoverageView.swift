import Canvas
import Domain
import Persian
import Store

/// The shifts of a day: hours across, shifts down, shaded by the people who come of those who are needed; or the desk
/// that tells which group can take the marked one.
struct CoverageView {
    private let state: ArbaeenScreen.State
    private let context: ScreenContext

    init(_ state: ArbaeenScreen.State, _ context: ScreenContext) {
        self.state = state
        self.context = context
    }

    private var language: Language { context.language }
    private var coverage: Coverage { state.coverage }

    func draw(in region: inout Region) {
        guard let point = state.point?.point, let day = coverage.day else { return }
        drawDay(day, point, in: &region)
        if state.desk.isOpen, let shift = coverage.selected {
            region.part(top: 1) { drawDesk(shift, in: &$0) }
            return
        }
        guard !coverage.shifts.isEmpty else {
            region.part(top: 2) { region in
                EmptyState(
                    region(Phrase(fa: "در این روز شیفتی نیست", en: "There is no shift on this day")),
                    hints: [
                        context.told(
                            Phrase(
                                fa: "{arbaeen.new} شیفتی برنامه‌ریزی می‌کند، {arbaeen.pattern} آن را تکرار می‌کند",
                                en: "{arbaeen.new} plans one, {arbaeen.pattern} repeats it")),
                        context.told(
                            Phrase(
                                fa: "{screen.earlier} و {screen.later} روز قبل و بعد",
                                en: "{screen.earlier} and {screen.later} turn the days")),
                    ]
                ).draw(in: &region)
            }
            return
        }
        let below = min(region.height / 3, 8)
        region.part(top: 1, height: region.height - 1 - below) { drawGrid(point, day, in: &$0) }
        region.part(top: region.height - below, start: 1, width: region.width - 2) { drawSelected(point, in: &$0) }
    }

    /// The day in the calendars of the point, and whose clocks are shown.
    private func drawDay(_ day: Day, _ point: ServicePoint, in region: inout Region) {
        let lunar = state.season?.calendar(of: point.country) ?? LunarCalendar()
        let country = state.isElsewhere ? point.country.other : point.country
        let clock = Phrase(fa: "به ساعت \(country.phrase)", en: "by the clocks of \(country.phrase)")
        region.put(
            [
                Span("\(day.weekday.name[language]) \(day.longText(.jalali, language))", color: .strong),
                Span("  \(day.longText(.lunar, language, lunar: lunar))", color: .muted), Span("  "),
                Span(clock[language], color: state.isElsewhere ? .warning : .muted),
            ], row: 0, start: 1, style: Style(.muted))
    }

    // MARK: The grid

    private static let nameWidth = 28

    private func drawGrid(_ point: ServicePoint, _ day: Day, in region: inout Region) {
        let count = max(1, coverage.hours.count)
        let cell = max(1, min(6, (region.width - Self.nameWidth - 2) / count))
        let start = Self.nameWidth
        let first = day.moments(in: point.zone).lowerBound
        region.fill(Style(.muted, on: .panel), height: 1)
        drawHours(first, point, cell: cell, start: start, in: &region)
        region.put(
            region(Phrase(fa: "همه با هم", en: "all together")), row: 1, start: 2, width: start - 3, direction: .page,
            style: Style(.muted))
        drawTotal(cell: cell, start: start, in: &region)
        let rows = max(1, region.height - 2)
        let top = max(0, min(coverage.index - rows / 2, coverage.shifts.count - rows))
        for (line, shift) in coverage.shifts.dropFirst(top).prefix(rows).enumerated() {
            let isSelected = top + line == coverage.index
            region.part(top: line + 2, height: 1) { region in
                drawShift(shift, first, cell: cell, start: start, isSelected: isSelected, point, in: &region)
            }
        }
        ScrollBar(position: top, visible: rows, total: coverage.shifts.count).drawIfNeeded(in: &region, top: 2)
    }

    private func drawHours(_ first: Moment, _ point: ServicePoint, cell: Int, start: Int, in region: inout Region) {
        let zone = state.isElsewhere ? point.country.other.zone : point.zone
        let every = cell >= 2 ? 3 : 6
        for hour in stride(from: 0, to: coverage.hours.count, by: every) {
            let time = LocalTime(Moment(milliseconds: first.milliseconds + Int64(hour) * 3_600_000), in: zone)
            region.put(
                language.digits(time.clockText), row: 0, start: start + hour * cell, width: every * cell,
                direction: .leftToRight, style: Style(.muted, on: .panel))
        }
        region.put(
            region(Phrase(fa: "شیفت", en: "Shift")), row: 0, start: 2, width: start - 3, direction: .page,
            style: Style(.muted, on: .panel))
    }

    /// For each hour the share of people who come; hours in which nobody is needed are blank.
    private func drawTotal(cell: Int, start: Int, in region: inout Region) {
        for (hour, count) in coverage.hours.enumerated() where count.needed > 0 {
            let share = min(100, count.present * 100 / count.needed)
            let color: ColorRole = share == 100 ? .good : share == 0 ? .alarm : .warning
            region.part(top: 1, start: start + hour * cell, width: cell + 1, height: 1) { region in
                HeatStrip([share], full: 100, figure: "", color: color, cell: cell).draw(in: &region)
            }
        }
    }

    private func drawShift(
        _ shift: Shift, _ first: Moment, cell: Int, start: Int, isSelected: Bool, _ point: ServicePoint,
        in region: inout Region
    ) {
        let background: ColorRole = isSelected ? .selection : .page
        region.fill(Style(isSelected ? .strong : .text, on: background))
        if isSelected {
            region.put("▌", row: 0, width: 1, direction: .picture, style: Style(.accent, on: .selection, .bold))
        }
        let zone = state.isElsewhere ? point.country.other.zone : nil
        region.put(
            [
                .code(shift.code, color: .muted), Span(" "), .code(shift.clocks(in: zone, language), color: .text),
                Span(" "),
                .code(shift.figures(language), color: shift.color),
            ], row: 0, start: 2, width: start - 3, style: Style(.text, on: background))
        let hour: Int64 = 3_600_000
        let from = max(0, Int((shift.from.moment.milliseconds - first.milliseconds) / hour))
        let to = min(
            coverage.hours.count, Int((shift.to.moment.milliseconds - first.milliseconds + hour - 1) / hour))
        guard to > from else { return }
        let share = shift.needed > 0 ? min(100, shift.present * 100 / shift.needed) : 0
        region.part(start: start + from * cell, width: (to - from) * cell + 1) { region in
            HeatStrip(
                Array(repeating: share, count: to - from), full: 100, figure: "", color: shift.color,
                background: background, cell: cell
            ).draw(in: &region)
        }
    }

    /// Who is needed on the marked shift, who comes, and the gaps of all points.
    private func drawSelected(_ point: ServicePoint, in region: inout Region) {
        guard let shift = coverage.selected else { return }
        let groups = language.list(
            shift.groups.map { language.line([$0.group, "(\(language.number($0.headcount)))"]) })
        let gap =
            shift.gap > 0
            ? Phrase(
                fa: "\(persianDigits(shift.gap)) نفر کم دارد", en: "\(shift.gap, "person", plural: "people") missing")
            : Phrase(fa: "کامل است", en: "complete")
        let zone = point.country.other
        let other = language.parts([shift.clocks(in: zone.zone, language), zone.phrase[language]])
        let facts: [Facts.Fact] = [
            .init(
                region(Phrase(fa: "نیاز", en: "needed")),
                language.list(shift.roles.map { $0.display(language) })),
            .init(region(Phrase(fa: "می‌آیند", en: "coming")), groups.isEmpty ? "—" : groups),
            .init(region(Phrase(fa: "کمبود", en: "gap")), gap[language], color: shift.color),
            .init(region(Phrase(fa: "ساعت دیگر", en: "other clock")), other),
        ]
        let isWide = region.width >= 84
        region.part(width: isWide ? region.width / 2 - 1 : region.width) { region in
            region.put(String(repeating: "─", count: region.width), row: 0, direction: .picture, style: Style(.faint))
            region.part(top: 1) { _ = Facts(facts).draw(in: &$0) }
        }
        guard isWide else { return }
        region.part(start: region.width / 2 + 1) { GapList(state.gaps, state.isElsewhere, context).draw(in: &$0) }
    }

    // MARK: The desk

    private static let columns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 20),
        Column(Phrase(fa: "شماره", en: "Code"), minimum: 6, priority: 8),
        Column(Phrase(fa: "گروه", en: "Group"), minimum: 16, weight: 2, priority: 10),
        Column(Phrase(fa: "آزاد", en: "Free"), minimum: 9, priority: 9),
        Column(Phrase(fa: "آسودگی", en: "Rest"), minimum: 22, weight: 3, priority: 7),
    ]

    private func drawDesk(_ shift: Shift, in region: inout Region) {
        let desk = state.desk
        let label = region(Phrase(fa: "کدام گروه", en: "Which group"))
        let zone = state.isElsewhere ? state.point?.point.country.other.zone : nil
        region.put(label, row: 0, start: 1, direction: .page, style: Style(.accent, on: .page, .bold))
        let width = max(12, min(36, region.width - textWidth(label) - 34))
        TextField(desk.input).draw(in: &region, row: 0, start: textWidth(label) + 3, width: width)
        region.put(
            [
                .code(shift.code, color: .muted), Span("  "), .code(shift.clocks(in: zone, language), color: .text),
                Span("  "), .code(shift.figures(language), color: shift.color),
            ], row: 0, start: textWidth(label) + width + 5, style: Style(.text))
        region.part(top: 2) { region in
            if desk.items.isEmpty {
                return EmptyState(region(Phrase(fa: "گروهی یافت نشد", en: "No group found"))).draw(in: &region)
            }
            desk.table(Self.columns, height: max(1, region.height - 1)) { cells($0, shift) }.draw(in: &region)
        }
    }

    private func cells(_ candidate: ShiftCandidate, _ shift: Shift) -> [TableCell] {
        let size = language.digits("\(candidate.free)/\(candidate.group.size)")
        return [
            TableCell(candidate.sign, direction: .page, color: candidate.color),
            TableCell(candidate.group.code, direction: .leftToRight, color: .muted),
            TableCell(candidate.group.shortName), TableCell(size, direction: .leftToRight, color: candidate.color),
            TableCell(
                candidate.note(before: shift)[language], direction: .page, color: candidate.sign == "×" ? .muted : .text
            ),
        ]
    }
}

extension ScrollBar {
    /// Draws the bar at the end edge, below a row, where not all is seen.
    func drawIfNeeded(in region: inout Region, top: Int) {
        guard total > visible else { return }
        region.part(top: top, start: region.width - 1) { draw(in: &$0) }
    }
}
