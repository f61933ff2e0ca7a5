import Persian

/// What the argument parser says of a command line it could not understand. It speaks English alone, so its few
/// sentences are known here by how they begin, and what they quote is set into Persian ones.
///
///     ParserMessage("Missing value for '--limit <n>'").phrase.fa  // "«--limit <n>» مقداری می‌خواهد"
struct ParserMessage {
    private let english: String

    init(_ english: String) { self.english = english }

    var phrase: Phrase { Phrase(fa: persian, en: english) }

    private var persian: String {
        let parts = english.split(separator: "'", omittingEmptySubsequences: false)
        let quoted = parts.indices.filter { $0 % 2 == 1 }.map { "«\(parts[$0])»" }
        guard let first = quoted.first else { return Self.unknown }
        let others = quoted.dropFirst()
        func begins(_ start: String) -> Bool { english.hasPrefix(start) }
        if begins("Missing expected argument") { return "\(first) داده نشده است" }
        if begins("Missing value for") { return "\(first) مقداری می‌خواهد" }
        if begins("Unexpected argument") { return "\(first) اضافه است" }
        if english.contains("unexpected arguments") { return "این‌ها اضافه است: \(quoted.joined(separator: "، "))" }
        if begins("Unknown option") {
            let meant = others.first.map { "؛ شاید \($0)" } ?? ""
            return "گزینه \(first) شناخته نیست\(meant)"
        }
        if begins("The option") { return "گزینه \(first) مقداری نمی‌گیرد" }
        return Self.unknown
    }

    private static let unknown = "فرمان فهمیده نشد"
}
