import Domain
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

/// A press that prints an issue as its own JSON.
struct PlainPress: BulletinPress {
    func html(of content: BulletinContent, picture: (String) -> [UInt8]?) -> [UInt8] { Array(content.json.text.utf8) }
}

@Suite("Stories and bulletins in the file")
struct StoriesStoreTests {
    private func filled(_ folder: TestFolder) throws -> OfficeFile {
        let office = try folder.office()
        office.use(PlainPress())
        try office.register("Q-0001", name: "باران")
        for line in [
            #"{"command":"household.record","code":"H-00001","head":"9990000069","headName":"ر","area":"village","place":"صرم"}"#,
            #"{"command":"story.draft","code":"ST-001","title":"چشمه","body":"آمدیم.","about":{"group":"Q-0001"},"names":["H-00001 بله"]}"#,
            #"{"command":"story.draft","code":"ST-002","title":"باغ","body":"ماندیم.","about":{"group":"Q-0001"}}"#,
            #"{"command":"story.submit","code":"ST-001"}"#, #"{"command":"story.approve","code":"ST-001"}"#,
            #"{"command":"bulletin.compose","number":1,"on":"1401/05/20","stories":["ST-001"]}"#,
            #"{"command":"bulletin.issue","number":1}"#,
        ] { try office.send(line) }
        return office
    }

    @Test("lists by state, versions, issues and whom they name")
    func reads() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        defer { withExtendedLifetime(folder) {} }
        try office.send(#"{"command":"story.amend","code":"ST-001","body":"آمدیم و ماندیم."}"#)
        try office.reader.read { db in
            let reader = Reader(db: db)
            #expect(try reader.storyCounts() == [.draft: 2])
            let window = try reader.stories(StoryFilter(scope: .standing), from: .beginning, limit: 10)
            let rows = try window.places.map { try reader.storyRow(at: $0) }
            #expect(rows.map { $0?.story.code } == ["ST-001"])
            #expect(rows.first??.about[.persian].contains("باران") == true)
            let drafts = try reader.stories(
                StoryFilter(text: Filter("ماندیم"), scope: .state(.draft)), from: .beginning, limit: 10)
            #expect(drafts.places.count == 2)
            let story = try #require(try reader.find(Story.self, key: "ST-001"))
            let versions = try reader.versions(of: story, limit: 10)
            #expect(versions.map(\.story.state) == [.draft, .published, .approved, .submitted, .draft])
            #expect(versions[0].story.body == "آمدیم و ماندیم." && versions[0].account == "ali")
            #expect(try reader.bulletin("1")?.state == .issued)
            #expect(try reader.bulletin("2") == nil)
            #expect(try reader.nextBulletinNumber() == 2)
            let issues = try reader.issues(naming: "H-00001")
            #expect(issues.map(\.bulletin.number) == [1] && issues.first?.stories == ["ST-001"])
            let bulletin = try #require(try reader.bulletin("1"))
            #expect(try reader.pendingErrata(of: bulletin).isEmpty)
            #expect(try reader.stories(about: NeedTarget(subject: .group, code: "Q-0001"), limit: 9).count == 2)
            #expect(try reader.publishedStories(until: noon.now().day(in: .tehran), days: 2) == [0, 1])
        }
    }

    @Test("a figure that changed since is pending beside its old value")
    func errata() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        defer { withExtendedLifetime(folder) {} }
        try office.register("Q-0002", name: "بهار")
        try office.reader.read { db in
            let reader = Reader(db: db)
            let bulletin = try #require(try reader.bulletin("1"))
            #expect(try reader.pendingErrata(of: bulletin) == [PendingErratum(figure: .groups, issued: 1, now: 2)])
        }
    }

    @Test("verify prints each issue again, and finds one that was edited")
    func proof() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        #expect(try office.verify { _, _ in }.problems == [])
        struct OtherPress: BulletinPress {
            func html(of content: BulletinContent, picture: (String) -> [UInt8]?) -> [UInt8] { [1] }
        }
        office.use(OtherPress())
        #expect(try office.verify { _, _ in }.problems.first?.en.contains("bulletin number 1") == true)
    }

    @Test("the file itself lets no issue be changed or taken out, nor opened without a press be issued")
    func constraints() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        for sql in ["UPDATE bulletins SET title = 'x'", "DELETE FROM bulletins"] {
            #expect(throws: DatabaseError.self) { try office.writer().write { try $0.execute(sql: sql) } }
        }
        try office.send(#"{"command":"story.submit","code":"ST-002"}"#)
        try office.send(#"{"command":"story.approve","code":"ST-002"}"#)
        try office.send(#"{"command":"bulletin.compose","number":2,"on":"1401/05/20","stories":["ST-002"]}"#)
        let other = try OfficeFile(path: folder.file)
        #expect(throws: DecideError.store(.noPress)) { try other.send(#"{"command":"bulletin.issue","number":2}"#) }
    }

    @Test("pictures lie beside the file by their hash, for their owner alone")
    func pictures() throws {
        let folder = try TestFolder()
        let pictures = try #require(try folder.office().pictures)
        let hash = try pictures.keep([1, 2, 3])
        #expect(try pictures.keep([1, 2, 3]) == hash)
        #expect(pictures.holds(hash))
        #expect(pictures.bytes(of: hash) == [1, 2, 3])
        #expect(try folder.mode("office.db-pictures") == 0o700)
        #expect(try folder.mode("office.db-pictures/\(hash).jpg") == 0o600)
        try folder.write(Data([4]), to: "office.db-pictures/\(hash).jpg")
        #expect(pictures.bytes(of: hash) == nil, "it is not what its name says")
    }
}
