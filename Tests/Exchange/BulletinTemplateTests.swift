import Domain
import Foundation
import Persian
import Support
import Testing

@testable import Exchange

/// Templates that an office wrote itself.
@Suite("Templates of bulletins")
struct BulletinTemplateTests {
    private func refusal(_ template: String) -> Refusal? {
        do throws(Refusal) {
            try BulletinTemplate.check(template)
            return nil
        } catch {
            return error
        }
    }

    @Test("the program's own passes, and one may be much shorter")
    func own() throws {
        #expect(refusal(String(decoding: PackageResources.bulletin_mustache, as: UTF8.self)) == nil)
        let short = """
            <!doctype html><h1 title="{{title}}">{{ title }}</h1>{{! comment }}
            {{#stories}}<a href="#{{code}}">x</a>{{#author}}{{author}}{{/author}}{{{body}}}{{#pictures}}<img src="{{image}}" \
            alt='{{alt}}'>{{/pictures}}{{/stories}}{{^lead}}-{{/lead}}{{#title}}{{.}}{{/title}}{{& map}}
            """
        #expect(refusal(short) == nil)
        let html = try BulletinTests.html(BulletinTests.content(template: short))
        #expect(html.contains("<h1 title=\"خبرنامه شماره ۱\">") && html.contains("<svg"))
    }

    @Test(
        "a broken one is refused with its line and column",
        arguments: [
            ("<p>\n  {{titel}}</p>", 2, 3, "titel"), ("{{#stories}}\n{{/lead}}", 2, 1, "lead"),
            ("\n\n{{title", 3, 1, "closed"),
            ("{{#stories}}x", 1, 14, "stories"), ("{{{title}}}", 1, 1, "title"), ("x{{&title}}", 1, 2, "title"),
            ("{{=<% %>=}}", 1, 1, "sort"), ("{{> part}}", 1, 1, "sort"), ("{{% CONTENT_TYPE: TEXT}}", 1, 1, "sort"),
            ("{{$block}}{{/block}}", 1, 1, "sort"), ("{{<base}}{{/base}}", 1, 1, "sort"),
            ("{{uppercased(title)}}", 1, 1, "uppercased"),
            ("{{}}", 1, 1, "accepted"), ("{{.}}", 1, 1, "accepted"), ("{{stories}}", 1, 1, "stories"),
            ("{{image}}", 1, 1, "image"),
            ("<p class={{title}}>", 1, 10, "quotes"), ("<p onclick=\"{{title}}\">", 1, 12, "embeds"),
            ("<a href=\"{{title}}\">", 1, 10, "quotes"), ("<img src=\"{{title}}\">", 1, 11, "quotes"),
            ("<{{title}}>", 1, 2, "quotes"), ("<style>{{title}}</style>", 1, 8, "quotes"),
            ("<p {{#lead}}>", 1, 4, "quotes"),
            ("<script>x</script>", 1, 9, "embeds"), ("<ScRipt\n>", 2, 1, "embeds"), ("<iframe>", 1, 9, "embeds"),
            ("<img src=\"https://example.org/x.png\">", 1, 37, "elsewhere"), ("<img src=x>", 1, 11, "elsewhere"),
            ("<style>p{background:url(x)}</style>", 1, 25, "elsewhere"),
            ("<p style=\"background:URL(x)\">", 1, 29, "elsewhere"),
            ("<meta http-equiv=\"refresh\">", 1, 18, "elsewhere"),
            ("<meta http-equiv=refresh>", 1, 18, "elsewhere"), ("<p style=color:red>", 1, 11, "elsewhere"),
            ("<style>p{background:u\\72l(x)}</style>", 1, 23, "elsewhere"), ("<svg/onload=\"x\">", 1, 13, "embeds"),
            ("<%<script>", 1, 11, "embeds"), ("<<script>", 1, 10, "embeds"), ("<p<script>", 1, 4, "inside"),
            ("<p title=\"<script>\">", 1, 12, "inside"),
        ])
    func broken(_ template: String, line: Int, column: Int, word: String) {
        guard let refusal = refusal(template) else { return #expect(Bool(false), "\(template) passes") }
        #expect(refusal.code == .unknownValue && refusal.field == "template")
        let place = "line \(line), column \(column)"
        #expect(refusal.phrase.en.withoutIsolates.contains(place), "\(refusal.phrase.en.withoutIsolates) — \(template)")
        #expect(refusal.phrase.en.contains(word), "\(refusal.phrase.en)")
        #expect(throws: Refusal.self) { try BulletinTests.html(BulletinTests.content(template: template)) }
    }

    @Test("every name that it may use is one that the model has, and the other way round")
    func names() throws {
        let picture = StoryPicture(picture: String(repeating: "a", count: 64), alt: "چشمه")
        let values = try BulletinModel(BulletinTests.content(pictures: [picture])).values { _ in [] }
        func check(_ names: BulletinNames, _ values: [String: Any]) {
            #expect(Set(names.told) == Set(values.keys))
            for (name, list) in names.lists {
                let rows = values[name] as? [[String: Any]] ?? []
                #expect(!rows.isEmpty, "\(name)")
                for value in rows { check(list, value) }
            }
        }
        check(.all, values)
    }

    @Test("it is read from the folder of the office's own files, when there is one")
    func file() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("bulletin.mustache")
        let press = BulletinPage(templateFile: path)
        #expect(try press.ownTemplate() == nil && BulletinPage().ownTemplate() == nil)
        try Data("<p>{{title}}</p>".utf8).write(to: URL(filePath: path))
        #expect(try press.ownTemplate() == "<p>{{title}}</p>")
        for bytes in [Data("{{titel}}".utf8), Data([0xFF, 0xFE]), Data(repeating: 0x20, count: 100_001)] {
            try bytes.write(to: URL(filePath: path))
            #expect(throws: Refusal.self) { try press.ownTemplate() }
        }
        #expect(throws: Refusal.self) { try BulletinPage(templateFile: folder.path).ownTemplate() }
    }

    @Test("a thousand wild templates are refused or printed without a script, and crash nothing")
    func wild() {
        var random = SplitMix(seed: 23)
        let pieces = [
            "{{", "}}", "{{{", "}}}", "title", "map", "#", "/", "^", "&", "stories", "{{title}}", "{{#stories}}",
            "{{/stories}}",
            "{{{map}}}", "<p>", "</p>", "<", ">", "\"", "'", "=", "\n", " ", ".", "{{.}}", "<script>", "<p title=\"",
            "{{#lead}}",
            "{{/lead}}", "=<% %>=", "\u{301}", "\u{600}", "!", "%", "$", "*", "(",
        ]
        var printed = 0
        for _ in 0..<1_000 {
            let body = "<i>\u{301}", title = "<b>alert(1)</b>"
            let template = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            guard let html = try? BulletinTests.html(BulletinTests.content(body, title: title, template: template))
            else {
                continue
            }
            printed += 1
            #expect(!html.lowercased().contains("<script"), "\(template)")
            #expect(!html.contains("<b>") && !html.contains("<i>"), "\(template)")
        }
        #expect(printed > 50)
    }
}
