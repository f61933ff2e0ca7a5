import Domain
import Exchange
import Persian
import Store
import Testing

@Suite("A row of the members' sheet")
struct ImportMembersTests {
    /// An office with the ordinary group, whose head's name was split by guess.
    func office() throws -> OfficeFile {
        let office = try newOffice()
        try office.importing(GroupsSheet.self, GroupLine.sheet(GroupLine(["نام مسئول": "سید علی کاظمی نژاد"])))
        return office
    }

    func importing(_ changes: [String: String], into office: OfficeFile) throws -> ImportReport {
        try office.importing(MembersSheet.self, MemberLine.sheet(MemberLine(changes)))
    }

    @Test("corrects a name that was split by guess; the groups' sheet does not split it again")
    func splitNames() throws {
        let office = try office()
        #expect(try office.person("9990000018").firstName == "سید")
        #expect(try importing(["نام": "سید علی"], into: office).counts == [1, 1, 0, 0, 0])
        let person = try office.person("9990000018")
        #expect([person.firstName, person.lastName] == ["سید علی", "کاظمی نژاد"])

        let groups = GroupLine.sheet(GroupLine(["نام مسئول": "سید علی کاظمی نژاد"]))
        #expect(try office.importing(GroupsSheet.self, groups).counts == [1, 0, 1, 0, 0])
        #expect(try office.person("9990000018").firstName == "سید علی")
    }

    @Test("fills what the groups' sheet does not know, and adds skills")
    func fills() throws {
        let office = try office()
        _ = try importing(["نام": "سید علی"], into: office)
        let person = try office.person("9990000018")
        #expect(person.gender == .female && person.skills == ["خیاطی"] && person.mobile == "09121234567")
        #expect(try importing(["نام": "سید علی", "مهارت": "خیاطی، عکاسی"], into: office).changed == 1)
        #expect(try office.person("9990000018").skills == ["خیاطی", "عکاسی"])
        #expect(try importing(["نام": "سید علی", "مهارت": "عکاسي", "جنسیت": ""], into: office).same == 1)
    }

    @Test("a membership begins on the registration day, once")
    func membership() throws {
        let office = try office()
        let someone = ["کد ملی": "9990000050", "نام": "مینا", "نام خانوادگی": "پارسا", "سمت": "عضو", "تلفن همراه": ""]
        #expect(try importing(someone, into: office).counts == [1, 1, 0, 0, 0])
        #expect(try importing(someone, into: office).counts == [1, 0, 1, 0, 0])
        let day = try Day(parsing: "1398/02/16")
        #expect(try office.memberships(of: "9990000050", in: "Q-0001").map(\.from) == [day])

        // Who has left is not brought back by a sheet that does not know it yet.
        try office.send(
            #"{"command":"membership.end","group":"Q-0001","person":"9990000050","to":"1400/01/01"}"#)
        #expect(try importing(someone, into: office).counts == [1, 0, 1, 0, 0])
        #expect(try office.memberships(of: "9990000050", in: "Q-0001").count == 1)
    }

    @Test("a media liaison of the sheet is appointed on the registration day")
    func roles() throws {
        let office = try office()
        let someone = ["کد ملی": "9990000050", "نام": "مینا", "نام خانوادگی": "پارسا", "سمت": "رابط رسانه"]
        #expect(try importing(someone, into: office).counts == [1, 1, 0, 0, 0])
        #expect(try office.terms(of: "Q-0001", .mediaLiaison).map(\.person) == ["9990000050"])
    }

    @Test(
        "is refused with its column, and nothing of it lands",
        arguments: [
            (["شماره ثبت گروه": "Q-0999"], "2 Q-0999 شماره ثبت گروه not-found"),
            (["کد ملی": "9990000051"], "2 Q-0001 کد ملی invalid-national-id"),
            (["کد ملی": ""], "2 Q-0001 کد ملی missing-value"), (["سمت": "ناظر"], "2 Q-0001 سمت unknown-value"),
            (["جنسیت": "؟"], "2 Q-0001 جنسیت unknown-value"),
            (["تلفن همراه": "0251234"], "2 Q-0001 تلفن همراه invalid-mobile"),
            (["نام": ""], "2 Q-0001 نام missing-value"), (["شماره ثبت گروه": ""], "2  شماره ثبت گروه missing-value"),
            (["سمت": "مسئول گروه"], "2 Q-0001 سمت overlap"),
        ])
    func refused(_ changes: [String: String], _ reason: String) throws {
        let office = try office()
        let last = try office.entries().count
        let stranger = ["کد ملی": "9990000050", "نام": "مینا", "نام خانوادگی": "پارسا", "سمت": "عضو"]
        #expect(try importing(stranger.merging(changes) { $1 }, into: office).reasons == [reason])
        #expect(try office.entries(after: last).isEmpty)
    }
}
