import Canvas
import Domain

extension AttendanceRisk {
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
