import Persian

extension Story {
    public var staged: Phrase { Phrase(fa: "\(label) («\(name.shortened)»)", en: "\(label) (“\(name.shortened)”)") }

    /// A story about a group is its media liaison's of that day, or the office's own: one without an author.
    ///
    /// - Throws: `not-eligible`.
    func checkAuthor(on day: Day, in registry: some Registry) throws(DecideError) {
        guard let group, let author else { return }
        let terms = try registry.terms(of: group, .mediaLiaison)
        if terms.contains(where: { $0.person == author && $0.from <= day && day <= $0.to ?? day }) { return }
        let name = try registry.fullName(ofPerson: author)
        let title = try registry.title(of: Group.self, group)
        let now = terms.first { $0.from <= day && day <= $0.to ?? day }
        let liaison = try now.map { (term) throws(DecideError) in try registry.fullName(ofPerson: term.person) }
        let standing =
            liaison.map { Phrase(fa: "رابط رسانه آن \($0) است", en: "its media liaison is \($0)") }
            ?? Phrase(fa: "در این روز رابط رسانه ندارد", en: "it has no media liaison on that day")
        throw .refused(
            Refusal(
                .notEligible, field: "author",
                Phrase(
                    fa:
                        "\(name) در \(day.jalaliText(.persian)) رابط رسانه \(title) نیست؛ \(standing). نویسنده روایت یک گروه رابط رسانه آن است، یا کاربر دفتر: نویسنده را خالی بگذارید.",
                    en:
                        "\(name) is not media liaison of the \(title) on \(day.jalaliText(.english)); \(standing). A story about a group is by its media liaison, or by the office: leave the author empty."
                )))
    }

    /// Nobody is named who did not agree to it.
    ///
    /// - Throws: `no-consent`.
    func checkConsent() throws(DecideError) { try Self.checkConsent(of: names) }

    static func checkConsent(of names: [StoryName]) throws(DecideError) {
        guard let name = names.first(where: { !$0.consent }) else { return }
        throw .refused(
            Refusal(
                .noConsent, field: "names",
                Phrase(
                    fa:
                        "خانوار \(name.household) به آوردن «\(name.use.phrase)» خود در روایت رضایت نداده است؛ نخست رضایت بگیرید، یا آن را از متن و از فهرست نام‌برده‌ها بردارید.",
                    en:
                        "The household \(name.household) did not agree that its \(name.use.phrase) is told; ask for its consent first, or take it out of the text and of the households named."
                )))
    }

    /// The pictures are in the folder beside the file.
    ///
    /// - Throws: `not-found`.
    func checkPictures(in registry: some Registry) throws(DecideError) { try text.checkPictures(in: registry) }

    /// Whoever approves is not who submitted, where there is anybody else to do it.
    ///
    /// - Throws: `needs-second-person`.
    func checkReviewer(_ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        let account = decision.envelope.account
        guard submittedBy == account else { return }
        if try registry.reviewers() > 1 {
            throw .refused(
                Refusal(
                    .needsSecondPerson, field: "code",
                    Phrase(
                        fa: "\(staged) را خود \(account) برای بررسی فرستاده است؛ تأیید آن با کاربری دیگر است.",
                        en: "The \(staged) was submitted by \(account); another account has to approve it.")))
        }
        decision.warn(
            Warning(
                .needsSecondPerson,
                Phrase(
                    fa: "\(account) روایتی را که خود فرستاده تأیید کرد، چون دفتر بررسی‌کننده دیگری ندارد.",
                    en: "\(account) approved what he or she submitted, for the office has nobody else to review it.")))
    }

    /// A story that an issue of the bulletin is composed of, or that was issued, stays on record.
    ///
    /// - Throws: `wrong-state`.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard publishedOn != nil else { return }
        throw .refused(
            Refusal(
                .wrongState, field: "code",
                Phrase(
                    fa: "\(staged) منتشر شده است و باطل نمی‌شود؛ آن را با «\(StoryWithdraw.title)» پس بگیرید.",
                    en: "The \(staged) was published and cannot be voided; withdraw it instead.")))
    }
}

extension StoryText {
    /// The pictures are in the folder beside the file.
    ///
    /// - Throws: `not-found`.
    func checkPictures(in registry: some Registry) throws(DecideError) {
        for picture in pictures where try !registry.holdsPicture(picture.picture) {
            throw .refused(
                Refusal(
                    .notFound, field: "pictures",
                    Phrase(
                        fa:
                            "تصویر «\(picture.alt.excerpt)» در پوشه تصویرهای کنار پرونده نیست؛ نخست آن را با «khedmat picture» بیفزایید.",
                        en:
                            "The picture “\(picture.alt.excerpt)” is not in the folder of pictures beside the file; add it first with “khedmat picture”."
                    )))
        }
    }
}

extension Decision {
    /// Tells which issues hold what was taken back.
    ///
    /// - Parameter households: whose consent was taken back; nil for the whole story.
    mutating func tellIssues(
        holding story: Story, households: Set<String>? = nil, in registry: some Registry
    ) throws(DecideError) {
        var held: [Bulletin] = []
        for bulletin in try registry.issues(holding: story.code) {
            let names = bulletin.content?.stories.first { $0.code == story.code }?.names ?? []
            if households.map({ !$0.isDisjoint(with: names) }) ?? true { held.append(bulletin) }
        }
        answer("issues", .list(held.map { .string($0.key) }))
        guard !held.isEmpty else { return }
        let titles = held.map(\.called).listed()
        warn(
            Warning(
                .inIssues,
                Phrase(
                    fa:
                        "\(story.staged) در \(titles) منتشر شده است؛ آن شماره‌ها دگرگون نمی‌شوند، با «\(BulletinCorrect.title)» نوبتی بی آن منتشر کنید.",
                    en:
                        "The \(story.staged) stands in \(titles); issues never change: bring out an edition without it by “\(BulletinCorrect.title)”."
                )))
    }
}

extension NeedTarget {
    /// What people call it.
    ///
    /// - Throws: what the store reports.
    func title(in registry: some Registry) throws(DecideError) -> Phrase {
        guard let type = NeedBearers.all.first(where: { $0.needSubject == subject }) else {
            return Phrase(fa: "\(subject.phrase) \(code)", en: "\(subject.phrase) \(code)")
        }
        return try registry.title(of: type, code)
    }
}
