import Domain
import Persian
import Testing

@testable import Exchange

/// A part declares itself once in each room, and the rooms name the same parts.
@Suite("The parts of the office") struct PartsTests {
    @Test("what comes in and goes out names the parts of the rules, in their order")
    func same() {
        #expect(SentParts.all.map(\.part.id) == Parts.all.map(\.id))
        #expect(Set(Parts.all.map(\.id)).count == Parts.all.count)
    }

    @Test("every kind of record is listed, by a name of its own")
    func listed() {
        let shown = Set(ListingKind.allCases.flatMap(\.shows))
        // Terms stand with their bodies, attendance with its day or course, settings on their own screen,
        // declines with needs and institutions.
        let elsewhere: Set = ["term", "attendance", "courseAttendance", "setting", "decline"]
        let missing = RecordKind.all.filter { !shown.contains($0) && !elsewhere.contains($0.name) }
        #expect(missing.map(\.name) == [])
        let words = ListingKind.allCases.flatMap { [$0.rawValue, $0.singular.fa] }
        #expect(Set(words).count == words.count)
        for kind in ListingKind.allCases { #expect(ListingKind(word: kind.singular.fa) == kind) }
    }

    @Test("every sheet that is imported can be exported, and every page names what it reads")
    func sheets() {
        for sheet in Sheets.all { #expect(ListingKind(rawValue: sheet.name) != nil, "\(sheet.name)") }
        for page in PrintKind.allCases { #expect(PrintKind(rawValue: page.rawValue) == page) }
    }
}
