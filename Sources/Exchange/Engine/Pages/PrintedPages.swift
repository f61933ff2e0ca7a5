import Persian

/// One or more sheets of A4 as one HTML file that stands alone: right-to-left in Persian, each sheet on a page of its
/// own, to be printed by any browser.
///
///     let pages = PrintedPages(title: "گواهی", isLandscape: true, style: "h1 { color: green }", sheets: [sheet])
///     pages.html()  // "<!doctype html>…"
///
/// What stands on a sheet comes from ``render(_:_:)``; the page around it is the same for everything the office prints.
public struct PrintedPages: Sendable {
    public var title: String
    public var isLandscape = false
    /// CSS of its own, after that of every page.
    public var style = ""
    /// The inside of each sheet, as HTML.
    public var sheets: [String]
    public var language = Language.persian

    public init(
        title: String, isLandscape: Bool = false, style: String = "", sheets: [String],
        language: Language = .persian
    ) {
        self.title = title
        self.isLandscape = isLandscape
        self.style = style
        self.sheets = sheets
        self.language = language
    }

    /// The whole file.
    ///
    /// - Throws: a fault of a template.
    public func html() throws(PageError) -> String {
        let values: [String: Any] = [
            "language": language == .persian ? "fa" : "en", "direction": language == .persian ? "rtl" : "ltr",
            "title": title, "orientation": isLandscape ? "landscape" : "portrait", "style": style,
            "width": isLandscape ? 297 : 210, "height": isLandscape ? 210 : 297, "sheets": sheets,
        ]
        return try Self.render(PackageResources.page_mustache, values)
    }

    /// Writes the file, in the place of an old one only when it is whole.
    public func write(to path: String) throws(PageError) {
        let text = try html()
        do throws(SheetWriteError) {
            try FileReplacement(of: path).write(text)
        } catch {
            throw PageError(error)
        }
    }

    /// Fills a Mustache template; what is filled in is escaped unless the template says otherwise. An empty text is as
    /// good as none: the parts of the template that are about it are left out.
    ///
    /// - Parameter template: a file of `templates/`, embedded in the program.
    static func render(_ template: [UInt8], _ values: [String: Any]) throws(PageError) -> String {
        do {
            return try Template(String(decoding: template, as: UTF8.self)).render(filled(values))
        } catch {
            throw PageError(template: "\(error)")
        }
    }

    /// The values that say something, at every depth.
    private static func filled(_ values: [String: Any]) -> [String: Any] {
        values.compactMapValues { value in
            switch value {
            case let text as String: text.isEmpty ? nil : text
            case let rows as [[String: Any]]: rows.map(filled)
            default: value
            }
        }
    }
}

/// Why a page was not written.
public struct PageError: Error, Hashable, Sendable {
    public let phrase: Phrase

    /// A template that cannot be read: a fault of the program.
    init(template what: String) {
        phrase = Phrase(
            fa: "قالب صفحه چاپی خوانا نیست: \(what)", en: "The template of the page cannot be read: \(what)")
    }

    /// A code that could not be drawn. Those of guests are short, so that it is the library that is missing.
    init(withoutQRCode code: String) {
        phrase = Phrase(
            fa:
                "رمزینه \(code) کشیده نشد: کتابخانه libqrencode.so.4 نصب نیست. بسته libqrencode4 را نصب کنید و دوباره چاپ کنید.",
            en:
                "The QR code of \(code) was not drawn: libqrencode.so.4 is not installed. Install the package libqrencode4 and print again."
        )
    }

    init(_ error: SheetWriteError) { phrase = error.phrase }
}
