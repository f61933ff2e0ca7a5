import Persian

/// A story as an issue holds it, for good.
public struct IssuedStory: JSONValue {
    public var code: String
    public var title: String
    public var body: String
    /// What it is about, in words.
    public var about: String
    /// Who wrote it; empty where the office did.
    public var author: String
    public var pictures: [StoryPicture]
    /// Codes of the households that it names.
    public var names: [String]

    public init(
        code: String, title: String, body: String, about: String, author: String, pictures: [StoryPicture] = [],
        names: [String] = []
    ) {
        (self.code, self.title, self.body, self.about) = (code, title, body, about)
        (self.author, self.pictures, self.names) = (author, pictures, names)
    }

    public init?(_ json: JSON) {
        guard let code = json["code"]?.string, let title = json["title"]?.string, let body = json["body"]?.string,
            let about = json["about"]?.string, let author = json["author"]?.string,
            let pictures = json["pictures"].flatMap([StoryPicture].init),
            let names = json["names"].flatMap([String].init)
        else { return nil }
        self.init(
            code: code, title: title, body: body, about: about, author: author, pictures: pictures, names: names)
    }

    public var json: JSON {
        .object([
            .init("code", .string(code)), .init("title", .string(title)), .init("body", .string(body)),
            .init("about", .string(about)), .init("author", .string(author)), .init("pictures", pictures.json),
            .init("names", names.json),
        ])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { "\(title) (\(code))" }
}

/// What an edition says was wrong with those before it.
public struct Erratum: JSONValue {
    public var edition: Int
    public var on: Day
    public var note: String

    public init(edition: Int, on: Day, note: String) { (self.edition, self.on, self.note) = (edition, on, note) }

    public init?(_ json: JSON) {
        guard let edition = json["edition"]?.integer, let on = json["on"].flatMap(Day.init),
            let note = json["note"]?.string
        else { return nil }
        self.init(edition: edition, on: on, note: note)
    }

    public var json: JSON {
        .object([.init("edition", edition.json), .init("on", on.json), .init("note", .string(note))])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { note }
}

/// All that an edition says, frozen when it was issued: the same bytes are printed from it alone, whenever and wherever.
public struct BulletinContent: JSONValue {
    /// Which of the program's layouts it is printed by; an old one is never changed, so that an old issue stays proved.
    public var layout: Int
    /// What the office is called.
    public var office: String
    public var number: Int
    public var edition: Int
    public var on: Day
    public var title: String
    /// The leading word.
    public var lead: String?
    /// The latest first.
    public var errata: [Erratum]
    public var stories: [IssuedStory]
    public var figures: SeasonFigures
    /// The office's own template, if it was issued by one.
    public var template: String?

    public static let currentLayout = 1

    public init(
        layout: Int = currentLayout, office: String, number: Int, edition: Int, on: Day, title: String,
        lead: String? = nil, errata: [Erratum] = [], stories: [IssuedStory], figures: SeasonFigures,
        template: String? = nil
    ) {
        (self.layout, self.office, self.number, self.edition) = (layout, office, number, edition)
        (self.on, self.title, self.lead, self.errata) = (on, title, lead, errata)
        (self.stories, self.figures, self.template) = (stories, figures, template)
    }

    public init?(_ json: JSON) {
        guard let layout = json["layout"]?.integer, let office = json["office"]?.string,
            let number = json["number"]?.integer, let edition = json["edition"]?.integer,
            let on = json["on"].flatMap(Day.init), let title = json["title"]?.string,
            let errata = json["errata"].flatMap([Erratum].init),
            let stories = json["stories"].flatMap([IssuedStory].init),
            let figures = json["figures"].flatMap(SeasonFigures.init)
        else { return nil }
        self.init(
            layout: layout, office: office, number: number, edition: edition, on: on, title: title,
            lead: json["lead"]?.string, errata: errata, stories: stories, figures: figures,
            template: json["template"]?.string)
    }

    public var json: JSON {
        .object([
            .init("layout", layout.json), .init("office", .string(office)), .init("number", number.json),
            .init("edition", edition.json), .init("on", on.json), .init("title", .string(title)),
            .init("lead", lead.json), .init("errata", errata.json), .init("stories", stories.json),
            .init("figures", figures.json), .init("template", template.json),
        ])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { language.list(stories.map { $0.display(language) }) }
}
