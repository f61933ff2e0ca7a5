import Persian

/// Those who live together and get one package in a campaign. Its names, national IDs and mobile are private.
public struct Household: Coded {
    public var id = ""
    public var version = 1
    public var code: String
    /// National ID of its head.
    public var head: String
    public var headName: String
    /// National IDs of the others who are known, without the head.
    public var members: [String] = []
    /// How many live in it, known or not.
    public var size: Int
    public var area: Area
    /// The village or quarter.
    public var place: String
    /// 09 and nine digits.
    public var mobile: String?
    /// Code of the base that looks after it.
    public var base: String?

    /// Where it lives: whose it is, not everybody may see.
    public var name: String { place }
    /// The head, then the members.
    public var people: [String] { [head] + members }

    public static let kind = RecordKind("household", Phrase(fa: "خانوار", en: "household"))
    public static let series = CodeSeries(prefix: "H-", digits: 5)
    public static let blank = Household(code: "", head: "", headName: "", size: 1, area: .village, place: "")

    public static let columns = HouseholdFields.columns
}

/// The fields of households.
public enum HouseholdFields {
    public static let code = RecordField(
        \Household.code, .code("code", Phrase(fa: "کد خانوار", en: "code")), [.identifies])
    public static let head = RecordField(
        \Household.head, .nationalID("head", Phrase(fa: "کد ملی سرپرست", en: "head's national ID")),
        as: { $0.digits })
    public static let headName = RecordField(
        \Household.headName, .privateText("headName", Phrase(fa: "نام سرپرست", en: "head's name"), limit: 200))
    public static let members = RecordField(
        \Household.members, .nationalIDs("members", Phrase(fa: "کد ملی اعضا", en: "members' national IDs")),
        as: { $0.map(\.digits) })
    public static let size = RecordField(
        \Household.size, .integer("size", Phrase(fa: "تعداد نفرات خانوار", en: "size"), 1...100))
    public static let area = RecordField(\Household.area, .choice("area", Phrase(fa: "نوع منطقه", en: "area")))
    public static let place = RecordField(
        \Household.place, .text("place", Phrase(fa: "محل", en: "place"), limit: 200))
    public static let mobile = RecordField(
        \Household.mobile, .mobile("mobile", Phrase(fa: "تلفن همراه", en: "mobile")), as: { $0.digits })
    public static let base = RecordField(\Household.base, .code("base", Base.kind.phrase, of: Base.kind))

    static let columns = listed(code, head, headName, members, size, area, place, mobile, base)

    public static let household = Parameter<String>.code("household", Household.kind.phrase, of: Household.kind)
}

extension Parameter where Value == [NationalID] {
    /// The national IDs of several people, each once, who need not be recorded anywhere else.
    static func nationalIDs(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .nationalIDs) { (json) throws(Refusal) in
            let one = Parameter<NationalID>.nationalID(name, phrase)
            var (people, known): ([NationalID], Set<NationalID>) = ([], [])
            for item in json.list ?? [json] {
                if let person = try one.value(item), known.insert(person).inserted { people.append(person) }
            }
            guard people.count <= 99 else {
                throw .unknown(
                    name, phrase, value: Phrase(fa: "\(people.count) نفر", en: "\(people.count) people"),
                    accepted: Phrase(fa: "تا ۹۹ نفر", en: "up to 99 people"))
            }
            return people
        }
    }
}
