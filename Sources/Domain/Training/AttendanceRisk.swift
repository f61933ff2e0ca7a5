/// How somebody's attendance stands against what the course asks.
public enum AttendanceRisk: Sendable {
    /// Enough already, on the way, at risk: absent too often so far, or lost: not enough even by all sessions that follow.
    case enough, onTheWay, atRisk, lost

    /// - Parameters:
    ///   - attended: how many sessions somebody attended.
    ///   - taken: at how many sessions attendance was taken.
    public init(_ attended: Int, of taken: Int, in course: Course) {
        if course.isCompleted(byAttending: attended) {
            self = .enough
        } else if !course.isCompleted(byAttending: attended + course.sessions.count - taken) {
            self = .lost
        } else {
            self = attended * 100 < course.threshold * taken ? .atRisk : .onTheWay
        }
    }
}
