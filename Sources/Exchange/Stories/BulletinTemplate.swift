import Domain
import Mustache
import Persian

/// Holds an office's own template to the names that a bulletin has: Mustache would print nothing for a name that it does
/// not know, and raw text for marks that do not escape.
enum BulletinTemplate {
    /// What a template may name: what is printed as text, the sections with what is inside them, and drawings, which alone
    /// stand in `{{{ }}}`.
    struct Names: Sendable {
        var texts: Set<String> = []
        var drawings: Set<String> = []
        var sections: [String: Names] = [:]
    }

    static let names = Names(
        texts: ["office", "title", "called", "date", "season"],
        drawings: ["monthsChart", "packagesChart", "map"],
        sections: [
            "lead": Names(texts: ["text"]), "errata": Names(texts: ["edition", "date", "note"]),
            "stories": Names(
                texts: ["code", "title", "about", "author"], drawings: ["body"],
                sections: ["author": Names(), "pictures": Names(texts: ["source", "alt"])]),
            "figures": Names(texts: ["name", "label", "value", "source", "listing"]),
            "months": Names(texts: ["name", "personDays", "packages"]),
            "provinces": Names(texts: ["name", "value"]),
        ])

    /// - Throws: `unknown-value`, with the line and column of what is wrong.
    static func check(_ text: String) throws(Refusal) {
        var scopes: [(name: String, names: Names)] = [("", names)]
        var rest = text[...]
        while let open = rest.range(of: "{{") {
            let at = open.lowerBound
            let isTriple = rest[open.upperBound...].hasPrefix("{")
            let start = isTriple ? rest.index(after: open.upperBound) : open.upperBound
            guard let close = rest[start...].range(of: isTriple ? "}}}" : "}}") else {
                throw refusal(Phrase(fa: "نشانه بسته نشده است", en: "a mark is not closed"), at, in: text)
            }
            let mark = rest[start..<close.lowerBound]
            rest = rest[close.upperBound...]
            if mark.first == "!" { continue }
            let sign = mark.first.flatMap { "#^/&<>$=%*".contains($0) ? $0 : nil }
            let name = trimmed(sign == nil ? mark : mark.dropFirst())
            switch sign {
            case nil where isTriple, "&":
                if scopes.contains(where: { $0.names.drawings.contains(name) }) { continue }
                throw refusal(
                    Phrase(
                        fa: "«\(name.excerpt)» بی پوشش نوشته نمی‌شود؛ تنها نقش‌های خود برنامه: \(drawings)",
                        en: "“\(name.excerpt)” is never printed raw; only the program's own drawings are: \(drawings)"),
                    at, in: text)
            case nil:
                if name == "." || scopes.contains(where: { $0.names.texts.contains(name) }) { continue }
                throw unknown(name, at, in: text)
            case "#", "^":
                guard let inner = scopes.last(where: { $0.names.sections[name] != nil })?.names.sections[name] else {
                    throw unknown(name, at, in: text)
                }
                scopes.append((name, inner))
            case "/":
                guard scopes.count > 1, scopes.last?.name == name else {
                    throw refusal(
                        Phrase(fa: "بخش «\(name.excerpt)» باز نیست", en: "the section “\(name.excerpt)” is not open"),
                        at,
                        in: text)
                }
                scopes.removeLast()
            default:
                throw refusal(
                    Phrase(fa: "این نشانه پذیرفته نیست", en: "this sort of mark is not accepted"), at, in: text)
            }
        }
        if scopes.count > 1 {
            let name = scopes[scopes.count - 1].name
            throw refusal(
                Phrase(fa: "بخش «\(name)» بسته نشده است", en: "the section “\(name)” is not closed"), text.endIndex,
                in: text)
        }
        do { _ = try MustacheTemplate(string: text) } catch { throw refusal(error) }
    }

    /// What Mustache itself could not read.
    static func refusal(_ error: any Error) -> Refusal {
        guard let fault = error as? MustacheTemplate.ParserError else {
            return refusal(Phrase(fa: "قالب خوانا نیست", en: "it cannot be read"), line: 1, column: 1)
        }
        return refusal(
            Phrase(fa: "قالب خوانا نیست", en: "it cannot be read"), line: fault.context.lineNumber,
            column: fault.context.columnNumber)
    }

    private static let drawings = (names.drawings.sorted() + ["body"]).joined(separator: ", ")

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    private static func unknown(_ name: String, _ place: String.Index, in text: String) -> Refusal {
        refusal(
            Phrase(
                fa: "خبرنامه چیزی به نام «\(name.excerpt)» ندارد", en: "a bulletin has nothing called “\(name.excerpt)”"
            ),
            place, in: text)
    }

    private static func refusal(_ what: Phrase, _ place: String.Index, in text: String) -> Refusal {
        let before = text[..<place].split(separator: "\n", omittingEmptySubsequences: false)
        return refusal(what, line: max(1, before.count), column: (before.last?.count ?? 0) + 1)
    }

    private static func refusal(_ what: Phrase, line: Int, column: Int) -> Refusal {
        Refusal(
            .unknownValue, field: "template",
            Phrase(
                fa: "قالب خبرنامه، سطر \(line)، ستون \(column): \(what). آن را درست کنید یا بردارید.",
                en: "The bulletin's template, line \(line), column \(column): \(what). Mend it or take it away."))
    }
}
