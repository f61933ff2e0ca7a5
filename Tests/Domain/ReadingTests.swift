import Persian
import Testing

@testable import Domain

@Suite("What a role may read")
struct ReadingTests {
    @Test("trainers read groups, people and courses, everybody else reads all", arguments: RecordKind.all)
    func kinds(_ kind: RecordKind) {
        let open: Set = [
            "group", "council", "base", "person", "membership", "term", "course", "enrolment", "courseAttendance",
            "certificate",
        ]
        for role in Role.allCases { #expect(role.mayRead(kind) == (role != .trainer || open.contains(kind.name))) }
    }

    @Test("numbers of people are masked inside sentences, in any digits, and nothing else is")
    func sentences() {
        let masking = Masking(for: .supervisor)
        #expect(masking.sentence("There is no person 9990000018.") == "There is no person 999••••018.")
        #expect(masking.sentence("«۹۹۹۰۰۰۰۰۱۸» و 09120000018، T-001") == "«999••••018» و 0912••••018، T-001")
        for text in ["01890000-0000-7000-8000-000000000001", "1401/05/09", "a9990000018b", "12345678901234", ""] {
            #expect(masking.sentence(text) == text)
        }
        #expect(Masking(for: .operator).sentence("9990000018") == "9990000018")
    }

    @Test("who is not recorded is called by the masked number")
    func strangers() throws {
        let office = try TestOffice()
        #expect(try office.registry.fullName(ofPerson: "9990000018") == "علی کریمی")
        #expect(try office.registry.fullName(ofPerson: "9990000131") == "999••••131")
    }

    @Test("JSON that leaves the program obeys no terminal, and means the same")
    func printed() throws {
        let hostile = "a\u{7F}b\u{9B}31m\u{202E}x\u{2066}y\u{2069}\u{85}ب\u{200C}پ"
        let json = JSON.object([.init("name", .string(hostile)), .init("\u{9D}", .integer(1))])
        #expect(
            !json.printed.unicodeScalars.contains {
                [0x7F, 0x85, 0x9B, 0x9D, 0x202E, 0x2066, 0x2069].contains($0.value)
            })
        #expect(JSON(parsing: json.printed) == json)
        #expect(json.text.contains("\u{9B}"), "the hashed text stays")
        #expect(JSON.string("گروه\u{200C}ها").printed == JSON.string("گروه\u{200C}ها").text)
    }
}
