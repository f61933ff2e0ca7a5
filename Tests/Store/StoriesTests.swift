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
        // Whoever opens the file without a press is told that nothing was proved.
        let bare = try OfficeFile(path: folder.file).verify { _, _ in }
        #expect(bare.problems == [] && bare.lacks.first?.en.contains("1 issued bulletin") == true)
    }

    /// An office whose one issue has a picture.
    private func pictured(_ folder: TestFolder) throws -> (office: OfficeFile, hash: String) {
        let office = try folder.office()
        office.use(PlainPress())
        try office.register("Q-0001", name: "باران")
        let hash = try #require(office.pictures).keep([1, 2, 3])
        for line in [
            """
            {"command":"story.draft","code":"ST-001","title":"چشمه","body":"آمدیم.","about":{"group":"Q-0001"},\
            "pictures":[{"picture":"\(hash)","alt":"چشمه ده"}]}
            """,
            #"{"command":"story.submit","code":"ST-001"}"#, #"{"command":"story.approve","code":"ST-001"}"#,
            #"{"command":"bulletin.compose","number":1,"on":"1401/05/20","stories":["ST-001"]}"#,
            #"{"command":"bulletin.issue","number":1}"#,
        ] { try office.send(line) }
        return (office, hash)
    }

    @Test("verify tells a picture that is gone from an issue that was edited, and leaves the file open for writing")
    func gonePicture() throws {
        let folder = try TestFolder()
        let (office, hash) = try pictured(folder)
        #expect(office.verdict { _, _ in }.lacks == [])
        let place = try #require(office.pictures).place(of: hash)
        for spoil in [
            { try FileManager.default.removeItem(atPath: place) }, { try Data([9]).write(to: URL(filePath: place)) },
        ] {
            try spoil()
            let report = office.verdict { _, _ in }
            #expect(report.problems == [] && report.lacks.count == 2)
            #expect(report.lacks.first?.en.contains("چشمه ده") == true)
            #expect(report.lacks.first?.en.withoutIsolates.contains("bulletin number 1") == true)
            #expect(try OfficeFile(path: folder.file).readOnlyReason == nil)
        }
    }

    @Test("pictures go with a backup, come back with it, and stay with all that is kept of a file")
    func picturesGoAlong() throws {
        let folder = try TestFolder()
        let (office, hash) = try pictured(folder)
        let copy = folder.path + "/copy.db"
        try office.backup(to: copy)
        #expect(try OfficeFile(path: copy).pictures?.bytes(of: hash) == [1, 2, 3])
        try folder.write(Data([7]), to: "copy.db-pictures/\(String(repeating: "b", count: 64)).jpg")
        try folder.write(Data([7]), to: "copy.db-pictures/other.txt")

        let elsewhere = folder.path + "/new.db"
        _ = try OfficeFile.restore(from: copy, to: elsewhere, by: ali, clock: noon, press: PlainPress())
        let restored = try OfficeFile(path: elsewhere)
        restored.use(PlainPress())
        #expect(restored.pictures?.hashes == [hash], "what is not what its name says stays behind")
        let whole = try restored.verify { _, _ in }
        #expect(whole.problems == [] && whole.lacks == [])

        try FileManager.default.removeItem(atPath: folder.file + "-pictures")
        let kept = try #require(
            try OfficeFile.restore(from: copy, to: folder.file, by: ali, clock: noon, press: PlainPress()))
        #expect(office.pictures?.hashes == [hash])
        let again = try #require(
            try OfficeFile.rebuild(folder.file, by: ali, clock: noon, press: PlainPress()) { _, _ in })
        #expect(PictureFolder(besideFile: again).bytes(of: hash) == [1, 2, 3])
        #expect(kept != again)
        // The copy that is kept of a file that cannot be read has them too.
        try office.close()
        try folder.write(Data("spoilt".utf8), to: "office.db")
        let spoilt = try #require(
            try OfficeFile.restore(from: copy, to: folder.file, by: ali, clock: noon, press: PlainPress()))
        #expect(PictureFolder(besideFile: spoilt).hashes == [hash])
    }

    @Test("a backup whose issue was edited is not restored")
    func editedBackup() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        try office.backup(to: folder.path + "/copy.db")
        struct OtherPress: BulletinPress {
            func html(of content: BulletinContent, picture: (String) -> [UInt8]?) -> [UInt8] { [1] }
        }
        let error = #expect(throws: DecideError.self) {
            try OfficeFile.restore(
                from: folder.path + "/copy.db", to: folder.path + "/new.db", by: ali, clock: noon, press: OtherPress())
        }
        #expect(String(describing: error).withoutIsolates.contains("bulletin number 1"))
        let rebuilt = #expect(throws: DecideError.self) {
            try OfficeFile.rebuild(folder.file, by: ali, clock: noon, press: OtherPress()) { _, _ in }
        }
        #expect(String(describing: rebuilt).withoutIsolates.contains("bulletin number 1"))
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

    @Test("beside a text stand the facts of what it is about, and of households what they agreed to")
    func facts() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        for line in Self.events { try office.send(line) }
        let day = noon.now().day(in: .tehran)
        func told(_ subject: NeedSubject, _ code: String, _ names: [StoryName] = []) throws -> [String] {
            try office.view { (reader) throws(DecideError) in
                try reader.facts(about: NeedTarget(subject: subject, code: code), naming: names, on: day)
            }.map { "\($0.sort) \($0.taken(.english))" }
        }
        let camp = try told(.camp, "C-001")
        #expect(
            Array(camp.prefix(3)) == ["what اردوی بهار", "what صرم, قم", "days from 1 Mordad to 7 Mordad 1401, 7 days"])
        #expect(camp.contains("people باران, 6 people"))
        #expect(camp.contains("figure 11 person-days") && camp.contains("work 7.5 متر جوی"))
        #expect(try told(.group, "Q-0001").contains("figure 1 camp"))
        #expect(try told(.group, "Q-0099").isEmpty)
        let named = try told(
            .group, "Q-0001",
            [
                StoryName(household: "H-00001", consent: true),
                StoryName(household: "H-00001", consent: true, use: .place),
                StoryName(household: "H-00001", consent: false, use: .picture),
            ])
        #expect(Array(named.prefix(2)) == ["name ر", "name صرم"])
        let silent = try told(.group, "Q-0001", [StoryName(household: "H-00001", consent: false)])
        #expect(!silent.contains { $0.hasPrefix("name") })
        #expect(try told(.campaign, "RM-1").first == "what دهه ولایت")
        #expect(try told(.congress, "1401").first == "what martyrs' congress of 1401")
        #expect(try told(.point, "AP-1").first == "what موکب")
    }

    private static let events = [
        """
        {"command":"camp.plan","code":"C-001","title":"اردوی بهار","groups":[{"group":"Q-0001","headcount":6}],\
        "kind":"village","province":"قم","county":"قم","place":"صرم","fields":["construction"],"from":"1401/05/01",\
        "to":"1401/05/07"}
        """,
        #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#,
        """
        {"command":"camp.report","camp":"C-001","day":"1401/05/01","present":6,"beneficiaries":0,\
        "work":[{"field":"construction","what":"جوی","quantity":5,"unit":"متر"}]}
        """,
        """
        {"command":"camp.report","camp":"C-001","day":"1401/05/02","present":5,"beneficiaries":0,\
        "work":[{"field":"construction","what":"جوی","quantity":"2.5","unit":"متر"}]}
        """,
        """
        {"command":"campaign.open","code":"RM-1","title":"دهه ولایت","from":"1401/05/01","to":"1401/05/09","target":10}
        """,
        """
        {"command":"congress.open","year":"1401","number":2,"city":"قم","venue":"تالار","from":"1401/07/01",\
        "to":"1401/07/02"}
        """,
        #"{"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"1401/06/07","status":"confirmed"}"#,
        """
        {"command":"point.plan","code":"AP-1","name":"موکب","kind":"border","country":"IR","season":1444,\
        "services":[{"service":"food","perDay":3000}]}
        """,
    ]

    private static let tables = [
        "stories", "bulletins", "storyNames", "bulletinStories", "bulletinNames", "camps", "campGroups", "reports",
        "tallies", "shifts", "sessions", "households", "ledger", "touches", "g", "c",
    ]

    @Test("all that the screen asks is found through an index")
    func plans() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        for line in Self.events { try office.send(line) }
        let tests = QueryPlanTests()
        let day = noon.now().day(in: .tehran)
        let asked = try tests.questions(office) {
            try office.view { (reader) throws(DecideError) in
                for scope in [StoryFilter.Scope.all, .standing] + StoryState.allCases.map(StoryFilter.Scope.state) {
                    for text in ["", "چشمه"] {
                        let filter = StoryFilter(text: Filter(text), scope: scope)
                        for start in [ListStart.beginning, .firstPage, .end] {
                            let window = try reader.stories(filter, from: start, limit: 9)
                            guard let place = window.places.first else { continue }
                            _ = try reader.storyRow(at: place)
                            _ = try reader.stories(filter, from: .around(place), limit: 9)
                        }
                    }
                }
                for (subject, code) in [
                    (NeedSubject.camp, "C-001"), (.group, "Q-0001"), (.campaign, "RM-1"), (.congress, "1401"),
                    (.point, "AP-1"),
                ] {
                    let target = NeedTarget(subject: subject, code: code)
                    _ = try reader.facts(
                        about: target, naming: [StoryName(household: "H-00001", consent: true)], on: day)
                    _ = try reader.stories(about: target, limit: 9)
                }
                _ = try reader.publishedStories(until: day, days: 30)
                _ = try reader.bulletin("1")
                _ = try reader.row(ofBulletin: "1")
                _ = try reader.bulletins(of: "ST-001")
                _ = try reader.issues(naming: "H-00001")
                guard let story = try reader.find(Story.self, key: "ST-001") else { return }
                _ = try reader.versions(of: story, limit: 9)
                _ = try reader.registry.references(to: story, .all, limit: 9)
            }
        }
        #expect(asked.count > 40)
        for sql in asked {
            let walked = try tests.plan(sql, office).filter { step in
                Self.tables.contains {
                    step == "SCAN \($0)" || step.hasPrefix("SCAN \($0) ") && !step.contains("USING")
                }
            }
            #expect(walked == [], "\(sql)")
        }
    }

    @Test("what is composed says what it would say, by the office's own template, and is printed by the press")
    func drafted() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        struct OwnPress: BulletinPress {
            let template: String?
            func html(of content: BulletinContent, picture: (String) -> [UInt8]?) throws(Refusal) -> [UInt8] {
                Array("printed \(content.number)".utf8)
            }
            func ownTemplate() throws(Refusal) -> String? {
                guard let template else { throw Refusal(.unknownValue, field: "template", Phrase(fa: "x", en: "x")) }
                return template
            }
        }
        try office.send(#"{"command":"story.submit","code":"ST-002"}"#)
        try office.send(#"{"command":"story.approve","code":"ST-002"}"#)
        try office.send(#"{"command":"bulletin.compose","number":2,"on":"1401/05/20","stories":["ST-002"]}"#)
        office.use(OwnPress(template: "<p>"))
        let content = try office.view { (reader) throws(DecideError) in
            let bulletin = try reader.bulletin("2")
            return try bulletin.flatMapTyped { (bulletin) throws(DecideError) in try reader.content(of: bulletin) }
        }
        let drafted = try #require(content)
        #expect(drafted.stories.map(\.code) == ["ST-002"])
        #expect(try office.printed(drafted) == "printed 2" && office.hasPress)
        let bare = try OfficeFile(path: folder.file)
        #expect(throws: DecideError.store(.noPress)) { try bare.printed(drafted) }
        office.use(OwnPress(template: nil))
        #expect(throws: DecideError.self) { try office.send(#"{"command":"bulletin.issue","number":2}"#) }
        office.use(OwnPress(template: "<p>"))
        try office.send(#"{"command":"bulletin.issue","number":2}"#)
        #expect(
            try office.view { (reader) throws(DecideError) in try reader.bulletin("2")?.content?.template } == "<p>")
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
