import Canvas
import Domain
import Persian
import Store

/// The attendance of a course: people down, sessions across.
struct AttendanceSheet {
    /// The session that keys act on, by its place in the course.
    private(set) var session = 0
    private var course: String?
    /// Who is present at each session; sessions without attendance are not in it.
    private(set) var present: [String: Set<String>] = [:]
    private var sessions: [CourseSession] = []
    private var mark = LoadMark<String>()

    mutating func load(_ course: Course, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        guard let cause = mark.isBehind(course.code, context) else { return }
        self.course = course.code
        sessions = course.sessions
        try read(course, reader)
        // The first session whose attendance is still to be taken.
        if cause == .other { session = sessions.firstIndex { present[$0.code] == nil } ?? 0 }
        session = max(0, min(session, sessions.count - 1))
    }

    private mutating func read(_ course: Course, _ reader: Reader) throws(DecideError) {
        present = [:]
        for session in sessions {
            let attendance = try reader.attendance(ofCourse: course.code, session: session.code)
            if let attendance { present[session.code] = Set(attendance.people) }
        }
    }

    mutating func step(_ step: Int) { session = max(0, min(sessions.count - 1, session + step)) }

    private var current: CourseSession? { sessions.indices.contains(session) ? sessions[session] : nil }

    /// Why nobody can be marked now; nil when it can be done.
    func reason(_ state: TrainingScreen.State, _ context: ScreenContext) -> Phrase? {
        guard CourseAttend.roles.contains(context.role) || context.role == .administrator else {
            return Phrase(fa: "ناظر، مربی یا متصدی حضور می‌زند", en: "this is for supervisors, trainers and operators")
        }
        if let closed = state.course?.course.openness { return closed }
        guard let current else { return Phrase(fa: "دوره جلسه‌ای ندارد", en: "the course has no session") }
        guard current.day > context.day else { return nil }
        let (fa, en) = (current.day.longText(.jalali, .persian), current.day.longText(.jalali, .english))
        return Phrase(
            fa: "جلسه \(current.code) در \(fa) است و هنوز نیامده", en: "the session \(current.code) is on \(en)")
    }

    /// Marks the selected person as present, or as absent again.
    func toggle(_ state: TrainingScreen.State) -> Effect? {
        guard let person = state.roster.selectedItem?.person.nationalID, let current, let course else { return nil }
        let isPresent = present[current.code]?.contains(person) ?? false
        return .of(
            SessionMarks(course: course, session: current.code, isPresent: !isPresent, people: .some([person])))
    }

    /// Marks everybody as present; as absent when they all are present.
    func toggleColumn(_ state: TrainingScreen.State) -> Effect? {
        guard let current, let course else { return nil }
        let isFull = present[current.code]?.count ?? 0 >= state.roster.total
        return .of(SessionMarks(course: course, session: current.code, isPresent: !isFull, people: .all))
    }
}

/// A request to mark people at a session. It is applied to the attendance as it is when it is carried out, so that two
/// trainers who mark at once do not overwrite each other.
struct SessionMarks: PartEffect {
    enum People: Hashable, Sendable {
        /// Everybody with a seat in the course.
        case all
        case some([String])
    }

    let course: String
    let session: String
    let isPresent: Bool
    let people: People

    /// The command that marks them beside those who are marked already.
    func request(in registry: some Registry) throws(DecideError) -> Request {
        let marked = try registry.attendance(ofCourse: course, session: session)?.people ?? []
        let people: [String] =
            switch self.people {
            case .all: try registry.enrolments(in: course).filter { $0.state.takesSeat }.map(\.person)
            case .some(let people): people
            }
        let rest = marked.filter { !people.contains($0) }
        let fields: [JSON.Member] = [
            .init("course", .string(course)), .init("session", .string(session)),
            .init("people", (isPresent ? rest + people : rest).json),
        ]
        do throws(Refusal) { return try Request(CourseAttend.self, fields) } catch { throw .refused(error) }
    }
}

extension SessionMarks {
    /// Reads the attendance and writes it anew in one transaction.
    @MainActor
    func carryOut(in dashboard: Dashboard) {
        dashboard.writer.run(
            { (office, sender, clock) -> Writer.Answer in
                do throws(DecideError) {
                    return .success(
                        try office.transaction(by: sender, clock: clock) { (commands) throws(DecideError) in
                            try commands.send(try request(in: commands.registry))
                        })
                } catch {
                    return .failure(error)
                }
            }, then: { [weak dashboard] answer in dashboard?.answer(answer, to: nil) })
    }
}
