import Persian

/// What completing a course would come to now: who passes, who fails, and at which sessions nobody took attendance.
///
///     let outcome = try registry.outcome(of: course)
///     outcome.completed.count  // 5
///     outcome.untaken.map(\.code)  // ["RK-5"]
public struct CourseOutcome: Hashable, Sendable {
    /// Those who attended often enough, and those who did not, in the order in which they came.
    public let completed: [Enrolment]
    public let failed: [Enrolment]
    /// Sessions without attendance count as missed by everybody: the trainer may have forgotten them.
    public let untaken: [CourseSession]
    /// How many of those who fail would pass had they been at all the sessions without attendance.
    public let failedForUntaken: Int
    /// The last session when it is still to come, so that the course cannot be completed yet.
    public let stillToCome: CourseSession?
}

extension Registry {
    /// What completing a course would come to; nothing is changed.
    ///
    /// - Parameter day: today, by which sessions are still to come.
    /// - Throws: what the store reports.
    public func outcome(of course: Course, on day: Day) throws(DecideError) -> CourseOutcome {
        let attendance = try attendance(ofCourse: course.code)
        let untaken = course.sessions.filter { session in !attendance.contains { $0.session == session.code } }
        var (completed, failed): ([Enrolment], [Enrolment]) = ([], [])
        var failedForUntaken = 0
        for enrolment in try enrolments(in: course.code) where enrolment.state == .enrolled {
            let attended = attendance.count { $0.people.contains(enrolment.person) }
            if course.isCompleted(byAttending: attended) {
                completed.append(enrolment)
                continue
            }
            failed.append(enrolment)
            if course.isCompleted(byAttending: attended + untaken.count) { failedForUntaken += 1 }
        }
        let last = course.sessions.max { $0.from < $1.from }
        return CourseOutcome(
            completed: completed, failed: failed, untaken: untaken, failedForUntaken: failedForUntaken,
            stillToCome: last.flatMap { $0.day > day ? $0 : nil })
    }
}
