import Canvas
import Domain
import Persian
import Store

extension CourseState {
    /// A sign of its own for each.
    var sign: String {
        switch self {
        case .announced: "●"
        case .completed: "■"
        case .cancelled: "×"
        }
    }

    var color: ColorRole {
        switch self {
        case .announced: .good
        case .completed: .text
        case .cancelled: .muted
        }
    }
}

extension CourseRow {
    var gauge: SeatGauge { SeatGauge(capacity: course.capacity, taken: taken, waiting: waiting) }

    /// "15/15 +3": seats taken of those there are, and how many wait.
    func figures(_ language: Language) -> String {
        language.digits("\(taken)/\(course.capacity)" + (waiting > 0 ? " +\(waiting)" : ""))
    }

    /// The seats in words.
    var words: Phrase {
        Phrase(
            fa:
                "\(persianDigits(taken)) ثبت‌نام‌شده از \(persianDigits(course.capacity)) · \(persianDigits(waiting)) در نوبت · \(persianDigits(free)) خالی",
            en: "\(taken) of \(course.capacity) enrolled · \(waiting) waiting · \(free) free")
    }
}

extension TrainingScreen {
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        switch state.view {
        case .courses: drawCourses(state, in: &region, context)
        case .people, .attendance: CourseView(state, context).draw(in: &region)
        }
    }

    private static let columns: [Column] = [
        Column(Phrase(fa: "کد", en: "Code"), minimum: 8, priority: 8),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 12, weight: 3, priority: 10),
        Column(Phrase(fa: "ظرفیت", en: "Seats"), minimum: 9, weight: 1, priority: 7),
        Column(Phrase(fa: "پُرشده", en: "Taken"), minimum: 9, priority: 9),
        Column(Phrase(fa: "از", en: "From"), minimum: 10, priority: 4),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 12, priority: 5),
    ]

    private static func drawCourses(_ state: State, in region: inout Region, _ context: ScreenContext) {
        let layout = ListLayout(context)
        region.part(width: layout.listWidth, height: 1) {
            let unit = Phrase(fa: "دوره", en: state.list.total == 1 ? "course" : "courses")
            state.filter.draw(in: &$0, context, window: state.list.window, unit: unit)
        }
        region.part(top: 1, width: layout.listWidth) { region in
            guard !state.list.isEmpty else {
                let empty =
                    state.filter.input.text.isEmpty
                    ? EmptyState(
                        region(Phrase(fa: "هنوز دوره‌ای اعلام نشده است", en: "No course has been announced yet")),
                        hints: [
                            context.told(
                                Phrase(
                                    fa: "{training.announce} دوره‌ای تازه اعلام می‌کند",
                                    en: "{training.announce} announces a course"))
                        ])
                    : state.filter.nothingFound(context)
                empty.draw(in: &region)
                return
            }
            TableWidget(
                cached: "courses", columns: columns, items: state.list.rows(height: layout.rows),
                selected: state.list.selected - state.list.top, scroll: state.list.scrollBar(height: layout.rows)
            ) { cells($0, context.language) }
            .draw(in: &region)
        }
        guard layout.showsDetail, let row = state.course else { return }
        layout.drawDivider(in: &region)
        region.part(top: 1, start: layout.detailStart + 1) { drawDetail(row, in: &$0, context) }
    }

    private static func cells(_ row: CourseRow, _ language: Language) -> [TableCell] {
        let course = row.course
        return [
            TableCell(course.code, direction: .leftToRight, color: .muted), TableCell(course.title),
            TableCell { region, style in row.gauge.draw(in: &region, style: style) },
            TableCell(row.figures(language), direction: .leftToRight),
            TableCell(course.from.jalaliText(language), direction: .leftToRight),
            TableCell(
                "\(course.state.sign) \(course.state.phrase[language])", direction: .page, color: course.state.color),
        ]
    }

    private static func drawDetail(_ seats: CourseRow, in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let course = seats.course
        let direction = TextLayout.runDirection(of: course.title, page: region.direction)
        var row = 0
        for line in TextLayout.wrap(course.title, width: region.width) {
            region.put(line, row: row, direction: direction, style: Style(.accent, on: .page, .bold))
            row += 1
        }
        region.part(top: row, width: min(40, region.width), height: 1) { seats.gauge.draw(in: &$0) }
        for (line, text) in TextLayout.wrap(region(seats.words), width: region.width).prefix(2).enumerated() {
            region.put(text, row: row + 1 + line, direction: .page, style: Style(.muted))
        }
        let facts: [(Phrase, String)] = [
            (CourseFields.audience.phrase, course.audience.phrase[language]),
            (Phrase(fa: "از", en: "from"), course.from.longText(.jalali, language)),
            (Phrase(fa: "تا", en: "to"), course.to.longText(.jalali, language)),
            (
                Phrase(fa: "حضور لازم", en: "to attend"),
                language.digits("\(course.threshold)") + (language == .persian ? "٪" : "%")
            ),
            (
                Phrase(fa: "حضور ثبت‌شده", en: "held"),
                Phrase(
                    fa: "\(persianDigits(seats.held)) جلسه از \(persianDigits(course.sessions.count))",
                    en: "\(seats.held) of \(course.sessions.count, "session")")[language]
            ),
        ]
        region.part(top: row + 4) { region in
            var line = Facts(facts.map { .init($0.0[language], $0.1) }).draw(in: &region) + 1
            for session in course.sessions {
                region.put(session.display(language), row: line, direction: .leftToRight, style: Style(.muted))
                line += 1
            }
        }
    }
}
