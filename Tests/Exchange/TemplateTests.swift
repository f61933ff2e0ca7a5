import Persian
import Testing

@testable import Exchange

/// How templates are filled.
@Suite("Filling templates")
struct TemplateTests {
    /// `<` with a combining mark is one character, but a tag begins with it all the same.
    private static let tricky = "<\u{301}script>&\u{308}\"\u{300}'\u{FE0F}x"
    private static let escaped = "&lt;\u{301}script&gt;&amp;\u{308}&quot;\u{300}&#39;\u{FE0F}x"

    @Test("text is escaped by scalars, in pages and in bulletins")
    func scalars() throws {
        let page = PrintedPages(title: Self.tricky, sheets: [])
        #expect(try page.html().contains("<title>\(Self.escaped)</title>"))
        let sheet = try PrintedPages.render(
            Array("<p>{{#rows}}{{name}}{{/rows}}</p>".utf8), ["rows": [["name": Self.tricky]]])
        #expect(sheet == "<p>\(Self.escaped)</p>")
        let html = try BulletinTests.html(try BulletinTests.content(Self.tricky, title: Self.tricky))
        #expect(Self.scalars(html, "&lt;\u{301}script") && !Self.scalars(html, "<\u{301}"))
    }

    /// Whether some scalars follow each other in a text, whatever characters they are parts of.
    private static func scalars(_ text: String, _ wanted: String) -> Bool {
        Array(text.utf8).firstRange(of: Array(wanted.utf8)) != nil
    }

    @Test("a fault is told by the template's own line")
    func faults() {
        do {
            _ = try Template("<p>\n{{#a}}</p>")
            Issue.record("read")
        } catch {
            #expect(TemplateFault.refusal(error).phrase.en.withoutIsolates.contains("line 2"))
        }
    }
}
