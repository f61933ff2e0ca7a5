import Canvas
import Domain
import Persian
import Store

/// An open course: its seats above; below, the people in it, the enrol desk, or the attendance sheet.
struct CourseView {
    private let state: TrainingScreen.State
    private let context: ScreenContext

    init(_ state: TrainingScreen.State, _ context: ScreenContext) {
        self.state = state
        self.context = context
    }

    private var language: Language { context.language }

    func draw(in region: inout Region) {
        guard let row = state.course else { return }
        drawHead(row, in: &region)
        region.part(top: CourseLayout.headHeight) { region in
            if state.view == .attendance {
                drawSheet(row.course, in: &region)
            } else if state.desk.isOpen {
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
        guard state.desk.isOpen else {
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
        TextField(state.desk.input).draw(in: &region, row: 3, start: textWidth(label) + 2, width: width)
        let count = language.number(state.desk.candidates.count)
        let more =
            state.desk.candidates.count < EnrolDesk.reach
            ? Phrase(fa: "\(count) نفر", en: "\(count) found")
            : Phrase(fa: "\(count)+ · بیشتر بنویسید", en: "\(count)+ · type more")
        guard !state.desk.candidates.isEmpty else { return }
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

    // MARK: The desk

    private static let candidateColumns: [Column] = [
        Column(Phrase(fa: "", en: ""), minimum: 1, priority: 10),
        Column(Phrase(fa: "نام", en: "Name"), minimum: 18, weight: 1, priority: 9),
        Column(Phrase(fa: "کد ملی", en: "National ID"), minimum: 11, priority: 4),
        Column(Phrase(fa: "می‌تواند؟", en: "May attend?"), minimum: 26, weight: 3, priority: 8),
    ]

    private func drawCandidates(in region: inout Region) {
        let desk = state.desk
        guard !desk.candidates.isEmpty else {
            let isEmpty = desk.input.text.isEmpty
            if isEmpty, !desk.enrolled.isEmpty { return drawEnrolled(in: &region) }
            EmptyState(
                region(
                    isEmpty
                        ? Phrase(
                            fa: "بخشی از نام یا کد ملی را بنویسید یا بخوانید",
                            en: "Type part of a name, or a national ID")
                        : desk.problem ?? Phrase(fa: "کسی یافت نشد", en: "Nobody found")),
                hints: [
                    context.told(
                        Phrase(
                            fa:
                                "{desk.enter} ثبت‌نام می‌کند یا در نوبت می‌گذارد و آماده نفر بعد است؛ {desk.close} بازمی‌گردد",
                            en:
                                "{desk.enter} enrols, or puts on the waiting list, and is ready for the next; {desk.close} goes back"
                        ))
                ]
            ).draw(in: &region)
            return
        }
        let note = TextLayout.wrap(desk.marked?.note[language] ?? "", width: region.width - 2).prefix(2)
        let height = max(1, region.height - 1 - note.count)
        let top = max(0, min(desk.selected - height / 2, desk.candidates.count - height))
        region.part(height: height + 1) { region in
            TableWidget(
                columns: Self.candidateColumns,
                rows: desk.candidates.dropFirst(top).prefix(height).map(cells), selected: desk.selected - top,
                scroll: ScrollBar(position: top, visible: height, total: desk.candidates.count)
            ).draw(in: &region)
        }
        // The whole of what the row may have had no room for.
        for (line, text) in note.enumerated() {
            region.put(
                text, row: height + 1 + line, start: 1, direction: .page, style: Style(desk.marked?.color ?? .text))
        }
    }

    /// Those whom this desk has enrolled just now, the latest first: whoever waits bears another sign than who has a seat.
    private func drawEnrolled(in region: inout Region) {
        let enrolled = state.desk.enrolled
        let count = language.number(enrolled.count)
        let title = Phrase(
            fa: "\(count) نفر از این میز · نفر بعد را بنویسید", en: "\(count) from this desk · type the next")
        region.put(region(title), row: 0, start: 1, direction: .page, style: Style(.muted))
        for (row, one) in enrolled.prefix(max(0, region.height - 1)).enumerated() {
            let place = one.place.map { " \(language.number($0))" } ?? ""
            region.put(
                [
                    Span("\(one.state.sign) ", color: one.state.color), Span(one.name, direction: .automatic),
                    Span("  \(one.state.phrase[language])\(place)", color: one.state.color),
                ], row: row + 1, start: 1, style: Style(.text))
        }
    }

    private func cells(_ candidate: CourseCandidate) -> [TableCell] {
        [
            TableCell(candidate.sign, direction: .page, color: candidate.color), TableCell(candidate.person.fullName),
            TableCell(
                language.digits(context.masking.nationalID(candidate.person.nationalID)), direction: .leftToRight,
                color: .muted),
            TableCell(candidate.note[language], direction: .page, color: candidate.color),
        ]
    }

    // MARK: Attendance

    private static let nameWidth = 18
    private static let sessionWidth = 7

    /// The sessions that fit, the one that keys act on among them.
    private func window(_ course: Course, _ width: Int) -> Range<Int> {
        let room = max(1, (width - Self.nameWidth - 16) / (Self.sessionWidth + 2))
        let first = max(0, min(state.sheet.session - room / 2, course.sessions.count - room))
        return first..<min(course.sessions.count, first + room)
    }

    private func drawSheet(_ course: Course, in region: inout Region) {
        let height = CourseLayout(context).rows
        guard state.roster.total > 0 else {
            EmptyState(region(Phrase(fa: "کسی در این دوره جا ندارد", en: "Nobody has a seat in this course")))
                .draw(in: &region)
            return
        }
        let shown = window(course, region.width)
        let sessions = Array(course.sessions[shown])
        let columns =
            [Column(Phrase(fa: "نام", en: "Name"), minimum: Self.nameWidth, weight: 1, priority: 10)]
            + sessions.map { session in
                let title = session.code.count <= Self.sessionWidth - 1 ? session.code : "…\(session.code.suffix(5))"
                return Column(Phrase(fa: title, en: title), minimum: Self.sessionWidth, priority: 9)
            } + [Column(Phrase(fa: "حضور", en: "Present"), minimum: 7, alignment: .end, priority: 8)]
        let rows = state.roster.rows(height: height).enumerated().map { index, row in
            cells(row, course, sessions, isSelected: index == state.roster.selected - state.roster.top)
        }
        TableWidget(
            columns: columns, rows: rows, selected: state.roster.selected - state.roster.top,
            sort: .init(column: state.sheet.session - shown.lowerBound + 1, ascending: false),
            scroll: state.roster.scrollBar(height: height)
        ).draw(in: &region)
    }

    private func cells(
        _ row: EnrolmentRow, _ course: Course, _ sessions: [CourseSession], isSelected: Bool
    ) -> [TableCell] {
        let current = course.sessions.indices.contains(state.sheet.session) ? course.sessions[state.sheet.session] : nil
        let marks = sessions.map { session in
            let present = state.sheet.present[session.code]
            let isPresent = present?.contains(row.person.nationalID) ?? false
            let sign = isPresent ? "✓" : present == nil ? " " : "·"
            let isCurrent = session.code == current?.code
            return TableCell { region, style in
                var style = Style(isPresent ? .good : .muted, on: style.background, isPresent ? .bold : [])
                if isCurrent { style = Style(style.foreground, on: isSelected ? .accent : .field, style.attributes) }
                if isCurrent, isSelected { style.foreground = .onAccent }
                let text = isCurrent && isSelected ? "[\(sign)]" : " \(sign) "
                region.put(text, row: 0, width: 3, direction: .picture, style: style)
            }
        }
        let attended = row.attended.count
        let risk = AttendanceRisk(attended, of: state.sheet.present.count, in: course)
        let figure = language.digits("\(attended)/\(course.sessions.count)")
        let name = TableCell(row.person.fullName, color: risk == .lost ? .alarm : nil)
        return [name] + marks + [TableCell(risk.sign + figure, direction: .leftToRight, color: risk.color)]
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
