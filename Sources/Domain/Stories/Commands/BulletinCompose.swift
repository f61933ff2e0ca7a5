import Persian

/// `{"command":"bulletin.compose","number":1,"on":"1401/05/20","stories":["ST-001"]}`: stories are put together for an issue,
/// in their order; sent again for the same number, in another way. A title and a leading word that are absent stay.
public struct BulletinCompose: Command {
    public static let name = "bulletin.compose"
    public static let title = Phrase(fa: "تهیه خبرنامه", en: "compose a bulletin")
    public static let parameters = [
        BulletinFields.number.required, BulletinFields.on.required, BulletinFields.title.clearable,
        BulletinFields.lead.clearable, BulletinFields.stories.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `wrong-state` for a number that was issued.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let number = given[BulletinFields.number] else { return }
        try registry.editions(of: number).first?.require([.composed])
    }

    /// - Throws: `not-found`, `stale`, `wrong-state` for a number that was issued and for stories that are not approved,
    ///   `no-consent`, `overlap` for a story that is in another issue.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let number = try given.require(BulletinFields.number)
        let before = try registry.editions(of: number).first
        let codes = given[BulletinFields.stories] ?? []
        var stories: [Story] = []
        for code in codes { stories.append(try registry.existing(Story.self, code, field: "stories")) }
        if let before { try envelope.check(versionOf: before, in: registry) }
        try before?.require([.composed])
        for story in stories { try story.require([.approved]) }
        for story in stories { try story.checkConsent() }
        for code in codes { try check(code, isFreeFor: number, in: registry) }
        let on = try given.require(BulletinFields.on)
        guard given.has("stories") else { throw .refused(.missing("stories", BulletinFields.stories.phrase)) }

        var decision = Decision(envelope)
        func fill(_ bulletin: inout Bulletin) {
            (bulletin.number, bulletin.on, bulletin.stories) = (number, on, codes)
            given.apply(BulletinFields.title, to: &bulletin.title)
            given.apply(BulletinFields.lead, to: &bulletin.lead)
        }
        if let before {
            decision.amend(before, fill)
        } else {
            var bulletin = Bulletin.blank
            fill(&bulletin)
            decision.add(bulletin)
        }
        return decision
    }

    /// A story is told in one issue.
    private func check(
        _ story: String, isFreeFor number: Int, in registry: some Registry
    ) throws(DecideError) {
        guard let other = try registry.bulletins(of: story).first(where: { $0.number != number }) else { return }
        let title = try registry.title(of: Story.self, story)
        throw .refused(
            Refusal(
                .overlap, field: "stories",
                Phrase(
                    fa: "\(title) در \(other.called) آمده است؛ نخست آن را از آنجا بردارید.",
                    en: "The \(title) is in \(other.called); take it out of that one first.")))
    }
}

/// `{"command":"bulletin.issue","number":1}`: composed → issued, and its stories → published. Its texts and the season's
/// figures are frozen, and the office's own template with them, so that its HTML is made again from the record alone; the
/// answer, and so the ledger, holds the SHA-256 of that.
public struct BulletinIssue: Command {
    public static let name = "bulletin.issue"
    public static let title = Phrase(fa: "انتشار خبرنامه", en: "issue a bulletin")
    /// It has been read.
    public static let canBeUndone = false
    public static let parameters = [BulletinFields.number.required, BulletinFields.template.clearable]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state` for what was issued and for a story that is no longer approved, `stale`,
    ///   `not-complete` without stories, `no-consent`; `unknown-value` for a template that cannot be printed by.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let bulletin = try registry.composed(given.require(BulletinFields.number))
        var stories: [Story] = []
        for code in bulletin.stories { stories.append(try registry.existing(Story.self, code, field: "stories")) }
        try envelope.check(versionOf: bulletin, in: registry)
        try bulletin.require([.composed])
        for story in stories { try story.require([.approved]) }
        if stories.isEmpty { throw .refused(.noStories(bulletin)) }
        for story in stories { try story.checkConsent() }
        for story in stories { try story.checkPictures(in: registry) }

        let content = try bulletin.content(
            of: stories, template: given.has("template") ? given[BulletinFields.template] : try registry.ownTemplate(),
            in: registry)
        let hash = try registry.print(content)
        var decision = Decision(envelope)
        decision.tell(content, hash)
        decision.amend(bulletin, silently: true) {
            ($0.content, $0.sha256, $0.state) = (content, hash, .issued)
        }
        for story in stories {
            decision.amend(story, silently: true) { ($0.state, $0.publishedOn) = (.published, bulletin.on) }
        }
        return decision
    }
}

/// `{"command":"bulletin.correct","number":1,"note":"در شماره نخست، نام روستا اشتباه بود."}`: the next edition of an issue,
/// with the erratum on top. Stories are told as they are published now; those that were withdrawn, or name a household
/// without its consent, are left out. The figures are the first edition's.
public struct BulletinCorrect: Command {
    public static let name = "bulletin.correct"
    public static let title = Phrase(fa: "انتشار اصلاحیه خبرنامه", en: "correct a bulletin")
    public static let canBeUndone = false
    public static let parameters = [
        BulletinFields.number.required, BulletinFields.note.required, BulletinFields.template.clearable,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state` for what was never issued.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let number = given[BulletinFields.number] else { return }
        try registry.latest(number).require([.issued])
    }

    /// - Throws: `not-found`, also for a picture that is gone, `stale`, `wrong-state` for what was never issued;
    ///   `unknown-value` for a template that cannot be printed by.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let number = try given.require(BulletinFields.number)
        let former = try registry.latest(number)
        try envelope.check(versionOf: former, in: registry)
        guard former.state == .issued, var content = former.content else {
            throw .refused(.wrongState(former.called, is: former.state.phrase, accepted: BulletinState.issued.phrase))
        }
        let note = try given.require(BulletinFields.note)
        var (told, left): ([IssuedStory], [String]) = ([], [])
        for code in former.stories {
            let story = try registry.existing(Story.self, code, field: "stories")
            if let text = story.published, text.hasConsent {
                try text.checkPictures(in: registry)
                told.append(try story.issued(text, in: registry))
            } else {
                left.append(code)
            }
        }
        (content.layout, content.edition, content.on) = (
            BulletinContent.currentLayout, former.edition + 1, envelope.day
        )
        content.errata.insert(Erratum(edition: content.edition, on: envelope.day, note: note), at: 0)
        content.stories = told
        content.template = given.has("template") ? given[BulletinFields.template] : try registry.ownTemplate()
        let hash = try registry.print(content)
        var next = former
        (next.edition, next.on, next.erratum) = (content.edition, content.on, note)
        (next.stories, next.content, next.sha256) = (told.map(\.code), content, hash)
        var decision = Decision(envelope)
        decision.tell(content, hash)
        decision.answer("leftOut", left.json)
        decision.add(next)
        return decision
    }
}

extension Registry {
    /// The first edition of a number, or `not-found`.
    fileprivate func composed(_ number: Int) throws(DecideError) -> Bulletin {
        if let first = try editions(of: number).first { return first }
        throw .refused(.notFound(Bulletin.kind, String(number), field: "number"))
    }

    /// The last edition of a number, or `not-found`.
    fileprivate func latest(_ number: Int) throws(DecideError) -> Bulletin {
        if let last = try editions(of: number).last { return last }
        throw .refused(.notFound(Bulletin.kind, String(number), field: "number"))
    }
}

extension Decision {
    /// The answer holds what proves an edition, not all that it says.
    fileprivate mutating func tell(_ content: BulletinContent, _ hash: String) {
        answer("number", .integer(content.number))
        answer("edition", .integer(content.edition))
        answer("on", content.on.json)
        answer("state", BulletinState.issued.json)
        answer("stories", content.stories.map(\.code).json)
        answer("sha256", .string(hash))
    }
}

extension Refusal {
    /// `not-complete`: an issue that tells nothing.
    fileprivate static func noStories(_ bulletin: Bulletin) -> Refusal {
        Refusal(
            .notComplete, field: "number",
            Phrase(
                fa: "\(bulletin.called) هنوز روایتی ندارد؛ دست‌کم یک روایت تأییدشده در آن بگذارید.",
                en: "The \(bulletin.called) has no story yet; put one approved story in it at least."))
    }
}
