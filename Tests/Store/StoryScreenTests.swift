import Domain
import GRDB
import Testing

@testable import Store

@Suite("What the screens of stories read")
struct StoryScreenTests {
    private func filled(_ folder: TestFolder) throws -> OfficeFile {
        let office = try folder.office()
        try office.register("Q-0001", name: "باران")
        for number in 1...4 {
            try office.send(
                """
                {"command":"story.draft","code":"ST-00\(number)","title":"روایت \(number)","body":"آمدیم.",\
                "about":{"group":"Q-0001"}}
                """)
        }
        for code in ["ST-001", "ST-002", "ST-003"] { try office.send(#"{"command":"story.submit","code":"\#(code)"}"#) }
        for code in ["ST-002", "ST-003"] { try office.send(#"{"command":"story.approve","code":"\#(code)"}"#) }
        try office.send(#"{"command":"story.return","code":"ST-001","note":"کوتاه است"}"#)
        try office.send(#"{"command":"bulletin.compose","number":1,"on":"1401/05/20","stories":["ST-002"]}"#)
        return office
    }

    @Test("what waits for an account, and which stories a number may hold")
    func reads() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        try office.view { (reader) throws(DecideError) in
            let inbox = try reader.storyInbox(of: ali.account)
            #expect((inbox.toReview, inbox.returned) == (0, 1))
            #expect(try reader.storyInbox(of: "other").returned == 0)
            let free = { (number: Int?) throws(DecideError) in
                try reader.storiesFree(forBulletin: number, limit: 10).map(\.code)
            }
            #expect(try free(1) == ["ST-003", "ST-002"])
            #expect(try free(2) == ["ST-003"])
            #expect(try free(nil) == ["ST-003"])
        }
    }

    @Test("by an index")
    func plans() throws {
        let folder = try TestFolder()
        let office = try filled(folder)
        let plans = QueryPlanTests()
        let asked = try plans.questions(office) {
            try office.view { (reader) throws(DecideError) in
                _ = try reader.storyInbox(of: ali.account)
                _ = try reader.storiesFree(forBulletin: 2, limit: 10)
            }
        }
        #expect(asked.count >= 3)
        for sql in asked where sql.contains("stories") {
            let steps = try plans.plan(sql, office)
            #expect(!steps.contains { $0.hasPrefix("SCAN stories") }, "\(sql): \(steps)")
        }
    }
}
