import Domain
import Foundation
import Persian
import Store

/// What a bulletin is printed from: all words and drawings of an edition, in Persian, as Mustache takes them.
struct BulletinModel {
    private let content: BulletinContent
    private let language = Language.persian

    init(_ content: BulletinContent) { self.content = content }

    /// - Throws: `not-found` for a picture that is gone.
    func values(picture: (String) -> [UInt8]?) throws(Refusal) -> [String: Any] {
        var stories: [[String: Any]] = []
        for story in content.stories { stories.append(try values(of: story, picture)) }
        return [
            "office": plain(content.office), "title": plain(content.title), "called": called,
            "date": content.on.jalaliText(language), "season": season,
            "lead": Self.paragraphs(content.lead ?? "").map { ["text": plain($0)] },
            "errata": content.errata.map { erratum in
                [
                    "edition": language.digits(String(erratum.edition)), "date": erratum.on.jalaliText(language),
                    "note": plain(erratum.note),
                ]
            },
            "stories": stories, "figures": content.figures.counts.map(values),
            "monthsChart": BulletinDrawing.bars(
                content.figures.personDays, title: "نفرروز کار جهادی در هر ماه", id: "months"),
            "packagesChart": BulletinDrawing.bars(
                content.figures.packages, title: "بسته معیشتی تحویل‌شده در هر ماه", id: "packages"),
            "map": BulletinDrawing.map(content.figures.provinces),
            "months": zip(content.figures.personDays, content.figures.packages).map { month, packages in
                [
                    "name": language.digits(month.name), "personDays": language.number(month.value),
                    "packages": language.number(packages.value),
                ]
            },
            "provinces": content.figures.provinces.map { province in
                ["name": plain(province.name), "value": language.number(province.value)]
            },
        ]
    }

    /// "شماره ۱" and, of a later edition, which it is.
    var called: String {
        let number = "شماره \(language.digits(String(content.number)))"
        return content.edition == 1 ? number : "\(number)، نوبت \(language.digits(String(content.edition)))"
    }

    /// The days that its figures are counted of.
    var season: String {
        "از \(content.figures.from.jalaliText(language)) تا \(content.figures.to.jalaliText(language))"
    }

    /// Where a figure comes from.
    func source(_ count: FigureCount) -> String {
        "شمرده از \(language.number(count.records)) \(count.figure.source.fa)، \(season)"
    }

    private func values(_ count: FigureCount) -> [String: Any] {
        [
            "name": count.figure.rawValue, "label": count.figure.phrase.fa, "value": language.number(count.value),
            "source": source(count), "listing": "khedmat list \(count.figure.listing)",
        ]
    }

    private func values(
        of story: IssuedStory, _ picture: (String) -> [UInt8]?
    ) throws(Refusal) -> [String: Any] {
        var pictures: [[String: Any]] = []
        for item in story.pictures {
            guard let bytes = picture(item.picture) else { throw .pictureGone(item, of: story) }
            let source = "data:image/jpeg;base64,\(Data(bytes).base64EncodedString())"
            pictures.append(["image": source, "alt": plain(item.alt)])
        }
        var values: [String: Any] = [
            "code": story.code, "title": plain(story.title), "about": plain(story.about),
            "body": Self.html(of: story.body), "pictures": pictures,
        ]
        if !story.author.isEmpty { values["author"] = plain(story.author) }
        return values
    }

    /// Blank lines part paragraphs.
    static func paragraphs(_ text: String) -> [String] {
        StoryBlock.blocks(of: text).flatMap { block in
            switch block {
            case .paragraph(let text): [text]
            case .quotation(let text): ["«\(text)»"]
            case .list(let items): items
            }
        }
    }

    /// A story's text as HTML, escaped, no other marks than these.
    static func html(of body: String) -> String {
        StoryBlock.blocks(of: body).map { block in
            switch block {
            case .paragraph(let text): "<p>\(escaped(plain(text)))</p>"
            case .quotation(let text): "<blockquote><p>«\(escaped(plain(text)))»</p></blockquote>"
            case .list(let items): "<ul>\(items.map { "<li>\(escaped(plain($0)))</li>" }.joined())</ul>"
            }
        }.joined(separator: "\n")
    }

    /// Without control characters and bidi overrides, whatever the file holds.
    static func plain(_ text: String) -> String { cleaned(text.withoutIsolates, lines: false) }
    private func plain(_ text: String) -> String { Self.plain(text) }

    static func escaped(_ text: String) -> String { HTMLScalars.escaped(text) }
}

extension Refusal {
    fileprivate static func pictureGone(_ picture: StoryPicture, of story: IssuedStory) -> Refusal {
        Refusal(
            .notFound, field: "pictures",
            Phrase(
                fa:
                    "تصویر «\(picture.alt.excerpt)» از روایت \(story.code) در پوشه تصویرها نیست، یا دگرگون شده است؛ آن را از پشتیبان بازگردانید.",
                en:
                    "The picture “\(picture.alt.excerpt)” of the story \(story.code) is not in the folder of pictures, or was changed; bring it back from a backup."
            ))
    }
}
