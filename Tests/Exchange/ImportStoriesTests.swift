import Domain
import Foundation
import Persian
import Testing

@testable import Exchange
@testable import Store

/// Stories in sheets. The clock stands at 1401/05/05.
@Suite("Stories in sheets")
struct ImportStoriesTests {
    private let office: OfficeFile

    init() throws {
        office = try newOffice()
        for line in [
            """
            {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",\
            "size":40,"registeredOn":"1400/01/05"}
            """,
            """
            {"command":"group.register","code":"Q-0002","name":"بهار","kind":"general","fields":["relief"],"county":"قم",\
            "size":40,"registeredOn":"1400/01/05"}
            """,
            """
            {"command":"household.record","code":"H-00001","head":"9990000018","headName":"علی کریمی","area":"village",
            "place":"گل‌دره"}
            """,
        ] { try office.send(line) }
    }

    /// Added, same, changed and refused.
    private func read(_ text: String) throws -> ([Int], [Refusal]) {
        let report = try office.importing(StoriesSheet.self, text)
        return ([report.added, report.same, report.changed, report.refusals.count], report.refusals.map(\.refusal))
    }

    private static let header = "کد روایت,عنوان,متن,درباره,خانوارهای نام‌برده\n"

    @Test("a row is a story about what its cell names, by code or name, and a list sent again changes what differs")
    func rows() throws {
        let rows =
            Self.header + "ST-001,چشمه,\"آمدیم.\n\n«آب»\",گروه جهادی Q-0001,H-00001 نام بله\n,راه,رفتیم.,باران,\n"
        #expect(try read(rows).0 == [2, 0, 0, 0])
        let story = try #require(try office.find(Story.self, "ST-001"))
        #expect(story.group == "Q-0001" && story.body == "آمدیم.\n\n«آب»")
        #expect(story.names == [StoryName(household: "H-00001", consent: true)])
        #expect(try office.find(Story.self, "ST-002")?.group == "Q-0001")
        #expect(try read(Self.header + "ST-001,چشمه,دیگر,Q-0001,H-00001 نام بله\n").0 == [0, 0, 1, 0])
        #expect(try read(Self.header + "ST-001,چشمه,دیگر,بهار,H-00001 نام بله\n").0 == [0, 0, 1, 0])
        #expect(try office.find(Story.self, "ST-001")?.group == "Q-0002")
    }

    @Test("what cannot be is refused by row")
    func refused() throws {
        let rows =
            Self.header
            + "ST-001,چشمه,متن,گروه جهادی Q-0099,\nST-002,چشمه,متن,ناشناس,\nST-003,چشمه,متن,Q-0001,H-00001 نام خیر\nST-004,,متن,Q-0001,\nST-005,چشمه,متن,,\n"
        let (counts, refusals) = try read(rows)
        #expect(counts == [0, 0, 0, 5])
        #expect(refusals.map(\.code) == [.notFound, .notFound, .noConsent, .missingValue, .missingValue])
    }

    @Test("what is exported is all the same when it is imported again")
    func again() throws {
        _ = try read(Self.header + "ST-001,\"چشمه، آب\",\"- الف\n- ب\",Q-0001,\"H-00001 نام بله، H-00001 محل بله\"\n")
        var text = ""
        try office.view { (reader) throws(DecideError) in
            let question = ListingQuestion(masking: Masking(for: .administrator), day: today.today())
            try ListingKind.stories.write(question, as: .csv, in: reader) { text += $0 }
        }
        #expect(text.contains("گروه جهادی Q-0001") || text.contains("Q-0001"))
        #expect(try read(text).0 == [0, 1, 0, 0])
    }

    @Test("what people call the office's bulletins is listed and shown, with the figures that changed since")
    func shown() throws {
        office.use(BulletinPage())
        _ = try read(Self.header + "ST-001,چشمه,آمدیم.,Q-0001,\n")
        for line in [
            #"{"command":"story.submit","code":"ST-001"}"#, #"{"command":"story.approve","code":"ST-001"}"#,
            #"{"command":"bulletin.compose","number":1,"on":"1401/05/05","stories":["ST-001"]}"#,
            #"{"command":"bulletin.issue","number":1}"#,
            """
            {"command":"group.register","code":"Q-0003","name":"مهر","kind":"general","fields":["relief"],"county":"قم",\
            "size":40,"registeredOn":"1400/01/05"}
            """,
        ] { try office.send(line) }
        let question = ListingQuestion(masking: Masking(for: .administrator), day: today.today())
        func shown(_ kind: ListingKind, _ code: String) throws -> [String] {
            try office.view { (reader) throws(DecideError) in
                try Showing(kind, code, for: question, in: reader).facts.map {
                    "\($0.label.en): \($0.value.en)".withoutIsolates
                }
            }
        }
        let facts = try shown(.bulletins, "۱")
        #expect(facts.contains { $0.contains("registered groups: 2, from 2") && $0.contains("khedmat list groups") })
        #expect(facts.contains { $0.contains("issued 2, now 3") })
        #expect(try shown(.stories, "ST-001").contains { $0.contains("bulletin number 1") })
        #expect(throws: DecideError.self) { try shown(.bulletins, "9") }
        let count = try office.view { (reader) throws(DecideError) in
            try ListingKind.bulletins.count(question, in: reader)
        }
        #expect(count == 1)
        #expect(try office.verify { _, _ in }.problems.map(\.en) == [])
    }
}
