import Domain
import Foundation
import Persian
import Support
import Testing

@testable import Exchange
@testable import Store

@Suite("The bulletin")
struct BulletinTests {
    static func content(
        _ body: String = "آمدیم.\n\n«خوش آمدید»\n\n- آب\n- نان", title: String = "روزی که چشمه جوشید",
        pictures: [StoryPicture] = [], template: String? = nil
    ) throws -> BulletinContent {
        let days = SeasonFigures.season(of: try Day(parsing: "1401/05/20"))
        let months = SeasonFigures.months(of: days)
        return BulletinContent(
            office: "قم", number: 1, edition: 2, on: days.upperBound, title: "خبرنامه شماره ۱", lead: "به نام خدا",
            errata: [Erratum(edition: 2, on: days.upperBound, note: "نام روستا اشتباه بود.")],
            stories: [
                IssuedStory(
                    code: "ST-001", title: title, body: body, about: "گروه جهادی باران (Q-0001)", author: "زهرا نوری",
                    pictures: pictures)
            ],
            figures: SeasonFigures(
                during: days,
                counts: SeasonFigure.allCases.enumerated().map { FigureCount($1, value: 1200 * $0, records: $0) },
                personDays: months.enumerated().map { FigurePart($1, 700 * $0) },
                packages: months.map { FigurePart($0, 0) },
                provinces: [FigurePart("قم", 5600), FigurePart("ایلام", 30)]),
            template: template)
    }

    static func html(_ content: BulletinContent, _ picture: (String) -> [UInt8]? = { _ in nil }) throws -> String {
        String(decoding: try BulletinPage().html(of: content, picture: picture), as: UTF8.self)
    }

    @Test("of layout 1 is these bytes for good")
    func golden() throws {
        let content = try Self.content()
        expectGolden(try Self.html(content), named: "bulletin-1.html", room: "Exchange")
        expectGolden(content.markdown, named: "bulletin-1.md", room: "Exchange")
        expectGolden(content.atom, named: "bulletin-1.atom", room: "Exchange")
        #expect(
            Digest.hexadecimal(of: Array(try Self.html(content).utf8))
                == Digest.hexadecimal(of: Array(try Self.html(try #require(BulletinContent(content.json))).utf8)))
        var newer = content
        newer.layout = 2
        #expect(throws: Refusal.self) { try Self.html(newer) }
    }

    @Test("stands alone: no script, no request, right-to-left, each drawing told in words and figures")
    func alone() throws {
        let text = try Self.html(try Self.content())
        #expect(text.contains("<html lang=\"fa\" dir=\"rtl\">"))
        for mark in ["<script", "http://", "https://", "url(", "@import", "<link", "<iframe", "javascript:"] {
            #expect(!text.contains(mark), "\(mark)")
        }
        #expect(text.components(separatedBy: "<svg").count == 4)
        #expect(
            text.components(separatedBy: "<title id=").count == 4
                && text.components(separatedBy: "<desc id=").count == 4)
        #expect(text.components(separatedBy: "<table>").count == 4)
        for figure in SeasonFigure.allCases {
            #expect(text.contains("khedmat list \(figure.listing)"))
            #expect(ListingKind(rawValue: figure.listing) != nil, "\(figure.listing) is a listing")
        }
        // Persian digits wherever there is text to read; codes and commands keep theirs.
        #expect(text.contains("۵٬۶۰۰"))
        #expect(Set(BulletinDrawing.places.map(\.province)).count == 31)
        #expect(Set(BulletinDrawing.places.map { "\($0.column) \($0.row)" }).count == 31)
    }

    @Test("is at most 60 kB, and 200 kB with two pictures of the size that is kept")
    func sizes() throws {
        let long = String(repeating: "در چشمه‌سفید آمدیم و ماندیم. ", count: 300)
        #expect(try Self.html(try Self.content(long)).utf8.count < 60_000)
        let pictures = ["a", "b"].map { StoryPicture(picture: String(repeating: $0, count: 64), alt: "چشمه") }
        let bytes = [UInt8](repeating: 7, count: 48_000)
        #expect(try Self.html(try Self.content(pictures: pictures)) { _ in bytes }.utf8.count < 200_000)
        #expect(throws: Refusal.self, "a picture that is gone") { try Self.html(try Self.content(pictures: pictures)) }
    }

    @Test("1,000 random stories leave no raw mark")
    func fuzz() throws {
        var dice = SplitMix(seed: 22)
        let pieces = [
            "<script>", "</p>", "&amp;", "\"", "'", "<", ">", "{{title}}", "{{{x}}}", "«", "»", "- ", "\n", "\n\n",
            "آب",
            "\u{202E}", "\u{1B}[31m", "]]>", "<!--", "\\", "`", "|", "javascript:", "\u{2067}", "onload=", "<\u{301}",
            "\"\u{308}",
        ]
        for _ in 0..<1_000 {
            let text = (0..<Int.random(in: 0..<30, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }
                .joined()
            let content = try Self.content(text, title: text)
            let printed = try Self.html(content)
            let marks = Set(printed.matches(of: #/<\/?([a-z]+[0-9]?)/#).map { String($0.output.1) })
            #expect(marks.isSubset(of: Self.marks), "\(text.debugDescription)")
            #expect(!printed.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
            #expect(!content.atom.contains("<script") && !content.atom.contains("]]>"))
            #expect(!content.markdown.contains("<script>") || content.markdown.contains("\\<script"))
            #expect(
                content.markdown.components(separatedBy: "\\<script").count
                    == content.markdown.components(separatedBy: "<script").count)
        }
    }

    private static let marks: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "header", "p", "bdi", "h1", "h2", "h3", "main", "section",
        "article", "blockquote", "ul", "li", "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr",
        "th", "td", "svg", "desc", "rect", "path", "text", "a", "code", "footer",
    ]

    @Test("its colours are told apart by light and by dark, to WCAG's AA")
    func contrast() throws {
        let text = String(decoding: PackageResources.bulletin_mustache, as: UTF8.self)
        let palettes = text.matches(of: #/:root \{([^}]*)\}/#).map { Self.colors(String($0.output.1)) }
        #expect(palettes.count == 3)
        for colors in palettes {
            func ratio(_ one: String, _ other: String) -> Double {
                Self.contrast(colors[one] ?? 0, colors[other] ?? 0)
            }
            for ink in ["ink", "soft", "mark"] { #expect(ratio(ink, "paper") >= 4.5, "\(ink)") }
            for ink in ["ink", "mark"] { #expect(ratio(ink, "note") >= 4.5, "\(ink) on note") }
            for (ink, shade) in [("dark", "s1"), ("dark", "s2"), ("light", "s3"), ("light", "s4")] {
                #expect(ratio(ink, shade) >= 4.5, "\(ink) on \(shade)")
            }
            #expect(ratio("line", "paper") >= 3)
        }
    }

    private static func colors(_ text: String) -> [String: UInt32] {
        Dictionary(
            text.matches(of: #/--([a-z0-9]+): #([0-9a-f]{6})/#).map {
                (String($0.output.1), UInt32($0.output.2, radix: 16) ?? 0)
            },
            uniquingKeysWith: { one, _ in one })
    }

    private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
        func light(_ color: UInt32) -> Double {
            func part(_ shift: UInt32) -> Double {
                let value = Double(color >> shift & 255) / 255
                return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
        }
        let (bright, dim) = (max(light(one), light(other)), min(light(one), light(other)))
        return (bright + 0.05) / (dim + 0.05)
    }
}
