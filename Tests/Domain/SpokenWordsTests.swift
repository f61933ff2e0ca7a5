import Domain
import Foundation
import Offices
import Persian
import Support
import Testing

/// Every sentence that the rules can answer with is office language: what a whole season and its commands, each with a
/// field missing, empty, unknown or of another kind, are answered.
@Suite("Words in every sentence of the rules")
struct SpokenWordsTests {
    /// Whether a sentence is for those who write scripts alone: forms and sheets know no other commands and fields.
    private static func isForScripts(_ refusal: Refusal, _ line: JSON) -> Bool {
        guard let command = line["command"]?.string.flatMap(Commands.named) else { return true }
        return refusal.code == .unknownValue && !command.parameters.contains { $0.name == refusal.field }
    }

    /// Where a season's commands have led, and what was said on the way.
    private struct Season {
        let office: TestOffice
        var said: [Said] = []
        /// One line of each command that was carried out, and the last.
        var lines: [String] = []
    }

    private struct Said {
        let phrase: Phrase
        let line: String
    }

    private static func season() throws -> Season {
        let file = fixtures.appendingPathComponent("Dashboard/season-1401.jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let office = try TestOffice(empty: true)
        _ = try office.send(#"{"command":"staff.add","account":"admin1","name":"مدیر دفتر","role":"administrator"}"#)
        office.now = try Moment(parsing: "1401/12/20T10:00", in: .tehran)
        var season = Season(office: office)
        var counts: [String: Int] = [:]
        for line in lines {
            let (said, isDone) = answer(line, by: "admin1", in: office, keeping: true)
            season.said += said
            guard isDone, let name = JSON(parsing: line)?["command"]?.string else { continue }
            counts[name, default: 0] += 1
            if counts[name, default: 0] <= 2 { season.lines.append(line) }
        }
        return season
    }

    /// What is said to a line: why it is refused, or what it is warned of.
    private static func answer(
        _ line: String, by account: String, in office: TestOffice, keeping: Bool
    ) -> (said: [Said], isDone: Bool) {
        guard let json = JSON(parsing: line) else { return ([], false) }
        do {
            let request = try Request(json)
            let sender = Sender(account: account, station: "QOM-1")
            if keeping {
                let entry = try office.send(request, by: sender)
                return (entry.warnings.compactMap(Warning.init).map { Said(phrase: $0.phrase, line: line) }, true)
            }
            let decided = try request.decide(
                by: sender, at: office.now, id: TestOffice.id(999_999), in: office.registry)
            return (decided.1.warnings.map { Said(phrase: $0.phrase, line: line) }, true)
        } catch let refusal as Refusal where isForScripts(refusal, json) {
            return ([], false)
        } catch let refusal as Refusal {
            return ([Said(phrase: refusal.phrase, line: line)], false)
        } catch DecideError.refused(let refusal) {
            return ([Said(phrase: refusal.phrase, line: line)], false)
        } catch {
            Issue.record("no refusal: \(error) \(line)")
            return ([], false)
        }
    }

    /// Values of all kinds, few of which any field accepts.
    private static let values = [
        "null", "\"\"", "\"چیزی دیگر\"", "0", "-7", "123456789", "7.5", "true", "[]", "[5]", "{}", "\"1401/07/31\"",
        "\"1399/01/01\"", "\"Q-7777\"", "\"9990000077\"", "\"1111111111\"", "[{\"شخص\":5}]",
        "\"\(String(repeating: "ب", count: 300))\"",
    ]

    private static func variants(of line: String) -> [String] {
        guard let json = JSON(parsing: line), let name = json["command"]?.string, let command = Commands.named(name)
        else { return [] }
        return command.parameters.flatMap { use in
            let rest = json.without(use.name).text
            return [rest] + values.map { "\(rest.dropLast()),\"\(use.name)\":\($0)}" }
        }
    }

    /// The texts inside a command, as they were typed.
    private static func texts(in json: JSON) -> [String] {
        if let members = json.members { return members.flatMap { texts(in: $0.value) } }
        return json.list?.flatMap { texts(in: $0) } ?? [json.plainText]
    }

    /// The words in which JSON names its choices; they are no words of the office although people may type them.
    private static func innerWords() -> Set<String> {
        var words: Set<String> = []
        for command in Commands.all {
            for use in command.parameters where use.name != "code" {
                words.insert(use.name)
                switch use.kind {
                case .choice(let choices), .choices(let choices): words.formUnion(choices.map { $0.value })
                default: break
                }
            }
        }
        return words
    }

    private static func check(_ said: [Said], names: [String]) {
        let inner = innerWords()
        var told: Set<String> = []
        for one in said {
            let typed = JSON(parsing: one.line).map { texts(in: $0) } ?? []
            let words = SpokenWords(
                held: names + ["true", "false"]
                    + typed.filter { !inner.contains($0) }
                    + one.line.split { !$0.isNumber }.map(String.init))
            for language in Language.allCases {
                let faults = words.faults(in: one.phrase[language], language)
                // One sentence of each sort says enough.
                guard !faults.isEmpty, told.insert(faults.sorted().joined()).inserted else { continue }
                Issue.record("\(faults.sorted()) in: \(one.phrase[language].withoutIsolates)\n\(one.line.prefix(300))")
            }
        }
    }

    private static let accounts = ["admin1", "operator1", "supervisor1", "trainer1", "leaver1", "other1"]

    @Test("what a whole season is told, and its commands sent twice")
    func season() throws {
        let season = try Self.season()
        let again = season.lines.flatMap { line in
            Self.accounts.flatMap { Self.answer(line, by: $0, in: season.office, keeping: false).said }
        }
        #expect(season.said.count > 40 && again.count > 100)
        Self.check(season.said + again, names: Self.accounts)
    }

    @Test("a clock of any year ends nothing", arguments: ["1200/01/01T00:00", "1279/12/29T23:59", "1600/12/29T23:59"])
    func clocks(at: String) throws {
        let season = try Self.season()
        let said = season.lines.flatMap { line -> [Said] in
            let members = (JSON(parsing: line)?.members ?? []).filter { !["at", "id"].contains($0.name) }
            let dated = JSON.object(members + [.init("at", .string(at))])
            return Self.answer(dated.text, by: "admin1", in: season.office, keeping: false).said
        }
        #expect(said.count > 20)
    }

    @Test("what each command is told with a field missing, empty, unknown or of another kind")
    func variants() throws {
        let season = try Self.season()
        let said = season.lines.flatMap(Self.variants).flatMap {
            Self.answer($0, by: "admin1", in: season.office, keeping: false).said
        }
        #expect(said.count > 1000)
        Self.check(said, names: Self.accounts)
    }

    @Test("what each field says by itself")
    func fields() {
        var said: [Said] = []
        for command in Commands.all {
            for use in command.parameters {
                for value in [nil] + Self.values.map({ JSON(parsing: $0) }) {
                    do throws(Refusal) { try use.check(value) } catch {
                        said.append(Said(phrase: error.phrase, line: value?.text ?? "{}"))
                    }
                }
            }
        }
        #expect(said.count > 1000)
        Self.check(said, names: [])
    }

    @Test("what random commands are told", arguments: 1...6)
    func random(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let office = try TestOffice.inTheField()
        var said: [Said] = []
        for _ in 0..<200 {
            said += Self.answer(dice.command(), by: TestOffice.administrator, in: office, keeping: true).said
        }
        Self.check(said, names: Self.accounts)
    }
}
