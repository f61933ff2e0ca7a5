import Persian

/// `{"command":"story.draft","title":"روزی که چشمه جوشید","body":"…","about":{"group":"Q-0001"},"author":"9990000026"}`:
/// somebody begins a story; without an author it is the office's own.
public struct StoryDraft: Adding {
    public static let name = "story.draft"
    public static let title = Phrase(fa: "نوشتن روایت", en: "draft a story")
    public static let fields: [FieldUse<Story>] = [
        .also(StoryFields.about.required), StoryFields.title.required, StoryFields.body.required,
        StoryFields.author.clearable, StoryFields.names.clearable, StoryFields.pictures.clearable,
        StoryFields.code.coined,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value`, `not-found`, `not-eligible`, `no-consent`.
    public func prepare(
        _ story: inout Story, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let about = try given.require(StoryFields.about)
        try about.checkExists(in: registry)
        story.target = about
        story.account = decision.envelope.account
        try story.checkPictures(in: registry)
        try story.checkAuthor(on: decision.envelope.day, in: registry)
        try story.checkConsent()
    }
}

/// `{"command":"story.amend","code":"ST-001","body":"در چشمه‌سفید …"}`: what is absent stays as it was.
///
/// A text that was submitted or approved is a draft again; what is published of it stands until the change is approved.
/// Consent is given and taken back at once, whatever the state: the answer then names the issues that hold the household.
public struct StoryAmend: Amending {
    public static let name = "story.amend"
    public static let title = Phrase(fa: "ویرایش روایت", en: "amend a story")
    public static let fields: [FieldUse<Story>] = [
        StoryFields.code.required, StoryFields.title.kept, StoryFields.body.kept, .also(StoryFields.about.kept),
        StoryFields.author.clearable, StoryFields.names.clearable, StoryFields.pictures.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state` for a withdrawn story, save of its consents, and for who wrote a published
    ///   one and what it is about; `not-eligible`, `no-consent` for a household that is newly named.
    public func prepare(
        _ story: inout Story, from before: Story, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if let about = given[StoryFields.about] {
            try about.checkExists(in: registry)
            story.target = about
        }
        let said = story.names
        story.leaveStandingNames(as: before)
        let isOnlyConsent = story.differsInConsentAlone(from: before)
        if before.state == .withdrawn, !isOnlyConsent || given[StoryFields.names] == nil {
            try before.require([.draft, .submitted, .returned, .approved, .published])
        }
        let isAnothers = story.author != before.author || story.target != before.target
        if before.publishedOn != nil, isAnothers { throw .refused(.publishedStays(before)) }
        if story.pictures != before.pictures { try story.checkPictures(in: registry) }
        if isAnothers { try story.checkAuthor(on: decision.envelope.day, in: registry) }
        let known = before.names + (before.standing?.names ?? [])
        try Story.checkConsent(of: story.names.filter { name in !known.contains { $0.isAbout(name) } })
        if !isOnlyConsent { story.beginAgain(after: before) }
        story.followConsents(said)
    }

    /// - Throws: what the store reports.
    public func follow(
        _ story: Story, from before: Story, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let agreed = (before.names + (before.standing?.names ?? [])).filter(\.consent)
        let now = story.names + (story.standing?.names ?? [])
        let back = now.filter { name in !name.consent && agreed.contains { $0.isAbout(name) } }
        guard !back.isEmpty else { return }
        try decision.tellIssues(holding: story, households: Set(back.map(\.household)), in: registry)
    }
}

extension Story {
    /// Whether nothing but consents changed.
    fileprivate func differsInConsentAlone(from before: Story) -> Bool {
        var same = self
        same.names = before.names
        guard same == before, names.count == before.names.count else { return false }
        return names.allSatisfy { name in before.names.contains { $0.isAbout(name) } }
    }

    /// What was seen by others is a draft again.
    fileprivate mutating func beginAgain(after before: Story) {
        if before.state == .published { standing = before.text }
        if before.state != .returned { state = .draft }
        submittedBy = nil
    }

    /// A household that only the published text names takes back its consent to that: the text that is being written
    /// does not come to name it thereby. A list of nothing but such leaves the names as they are.
    fileprivate mutating func leaveStandingNames(as before: Story) {
        guard let standing = before.standing else { return }
        let own = names.filter { name in
            name.consent || before.names.contains { $0.isAbout(name) }
                || !standing.names.contains { $0.isAbout(name) }
        }
        if own.count < names.count { names = own.isEmpty ? before.names : own }
    }

    /// What is published follows what the households say now.
    fileprivate mutating func followConsents(_ said: [StoryName]) {
        guard var published = standing else { return }
        for index in published.names.indices {
            guard let now = said.first(where: { $0.isAbout(published.names[index]) }) else { continue }
            published.names[index].consent = now.consent
        }
        standing = published
    }
}

extension Refusal {
    /// `wrong-state`: who wrote a published story, and what it is about, is settled.
    fileprivate static func publishedStays(_ story: Story) -> Refusal {
        Refusal(
            .wrongState, field: "about",
            Phrase(
                fa:
                    "\(story.staged) منتشر شده است؛ نویسنده و موضوع آن دیگر دگرگون نمی‌شود. عنوان، متن، تصویرها و نام‌برده‌ها را می‌توان ویرایش کرد.",
                en:
                    "The \(story.staged) was published; its author and what it is about stay. Its title, text, pictures and the households named may be amended."
            ))
    }
}
