import Persian

/// `{"command":"story.submit","code":"ST-001"}`: draft or returned → submitted.
public struct StorySubmit: Transition {
    public static let name = "story.submit"
    public static let title = Phrase(fa: "فرستادن روایت برای بررسی", en: "submit a story")
    public static let from: [StoryState] = [.draft, .returned]
    public static let to = StoryState.submitted
    public static let fields: [FieldUse<Story>] = [StoryFields.code.required]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `no-consent`.
    public func prepare(
        _ story: inout Story, from before: Story, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try before.checkConsent()
        story.state = Self.to
        story.submittedBy = decision.envelope.account
    }
}

/// `{"command":"story.return","code":"ST-001","note":"نام روستا را بنویسید"}`: submitted or approved → returned.
public struct StoryReturn: Transition {
    public static let name = "story.return"
    public static let title = Phrase(fa: "برگرداندن روایت", en: "return a story")
    public static let from: [StoryState] = [.submitted, .approved]
    public static let to = StoryState.returned
    public static let fields: [FieldUse<Story>] = [StoryFields.code.required, StoryFields.note.required]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"story.approve","code":"ST-001"}`: submitted → approved; what changes a published story takes its place and
/// is published with that.
public struct StoryApprove: Transition {
    public static let name = "story.approve"
    public static let title = Phrase(fa: "تأیید روایت", en: "approve a story")
    public static let from: [StoryState] = [.submitted]
    public static let to = StoryState.approved
    public static let fields: [FieldUse<Story>] = [StoryFields.code.required]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `needs-second-person` for who submitted it, `no-consent`, `not-found` for a picture that is gone.
    public func prepare(
        _ story: inout Story, from before: Story, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        try before.checkReviewer(&decision, in: registry)
        try before.checkConsent()
        try before.checkPictures(in: registry)
        story.state = before.publishedOn == nil ? .approved : .published
        story.standing = nil
        story.note = nil
    }
}

/// `{"command":"story.withdraw","code":"ST-003","reason":"تکراری"}`: → withdrawn. The issues that hold it are named.
public struct StoryWithdraw: Transition {
    public static let name = "story.withdraw"
    public static let title = Phrase(fa: "پس گرفتن روایت", en: "withdraw a story")
    public static let from: [StoryState] = [.draft, .submitted, .returned, .approved, .published]
    public static let to = StoryState.withdrawn
    public static let fields: [FieldUse<Story>] = [
        StoryFields.code.required, .also(EnvelopeParameters.reason.required),
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value`.
    public func prepare(
        _ story: inout Story, from before: Story, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        story.state = Self.to
        story.note = try given.require(EnvelopeParameters.reason)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ story: Story, from before: Story, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if before.publishedOn != nil { try decision.tellIssues(holding: story, in: registry) }
    }
}
