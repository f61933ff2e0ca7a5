import Canvas
import Domain
import Persian
import Store

/// An open course: its seats above; below, the people in it, the enrol desk, or the attendance sheet.
struct CourseView {
    let state: TrainingScreen.State
    let context: ScreenContext

    init(_ state: TrainingScreen.State, _ context: ScreenContext) {
        self.state = state
        self.context = context
    }

    var language: Language { context.language }

    func draw(in region: inout Region) {
        guard let row = state.course else { return }
        drawHead(row, in: &region)
        region.part(top: CourseLayout.headHeight) { region in
            if state.view == .attendance {
                drawSheet(row.course, in: &region)
            } else if state.desk.chooser.isOpen {
                drawCandidates(in: &region)
            } else {
                drawRoster(row.course, in: &region)
            }
        }
    }

    private func drawHead(_ row: CourseRow, in region: inout Region) {
        let course = row.course
        let tabs = Tabs(
            [
                .init(region(Phrase(fa: "افراد", en: "People")), badge: language.number(row.taken + row.waiting)),
                .init(
                    region(Phrase(fa: "حضور و غیاب", en: "Attendance")),
                    badge: language.digits("\(row.held)/\(course.sessions.count)")),
            ], selected: state.view == .attendance ? 1 : 0)
        let tabsWidth = 38
        region.part(start: max(0, region.width - tabsWidth), height: 1) { tabs.draw(in: &$0) }
        region.part(width: max(10, region.width - tabsWidth - 1), height: 1) { region in
            region.put(
                [
                    Span("\(course.state.sign) ", color: course.state.color), .code(course.code, color: .muted),
                    Span("  "), Span(course.title, direction: .automatic, color: .strong),
                ], row: 0, start: 1, style: Style())
        }
        let gauge = min(40, region.width / 3)
        region.part(top: 1, start: 1, width: gauge, height: 1) { row.gauge.draw(in: &$0) }
        region.put(region(row.words), row: 1, start: gauge + 3, direction: .page, style: Style(.text))
        let rule = course.audience.rule(on: course.from)[language].capitalisedFirst
        region.put(rule, row: 2, start: 1, direction: .page, style: Style(.muted))
        drawLine(course, in: &region)
    }

    /// The line above the table: the desk's field, or what the session is that keys act on.
    private func drawLine(_ course: Course, in region: inout Region) {
        if state.view == .attendance {
            guard course.sessions.indices.contains(state.sheet.session) else { return }
            let session = course.sessions[state.sheet.session]
            let count = state.sheet.present[session.code]?.count
            let text =
                count.map {
                    Phrase(
                        fa: "\(persianDigits($0)) حاضر از \(persianDigits(state.roster.total))",
                        en: "\($0) of \(state.roster.total) present")
                } ?? Phrase(fa: "حضور هنوز زده نشده", en: "attendance not taken yet")
            let day = session.day
            let hours = [Span.code(session.display(language), color: .accent)]
            let named = [Span("  \(day.weekday.name[language]) \(day.longText(.jalali, language))")]
            let told = [Span("  ·  \(text[language])")]
            let whole = hours + named + told
            let isFitting = whole.reduce(1) { $0 + textWidth($1.text) } <= region.width
            region.put(isFitting ? whole : hours + told, row: 3, start: 1, style: Style(.text))
            return
        }
        guard state.desk.chooser.isOpen else {
            let hint =
                course.openness
                ?? Phrase(
                    fa: "{training.enrol} ثبت‌نام با نام یا کد ملی", en: "{training.enrol} enrols by name or national ID"
                )
            region.put(context.told(hint), row: 3, start: 1, direction: .page, style: Style(.muted))
            return
        }
        let label = region(Phrase(fa: "ثبت‌نام", en: "Enrol"))
        region.put(label, row: 3, start: 1, direction: .page, style: Style(.accent, on: .page, .bold))
        let width = max(12, min(44, region.width - 30))
        TextField(state.desk.chooser.input).draw(in: &region, row: 3, start: textWidth(label) + 2, width: width)
        let count = language.number(state.desk.chooser.items.count)
        let more =
            state.desk.chooser.items.count < EnrolDesk.reach
            ? Phrase(fa: "\(count) نفر", en: "\(count) found")
            : Phrase(fa: "\(count)+ · بیشتر بنویسید", en: "\(count)+ · type more")
        guard !state.desk.chooser.items.isEmpty else { return }
        let which = Phrase(
            fa: "کدام؟ {desk.previous} {desk.next} و {desk.enter}",
            en: "which one? {desk.previous} {desk.next} and {desk.enter}")
        region.put(
            context.told(state.desk.isAsking ? which : more), row: 3, start: textWidth(label) + width + 4,
            direction: .page,
            style: state.desk.isAsking ? Style(.warning, on: .page, .bold) : Style(.muted))
    }

    // MARK: People

    private static let rosterColumns: [Column] = [
        Column(Phrase(fa: "نام", en: "Name"), minimum: 18, weight: 3, priority: 10),
        Column(Phrase(fa: "کد ملی", en: "National ID"), minimum: 11, priority: 6),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 17, priority: 9),
        Column(Phrase(fa: "حضور", en: "Present"), minimum: 7, alignment: .end, priority: 7),
        Column(Phrase(fa: "گواهی", en: "Certificate"), minimum: 11, priority: 8),
        Column(Phrase(fa: "از", en: "Since"), minimum: 10, priority: 3),
    ]

    private func drawRoster(_ course: Course, in region: inout Region) {
        let height = CourseLayout(context).rows
        guard state.roster.total > 0 else {
            EmptyState(
                region(Phrase(fa: "هنوز کسی در این دوره نیست", en: "Nobody is in this course yet")),
                hints: [
                    context.told(
                        Phrase(
                            fa: "{training.enrol} نخستین نفر را ثبت‌نام می‌کند",
                            en: "{training.enrol} enrols the first one"))
                ]
            ).draw(in: &region)
            return
        }
        TableWidget(
            columns: Self.rosterColumns,
            rows: state.roster.rows(height: height).map { cells($0, course) },
            selected: state.roster.selected - state.roster.top, scroll: state.roster.scrollBar(height: height)
        ).draw(in: &region)
    }

    private func cells(_ row: EnrolmentRow, _ course: Course) -> [TableCell] {
        let enrolment = row.enrolment
        let attended = language.digits("\(row.attended.count)/\(course.sessions.count)")
        return [
            TableCell(row.person.fullName, color: enrolment.state == .withdrawn ? .muted : nil),
            TableCell(
                language.digits(context.masking.nationalID(row.person.nationalID)), direction: .leftToRight,
                color: .muted),
            TableCell(
                "\(enrolment.state.sign) \(words(of: row, in: course))", direction: .page, color: enrolment.state.color),
            TableCell(enrolment.state.takesSeat ? attended : "", direction: .leftToRight),
            TableCell(row.certificate ?? "", direction: .leftToRight, color: .accent),
            TableCell(enrolment.enrolledOn.jalaliText(language), direction: .leftToRight, color: .muted),
        ]
    }

    /// The state, and the place on the waiting list while anybody can still have a seat.
    private func words(of row: EnrolmentRow, in course: Course) -> String {
        let place = course.state == .announced ? row.place.map { " \(language.number($0))" } : nil
        return row.enrolment.state.phrase(in: course.state)[language] + (place ?? "")
    }
}

extension EnrolmentState {
    /// A sign of its own for each.
    var sign: String {
        switch self {
        case .enrolled: "●"
        case .waitlisted: "◷"
        case .withdrawn: "×"
        case .completed: "★"
        case .failed: "○"
        }
    }

    var color: ColorRole {
        switch self {
        case .enrolled: .good
        case .waitlisted: .warning
        case .withdrawn, .failed: .muted
        case .completed: .accent
        }
    }
}
