import Canvas
import Domain

/// How somebody's attendance stands against what the course asks.
enum AttendanceRisk {
    /// Enough already, on the way, at risk: absent too often so far, or lost: not enough even by all sessions that follow.
    case enough, onTheWay, atRisk, lost

    /// - Parameters:
    ///   - attended: sessions.
    ///   - taken: at how many sessions attendance was taken.
    init(_ attended: Int, of taken: Int, in course: Course) {
        if course.isCompleted(byAttending: attended) {
            self = .enough
        } else if !course.isCompleted(byAttending: attended + course.sessions.count - taken) {
            self = .lost
        } else {
            self = attended * 100 < course.threshold * taken ? .atRisk : .onTheWay
        }
    }

    var sign: String {
        switch self {
        case .enough, .onTheWay: ""
        case .atRisk: "! "
        case .lost: "▲ "
        }
    }

    var color: ColorRole {
        switch self {
        case .enough: .good
        case .onTheWay: .muted
        case .atRisk: .warning
        case .lost: .alarm
        }
    }
}
