import Persian

/// `{"command":"course.cancel","code":"X-1","reason":…}`: announced → cancelled.
public struct CourseCancel: Transition {
    public static let name = "course.cancel"
    public static let title = Phrase(fa: "لغو دوره", en: "cancel a course")
    public static let roles: Set<Role> = .whoTrain
    public typealias Subject = Course
    public static let from: [CourseState] = [.announced]
    public static let to = CourseState.cancelled
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
