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
    private static let columns: [Column] = [
        Column(Phrase(fa: "کد", en: "Code"), minimum: 8, priority: 8),
        Column(Phrase(fa: "عنوان", en: "Title"), minimum: 12, weight: 3, priority: 10),
        Column(Phrase(fa: "ظرفیت", en: "Seats"), minimum: 9, weight: 1, priority: 7),
        Column(Phrase(fa: "پُرشده", en: "Taken"), minimum: 9, priority: 9),
        Column(Phrase(fa: "از", en: "From"), minimum: 10, priority: 4),
        Column(Phrase(fa: "وضعیت", en: "State"), minimum: 12, priority: 5),
    ]

    static func drawCourses(_ state: State, in region: inout Region, _ context: ScreenContext) {
        ListView(
            list, ListLayout(context), "courses", unit: .init(fa: "دوره", one: "course", many: "courses"),
            empty: .init(
                Phrase(fa: "هنوز دوره‌ای اعلام نشده است", en: "No course has been announced yet"),
                Phrase(
                    fa: "{training.announce} دوره‌ای تازه اعلام می‌کند", en: "{training.announce} announces a course")),
            columns: { _ in columns }, cells: { cells($0, context.language) }
        ).draw(
            state, in: &region, context,
            detail: state.course.map { course in { drawDetail(course, in: &$0, context) } })
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
        let sessions = course.sessions.map { $0.display(language) }
        Detail(course.title, lines: 4)
            .drawing { region in region.part(width: min(40, region.width)) { seats.gauge.draw(in: &$0) } }
            .drawing(height: 3) { $0.part(height: 2) { put(seats.words, in: &$0) } }
            .facts(facts.map { .init($0.0[language], $0.1) }).gap()
            .drawing(height: sessions.count) { region in
                for (row, text) in sessions.enumerated() {
                    region.put(text, row: row, direction: .leftToRight, style: Style(.muted))
                }
            }
            .draw(in: &region)
    }

    private static func put(_ words: Phrase, in region: inout Region) {
        for (row, text) in TextLayout.wrap(region(words), width: region.width, lines: 2).enumerated() {
            region.put(text, row: row, direction: .page, style: Style(.muted))
        }
    }
}
