import Persian

/// A group's part in a camp: its code, and how many people it sends.
public struct CampGroup: JSONValue {
    public var group: String
    public var headcount: Int

    public init(group: String, headcount: Int) {
        self.group = group
        self.headcount = headcount
    }

    public init?(_ json: JSON) {
        guard let group = json["group"]?.string, let headcount = json["headcount"]?.integer else { return nil }
        self.init(group: group, headcount: headcount)
    }

    public var json: JSON {
        .object([.init("group", .string(group)), .init("headcount", .integer(headcount))])
    }
    public static var isStructured: Bool { true }
    public func display(_ language: Language) -> String { "\(group) (\(language.number(headcount)))" }
}

/// A camp of one to fourteen days that one or more groups hold.
public struct Camp: Coded, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    public var title: String
    /// One or more, each once.
    public var groups: [CampGroup]
    public var kind: CampKind
    public var province: String
    public var county: String
    public var place: String
    public var fields: [Field]
    public var from: Day
    /// The last day.
    public var to: Day
    /// National ID of whoever leads it.
    public var leader: String?
    /// The last day in the field of one that was closed: the day of its closing, or of a later report.
    public var closedOn: Day?
    public var state: CampState = .planned

    public var name: String { title }
    public var days: ClosedRange<Day> { from...to }
    /// The last day on which it was, or is to be, in the field: before `to` when it was closed early.
    public var lastDay: Day { closedOn.map { min($0, to) } ?? to }
    /// How many days it lasts.
    public var length: Int { to - from + 1 }
    /// How many people its groups send.
    public var headcount: Int { groups.reduce(0) { $0 + $1.headcount } }

    public static let kind = RecordKind("camp", Phrase(fa: "اردوی جهادی", en: "camp"))
    public static let series = CodeSeries(prefix: "C-", digits: 3)
    public static let blank = Camp(
        code: "", title: "", groups: [], kind: .village, province: "", county: "", place: "", fields: [],
        from: Day(number: 0), to: Day(number: 0))

    public static let columns = CampFields.columns
}

/// The fields of camps, and what the commands about them share.
public enum CampFields {
    public static let code = RecordField(\Camp.code, .code("code", Phrase(fa: "کد اردو", en: "code")), [.identifies])
    public static let title = RecordField(\Camp.title, .text("title", Phrase(fa: "عنوان", en: "title"), limit: 200))
    public static let groups = RecordField(
        \Camp.groups, .campGroups("groups", Phrase(fa: "گروه‌ها و نفرات", en: "groups and headcounts")),
        refersTo: [Group.kind])
    public static let kind = RecordField(\Camp.kind, .choice("kind", Phrase(fa: "نوع اردو", en: "kind")))
    public static let province = RecordField(
        \Camp.province, .province("province", Phrase(fa: "استان", en: "province"))
    ).shown { Province.title($0.province)[$1] }
    public static let county = RecordField(
        \Camp.county, .text("county", Phrase(fa: "شهرستان", en: "county"), limit: 100))
    public static let place = RecordField(
        \Camp.place, .text("place", Phrase(fa: "روستا یا محله", en: "place"), limit: 200))
    public static let fields = RecordField(\Camp.fields, .choices("fields", Phrase(fa: "حوزه فعالیت", en: "fields")))
    public static let from = RecordField(\Camp.from, SpanParameters.from)
    public static let to = RecordField(\Camp.to, SpanParameters.to)
    public static let leader = RecordField(
        \Camp.leader, .person("leader", Phrase(fa: "سرپرست", en: "leader")), as: { $0.digits })

    static let columns = listed(
        code, title, groups, kind, province, county, place, fields, from, to, leader,
        Column("closedOn", \Camp.closedOn, Phrase(fa: "پایان کار", en: "closed on"), isLater: true), Camp.stateColumn)

    public static let camp = Parameter<String>.code("camp", Camp.kind.phrase, of: Camp.kind)
    public static let day = Parameter<Day>.day("day", Phrase(fa: "روز", en: "day"))
    public static let headcounts = 1...100_000
}

/// The fields of a group's part in a camp.
enum CampGroupParameters {
    static let group = Parameter<String>.code("group", Group.kind.phrase, of: Group.kind)
    static let headcount = Parameter<Int>.integer(
        "headcount", Phrase(fa: "تعداد نفرات", en: "headcount"), CampFields.headcounts)
    static let all = [group.required, headcount.required]
}

extension Parameter where Value == [CampGroup] {
    /// Groups with headcounts: `[{"group":"Q-0001","headcount":12}]`, or as people type and read them: `Q-0001 12، Q-0002 (9)`.
    static func campGroups(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .rows(CampGroupParameters.all)) { (json) throws(Refusal) in
            let items: [JSON] = json.list ?? json.string.map(typedItems) ?? [json]
            var (groups, known): ([CampGroup], Set<String>) = ([], [])
            for item in items {
                let (group, headcount) = try read(item, name, phrase)
                if !known.insert(group).inserted {
                    throw .unknown(
                        name, phrase, value: group,
                        accepted: Phrase(fa: "هر گروه تنها یک بار", en: "each group only once"))
                }
                groups.append(CampGroup(group: group, headcount: headcount))
            }
            return groups.isEmpty ? nil : groups
        }
    }

    private static func typedItems(_ text: String) -> [JSON] {
        text.split { "،,;؛\n".contains($0) }.map { cleaned(String($0)) }.filter { !$0.isEmpty }.map { .string($0) }
    }

    private static func read(_ item: JSON, _ name: String, _ phrase: Phrase) throws(Refusal) -> (String, Int) {
        let words = item.string.map { $0.split { $0.isWhitespace || "()".contains($0) }.map(String.init) }
        let names = CampGroupParameters.all.map(\.name)
        let isWhole = item.members.map { $0.allSatisfy { names.contains($0.name) } } ?? false
        let given: (code: JSON, count: JSON)? =
            if let words, words.count == 2 {
                (.string(words[0]), .string(words[1]))
            } else if isWhole {
                (item["group"] ?? .null, item["headcount"] ?? .null)
            } else {
                nil
            }
        let label = CampGroupParameters.headcount.phrase
        guard let given else {
            throw .unknown(
                name, phrase, value: item.plainText,
                accepted: Phrase(
                    fa: "شماره گروه و تعداد نفرات، مانند \("Q-0001 ۱۲")",
                    en: "a group's code and headcount, such as Q-0001 12"))
        }
        if given.code == .null { throw .missing(name, phrase) }
        if given.count == .null { throw .missing(name, label) }
        let code = try CampGroupParameters.group.read(given.code)
        let count = try Parameter<Int>.integer(name, label, CampFields.headcounts).read(given.count)
        guard let code else { throw .missing(name, phrase) }
        guard let count else { throw .missing(name, label) }
        return (code, count)
    }
}
