import Mustache

/// Fills Mustache templates; what is filled in is escaped, scalar by scalar.
///
///     try Template("<b>{{name}}</b>").render(["name": "<"])  // "<b>&lt;</b>"
///
/// Mustache's own escaping goes by characters, and `<` with a combining mark after it is another character, which passes as
/// it is; a browser reads a tag in it all the same.
struct Template {
    private let template: MustacheTemplate

    /// - Throws: `MustacheTemplate.ParserError`; see ``line(of:)``.
    init(_ text: String) throws {
        _ = Self.registered
        template = try MustacheTemplate(string: "{{%CONTENT_TYPE:\(Self.name)}}\n" + text)
    }

    func render(_ values: [String: Any]) -> String { template.render(values) }

    /// The line that an error of ``init(_:)`` is on.
    static func line(of error: MustacheTemplate.ParserError) -> Int { max(1, error.context.lineNumber - 1) }

    private static let name = "SCALARS"
    private static let registered: Void = MustacheContentTypes.register(HTMLScalars(), named: name)
}

/// Text in which nothing means anything to HTML.
struct HTMLScalars: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
