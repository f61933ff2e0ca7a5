import Persian

/// Reads a list of objects with a word and numbers, or the same as people type it: the word, then the numbers.
struct RowsReading {
    /// The fields of one row, each read by its own rule.
    struct Row {
        fileprivate let given: Arguments

        subscript<V>(_ parameter: Parameter<V>) -> V? { given[parameter] }

        func require<V>(_ parameter: Parameter<V>) throws(Refusal) -> V {
            if let value = given[parameter] { return value }
            throw .missing(parameter.name, parameter.phrase)
        }
    }

    private let uses: [ParameterUse]
    private let name: String
    private let phrase: Phrase
    private let example: String

    /// - Parameter uses: the word first, then the numbers.
    init(_ uses: [ParameterUse], _ name: String, _ phrase: Phrase, example: String) {
        self.uses = uses
        self.name = name
        self.phrase = phrase
        self.example = example
    }

    func read(_ json: JSON) throws(Refusal) -> [Row] {
        var rows: [Row] = []
        for item in json.list ?? json.string.map(Self.items) ?? [json] {
            guard let members = item.members ?? item.string.flatMap(typed) else { throw unreadable(item) }
            if members.contains(where: { member in !uses.contains { $0.name == member.name } }) {
                throw unreadable(item)
            }
            rows.append(Row(given: try Arguments(members, for: uses)))
        }
        return rows
    }

    private static func items(_ text: String) -> [JSON] {
        text.split { "،,;؛\n".contains($0) }.map { cleaned(String($0)) }.filter { !$0.isEmpty }.map { .string($0) }
    }

    /// "اسکان 120 70 50" as fields; nil when there are too few or too many.
    private func typed(_ text: String) -> [JSON.Member]? {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        var numbers: [String] = []
        while let last = words.last, parseInteger(last) != nil {
            numbers.insert(last, at: 0)
            words.removeLast()
        }
        guard !words.isEmpty, !numbers.isEmpty, numbers.count < uses.count else { return nil }
        let values = [words.joined(separator: " ")] + numbers
        return zip(uses, values).map { JSON.Member($0.name, .string($1)) }
    }

    private func unreadable(_ item: JSON) -> Refusal {
        let parts = uses.map(\.phrase).listed()
        return .unknown(
            name, phrase, value: item.plainText,
            accepted: Phrase(
                fa: "به ترتیب \(parts)، مانند «\(persianDigits(example))»",
                en: "\(parts) in this order, such as “\(example)”"))
    }
}
