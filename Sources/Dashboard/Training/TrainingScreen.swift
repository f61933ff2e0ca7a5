import Canvas
import Domain
import Exchange
import Persian
import Store

/// The courses: what a trainer works with.
public enum TrainingScreen: Screen {
    /// The list of courses, the people of the open one, or their attendance.
    public enum View: Hashable, Sendable { case courses, people, attendance }

    public struct State {
        var view = View.courses
        var list = VirtualList<CourseRow>()
        var filter = FilterState()
        /// The open course, or the one beside the list.
        var course: CourseRow?
        var roster = VirtualList<EnrolmentRow>()
        /// What was read of the open course.
        var mark = LoadMark<OpenCourse>()
        /// What completing that course would come to now, by its code.
        @Loaded<String?, CourseOutcome?> var outcome: CourseOutcome? = nil
        var desk = EnrolDesk()
        var sheet = AttendanceSheet()
        /// A course to be opened at the next load.
        var wanted: String?
    }

    /// A course, and what of it is looked at.
    struct OpenCourse: Equatable {
        let code: String
        let view: View
    }

    public static let id = "training"
    public static let title = Phrase(fa: "آموزش", en: "Training")
    public static let icon = "✎"
    public static let number: Int? = 7
    public static let shows: [RecordKind] = [Course.kind, Enrolment.kind, Person.kind]

    nonisolated static let nothingSelected = Phrase(fa: "دوره‌ای برگزیده نیست", en: "no course is selected")
    nonisolated static let notOpen = Phrase(
        fa: "نخست دوره را باز کنید ({screen.open})", en: "open the course first ({screen.open})")

    nonisolated private static let presence = Phrase(fa: "حاضر یا غایب", en: "present or absent")
    nonisolated private static let onlyInSheet = Phrase(
        fa: "تنها در حضور و غیاب ({screen.view})", en: "only in the attendance sheet ({screen.view})")

    public static let actions: [ScreenAction<State>] =
        [
            ScreenAction(
                "screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), isHint: true,
                unless: { state, _ in
                    if state.view == .attendance { return nil }
                    if state.view == .people {
                        return Phrase(fa: "افراد دوره پیش چشم‌اند", en: "its people are shown already")
                    }
                    return state.list.total > 0 ? nil : nothingSelected
                }
            ) { state, _ in
                if state.view == .attendance { return state.sheet.toggle(state) }
                show(.people, &state)
                return nil
            }.here({ $0.view == .attendance ? presence : nil }, isHint: { _ in false }),
            .step(
                "training.enrol", "a", Phrase(fa: "ثبت‌نام", en: "enrol"), roles: CourseEnrol.roles, isHint: true,
                unless: { state, _ in state.course == nil ? nothingSelected : state.course?.course.openness }
            ) { state, _ in enrol(&state) },
            .step(
                "screen.view", "v", Phrase(fa: "افراد، حضور و غیاب", en: "people, attendance"), isHint: true,
                unless: { state, _ in state.course == nil ? nothingSelected : nil }
            ) { state, _ in show(state.view == .people ? .attendance : .people, &state) },
        ] + edits + sheetActions + [
            .importSheet(EnrolmentsSheet.name, CourseEnrol.self),
            .filter { state in
                if state.view == .people, state.course?.course.openness == nil { return enrol(&state) }
                show(.courses, &state)
                list.beginFilter(&state)
            },
            .back(from: { $0.view != .courses }, \.filter) { close(&$0) },
        ] + moves

    /// What keys do in the attendance sheet alone.
    private static let sheetActions: [ScreenAction<State>] = [
        ScreenAction(
            "training.toggle", "space x", presence,
            unless: { state, context in state.view == .attendance ? state.sheet.reason(state, context) : nil }
        ) { state, context in
            if state.view == .attendance { return state.sheet.toggle(state) }
            pane(state).move(&state, .pageDown, context)
            return nil
        }.here(
            { $0.view == .attendance ? nil : Phrase(fa: "یک صفحه پایین", en: "page down") },
            isHint: { $0.view == .attendance }),
        ScreenAction(
            "training.column", "A", Phrase(fa: "همه حاضر یا غایب", en: "all present or absent"),
            unless: { state, context in
                state.view == .attendance ? state.sheet.reason(state, context) : onlyInSheet
            }
        ) { state, _ in state.sheet.toggleColumn(state) }
        .here(
            { $0.view == .attendance ? Phrase(fa: "همه", en: "everybody") : nil },
            isHint: { $0.view == .attendance }),
        session("screen.earlier", "[", Phrase(fa: "جلسه قبل", en: "earlier session"), -1),
        session("screen.later", "]", Phrase(fa: "جلسه بعد", en: "later session"), 1),
    ]

    private static func session(_ id: String, _ key: String, _ phrase: Phrase, _ step: Int) -> ScreenAction<State> {
        .step(id, key, phrase, unless: { state, _ in state.view == .attendance ? nil : onlyInSheet }) { state, _ in
            state.sheet.step(step)
        }.here(isHint: { $0.view == .attendance })
    }

    public static func initial() -> State { State() }

    public static func path(_ state: State) -> [String] {
        guard state.view != .courses, let course = state.course?.course else { return [] }
        return ["\(course.code) \(course.title)"]
    }

    public static let homes = [
        Home(Course.self), Home(Enrolment.self) { $0.course }, Home(CourseAttendance.self) { $0.course },
        Home(Certificate.self) { $0.course },
    ]

    public static func reveal(_ state: inout State, _ shown: Shown) {
        guard let row = shown.row else { return }
        list.reveal(row, in: &state)
        state.wanted = shown.isMade ? nil : shown.key
        state.view = shown.isMade ? .courses : .people
        state.desk.close()
        state.roster.restart()
    }

    /// How many people wait for a seat; when nobody does, how many seats of a hundred are taken.
    public static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String {
        let seats = try reader.seatCount()
        guard seats.courses > 0, seats.capacity > 0 else { return "" }
        if seats.waiting > 0 { return "▒\(context.language.number(seats.waiting))" }
        let percent = context.language.number(seats.taken * 100 / seats.capacity)
        return percent + (context.language == .persian ? "٪" : "%")
    }

    public static func pane(_ state: State) -> Pane<State> {
        switch state.view {
        case .courses: courses
        case .people: people
        case .attendance: attendance
        }
    }

    static let list = ListPane(\State.list, \.filter, rows: { context, _ in ListLayout(context).rows }) {
        (_, filter, reader, _) throws(DecideError) in
        ListSource(
            places: { (start, limit) throws(DecideError) in
                try reader.courses(matching: filter, by: .courseStart.reversed(), from: start, limit: limit)
            }, item: { (place) throws(DecideError) in try reader.courseRow(at: place) })
    }

    private static let courses = list.pane.beside(loadOutcome).showing(drawCourses)
    private static let people = roster(withSeat: false) {
        (state, course, reader, context) throws(DecideError) in try state.desk.load(course, reader, context)
    }
    private static let attendance = roster(withSeat: true) {
        (state, course, reader, context) throws(DecideError) in try state.sheet.load(course, reader, context)
    }

    /// The people of the open course, and what else is read of it.
    private static func roster(
        withSeat: Bool,
        _ load: @escaping @MainActor (inout State, Course, Reader, ScreenContext) throws(DecideError) -> Void
    ) -> Pane<State> {
        let roster = ListPane(\State.roster, nil, rows: { context, _ in CourseLayout(context).rows }) {
            (state, _, reader, _) throws(DecideError) in
            ListSource(
                places: { (_, _) throws(DecideError) in
                    let places = try reader.roster(of: state.course?.course.code ?? "", withSeat: withSeat)
                    return ListWindow(places: places, offset: 0, total: places.count)
                }, item: { (place) throws(DecideError) in try reader.enrolmentRow(at: place) })
        }
        return Pane(
            load: { (state, reader, context) throws(DecideError) in
                guard let course = state.course?.course else { return }
                try roster.pane.load(&state, reader, context)
                try load(&state, course, reader, context)
            }, loadBeside: loadOutcome, move: roster.move,
            view: { state, region, context in CourseView(state, context).draw(in: &region) })
    }

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        try list.pane.load(&state, reader, context)
        guard state.view != .courses else {
            state.course = state.list.selectedItem
            return
        }
        if let code = state.wanted ?? state.course?.course.code {
            let cause = state.mark.isBehind(OpenCourse(code: code, view: state.view), context)
            if cause == .other { state.roster.reread() }
            if cause != nil { state.course = try reader.courseRow(code) }
        }
        state.wanted = nil
        if state.course == nil { state.view = .courses }
        try pane(state).load(&state, reader, context)
    }

    /// What completing the course would come to now, which the question tells before anybody answers it.
    private static func loadOutcome(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        let course = state.course?.course
        try state.$outcome.load(for: course?.code, context) { () throws(DecideError) in
            guard let course, course.state == .announced else { return nil }
            return try reader.courseOutcome(course.code, on: context.day)
        }
    }

    private static func enrol(_ state: inout State) {
        show(.people, &state)
        state.desk.open()
    }

    public static func answered(
        _ state: inout State, _ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext
    ) -> Bool {
        state.desk.note(sending, answer)
        return false
    }

    private static func show(_ view: View, _ state: inout State) {
        if state.view == view { return }
        state.view = view
        state.desk.close()
        state.roster.restart()
        state.roster.move(.first, height: 1)
    }

    private static func close(_ state: inout State) {
        if state.view == .attendance {
            show(.people, &state)
        } else if state.view == .people {
            show(.courses, &state)
        } else {
            list.clear(&state)
        }
    }

    public static let fields: [ScreenField<State>] =
        list.fields { $0.view == .courses } + [
            .chooser(
                \.desk.chooser, when: { $0.view == .people }, Phrase(fa: "ثبت‌نام", en: "enrol"),
                typed: { $0.desk.startAgain() }, take: { $0.desk.enrol(in: $0.course?.course) }),
            ScreenField(
                hasFocus: { state, _ in state.view == .attendance }, actions: Binding.columns { $0.sheet.step($1) }),
        ]
}

extension Course {
    /// Why nobody can be enrolled or marked any more; nil while the course is announced.
    var openness: Phrase? {
        guard state != .announced else { return nil }
        return Phrase(fa: "دوره \(state.phrase) است", en: "the course is \(state.phrase)")
    }
}

/// How an open course is shared out: what it is, its people or the desk, and the head of the table.
struct CourseLayout {
    let context: ScreenContext

    init(_ context: ScreenContext) { self.context = context }

    /// The title, the seats and the line of the desk.
    static let headHeight = 4
    var rows: Int { max(1, context.height - Self.headHeight - 1) }
}
