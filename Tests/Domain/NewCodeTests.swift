import Testing

@testable import Domain

@Suite("The code of a new record") struct NewCodeTests {
    @Test("has a digit, or a sign that divides words", arguments: ["Q-0001", "HALL-A", "A/B", "ویژه-۱", "123/45", "7"])
    func accepted(code: String) { #expect(isNewCode(code)) }

    @Test("is no word, and no sign that divides nothing", arguments: ["پتو", "-", "--", "/", "Q-", "-Q", "Q 0001", ""])
    func refused(code: String) { #expect(!isNewCode(code)) }
}
