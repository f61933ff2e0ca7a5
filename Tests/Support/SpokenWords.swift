import Persian

/// What of a text is not for people: the inner names of fields, values and commands, ids, machines' times, digits of
/// another language, numbers whose thousands run together, "1 camps".
///
///     SpokenWords(held: ["maryam"]).faults(in: phrase[.persian], .persian)  // [] or what is wrong
public struct SpokenWords {
    /// Latin words and numbers that the office typed itself, and that stand as they were typed.
    private let held: Set<String>

    /// - Parameter held: texts that were typed; their Latin words and numbers are no fault.
    public init(held: some Sequence<String>) {
        self.held = Set(held.flatMap { Self.matches(Self.wordOrNumber, $0) })
    }

    // They are made once: to make one takes longer than to look with it.
    private nonisolated(unsafe) static let wordOrNumber = /[A-Za-z]+|[0-9]+/
    private nonisolated(unsafe) static let word = /[A-Za-z]+/
    private nonisolated(unsafe) static let longWord = /[A-Za-z][A-Za-z]+/
    private nonisolated(unsafe) static let number = /[0-9]+/
    private nonisolated(unsafe) static let persianNumber = /[۰-۹٠-٩]+/
    private nonisolated(unsafe) static let ungroupedPersian = /[۰-۹]{5,}/
    private nonisolated(unsafe) static let ungrouped = /\b\d{5,}\b/
    private nonisolated(unsafe) static let oneOfMany = /(^|[ (“])1 (?<word>[a-z]+s)\b/
    /// Codes stand as they were given: Q-0001, PK-001, AP-1/1401/06/15, F4.
    private nonisolated(unsafe) static let code = /[A-Z]{1,5}-[A-Z0-9]+(-[A-Z0-9]+)*|\bF\d+\b/
    /// Names as programs write them, whatever the language.
    private nonisolated(unsafe) static let machinery = [
        /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]*/, /\d{4}-\d{2}-\d{2}\S*|\d{2}T\d{2}:\d{2}/, /\b[a-z]+[A-Z][A-Za-z]*/,
        /\b[a-z]+\.[a-z][A-Za-z]+\b/,
    ]

    public func faults(in text: String, _ language: Language) -> Set<String> {
        let plain = text.withoutIsolates.replacing(Self.code, with: "")
        var faults = inner(plain)
        faults.formUnion(language == .persian ? persian(plain) : english(plain))
        return faults
    }

    private static func matches(_ pattern: Regex<Substring>, _ text: String) -> [String] {
        text.matches(of: pattern).map { String($0.output) }
    }

    private func inner(_ text: String) -> Set<String> {
        let found = Self.machinery.flatMap { Self.matches($0, text) }
            .filter { !$0.hasSuffix(".db") && !$0.hasSuffix(".html") }
        return Set(found.filter { !Self.matches(Self.word, $0).allSatisfy(held.contains) })
    }

    private func persian(_ text: String) -> Set<String> {
        var faults = Set(Self.matches(Self.longWord, text).filter { !held.contains($0) })
        for match in text.matches(of: Self.number) where !held.contains(String(match.output)) {
            faults.insert("…\(text[..<match.range.lowerBound].suffix(12))\(match.output)…")
        }
        // IDs, mobiles and years are no amounts.
        faults.formUnion(
            Self.matches(Self.ungroupedPersian, text).filter {
                ![10, 11].contains($0.count) && !held.contains(latinDigits($0))
            })
        return faults
    }

    private func english(_ text: String) -> Set<String> {
        // A number behind a Persian word is a part of a name.
        let strangers = text.matches(of: Self.persianNumber).filter { match in
            let before = text[..<match.range.lowerBound].last { $0 != " " }
            return !(before?.unicodeScalars.allSatisfy { (0x620...0x6FF).contains($0.value) } ?? false)
        }
        var faults = Set(strangers.map { String($0.output) })
        faults.formUnion(
            Self.matches(Self.ungrouped, text).filter { ![10, 11].contains($0.count) && !held.contains($0) })
        let singular: Set = ["is", "was", "has", "this", "waits", "course's", "minus", "address"]
        for match in text.matches(of: Self.oneOfMany) where !singular.contains(String(match.word)) {
            faults.insert(String(match.output.0))
        }
        return faults
    }
}
