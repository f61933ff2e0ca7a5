import Persian

/// Work done on a day: 120 metres of wall, seven and a half loads of gravel.
public struct WorkLine: JSONValue {
    public var field: Field
    public var what: String
    public var quantity: Quantity
    public var unit: String
    /// What it is worth, in rial.
    public var worth: Int?

    public init(field: Field, what: String, quantity: Quantity, unit: String, worth: Int? = nil) {
        self.field = field
        self.what = what
        self.quantity = quantity
        self.unit = unit
        self.worth = worth
    }

    public init?(_ json: JSON) {
        guard let field = json["field"].flatMap(Field.init), let what = json["what"]?.string,
            let quantity = json["quantity"].flatMap(Quantity.init), let unit = json["unit"]?.string
        else { return nil }
        self.init(field: field, what: what, quantity: quantity, unit: unit, worth: json["worth"]?.integer)
    }

    public var json: JSON {
        let members: [JSON.Member] = [
            .init("field", field.json), .init("what", .string(what)), .init("quantity", quantity.json),
            .init("unit", .string(unit)),
        ]
        return .object(members + (worth.map { [.init("worth", .integer($0))] } ?? []))
    }
    public static var isStructured: Bool { true }

    /// "gravel 7.5 loads (construction), 12,000,000 rial"
    public func display(_ language: Language) -> String {
        let rial = Phrase(fa: "ریال", en: "rial")[language]
        let value = worth.map { "\(language == .persian ? "،" : ",") \(language.number($0)) \(rial)" } ?? ""
        return language.line([what, language.quantity(quantity), unit, "(\(field.phrase[language]))\(value)"])
    }
    public func cell(_ language: Language) -> Cell {
        let rial = Phrase(fa: "ریال", en: "rial")[language]
        let value = worth.map { "\(language == .persian ? "،" : ",") \($0) \(rial)" } ?? ""
        return .text(
            "\(what) \(latinDigits(language.quantity(quantity))) \(unit) (\(field.phrase[language]))\(value)")
    }
}

/// What a camp tells of one of its days. A correction is a report of its own; the first stays, with its author.
///
/// Its version goes on from the report that it corrects, so that whoever corrects what somebody else has corrected
/// meanwhile is told.
public struct DailyReport: Record {
    public var id = ""
    public var version = 1
    public var camp: String
    public var day: Day
    /// 1 for the first report of the day, one more with each correction.
    public var number: Int
    public var present: Int
    /// Of those present; both or neither, and together they are all of them.
    public var sisters: Int?
    public var brothers: Int?
    public var beneficiaries: Int
    public var work: [WorkLine]
    public var note: String?
    /// The account that sent it, and when.
    public var author: String
    public var at: Moment
    /// Whether the day's first report came later than 24 hours after it was due.
    public var late: Bool
    public var state: ReportState = .current

    public var key: String { "\(camp)/\(day.iso)/\(number)" }

    /// What this one says, in all else like another: the two differ in what people said.
    func told(as other: DailyReport) -> DailyReport {
        var report = other
        report.present = present
        report.sisters = sisters
        report.brothers = brothers
        report.beneficiaries = beneficiaries
        report.work = work
        report.note = note
        return report
    }

    public static let kind = RecordKind("report", Phrase(fa: "گزارش روزانه", en: "daily report"))
    public static let blank = DailyReport(
        camp: "", day: Day(number: 0), number: 1, present: 0, beneficiaries: 0, work: [], author: "",
        at: Moment(milliseconds: 0), late: false)

    public static let columns = ReportFields.columns
}

/// Who was there on a day of a camp.
public struct Attendance: Record {
    public var id = ""
    public var version = 1
    public var camp: String
    public var day: Day
    /// National IDs, each once.
    public var people: [String]

    public var key: String { "\(camp)/\(day.iso)" }

    public static let kind = RecordKind("attendance", Phrase(fa: "حضور و غیاب", en: "attendance"))
    public static let blank = Attendance(camp: "", day: Day(number: 0), people: [])

    public static let columns: [Column<Attendance>] = [
        Column("camp", \.camp, Camp.kind.phrase, identifies: true, refersTo: [Camp.kind], isOwner: true),
        Column("day", \.day, CampFields.day.phrase, identifies: true),
        Column("people", \.people, ReportFields.people.phrase, refersTo: [Person.kind], isPrivate: true),
    ]
}

/// The fields of reports and attendance.
public enum ReportFields {
    public static let camp = RecordField(\DailyReport.camp, CampFields.camp, [.identifies, .isOwner])
    public static let day = RecordField(\DailyReport.day, CampFields.day, [.identifies])
    public static let present = RecordField(
        \DailyReport.present, .integer("present", Phrase(fa: "حاضران", en: "present"), 0...100_000))
    public static let sisters = RecordField(
        \DailyReport.sisters, .integer("sisters", Phrase(fa: "خواهران", en: "sisters"), 0...100_000), [.isLater])
    public static let brothers = RecordField(
        \DailyReport.brothers, .integer("brothers", Phrase(fa: "برادران", en: "brothers"), 0...100_000), [.isLater])
    public static let beneficiaries = RecordField(
        \DailyReport.beneficiaries,
        .integer("beneficiaries", Phrase(fa: "بهره‌مندان", en: "beneficiaries"), 0...10_000_000))
    public static let work = RecordField(\DailyReport.work, .work("work", Phrase(fa: "کارها", en: "work")))
    public static let note = RecordField(
        \DailyReport.note, .text("note", Phrase(fa: "توضیحات", en: "note"), lines: true))

    static let columns = listed(
        camp, day, Column("number", \DailyReport.number, Phrase(fa: "شماره", en: "number")), present, sisters,
        brothers, beneficiaries, work, note,
        Column("author", \DailyReport.author, Phrase(fa: "گزارش‌دهنده", en: "author")),
        Column("at", \DailyReport.at, Phrase(fa: "زمان", en: "time")),
        Column("late", \DailyReport.late, Phrase(fa: "دیرکرد", en: "late")),
        Column("state", \DailyReport.state, Phrase(fa: "وضعیت", en: "state")))

    public static let people = Parameter<[NationalID]>.people("people", Phrase(fa: "اشخاص", en: "people"))
}

/// The fields of a line of work.
enum WorkParameters {
    static let field = Parameter<Field>.choice("field", Phrase(fa: "حوزه", en: "field"))
    static let what = Parameter<String>.text("what", Phrase(fa: "کار", en: "what"), limit: 200)
    static let quantity = Parameter<Quantity>.quantity(
        "quantity", Phrase(fa: "مقدار", en: "quantity"), 0...1_000_000_000)
    static let unit = Parameter<String>.text("unit", Phrase(fa: "یکا", en: "unit"), limit: 60)
    static let worth = Parameter<Int>.integer(
        "worth", Phrase(fa: "ارزش (ریال)", en: "worth (rial)"), 0...1_000_000_000_000_000)
    static let all = [field.required, what.required, quantity.required, unit.required, worth.clearable]
}

extension Parameter where Value == [WorkLine] {
    /// `[{"field":"medical","what":"ویزیت","quantity":85,"unit":"نفر"}]`
    static func work(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .rows(WorkParameters.all)) { (json) throws(Refusal) in
            var lines: [WorkLine] = []
            for item in json.list ?? [json] { lines.append(try read(item, name, phrase)) }
            return lines
        }
    }

    private static func read(_ item: JSON, _ name: String, _ phrase: Phrase) throws(Refusal) -> WorkLine {
        let names = WorkParameters.all.map(\.name)
        guard let members = item.members, members.allSatisfy({ names.contains($0.name) }) else {
            throw .unknown(
                name, phrase, value: item.plainText,
                accepted: Phrase(
                    fa: "حوزه، کار، مقدار و یکای هر کار، و اگر بخواهید ارزش آن",
                    en: "field, what, quantity and unit of each work, and worth if you like"))
        }
        func value<V>(_ parameter: Parameter<V>) throws(Refusal) -> V {
            if let json = item[parameter.name], json != .null, let value = try parameter.read(json) { return value }
            throw .missing(name, parameter.phrase)
        }
        var worth: Int?
        if let json = item["worth"] { worth = try WorkParameters.worth.value(json) }
        return WorkLine(
            field: try value(WorkParameters.field), what: try value(WorkParameters.what),
            quantity: try value(WorkParameters.quantity), unit: try value(WorkParameters.unit),
            worth: worth)
    }
}

extension Parameter where Value == [NationalID] {
    /// People who are recorded, each once.
    static func people(_ name: String, _ phrase: Phrase) -> Parameter {
        Parameter(name: name, phrase: phrase, kind: .records([Person.kind])) { (json) throws(Refusal) in
            let one = Parameter<NationalID>.person(name, phrase)
            var (people, known): ([NationalID], Set<NationalID>) = ([], [])
            for item in json.list ?? [json] {
                if item == .null { throw .missing(name, phrase) }
                if let person = try one.read(item), known.insert(person).inserted { people.append(person) }
            }
            return people
        }
    }
}
