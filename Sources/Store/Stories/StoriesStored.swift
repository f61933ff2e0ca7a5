import Domain
import GRDB
import Persian

extension StoredPart {
    static let stories = StoredPart(
        part: .stories,
        tables: [.of(Story.self) { StoriesTable.stories }, .of(Bulletin.self) { StoriesTable.bulletins }],
        dayCounts: [DayCount(StoriesTable.publishedCount, Story.self) { $0.published != nil }])
}

/// The tables of stories and bulletins.
enum StoriesTable {
    /// Listed by code, the latest first.
    static let stories = Table(
        Story.self, name: "stories", keyColumn: "code",
        derived: Table.listed(
            Story.self, name: { "\(9_999_999 - (Story.series.number(of: $0.code) ?? 0)) \($0.code)" }
        ) { story, db in
            [story.code, story.title, story.target?.code, try author(of: story, db), story.body]
        },
        references: ["names": "code IN (SELECT story FROM storyNames WHERE household = ?)"])

    /// The latest number first, and of each the latest edition.
    static let bulletins = Table(
        Bulletin.self, name: "bulletins",
        derived: Table.listed(
            Bulletin.self, name: { "\(9_999_999 - $0.number) \(9_999 - $0.edition)" }
        ) { bulletin, _ in
            [bulletin.key, bulletin.title, bulletin.lead, bulletin.erratum] + bulletin.stories
        },
        references: ["stories": "id IN (SELECT bulletin FROM bulletinStories WHERE story = ?)"])

    static let publishedCount = "publishedStories"

    private static func author(of story: Story, _ db: Database) throws -> String? {
        try story.author.flatMap { try Person.fetch(db, key: $0)?.fullName }
    }
}

extension FileRegistry {
    func reviewers() throws(DecideError) -> Int {
        try storing {
            let sql = "SELECT count(*) FROM staff WHERE state = 'active' AND role IN ('administrator', 'operator')"
            return try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0
        }
    }

    func editions(of number: Int) throws(DecideError) -> [Bulletin] {
        try storing { try Bulletin.fetch(db, where: "number = ? ORDER BY edition", [number]) }
    }

    func bulletins(of story: String) throws(DecideError) -> [Bulletin] {
        try storing {
            try Bulletin.fetch(
                db,
                where: "id IN (SELECT bulletin FROM bulletinStories WHERE story = ?) ORDER BY number, edition", [story])
        }
    }

    func holdsPicture(_ hash: String) throws(DecideError) -> Bool {
        // Who only looks ahead is not held to what lies beside the file.
        guard cache != nil, let beside else { return true }
        return beside.pictures?.holds(hash) ?? false
    }

    func ownTemplate() throws(DecideError) -> String? {
        do throws(Refusal) { return try beside?.press?.ownTemplate() } catch { throw .refused(error) }
    }

    func print(_ content: BulletinContent) throws(DecideError) -> String {
        guard cache != nil else { return "" }
        guard let press = beside?.press else { throw .store(.noPress) }
        do throws(Refusal) {
            let html = try press.html(of: content) { beside?.pictures?.bytes(of: $0) }
            return Digest.hexadecimal(of: html)
        } catch {
            throw .refused(error)
        }
    }
}

extension StoreError {
    /// Only a program that can print bulletins issues them.
    static let noPress = StoreError(
        .cannotWrite,
        Phrase(
            fa: "این پرونده بی چاپگر خبرنامه باز شده است؛ خبرنامه را از خود برنامه منتشر کنید.",
            en: "This file is open without what prints bulletins; issue it from the program itself."))
}
