import Canvas
import Domain
import Persian
import Store
import Testing

@testable import Dashboard

@Suite("Every screen, every role") @MainActor
struct ReadingTests {
    private func dashboard(_ role: Role, _ language: Language = .english) throws -> TestDashboard {
        let test = try TestDashboard(language)
        try test.send(#"{"command":"staff.add","account":"sara","name":"سارا","role":"operator"}"#)
        try test.send(#"{"command":"staff.add","account":"second","name":"دومی","role":"administrator"}"#)
        try test.send(#"{"command":"staff.amend","account":"maryam","role":"\#(role.rawValue)"}"#)
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        return test
    }

    private static let trainers: Set = ["groups", "people", "councils", "bases", "training"]

    @Test("what may not be read says so, is not in the menu, and shows nothing", arguments: Role.allCases)
    func screens(_ role: Role) throws {
        let test = try dashboard(role)
        let numbers = test.dashboard.screens.map { (id: $0.id, number: $0.number) }
        for (id, number) in numbers {
            let isOpen = role != .trainer || Self.trainers.contains(id)
            #expect((test.dashboard.refusal(toOpen: id) == nil) == isOpen, "\(id)")
            if let number { try test.press("\(number)") } else { #expect(test.dashboard.open(id)) }
            try test.dashboard.refresh()
            #expect(test.text.contains("This screen is for:") == !isOpen, "\(id)")
            try test.press("j enter / a escape")
            #expect(test.text.contains("This screen is for:") == !isOpen, "\(id) after keys")
        }
    }

    @Test("The palette and forms offer only what this person may send", arguments: Role.allCases)
    func offered(_ role: Role) throws {
        let test = try dashboard(role)
        try test.press("2")
        let offered = test.dashboard.paletteEntries(test.dashboard.context).map(\.title)
        let mayRegister = GroupRegister.mayBeSent(by: role)
        #expect(offered.contains(Phrase(fa: "گروه تازه", en: "new group")) == mayRegister)
        #expect(offered.contains(GroupRegister.title) == mayRegister)
        #expect(offered.contains(CampPlan.title) == CampPlan.mayBeSent(by: role))
        // An administrator is offered everything that begins without a record; others what of it they may send.
        let all = try dashboard(.administrator)
        let everything = all.dashboard.paletteEntries(all.dashboard.context).map(\.title)
        for command in Commands.all where everything.contains(command.title) {
            #expect(offered.contains(command.title) == command.mayBeSent(by: role), "\(command.name)")
        }
        let mayRecord = PersonRecord.mayBeSent(by: role)
        guard role == .trainer || role == .administrator else { return }
        try test.press("7 n")
        for _ in 0..<12 where !test.text.contains("Ctrl-N") { try test.press("tab") }
        #expect(test.text.contains("Ctrl-N") == mayRecord)
    }

    @Test("Tab and the palette lead a trainer nowhere else")
    func ways() throws {
        let test = try dashboard(.trainer)
        var seen: Set<String> = []
        for _ in 0..<20 {
            try test.press("tab")
            seen.insert(test.dashboard.screen.id)
        }
        #expect(seen == Self.trainers)
        for screen in test.dashboard.screens where !Self.trainers.contains(screen.id) {
            #expect(
                !test.dashboard.offers(.open(screen: screen.id))
                    && !test.dashboard.offers(.show(screen: screen.id, key: "x")))
        }
    }

    @Test("who may read less from now on sees less at once")
    func demoted() throws {
        let test = try TestDashboard(.english)
        try test.send(#"{"command":"staff.add","account":"second","name":"دومی","role":"administrator"}"#)
        #expect(test.dashboard.open("staff"))
        try test.dashboard.refresh()
        #expect(!test.text.contains("This screen is for:"))
        try test.send(#"{"command":"staff.amend","account":"maryam","role":"trainer"}"#)
        try test.dashboard.refresh()
        #expect(test.text.contains("This screen is for:"))
    }
}
