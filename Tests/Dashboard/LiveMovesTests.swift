import Canvas
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Moves in a list while somebody is at the keys: the rows a page further on are read between two keys.
@MainActor
@Suite struct LiveMovesTests {
    private static let keys: [Key.Code] = [.down, .down, .down, .up, .pageDown, .pageUp, .pageDown, .home, .end]

    private func dashboard() throws -> TestDashboard {
        let test = try TestDashboard(.persian, manyGroups(450))
        test.dashboard.resize(width: 120, height: 40)
        try test.dashboard.refresh()
        return test
    }

    @Test("Moves that follow each other fast show in the end what slow ones show", arguments: 0..<2)
    func fastAndSlow(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let (fast, slow) = (try dashboard(), try dashboard())
        for _ in 0..<120 {
            let key = Key(try #require(Self.keys.randomElement(using: &random)))
            _ = try fast.dashboard.handle(.key(key), isLive: true)
            _ = try slow.dashboard.handle(.key(key))
            if Bool.random(using: &random) { try fast.dashboard.catchUp() }
            if Bool.random(using: &random) { _ = try fast.dashboard.readAhead() }
            guard Int.random(in: 0..<8, using: &random) == 0 else { continue }
            try fast.dashboard.catchUp()
            try fast.dashboard.readDebounced()
            #expect(fast.dashboard.frame() == slow.dashboard.frame())
        }
    }

    /// What stands in the list, without the detail beside it.
    private func list(of dashboard: Dashboard) -> [[Run]] {
        let end = dashboard.layout.contentStart + ListLayout(dashboard.context).listWidth
        return dashboard.frame().rows.dropFirst().dropLast().map { row in row.filter { $0.start < end } }
    }

    @Test("What was typed fast into a filter shows in the end what slow typing shows")
    func fastTyping() throws {
        let (fast, slow) = (try dashboard(), try dashboard())
        for key in "/ 4 4 backspace 0 down down escape / ۱ ۲ enter down escape escape".split(separator: " ") {
            let event = Event.key(try #require(Key(parsing: String(key))))
            _ = try fast.dashboard.handle(event, isLive: true)
            _ = try slow.dashboard.handle(event)
            try fast.dashboard.catchUp()
            _ = try fast.dashboard.readAhead()
            #expect(list(of: fast.dashboard) == list(of: slow.dashboard), "\(key): the list is there at once")
            try fast.dashboard.readDebounced()
            #expect(fast.dashboard.frame() == slow.dashboard.frame(), "\(key)")
        }
    }

    @Test("What the first frame leaves for the second is there when keys rest, on every screen")
    func begin() throws {
        let whole = try dashboard()
        for name in whole.dashboard.screenNames {
            #expect(whole.dashboard.open(name), "\(name)")
            try whole.dashboard.refresh()
            let begun = Dashboard(
                whole.office, staff: whole.dashboard.staff, writer: whole.writer,
                drafts: Drafts(path: nil, office: "test"), language: .persian, clock: whole.clock)
            begun.resize(width: 120, height: 40)
            #expect(begun.open(name))
            try begun.begin()
            #expect(try #require(begun.debounceDeadline) <= .now)
            if name == GroupsScreen.id {
                let first = begun.frame().rows.joined().map(\.text).joined(separator: " ")
                #expect(first.contains("شماره 1"), "the list is in the first frame")
                #expect(!begun.menuItems.contains { !$0.badge.isEmpty }, "the menu's figures are not")
            }
            try begun.readDebounced()
            #expect(begun.frame() == whole.dashboard.frame(), "\(name)")
        }
    }

    @Test("A line or a page further on is there before the key is pressed", arguments: [Key.Code.down, .pageDown, .up])
    func readAhead(code: Key.Code) throws {
        let test = try dashboard()
        _ = try test.dashboard.handle(.key(Key(.pageDown)))
        for _ in 0..<6 {
            // However long the machine took since the last key: nothing waits for moves to rest.
            try test.dashboard.readDebounced()
            _ = try test.dashboard.readAhead()
            _ = try test.dashboard.handle(.key(Key(code)), isLive: true)
            #expect(test.dashboard.screen.rowsDue(test.dashboard.context) < .shown)
            #expect(test.selectedRow != nil)
        }
    }
}
