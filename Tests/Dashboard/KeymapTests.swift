import Canvas
import Foundation
import Persian
import Support
import Testing

@testable import Dashboard

@MainActor
@Suite struct KeymapTests {
    @Test(
        "Ids are dotted, whatever is active together has each id once, and everything says in both languages what it does"
    )
    func ids() {
        for scope in KeyScope.all {
            let ids = scope.actions.map(\.id)
            #expect(Set(ids).count == ids.count, "\(scope.name): \(ids)")
            for action in scope.actions {
                #expect(action.id.wholeMatch(of: /[a-z]\w*(\.[a-z]\w*)+/) != nil, "\(action.id)")
                #expect(!action.phrase.fa.isEmpty && !action.phrase.en.isEmpty && !action.keys.isEmpty, "\(action.id)")
            }
        }
    }

    @Test("No key does two things in one place; one id has the same keys everywhere")
    func keys() {
        var known: [String: [Key]] = [:]
        for scope in KeyScope.all {
            var owners: [Key: String] = [:]
            for action in scope.actions {
                #expect(known[action.id] ?? action.keys == action.keys, "\(action.id) in \(scope.name)")
                known[action.id] = action.keys
                for key in action.keys {
                    let owner = owners.updateValue(action.id, forKey: key)
                    // The space bar marks somebody present in the sheet and is a page down elsewhere.
                    let isKnown = owner == "training.toggle" && action.id == "list.pageDown"
                    #expect(owner == nil || isKnown, "\(key) in \(scope.name): \(owner ?? "") and \(action.id)")
                }
            }
        }
    }

    @Test("A person's own key is taken from what had it in the same places, and from nothing else")
    func own() {
        let keymap = Keymap.standard.merging(["groups.order": [Key(.character("n")), Key(.function(9))]])
        #expect(keymap.keys(of: "groups.order") == [Key(.character("n")), Key(.function(9))])
        #expect(keymap.keys(of: "groups.register") == [])
        #expect(keymap.keys(of: "guests.invite") == [Key(.character("n"))])
        #expect(Keymap.standard.keys(of: "groups.order") == [Key(.character("s"))])
    }

    @Test("Another keymap has another key everywhere: it does what the old one did, and footer and palette name it")
    func remapped() throws {
        let test = try TestDashboard()
        let keymap = Keymap.standard.merging([
            "groups.register": [Key(.character("y"))], "open.groups": [Key(.function(8))],
            "form.close": [Key(.function(7))],
        ])
        let dashboard = Dashboard(
            test.office, staff: test.dashboard.staff, writer: test.writer, drafts: test.dashboard.drafts,
            language: .english, clock: test.clock, keymap: keymap)
        dashboard.resize(width: 120, height: 40)
        try dashboard.refresh()
        _ = try dashboard.handle(.key(Key(.function(8))))
        #expect(dashboard.screen.id == "groups")
        #expect(dashboard.notes.first { $0.id == "groups.register" }?.keys == [Key(.character("y"))])
        _ = try dashboard.handle(.key(Key(.character("n"))))
        #expect(dashboard.modals.isEmpty)
        _ = try dashboard.handle(.key(Key(.character("y"))))
        #expect(dashboard.modals.last is FormModal)
        #expect(dashboard.notes.first { $0.id == "form.close" }?.keys == [Key(.function(7))])
        _ = try dashboard.handle(.key(Key(.escape)))
        #expect(dashboard.modals.last is FormModal)
        _ = try dashboard.handle(.key(Key(.function(7))))
        #expect(dashboard.modals.isEmpty)
    }

    /// What is told in Persian, file by file: a Latin letter that stands alone there is a key.
    private static func sentences() throws -> [(file: String, text: String)] {
        let folder = fixtures.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Dashboard")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
            let text = try String(contentsOf: file, encoding: .utf8)
            return text.matches(of: /fa:\s*"((?:[^"\\]|\\.)*)"/).map { match in
                // Without what is interpolated, and without the rest where that holds quotes of its own.
                let plain = match.1.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "…").replacing(/\\\(.*/, with: "…")
                return (file.lastPathComponent, String(plain))
            }
        }
    }

    @Test("Sentences name keys by the actions that have them, and no key by its letter")
    func hints() throws {
        let literal = /⏎|Esc|F\d|[↑↓]|Ctrl-|(^|[ («])[A-Za-z:\/?\[\]]($|[ )»])/
        for (file, text) in try Self.sentences() {
            for match in text.matches(of: /\{([a-z]\w*\.\w+)\}/) {
                #expect(!Keymap.standard.keys(of: String(match.1)).isEmpty, "\(match.1) in \(file)")
            }
            // The list of a field has its own keys, which are typing.
            if text.contains("بیش از یکی است") { continue }
            #expect(text.firstMatch(of: literal) == nil, "\(file): \(text)")
        }
    }

    @Test("A sentence that names keys keeps each part in its own direction, the key as well")
    func isolated() {
        let code = "C-014"
        let said = Keymap.standard.telling(
            Phrase(fa: "{screen.earlier} پیش از \(code)", en: "{screen.earlier} before \(code)"))
        // A bracket would be turned round on a Persian page, and be the key of the other action.
        #expect(said[.persian] == "\u{2066}[\u{2069} پیش از \u{2066}C-014\u{2069}")
        #expect(said[.english].contains("\u{2066}C-014\u{2069}"))
        let filledIn = "groups.order"
        #expect(Keymap.standard.telling(Phrase(fa: "{\(filledIn)}", en: "{\(filledIn)}")).fa == "s")
    }

    @Test("A sentence names another key where the action has another, and the palette where it has none")
    func told() {
        let hint = Phrase(fa: "{groups.order} یا {x}", en: "{groups.order} or {x}")
        #expect(Keymap.standard.telling(hint) == Phrase(fa: "s یا {x}", en: "s or {x}"))
        let keymap = Keymap.standard.merging(["groups.reverse": [Key(.character("s"))]])
        #expect(keymap.telling(hint).en == ": or {x}")
    }
}
