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
        self.held = Set(held.flatMap { $0.matches(of: /[A-Za-z]+|[0-9]+/).map { String($0.output) } })
    }

    public func faults(in text: String, _ language: Language) -> Set<String> {
        // Codes stand as they were given: Q-0001, PK-001, AP-1/1401/06/15, F4.
        let plain = text.withoutIsolates.replacing(/[A-Z]{1,5}-[A-Z0-9]+(-[A-Z0-9]+)*|\bF\d+\b/, with: "")
        var faults = inner(plain)
        faults.formUnion(language == .persian ? persian(plain) : english(plain))
        return faults
    }

    private func matches(_ pattern: Regex<Substring>, _ text: String) -> [String] {
        text.matches(of: pattern).map { String($0.output) }
    }

    /// Names as programs write them, whatever the language.
    private func inner(_ text: String) -> Set<String> {
        let found =
            matches(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]*/, text)
            + matches(/\d{4}-\d{2}-\d{2}\S*|\d{2}T\d{2}:\d{2}/, text)
            + matches(/\b[a-z]+[A-Z][A-Za-z]*/, text)
            + matches(/\b[a-z]+\.[a-z][A-Za-z]+\b/, text).filter { !$0.hasSuffix(".db") && !$0.hasSuffix(".html") }
        return Set(found.filter { !$0.matches(of: /[A-Za-z]+/).allSatisfy { held.contains(String($0.output)) } })
    }

    private func persian(_ text: String) -> Set<String> {
        var faults = Set(matches(/[A-Za-z][A-Za-z]+/, text).filter { !held.contains($0) })
        for match in text.matches(of: /[0-9]+/) where !held.contains(String(match.output)) {
            faults.insert("…\(text[..<match.range.lowerBound].suffix(12))\(match.output)…")
        }
        // IDs, mobiles and years are no amounts.
        faults.formUnion(matches(/[۰-۹]{5,}/, text).filter { ![10, 11].contains($0.count) })
        return faults
    }

    private func english(_ text: String) -> Set<String> {
        var faults = Set(matches(/[۰-۹٠-٩]+/, text))
        faults.formUnion(
            matches(/\b\d{5,}\b/, text).filter { ![10, 11].contains($0.count) && !held.contains($0) })
        let singular: Set = ["is", "was", "has", "this", "waits", "course's", "minus", "address"]
        for match in text.matches(of: /(^|[ (“])1 (?<word>[a-z]+s)\b/) where !singular.contains(String(match.word)) {
            faults.insert(String(match.output.0))
        }
        return faults
    }
}
