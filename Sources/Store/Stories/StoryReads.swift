import Domain
import GRDB
import Persian

/// Which stories a list shows. What is nil or empty lets everything through; all that is given must hold.
public struct StoryFilter: Hashable, Sendable {
    public enum Scope: Hashable, Sendable {
        case all
        /// In a state now.
        case state(StoryState)
        /// Of which something is published, whatever is being done to it.
        case standing
    }

    public var text: Filter
    public var scope: Scope

    public init(text: Filter = Filter(), scope: Scope = .all) { (self.text, self.scope) = (text, scope) }
}

/// What a list says of a story.
public struct StoryRow: Hashable, Sendable {
    public let story: Story
    /// Who wrote it: a person, or the account of the office.
    public let author: String
    /// What it is about.
    public let about: Phrase
}

/// What a story said after a command.
public struct StoryVersion: Sendable {
    public let story: Story
    public let account: String
    public let at: Moment
    public let command: Phrase
}

extension Reader {
    /// A window of the stories, the latest code first.
    ///
    /// - Throws: what the store reports.
    public func stories(
        _ filter: StoryFilter, from start: ListStart, limit: Int
    ) throws(DecideError) -> ListWindow {
        try storing {
            let scope: ListScope
            switch filter.scope {
            case .all: scope = .all
            case .state(let state):
                let count = try storyCounts()[state] ?? 0
                scope = ListScope(sql: "state = ?", arguments: [state.rawValue.databaseValue], count: count)
            case .standing: scope = ListScope(sql: "publishedOn IS NOT NULL AND state <> 'withdrawn'")
            }
            return try ListQuery.window(
                of: "stories", by: .name, matching: filter.text, in: scope, from: start, limit: limit, db)
        }
    }

    /// What the list says of the story at a place; nil when it is gone.
    ///
    /// - Throws: what the store reports.
    public func storyRow(at place: ListPlace) throws(DecideError) -> StoryRow? {
        try record(Story.self, at: place).flatMapTyped { (story) throws(DecideError) in try storyRow(story) }
    }

    /// What a list says of a story.
    ///
    /// - Throws: what the store reports.
    public func storyRow(_ story: Story) throws(DecideError) -> StoryRow {
        var author: String?
        if let person = story.author { author = try find(Person.self, key: person)?.fullName }
        if author == nil { author = try find(Staff.self, key: story.account)?.name }
        return StoryRow(story: story, author: author ?? story.account, about: try about(story))
    }

    /// What a story is about, by its name.
    private func about(_ story: Story) throws(DecideError) -> Phrase {
        if let code = story.camp, let camp = try find(Camp.self, key: code) { return try title(of: camp) }
        if let code = story.point, let point = try find(ServicePoint.self, key: code) { return try title(of: point) }
        if let code = story.group, let group = try find(Group.self, key: code) { return try title(of: group) }
        if let code = story.campaign, let found = try find(Campaign.self, key: code) { return try title(of: found) }
        if let year = story.congress, let found = try find(Congress.self, key: year) { return try title(of: found) }
        return Phrase(fa: "", en: "")
    }

    /// How many stories are in each state; states that none is in are absent.
    ///
    /// - Throws: what the store reports.
    public func storyCounts() throws(DecideError) -> [StoryState: Int] {
        try storing {
            var counts: [StoryState: Int] = [:]
            let statement = try db.cachedStatement(sql: "SELECT state, stories FROM storyCounts WHERE stories > 0")
            for row in try Row.fetchAll(statement) {
                if let state = StoryState(rawValue: row[0]) { counts[state] = try row.figure(1) }
            }
            return counts
        }
    }

    /// How many stories were published at the end of each of the last days, the oldest first, `day` itself the last.
    ///
    /// - Throws: what the store reports.
    public func publishedStories(until day: Day, days: Int) throws(DecideError) -> [Int] {
        try storing {
            let sql = "SELECT count(*) FROM stories WHERE publishedOn IS NOT NULL AND state <> 'withdrawn'"
            let now = try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0
            return try counts(StoriesTable.publishedCount, now: now, until: day, days: days)
        }
    }

    /// The stories about a record, the latest first.
    ///
    /// - Throws: what the store reports.
    public func stories(about target: NeedTarget, limit: Int) throws(DecideError) -> [Story] {
        try storing {
            try Story.fetch(
                db, where: "\"\(target.subject.rawValue)\" = ? ORDER BY nameKey LIMIT ?", [target.code, limit])
        }
    }

    /// What a story said after each command that changed its text or its state, the latest first.
    ///
    /// - Throws: what the store reports.
    public func versions(of story: Story, limit: Int) throws(DecideError) -> [StoryVersion] {
        try history(of: story, limit: limit).compactMap { entry in
            let change = entry.changes.last { $0.record.id == story.id }
            guard let after = change?.after as? Story else { return nil }
            return StoryVersion(story: after, account: entry.account, at: entry.at, command: entry.title)
        }
    }

    /// All bulletins, the latest number first, and of each the latest edition.
    ///
    /// - Throws: what the store reports.
    public func bulletins() throws(DecideError) -> [Bulletin] {
        try storing { try Bulletin.fetch(db, where: "1 ORDER BY nameKey") }
    }

    /// A bulletin by its key, "1" or "1/2"; of a number alone the latest edition.
    ///
    /// - Throws: what the store reports.
    public func bulletin(_ key: String) throws(DecideError) -> Bulletin? {
        guard let number = Int(key) else { return try find(Bulletin.self, key: key) }
        return try registry.editions(of: number).last
    }

    /// The number of a bulletin's row in its table; nil when there is none of that key.
    ///
    /// - Throws: what the store reports.
    public func row(ofBulletin key: String) throws(DecideError) -> Int64? {
        let parts = key.split(separator: "/").compactMap { Int($0) }
        guard let number = parts.first, parts.count <= 2 else { return nil }
        return try storing {
            let statement = try db.cachedStatement(sql: "SELECT rowid FROM bulletins WHERE number = ? AND edition = ?")
            return try Int64.fetchOne(statement, arguments: [number, parts.count > 1 ? parts[1] : 1])
        }
    }

    /// The number that the next bulletin may bear.
    ///
    /// - Throws: what the store reports.
    public func nextBulletinNumber() throws(DecideError) -> Int {
        try storing { (try Int.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM bulletins")) ?? 0) + 1 }
    }

    /// The bulletins that a story is in, by number and edition.
    ///
    /// - Throws: what the store reports.
    public func bulletins(of story: String) throws(DecideError) -> [Bulletin] { try registry.bulletins(of: story) }

    /// The issued bulletins that name a household, and the stories of each that do, by number and edition.
    ///
    /// - Throws: what the store reports.
    public func issues(naming household: String) throws(DecideError) -> [(bulletin: Bulletin, stories: [String])] {
        try storing {
            let stories = try db.cachedStatement(
                sql: "SELECT story FROM bulletinNames WHERE household = ? AND bulletin = ? ORDER BY story")
            return try Bulletin.fetch(
                db,
                where: "id IN (SELECT bulletin FROM bulletinNames WHERE household = ?) ORDER BY number, edition",
                [household]
            ).map { ($0, try String.fetchAll(stories, arguments: [household, $0.id])) }
        }
    }

    /// What a bulletin says: what was issued, or what it would say if it were issued now.
    ///
    /// - Throws: `not-found` for a story that is gone, `unknown-value` for an own template that cannot be printed by; what
    ///   the store reports.
    public func content(of bulletin: Bulletin) throws(DecideError) -> BulletinContent {
        if let content = bulletin.content { return content }
        return try bulletin.drafted(by: try registry.ownTemplate(), in: registry)
    }

    /// The same for reading on a screen, where a template that cannot be printed by hides nothing: it is told beside.
    ///
    /// - Throws: `not-found` for a story that is gone; what the store reports.
    public func preview(
        of bulletin: Bulletin
    ) throws(DecideError) -> (content: BulletinContent, templateFault: Phrase?) {
        if let content = bulletin.content { return (content, nil) }
        let draft = try bulletin.drafted(by: nil, in: registry)
        do throws(DecideError) {
            _ = try registry.ownTemplate()
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            return (draft, refusal.phrase)
        }
        return (draft, nil)
    }
}
