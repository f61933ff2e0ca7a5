import Domain
import Mustache
import Persian

/// What is wrong with a template.
struct TemplateFault {
    let what: Phrase

    init(_ what: Phrase) { self.what = what }

    func refusal(_ line: Int, _ column: Int) -> Refusal {
        Refusal(
            .unknownValue, field: "template",
            Phrase(
                fa: "قالب خبرنامه، سطر \(line)، ستون \(column): \(what). آن را درست کنید یا بردارید.",
                en: "The bulletin's template, line \(line), column \(column): \(what). Mend it or take it away."))
    }

    /// What Mustache itself could not read.
    static func refusal(_ error: any Error) -> Refusal {
        guard let error = error as? MustacheTemplate.ParserError else {
            return TemplateFault(Phrase(fa: "قالب خوانا نیست", en: "it cannot be read")).refusal(1, 1)
        }
        let what = Phrase(fa: "قالب خوانا نیست (\(error.error))", en: "it cannot be read (\(error.error))")
        return TemplateFault(what).refusal(Template.line(of: error), error.context.columnNumber)
    }
}

/// Where in a page of HTML a template's reader stands.
struct PagePlace {
    private enum Place { case text, tag, value(quote: Unicode.Scalar) }
    private var place = Place.text
    /// The last letters, in small ones: the name of a tag or of an attribute.
    private var word = ""
    private var attribute = ""
    private var value = ""
    private(set) var isInStyle = false

    private static let refusedTags: Set = [
        "script", "iframe", "object", "embed", "link", "base", "form", "audio", "video", "frame", "frameset", "applet",
    ]
    private static let plainAttributes: Set = [
        "alt", "title", "id", "class", "datetime", "width", "height", "lang", "value",
    ]
    private static let fetchingAttributes: Set = [
        "href", "src", "srcset", "action", "data", "poster", "background", "srcdoc",
    ]

    /// Whether a section or a drawing may stand here.
    var takesSections: Bool {
        if case .text = place { return !isInStyle }
        return false
    }

    /// Whether a text may be filled in here.
    func takesText(_ name: String) -> Bool {
        switch place {
        case .text: !isInStyle
        case .tag: false
        case .value:
            Self.plainAttributes.contains(attribute) || attribute.hasPrefix("aria-")
                || (attribute == "src" && name == "image" && value.isEmpty)
                || (attribute == "href" && value.hasPrefix("#"))
        }
    }

    /// Goes on by one scalar; says what a bulletin must not have.
    mutating func read(_ scalar: Unicode.Scalar) -> TemplateFault? {
        let lower = String(scalar).lowercased()
        switch place {
        case .text:
            if scalar == "<" { (place, word, attribute, value) = (.tag, "", "", "") }
            if isInStyle { return readStyle(lower) }
        case .tag:
            // Read as text, after which a tag may begin at once.
            if tag.isEmpty, word.isEmpty, !Self.beginsTag(scalar) {
                place = .text
                return read(scalar)
            }
            return scalar == "<" ? Self.crossed : readTag(scalar, lower)
        case .value(let quote):
            if scalar == quote {
                place = .tag
                return endValue()
            }
            if scalar == "<" { return Self.crossed }
            value += lower
        }
        return nil
    }

    private mutating func readTag(_ scalar: Unicode.Scalar, _ lower: String) -> TemplateFault? {
        switch scalar {
        case ">":
            let fault = endWord()
            if tag == "style" { isInStyle = true } else if tag == "/style" { isInStyle = false }
            (place, tag, style) = (.text, "", "")
            return fault
        case "\"", "'":
            (place, value) = (.value(quote: scalar), "")
            attribute = word.isEmpty ? attribute : word
            word = ""
            if attribute.hasPrefix("on") { return Self.running }
            if attribute == "http-equiv" { return Self.fetching }
        case "=":
            if !word.isEmpty { attribute = word }
            word = ""
            if attribute.hasPrefix("on") { return Self.running }
            if attribute == "http-equiv" { return Self.fetching }
            unquoted = true
            return nil
        case " ", "\n", "\t", "\r":
            return endWord()
        case "/" where !tag.isEmpty || !word.isEmpty: return endWord()
        default:
            if unquoted, !attribute.isEmpty, word.isEmpty,
                attribute == "style" || Self.fetchingAttributes.contains(attribute)
            {
                return Self.fetching
            }
            word += lower
        }
        unquoted = false
        return nil
    }

    private var tag = ""
    private var style = ""
    private var unquoted = false

    private mutating func endWord() -> TemplateFault? {
        defer { word = "" }
        guard tag.isEmpty, !word.isEmpty else { return nil }
        tag = word
        if Self.refusedTags.contains(tag) { return Self.running }
        return nil
    }

    private mutating func endValue() -> TemplateFault? {
        let text = value.filter { !$0.isWhitespace }
        if Self.fetchingAttributes.contains(attribute), !text.isEmpty, !text.hasPrefix("#") { return Self.fetching }
        if attribute == "style", Self.fetches(text) { return Self.fetching }
        return nil
    }

    private mutating func readStyle(_ lower: String) -> TemplateFault? {
        style = String((style + lower).suffix(10))
        return Self.fetches(style) ? Self.fetching : nil
    }

    /// Backslashes would spell these otherwise.
    private static func fetches(_ style: String) -> Bool {
        ["url(", "@import", "image-set(", "\\"].contains(where: style.contains)
    }

    /// Whether a browser takes `<` before it for a tag, or for what it passes over.
    private static func beginsTag(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || "/!?".unicodeScalars.contains(scalar))
    }

    private static let crossed = TemplateFault(
        Phrase(fa: "«<» در میان یک برچسب آمده است", en: "“<” stands inside a tag"))
    private static let running = TemplateFault(
        Phrase(fa: "خبرنامه چیزی اجرا یا بارگذاری نمی‌کند", en: "a bulletin runs and embeds nothing"))
    private static let fetching = TemplateFault(
        Phrase(fa: "خبرنامه چیزی از جای دیگر نمی‌آورد", en: "a bulletin fetches nothing from elsewhere"))
}
