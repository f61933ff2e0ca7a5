import Canvas
import Domain
import Persian
import Store

/// What is being put into one field of a form.
enum FieldEntry: Hashable {
    case text(TextInput)
    case choice(ChoiceEntry)
    case choices(ChoicesEntry)
    case record(RecordEntry)

    /// The entry that suits a parameter, holding what the record holds.
    init(_ kind: ParameterKind, _ value: JSON?, _ language: Language) {
        switch kind {
        case .choice(let choices): self = .choice(ChoiceEntry(choices, value?.string))
        case .choices(let choices): self = .choices(ChoicesEntry(choices, value?.list?.compactMap(\.string) ?? []))
        case .flag:
            let choices = [
                ParameterChoice(value: "true", phrase: Phrase(fa: "بله", en: "yes")),
                ParameterChoice(value: "false", phrase: Phrase(fa: "نه", en: "no")),
            ]
            self = .choice(ChoiceEntry(choices, value.map { $0 == .bool(true) ? "true" : "false" }))
        case .record(let kinds): self = .record(RecordEntry(kinds, value?.string))
        case .date: self = .text(TextInput(Self.dateText(value, language), direction: .leftToRight))
        case .list: self = .text(TextInput((value?.list ?? []).compactMap(\.string).joined(separator: "، ")))
        case .code, .nationalID, .mobile, .number:
            self = .text(TextInput(language.digits(value?.plainText ?? ""), direction: .leftToRight))
        case .text, .longText, .anything: self = .text(TextInput(value?.plainText ?? ""))
        }
    }

    private static func dateText(_ value: JSON?, _ language: Language) -> String {
        value?.string.flatMap(Day.init(iso:))?.jalaliText(language) ?? value?.string ?? ""
    }

    /// What a command would be given; nil when the field is empty.
    func value(_ kind: ParameterKind) -> JSON? {
        switch (self, kind) {
        case (.text(let input), .list):
            let words = input.text.split(whereSeparator: { "،,؛;\n".contains($0) })
                .map { cleaned(String($0)) }.filter { !$0.isEmpty }
            return words.isEmpty ? nil : words.json
        case (.text(let input), _):
            let text = cleaned(input.text, lines: true)
            return text.isEmpty ? nil : .string(text)
        case (.choice(let entry), .flag): return entry.value.map { .bool($0 == "true") }
        case (.choice(let entry), _): return entry.value.map { .string($0) }
        case (.choices(let entry), _): return entry.values.isEmpty ? nil : entry.values.json
        case (.record(let entry), _): return entry.value.map { .string($0) }
        }
    }

    /// Types into the field; false when the key is the form's.
    mutating func handle(_ key: Key, page: Direction) -> Bool {
        switch self {
        case .text(var input):
            defer { self = .text(input) }
            return input.handle(key, page: page)
        case .choice(var entry):
            defer { self = .choice(entry) }
            return entry.handle(key, page: page)
        case .choices(var entry):
            defer { self = .choices(entry) }
            return entry.handle(key, page: page)
        case .record(var entry):
            defer { self = .record(entry) }
            return entry.handle(key, page: page)
        }
    }

    mutating func paste(_ text: String) {
        switch self {
        case .text(var input):
            input.insert(text)
            self = .text(input)
        case .record(var entry):
            entry.paste(text)
            self = .record(entry)
        case .choice, .choices: break
        }
    }

    /// As a draft keeps it, and back.
    var draft: JSON {
        switch self {
        case .text(let input): .object([.init("text", .string(input.text)), .init("caret", .integer(input.caret))])
        case .choice(let entry): .object([.init("value", entry.value.json)])
        case .choices(let entry): .object([.init("values", entry.values.json)])
        case .record(let entry): .object([.init("text", .string(entry.input.text)), .init("value", entry.chosen.json)])
        }
    }

    mutating func restore(_ draft: JSON) {
        switch self {
        case .text(let old):
            self = .text(
                TextInput(
                    draft["text"]?.string ?? "", caret: draft["caret"]?.integer, direction: old.direction))
        case .choice(let entry): self = .choice(ChoiceEntry(entry.choices, draft["value"]?.string))
        case .choices(let entry):
            self = .choices(ChoicesEntry(entry.choices, draft["values"]?.list?.compactMap(\.string) ?? []))
        case .record(let old):
            self = .record(RecordEntry(old.kinds, draft["value"]?.string, text: draft["text"]?.string ?? ""))
        }
    }
}

/// One of a few, in one line: arrows go round, the first letter jumps.
struct ChoiceEntry: Hashable {
    let choices: [ParameterChoice]
    private(set) var index: Int?

    init(_ choices: [ParameterChoice], _ value: String?) {
        self.choices = choices
        index = choices.firstIndex { $0.value == value }
    }

    var value: String? { index.map { choices[$0].value } }

    mutating func handle(_ key: Key, page: Direction) -> Bool {
        let count = choices.count
        switch (key.code, key.inReading(page)) {
        case (_, .towardEnd), (.character(" "), _): index = index.map { ($0 + 1) % count } ?? 0
        case (_, .towardStart): index = index.map { ($0 + count - 1) % count } ?? count - 1
        case (.delete, _), (.backspace, _): index = nil
        case (.character(let letter), _):
            let start = String(letter).folded()
            guard let match = choices.firstIndex(where: { $0.phrase.fa.folded().hasPrefix(start) || $0.phrase.en.hasPrefix(start) })
            else { return false }
            index = match
        default: return false
        }
        return true
    }
}

/// Some of a few: arrows move along them, space ticks.
struct ChoicesEntry: Hashable {
    let choices: [ParameterChoice]
    private(set) var ticked: [Int]
    private(set) var cursor = 0

    init(_ choices: [ParameterChoice], _ values: [String]) {
        self.choices = choices
        ticked = values.compactMap { value in choices.firstIndex { $0.value == value } }
    }

    /// In the order in which they were ticked.
    var values: [String] { ticked.map { choices[$0].value } }

    mutating func handle(_ key: Key, page: Direction) -> Bool {
        switch (key.code, key.inReading(page)) {
        case (_, .towardEnd): cursor = (cursor + 1) % choices.count
        case (_, .towardStart): cursor = (cursor + choices.count - 1) % choices.count
        case (.character(" "), _):
            if let place = ticked.firstIndex(of: cursor) { ticked.remove(at: place) } else { ticked.append(cursor) }
        default: return false
        }
        return true
    }
}

/// A record of one of some kinds: found by typing a part of its name or its key.
struct RecordEntry: Hashable {
    struct Candidate: Hashable {
        let key: String
        let name: String
    }
    let kinds: [RecordKind]
    private(set) var input: TextInput
    /// The key of the one that was chosen.
    private(set) var chosen: String?
    /// Those the text fits, from the file.
    private(set) var candidates: [Candidate] = []
    private(set) var cursor = 0

    init(_ kinds: [RecordKind], _ key: String?, text: String? = nil) {
        self.kinds = kinds
        chosen = key
        input = TextInput(text ?? key ?? "")
    }

    /// The one chosen, the one pointed at, or what was typed, which the rules will judge.
    var value: String? {
        if let chosen { return chosen }
        if candidates.indices.contains(cursor) { return candidates[cursor].key }
        let text = cleaned(input.text)
        return text.isEmpty ? nil : text
    }

    /// Whether candidates are to be shown.
    var isSearching: Bool { chosen == nil && !input.text.isEmpty }

    var isPerson: Bool { kinds == [Person.kind] }

    mutating func search(_ reader: Reader) throws(DecideError) {
        var found: [Candidate] = []
        if isSearching {
            for kind in kinds { found += try reader.candidates(kind, Filter(input.text), limit: 6) }
        }
        candidates = found
        cursor = min(cursor, max(0, found.count - 1))
    }

    mutating func paste(_ text: String) {
        input.insert(text)
        chosen = nil
    }

    mutating func handle(_ key: Key, page: Direction) -> Bool {
        switch key.code {
        case .down where isSearching && cursor + 1 < candidates.count: cursor += 1
        case .up where isSearching && cursor > 0: cursor -= 1
        case .enter where isSearching && candidates.indices.contains(cursor):
            let candidate = candidates[cursor]
            chosen = candidate.key
            input = TextInput(candidate.name)
            candidates = []
        default:
            let before = input.text
            guard input.handle(key, page: page) else { return false }
            if input.text != before {
                chosen = nil
                cursor = 0
            }
        }
        return true
    }
}

extension Reader {
    /// The records of a kind that a filter lets through, as a form offers them.
    fileprivate func candidates(
        _ kind: RecordKind, _ filter: Filter, limit: Int
    ) throws(DecideError) -> [RecordEntry.Candidate] {
        var found: [RecordEntry.Candidate] = []
        switch kind {
        case Person.kind:
            try each(Person.self, matching: filter, limit: limit) {
                found.append(.init(key: $0.nationalID, name: $0.fullName))
            }
        case Group.kind:
            try each(Group.self, matching: filter, limit: limit) { found.append(.init(key: $0.code, name: $0.name)) }
        case Council.kind:
            try each(Council.self, matching: filter, limit: limit) { found.append(.init(key: $0.code, name: $0.name)) }
        case Base.kind:
            try each(Base.self, matching: filter, limit: limit) { found.append(.init(key: $0.code, name: $0.name)) }
        default: break
        }
        return found
    }
}
