import Domain
import Testing

@testable import Dashboard

/// A part declares itself once in each room, and the rooms name the same parts.
@MainActor
@Suite("The parts that are shown") struct ShownPartsTests {
    @Test("the dashboard names the parts of the rules, in their order")
    func same() { #expect(ShownParts.all.map(\.part.id) == Parts.all.map(\.id)) }

    @Test("every screen has a name and an icon of its own, and no two have one digit")
    func screens() {
        let screens = Screens.all()
        #expect(Set(screens.map(\.id)).count == screens.count)
        // In a narrow menu the icons alone tell them apart.
        #expect(Set(screens.map(\.icon)).count == screens.count)
        let digits = screens.compactMap(\.number)
        #expect(Set(digits).count == digits.count)
        #expect(digits == digits.sorted(), "the menu is in the order of its digits")
    }

    @Test("what is told apart and what stands beside forms is of the part that tells it")
    func own() {
        for part in ShownParts.all {
            let kinds = Set(part.part.records.map { $0.kind.name })
            for distinction in part.distinctions { #expect(kinds.contains(distinction.kind.name)) }
            let commands = Set(part.part.commands.map { $0.name })
            for companion in part.companions { #expect(commands.contains(companion.command.name)) }
            for action in part.actions { #expect(commands.contains(action.command.name)) }
        }
    }
}
