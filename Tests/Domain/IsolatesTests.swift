import Persian
import Testing

@testable import Domain

@Suite("What is kept of a sentence") struct KeptSentenceTests {
    private static func sentence(of codes: [String]) -> Phrase {
        Phrase(fa: "گروه \(codes[0]) و \(codes[1])", en: "groups \(codes[0]) and \(codes[1])")
    }

    @Test("A warning and a refusal in the ledger are told later as they were, each code kept to itself")
    func isolates() throws {
        let sentence = Self.sentence(of: ["Q-0001", "ب-2"])
        let warning = Warning(.overlap, sentence)
        #expect(warning.json["fa"]?.string == sentence[.persian])
        #expect(warning.json["en"]?.string == sentence[.english])
        let refusal = try #require(Refusal(json: Refusal(.overlap, sentence).json))
        for language in Language.allCases { #expect(refusal.phrase[language] == sentence[language]) }
        #expect(sentence[.persian] != sentence.fa)
    }
}
