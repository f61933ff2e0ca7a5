import Canvas
import Domain
import Persian
import Testing

@testable import Dashboard

/// What the program itself says is never cut: heads, labels, tabs, the footer, the menu, titles. Only what people wrote
/// may be longer than its place.
@MainActor
@Suite("Words that are never cut") struct CutWordsTests {
    private nonisolated static let sizes = [(80, 24), (120, 40)]

    @Test("On every screen, in each of its views", arguments: WholeOutputTests.offices.indices, Language.allCases)
    func screens(office: Int, language: Language) throws {
        let test = try TestDashboard(language, Self.written(WholeOutputTests.offices[office].commands, for: language))
        // Each office at one size, and each size with offices of its own: what is drawn takes its time.
        for (width, height) in [Self.sizes[office % 2]] {
            test.dashboard.resize(width: width, height: height)
            for screen in try test.screens(all: office < 2) where screen != DoorScreen.id {
                _ = test.dashboard.open(screen)
                try test.dashboard.refresh()
                expectWhole(test, "\(screen) \(width)")
                for key in ["down", "v", "v", "v", "v"] {
                    try test.press(key)
                    while !test.dashboard.modals.isEmpty { try test.press("escape") }
                    expectWhole(test, "\(screen) \(width) \(key)")
                }
            }
        }
    }

    @Test("In the order of every list's columns", arguments: Language.allCases)
    func orders(_ language: Language) throws {
        let test = try TestDashboard(language, Self.written(TestDashboard.office, for: language))
        for (width, height) in Self.sizes {
            test.dashboard.resize(width: width, height: height)
            try test.press("2")
            for key in ["s", "s", "s", "s", "S", "s", "s", "s"] {
                try test.press(key)
                expectWhole(test, "\(width) \(key)")
            }
        }
    }

    @Test("In every form", arguments: Language.allCases)
    func forms(_ language: Language) throws {
        let test = try TestDashboard(language, Self.written(ArbaeenExample.office, for: language))
        for (width, height) in Self.sizes {
            test.dashboard.resize(width: width, height: height)
            for command in Commands.all {
                _ = try test.dashboard.carryOut([.form(FormRequest(command))])
                guard test.dashboard.modals.last is FormModal else { continue }
                expectWhole(test, "\(command.name) \(width)")
                while !test.dashboard.modals.isEmpty { try test.press("escape") }
            }
        }
    }

    @Test("In the forms that keys open for what is selected", arguments: Language.allCases, sizes.map(\.0))
    func formsOfRecords(_ language: Language, width: Int) throws {
        var seen: Set<String> = []
        for (_, commands) in WholeOutputTests.offices {
            let test = try TestDashboard(language, Self.written(commands, for: language))
            test.dashboard.resize(width: width, height: width / 3)
            for screen in try test.screens(all: false) where screen != DoorScreen.id {
                let host = try opened(screen, test).screen
                for note in host.notes(test.dashboard.context, isHint: false)
                where note.disabledReason == nil && !note.id.hasPrefix("list.") {
                    guard let key = note.keys.first, !seen.contains(note.id) else { continue }
                    _ = try test.dashboard.handle(.key(key))
                    guard test.dashboard.modals.last is FormModal else { continue }
                    seen.insert(note.id)
                    expectWhole(test, "\(screen) \(note.id)")
                    while !test.dashboard.modals.isEmpty { try test.press("escape") }
                    _ = try opened(screen, test)
                }
            }
        }
        #expect(seen.count > 15, "\(seen.sorted())")
    }

    private func opened(_ screen: String, _ test: TestDashboard) throws -> Dashboard {
        _ = test.dashboard.open(screen)
        try test.dashboard.refresh()
        return test.dashboard
    }

    /// The commands, with what people wrote in the letters that the page does not write: so the program's words are told
    /// from theirs.
    private static func written(_ commands: [String], for language: Language) -> [String] {
        guard language == .persian else { return commands }
        return commands.map { JSON(parsing: $0).map { foreign($0).text } ?? $0 }
    }

    private static let texts: Set = [
        "name", "title", "item", "unit", "place", "county", "city", "venue", "firstName", "lastName", "note", "what",
        "biography", "headName", "permit", "speakers", "moderator", "reason", "body", "lead",
    ]

    private static func foreign(_ json: JSON, isText: Bool = false) -> JSON {
        switch json {
        case .string(let text) where isText: .string(inLatinLetters(text))
        case .list(let items): .list(items.map { foreign($0, isText: isText) })
        case .object(let members):
            .object(members.map { .init($0.name, foreign($0.value, isText: texts.contains($0.name))) })
        default: json
        }
    }

    private static func inLatinLetters(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { scalar in
                    guard (0x620...0x6EF).contains(scalar.value), scalar.properties.isAlphabetic else { return scalar }
                    return Unicode.Scalar(0x61 + scalar.value % 26)
                }))
    }

    private nonisolated(unsafe) static let code = /[A-Z]{1,4}-[A-Z]?[0-9]+/
    /// What a list says was done.
    private nonisolated static let deeds = Set(Commands.all.flatMap { [$0.title.fa, $0.title.en] })

    private static func isOfRecord(_ text: String, held: Set<String>) -> Bool {
        text.contains(code) || text.contains("×") || text.contains(/[0-9۰-۹]{4}…/)
            || deeds.contains(text.replacing("…", with: ""))
            || text.split { !$0.isLetter }.contains { held.contains(String($0)) }
    }

    private func expectWhole(_ test: TestDashboard, _ place: String) {
        let language = test.dashboard.language
        let frame = test.dashboard.frame()
        let held = language == .english ? TestDashboard.held(in: test.commands) : []
        for run in frame.rows.joined() where run.direction != .picture {
            let text = run.text.withoutIsolates
            let isMarked = text.hasSuffix("…") && !text.hasSuffix(" …") && text.count > 1
            guard isMarked || textWidth(run.text) > min(run.width, frame.width - run.start) else { continue }
            let letters = Letters(of: text)
            let (own, others) =
                language == .persian
                ? (letters.rightToLeft, letters.leftToRight) : (letters.leftToRight, letters.rightToLeft)
            #expect(own == 0 || others > 0 || Self.isOfRecord(text, held: held), "\(place): “\(text)” in \(run.width)")
        }
    }
}
