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
        var fresh = Freshness<View>()
        /// What completing that course would come to now.
        var outcome: CourseOutcome?
        var desk = EnrolDesk()
        var sheet = AttendanceSheet()
        /// A course to be opened at the next load.
        var wanted: String?
    }

    public enum Action: Hashable, Sendable {
        case move(ListMove), open, close, filter, view, enrol, earlier, later, toggle, column, importList
        case edit(TrainingEdit)
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

    public static let bindings: [Binding<State, Action>] =
        [
            Binding("screen.open", "enter", Phrase(fa: "باز کردن", en: "open"), .open, isHint: true) { state, _ in
                if state.view == .attendance { return nil }
                if state.view == .people {
                    return Phrase(fa: "افراد دوره پیش چشم‌اند", en: "its people are shown already")
                }
                return state.list.total > 0 ? nil : nothingSelected
            }.here({ $0.view == .attendance ? presence : nil }, isHint: { _ in false }),
            Binding(
                "training.enrol", "a", Phrase(fa: "ثبت‌نام", en: "enrol"), .enrol, roles: CourseEnrol.roles, isHint: true
            ) {
                state, _ in state.course == nil ? nothingSelected : state.course?.course.openness
            },
            Binding("screen.view", "v", Phrase(fa: "افراد، حضور و غیاب", en: "people, attendance"), .view, isHint: true)
            {
                state, _ in state.course == nil ? nothingSelected : nil
            },
        ] + TrainingEdit.bindings + [
            Binding("training.toggle", "space x", presence, .toggle) { state, context in
                state.view == .attendance ? state.sheet.reason(state, context) : nil
            }.here(
                { $0.view == .attendance ? nil : Phrase(fa: "یک صفحه پایین", en: "page down") },
                isHint: { $0.view == .attendance }),
            Binding("training.column", "A", Phrase(fa: "همه حاضر یا غایب", en: "all present or absent"), .column) {
                state, context in
                state.view == .attendance
                    ? state.sheet.reason(state, context)
                    : onlyInSheet
            }.here(
                { $0.view == .attendance ? Phrase(fa: "همه", en: "everybody") : nil },
                isHint: { $0.view == .attendance }),
            Binding("screen.earlier", "[", Phrase(fa: "جلسه قبل", en: "earlier session"), .earlier) { state, _ in
                state.view == .attendance ? nil : onlyInSheet
            }.here(isHint: { $0.view == .attendance }),
            Binding("screen.later", "]", Phrase(fa: "جلسه بعد", en: "later session"), .later) { state, _ in
                state.view == .attendance ? nil : onlyInSheet
            }.here(isHint: { $0.view == .attendance }),
            Binding(
                "screen.import", "i", Phrase(fa: "ورود فهرست", en: "import a list"), .importList,
                roles: CourseEnrol.roles),
            Binding("screen.filter", "/", Phrase(fa: "جست‌وجو", en: "filter"), .filter),
            Binding("screen.back", "escape backspace", Phrase(fa: "بازگشت", en: "back"), .close, isHint: true) {
                state, _ in
                let isAway = state.view != .courses || !state.filter.input.text.isEmpty
                return isAway ? nil : FilterState.atBeginning
            },
        ] + Binding.moves { .move($0) }

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
        state.filter = FilterState()
        state.list.show(row: row)
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

    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext, isChanged: Bool
    ) throws(DecideError) {
        let filter = state.filter.filter
        try state.list.load(
            height: ListLayout(context).rows, context,
            places: { (start, limit) throws(DecideError) in
                try reader.courses(matching: filter, by: .courseStart.reversed(), from: start, limit: limit)
            },
            item: { (place) throws(DecideError) in try reader.courseRow(at: place) })
        defer { if context.isMoving || state.course?.course.state != .announced { state.outcome = nil } }
        if state.view == .courses {
            state.course = state.list.selectedItem
            return try loadOutcome(&state, reader, context)
        }
        let code = state.wanted ?? state.course?.course.code
        let isOther = code != state.course?.course.code
        state.wanted = nil
        let isBehind = state.fresh.isBehind(state.view, context)
        if isBehind || isOther, let code { state.course = try reader.courseRow(code) }
        guard let course = state.course?.course else {
            state.view = .courses
            return
        }
        try loadPeople(&state, course, reader, context, isBehind: isBehind || isOther)
        try loadOutcome(&state, reader, context)
    }

    /// What completing the course would come to now, which the question tells before anybody answers it.
    private static func loadOutcome(
        _ state: inout State, _ reader: Reader, _ context: ScreenContext
    ) throws(DecideError) {
        guard !context.isMoving, let course = state.course?.course, course.state == .announced else { return }
        state.outcome = try reader.courseOutcome(course.code, on: context.day)
    }

    private static func loadPeople(
        _ state: inout State, _ course: Course, _ reader: Reader, _ context: ScreenContext, isBehind: Bool
    ) throws(DecideError) {
        let isSheet = state.view == .attendance
        try state.roster.load(
            height: CourseLayout(context).rows, context, isOther: isBehind,
            places: { (_, _) throws(DecideError) in
                let places = try reader.roster(of: course.code, withSeat: isSheet)
                return ListWindow(places: places, offset: 0, total: places.count)
            },
            item: { (place) throws(DecideError) in try reader.enrolmentRow(at: place) })
        if isSheet {
            try state.sheet.load(course, reader, isChanged: isBehind)
        } else {
            try state.desk.load(course, reader, isChanged: isBehind)
        }
    }

    public static func rowsDue(_ state: State, _ context: ScreenContext) -> RowsDue {
        state.view == .courses ? state.list.due(height: ListLayout(context).rows) : .window
    }

    public static func update(_ state: inout State, _ action: Action, _ context: ScreenContext) -> Effect? {
        switch action {
        case .move(let move): self.move(&state, move, context)
        case .open:
            if state.view == .attendance { return state.sheet.toggle(state) }
            show(.people, &state)
        case .close: close(&state)
        case .filter:
            if state.view == .people, state.course?.course.openness == nil { return update(&state, .enrol, context) }
            show(.courses, &state)
            state.filter.isActive = true
        case .view: show(state.view == .people ? .attendance : .people, &state)
        case .enrol:
            show(.people, &state)
            state.desk.open()
        case .earlier, .later: state.sheet.step(action == .later ? 1 : -1)
        case .toggle:
            if state.view == .attendance { return state.sheet.toggle(state) }
            self.move(&state, .pageDown, context)
        case .importList: return .importSheet(EnrolmentsSheet.name)
        case .column: return state.sheet.toggleColumn(state)
        case .edit(let edit): return edit.effect(state, context)
        }
        return nil
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

    private static func move(_ state: inout State, _ move: ListMove, _ context: ScreenContext) {
        if state.view == .courses {
            state.list.move(move, height: ListLayout(context).rows)
        } else {
            state.roster.move(move, height: CourseLayout(context).rows)
        }
    }

    private static func close(_ state: inout State) {
        if state.view == .attendance {
            show(.people, &state)
        } else if state.view == .people {
            show(.courses, &state)
        } else if state.filter.clear() {
            state.list.keepSelected()
        }
    }

    public static let fields: [ScreenField<State>] = [
        .filter(\.filter, when: { $0.view == .courses }) { $0.list.follow($1) },
        .desk(\.desk, when: { $0.view == .people }, Phrase(fa: "ثبت‌نام", en: "enrol")) { state in
            state.desk.enrol(in: state.course?.course)
        },
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
