import Persian

/// `{"command":"course.cancel","code":"X-1","reason":…}`: announced → cancelled.
public struct CourseCancel: Command {
    public static let name = "course.cancel"
    public static let title = Phrase(fa: "لغو دوره", en: "cancel a course")
    public static let roles: Set<Role> = .whoTrain
    public static let parameters = [CourseParameters.code.required, EnvelopeParameters.reason.clearable]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let course = try registry.existing(Course.self, given.require(CourseParameters.code))
        try envelope.check(versionOf: course, in: registry)
        try course.requireAnnounced()
        var decision = Decision(envelope)
        decision.amend(course) { $0.state = .cancelled }
        return decision
    }
}
