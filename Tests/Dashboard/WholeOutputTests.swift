import Canvas
import Domain
import Persian
import Testing

@testable import Dashboard

/// Every screen of filled offices, in both languages: only what people say stands there.
@Suite("Words on every screen") @MainActor struct WholeOutputTests {
    nonisolated static let offices: [(name: String, commands: [String])] = [
        ("groups", TestDashboard.office), ("camps", CampsExample.office), ("training", TrainingExample.office),
        ("programme", CongressExample.office), ("guests", GuestsExample.office), ("roll", RollExample.office),
        ("Arbaeen", ArbaeenExample.office), ("packages", PackagesExample.office), ("stories", StoriesExample.office),
    ]

    /// What a Persian screen may say in Latin letters: keys as they stand on the keyboard, and the program's name.
    private nonisolated static let keys: Set<String> = [
        "Ctrl", "Shift", "Tab", "Esc", "PgUp", "PgDn", "Enter", "Space", "Home", "End", "Backspace", "Del", "Alt",
        "khedmat", "html", "csv", "jsonl", "xlsx",
        // The key to the other language is named in that language.
        "English",
    ]

    @Test(
        "Persian screens show no inner name, key of a record, id, machine's time or Latin digit",
        arguments: offices.indices)
    func persian(_ index: Int) throws {
        let held = TestDashboard.held(in: Self.offices[index].commands)
        try walk(.persian, index) { text, place in
            let faults = Self.faults(text, held: held)
            #expect(
                faults.isEmpty, "\(Self.offices[index].name), \(place): \(faults.sorted().joined(separator: " | "))")
        }
    }

    @Test("English screens show no Persian but what the records hold", arguments: offices.indices)
    func english(_ index: Int) throws {
        let commands = Self.offices[index].commands.joined(separator: " ").replacing("\\n", with: " ")
        let held = Set(commands.folded().split { !$0.isLetter })
        try walk(.english, index) { text, place in
            let words = Set(text.folded().split { !$0.isLetter }).filter {
                $0.unicodeScalars.contains { (0x620...0x6FF).contains($0.value) }
            }
            let strangers = words.filter { word in word != "فارسی" && !held.contains { $0.hasPrefix(word) } }
            #expect(strangers.isEmpty, "\(Self.offices[index].name), \(place): \(strangers.sorted())")
        }
    }

    /// Every screen as it opens, after two moves, and in each of its views; what the first command there says.
    private func walk(
        _ language: Language, _ office: Int, _ check: (String, String) throws -> Void
    ) throws {
        let test = try TestDashboard(language, Self.offices[office].commands)
        for (width, height) in [(120, 40), (80, 24)] {
            test.dashboard.resize(width: width, height: height)
            for screen in try test.screens(all: office == 0) {
                _ = test.dashboard.open(screen)
                try test.dashboard.refresh()
                try check(test.text, "\(screen) \(width)")
                for keys in ["down", "down", "v", "v", "v"] {
                    // The door and the desk take letters as what is typed there.
                    let isTyped = [DoorScreen.id, HandOutScreen.id].contains(test.dashboard.screen.id)
                    guard !isTyped, !test.text.contains("F4") else { break }
                    try test.press(keys)
                    try check(test.text, "\(screen) \(width) \(keys)")
                }
            }
        }
    }

    /// Ids, times of machines, names of commands; they are made once, for to make one takes longer than to look with it.
    private nonisolated(unsafe) static let machinery = [
        /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]*/, /\d{4}-\d{2}-\d{2}\S*|\d{2}T\d{2}:\d{2}/,
        /\b[a-z][A-Za-z]*\.[a-z][A-Za-z]+\b/,
    ]
    /// A code, a key, the hash of an issue.
    private nonisolated(unsafe) static let code = /[A-Z]{1,4}-[A-Z]?\d+(\/\d+)?|F\d+|SHA-256|\b[0-9a-f]{10,64}\b/
    private nonisolated(unsafe) static let word = /[A-Za-z][A-Za-z]+/
    private nonisolated(unsafe) static let number = /[0-9]+/

    /// What of a Persian text is not for people.
    private static func faults(_ text: String, held: Set<String>) -> Set<String> {
        let accounts: Set = ["maryam", "test"]
        var faults = Set(machinery.flatMap { text.matches(of: $0).map { String($0.output) } }).filter { fault in
            !accounts.contains(fault) && !fault.hasSuffix(".db") && !fault.hasSuffix(".html")
        }
        // Codes, accounts and typed names stand as they were given.
        let plain = text.replacing(code, with: "")
        for word in plain.matches(of: word).map({ String($0.output) })
        where !keys.contains(word) && !held.contains(word) && !accounts.contains(word) { faults.insert(word) }
        for match in plain.matches(of: number) where !held.contains(String(match.output)) {
            faults.insert("…\(plain[..<match.range.lowerBound].suffix(12))\(match.output)…")
        }
        return faults
    }
}

extension TestDashboard {
    /// Latin words and numbers inside the names and titles that the office typed itself.
    static func held(in commands: [String]) -> Set<String> {
        let names: Set = [
            "name", "title", "item", "unit", "place", "county", "city", "venue", "firstName", "lastName", "note",
            "what",
            "account", "code", "biography", "headName", "permit", "speakers", "moderator", "reason",
        ]
        var held: Set<String> = []
        func hold(_ json: JSON) {
            for member in json.members ?? [] where names.contains(member.name) {
                held.formUnion(member.value.plainText.matches(of: /[A-Za-z]+|[0-9]+/).map { String($0.output) })
            }
            for item in (json.list ?? []) + (json.members ?? []).map(\.value) { hold(item) }
        }
        for command in commands { if let json = JSON(parsing: command) { hold(json) } }
        return held
    }
}
