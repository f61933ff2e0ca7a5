import Persian

/// A household that a story names, and whether it agreed to that. One that is to be named, placed and pictured stands once
/// for each.
public struct StoryName: JSONValue {
    public var household: String
    public var consent: Bool
    public var use: ConsentUse

    public init(household: String, consent: Bool, use: ConsentUse = .name) {
        (self.household, self.consent, self.use) = (household, consent, use)
    }

    public init?(_ json: JSON) {
        guard let household = json["household"]?.string, let consent = json["consent"].flatMap(Bool.init),
            let use = json["use"].flatMap(ConsentUse.init)
        else { return nil }
        self.init(household: household, consent: consent, use: use)
    }

    public var json: JSON {
        .object([.init("household", .string(household)), .init("consent", consent.json), .init("use", use.json)])
    }
    public static var isStructured: Bool { true }

    /// "H-00001 name yes", as people read and type it.
    public func display(_ language: Language) -> String {
        language.line([household, use.phrase[language], consent.display(language)])
    }

    /// Whether another is about the same household and the same of it.
    func isAbout(_ other: StoryName) -> Bool { household == other.household && use == other.use }
}

/// A picture of a story: what its bytes hash to, and what it shows to those who cannot see it.
public struct StoryPicture: JSONValue {
    /// SHA-256 of the JPEG in the folder of pictures, as 64 hexadecimal digits.
    public var picture: String
    public var alt: String

    public init(picture: String, alt: String) { (self.picture, self.alt) = (picture, alt) }

    public init?(_ json: JSON) {
        guard let picture = json["picture"]?.string, let alt = json["alt"]?.string else { return nil }
        self.init(picture: picture, alt: alt)
    }

    public var json: JSON { .object([.init("picture", .string(picture)), .init("alt", .string(alt))]) }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { "\(picture) \(alt)" }
}

/// What a story says: of a published one that is being changed, what stands meanwhile.
public struct StoryText: JSONValue {
    public var title: String
    public var body: String
    public var pictures: [StoryPicture]
    public var names: [StoryName]

    public init(title: String, body: String, pictures: [StoryPicture] = [], names: [StoryName] = []) {
        (self.title, self.body, self.pictures, self.names) = (title, body, pictures, names)
    }

    public init?(_ json: JSON) {
        guard let title = json["title"]?.string, let body = json["body"]?.string,
            let pictures = json["pictures"].flatMap([StoryPicture].init),
            let names = json["names"].flatMap([StoryName].init)
        else { return nil }
        self.init(title: title, body: body, pictures: pictures, names: names)
    }

    public var json: JSON {
        .object([
            .init("title", .string(title)), .init("body", .string(body)), .init("pictures", pictures.json),
            .init("names", names.json),
        ])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { title }

    /// Whether all whom it names agreed to it.
    public var hasConsent: Bool { names.allSatisfy(\.consent) }
}

/// The fields of a household that a story names.
enum StoryNameParameters {
    static let household = Parameter<String>.code("household", Household.kind.phrase, of: Household.kind)
    static let consent = Parameter<Bool>.flag("consent", Phrase(fa: "رضایت", en: "consent"))
    static let use = Parameter<ConsentUse>.choice("use", Phrase(fa: "برای", en: "use"))
    static let all = [household.required, consent.required, use.kept]
}

/// The fields of a picture.
enum StoryPictureParameters {
    static let picture = Parameter<String>.text("picture", Phrase(fa: "تصویر", en: "picture"), limit: 64)
    static let alt = Parameter<String>.text("alt", Phrase(fa: "شرح تصویر", en: "description"), limit: 300)
    static let all = [picture.required, alt.required]
}

extension Parameter where Value == [StoryName] {
    /// `[{"household":"H-00001","consent":true,"use":"name"}]`, or as people type it: `H-00001 نام بله`.
    static func storyNames(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .rows(StoryNameParameters.all)) { (json) throws(Refusal) in
            let example = Phrase(
                fa: "کد خانوار، برای چه، و رضایت، مانند «H-00001 نام بله»؛ هر کدام یک بار",
                en: "household, use and consent, such as “H-00001 name yes”, each once")
            var names: [StoryName] = []
            for item in json.list ?? json.string.map({ Self.items($0, "،,;؛\n") }) ?? [json] {
                guard let members = item.members ?? item.string.flatMap(Self.typedName),
                    members.allSatisfy({ member in StoryNameParameters.all.contains { $0.name == member.name } })
                else { throw .unknown(name, phrase, value: item.plainText, accepted: example) }
                let given = try Arguments(members, for: StoryNameParameters.all)
                guard let household = given[StoryNameParameters.household],
                    let consent = given[StoryNameParameters.consent]
                else { throw .missing(name, phrase) }
                let one = StoryName(
                    household: household, consent: consent, use: given[StoryNameParameters.use] ?? .name)
                if names.contains(where: { $0.isAbout(one) }) {
                    throw .unknown(name, phrase, value: item.plainText, accepted: example)
                }
                names.append(one)
            }
            return names
        }
    }

    /// "H-00001 name yes" as fields; nil when a word of it is none of these.
    private static func typedName(_ text: String) -> [JSON.Member]? {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { return nil }
        var members = [JSON.Member("household", .string(words.removeFirst()))]
        for word in words {
            if let use = ConsentUse(word: word) {
                members.append(.init("use", use.json))
            } else if let consent = typedConsent(word) {
                members.append(.init("consent", .bool(consent)))
            } else {
                return nil
            }
        }
        return Set(members.map(\.name)).count == members.count ? members : nil
    }

    private static func typedConsent(_ word: String) -> Bool? {
        switch word.folded() {
        case "بله", "بلی", "دارد", "yes", "true", "1": true
        case "خیر", "نه", "ندارد", "no", "false", "0": false
        default: nil
        }
    }
}

extension Parameter where Value == [StoryPicture] {
    /// `[{"picture":"64 hexadecimal digits","alt":"…"}]`, or these digits and the description, a picture a line.
    static func storyPictures(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .rows(StoryPictureParameters.all)) { (json) throws(Refusal) in
            let accepted = Phrase(
                fa: "تا ۱۲ تصویر، هر یک با شناسه ۶۴رقمی تصویر و شرح آن",
                en: "up to 12 pictures, each by its 64 hexadecimal digits and its description")
            var pictures: [StoryPicture] = []
            for item in json.list ?? json.string.map({ Self.items($0, "\n") }) ?? [json] {
                guard let members = item.members ?? item.string.map(Self.typedPicture),
                    members.allSatisfy({ member in StoryPictureParameters.all.contains { $0.name == member.name } })
                else { throw .unknown(name, phrase, value: item.plainText, accepted: accepted) }
                let given = try Arguments(members, for: StoryPictureParameters.all)
                let hash = (given[StoryPictureParameters.picture] ?? "").lowercased()
                guard let alt = given[StoryPictureParameters.alt], hash.utf8.count == 64,
                    hash.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
                    !pictures.contains(where: { $0.picture == hash }), pictures.count < 12
                else { throw .unknown(name, phrase, value: item.plainText, accepted: accepted) }
                pictures.append(StoryPicture(picture: hash, alt: alt))
            }
            return pictures
        }
    }

    private static func typedPicture(_ text: String) -> [JSON.Member] {
        let hash = text.prefix { !$0.isWhitespace }
        let alt = cleaned(String(text.dropFirst(hash.count)))
        return [.init("picture", .string(String(hash)))] + (alt.isEmpty ? [] : [.init("alt", .string(alt))])
    }
}

extension Parameter {
    /// The items of a typed list.
    fileprivate static func items(_ text: String, _ separators: String) -> [JSON] {
        text.split { separators.contains($0) }.map { cleaned(String($0)) }.filter { !$0.isEmpty }.map { .string($0) }
    }
}
