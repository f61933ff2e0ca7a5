extension Bulletin {
    /// What it would say if it were issued now, in its present stories, printed by the office's own template or another.
    ///
    /// - Throws: `not-found` for a story that is gone; what the store reports.
    public func drafted(by template: String?, in registry: some Registry) throws(DecideError) -> BulletinContent {
        var told: [Story] = []
        for code in stories { told.append(try registry.existing(Story.self, code, field: "stories")) }
        return try content(of: told, template: template, in: registry)
    }

    /// What it says of its stories as they are now, with the figures of its season.
    func content(
        of stories: [Story], template: String?, in registry: some Registry
    ) throws(DecideError) -> BulletinContent {
        var told: [IssuedStory] = []
        for story in stories { told.append(try story.issued(story.text, in: registry)) }
        return BulletinContent(
            office: try registry.setting("office.name").plainText, number: number, edition: edition, on: on,
            title: title ?? called.fa, lead: lead, stories: told,
            figures: try registry.seasonFigures(during: SeasonFigures.season(of: on)), template: template)
    }
}

extension Story {
    /// As an issue holds it.
    func issued(_ text: StoryText, in registry: some Registry) throws(DecideError) -> IssuedStory {
        var households: [String] = []
        for name in text.names where !households.contains(name.household) { households.append(name.household) }
        return IssuedStory(
            code: code, title: text.title, body: text.body,
            about: try target?.title(in: registry).fa ?? "",
            author: try author.map { (person) throws(DecideError) in try registry.fullName(ofPerson: person) } ?? "",
            pictures: text.pictures, names: households)
    }
}
