import Persian

/// A registered volunteer service group.
public struct Group: Body, Staged {
    public var id = ""
    public var version = 1
    public var code: String
    public var name: String
    public var kind: GroupKind
    /// One or more; exactly one when the group is specialised.
    public var fields: [Field]
    /// Codes of the council and the base it belongs to.
    public var council: String?
    public var base: String?
    public var county: String
    /// How many people it declares; not counted from its memberships.
    public var size: Int
    public var registeredOn: Day
    /// Its code in the national register, which no two groups share.
    public var atlasCode: String?
    public var note: String?
    public var state: GroupState = .registered

    public static let kind = RecordKind("group", Phrase(fa: "گروه جهادی", en: "group"))
    public static let series = CodeSeries(prefix: "Q-", digits: 4)
    public static let blank = Group(
        code: "", name: "", kind: .general, fields: [], county: "", size: 0, registeredOn: Day(number: 0))

    public static let columns = GroupFields.columns
}

/// The fields of groups, and what the commands about them share.
public enum GroupFields {
    public static let code = RecordField(\Group.code, .code("code", Phrase(fa: "شماره ثبت", en: "code")), [.identifies])
    public static let name = RecordField(\Group.name, .text("name", Phrase(fa: "نام گروه", en: "name"), limit: 200))
    public static let kind = RecordField(\Group.kind, .choice("kind", Phrase(fa: "نوع", en: "kind")))
    public static let fields = RecordField(\Group.fields, .choices("fields", Phrase(fa: "حوزه فعالیت", en: "fields")))
    public static let council = RecordField(\Group.council, .code("council", Council.kind.phrase, of: Council.kind))
    public static let base = RecordField(\Group.base, .code("base", Base.kind.phrase, of: Base.kind))
    public static let county = RecordField(
        \Group.county, .text("county", Phrase(fa: "شهرستان", en: "county"), limit: 100))
    public static let size = RecordField(
        \Group.size, .integer("size", Phrase(fa: "تعداد اعضا", en: "size"), 1...100_000))
    public static let registeredOn = RecordField(
        \Group.registeredOn, .day("registeredOn", Phrase(fa: "تاریخ ثبت", en: "registered on")))
    public static let atlasCode = RecordField(
        \Group.atlasCode, .code("atlasCode", Phrase(fa: "کد اطلس", en: "atlas code"), kind: .code), [.isLater])
    public static let note = RecordField(
        \Group.note, .text("note", Phrase(fa: "توضیحات", en: "note"), lines: true))

    static let columns = listed(
        code, name, kind, fields, council, base, county, size, registeredOn, atlasCode, note, Group.stateColumn)

    public static let head = Parameter<NationalID>.person("head", Phrase(fa: "مسئول", en: "head"))
    public static let mediaLiaison = Parameter<NationalID>.person(
        "mediaLiaison", Phrase(fa: "رابط رسانه", en: "media liaison"))
}

extension Group {
    /// Members, offices and needs are of groups that are not dissolved; a suspended one goes on having them.
    ///
    /// - Throws: `wrong-state`.
    func requireToGather() throws(DecideError) { try require([.registered, .suspended]) }

    /// A specialised group has exactly one field.
    static func check(_ kind: GroupKind, _ fields: [Field]) throws(Refusal) {
        guard kind == .specialised, fields.count != 1 else { return }
        throw .unknown(
            "fields", GroupFields.fields.phrase, value: fields.map(\.phrase).listed(),
            accepted: Phrase(
                fa: "یک حوزه برای گروه تخصصی، یا چند حوزه برای گروه عمومی",
                en: "exactly one field for a specialised group, or several for a general one"))
    }

    /// A group's folded name is its own inside its council, and it has the people whom it sends to service points.
    ///
    /// - Throws: `duplicate-name`, `duplicate-code` for the code of the national register, `overlap`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if let other = try registry.group(named: name.folded(), council: council), other.id != id,
            !moving.contains(other.id)
        {
            throw .refused(
                Refusal(
                    .duplicateName, field: "name",
                    Phrase(
                        fa:
                            "گروه \(other.code) نیز «\(other.name)» نام دارد؛ در یک شورا (یا بیرون از شوراها) هر نام یک بار می‌آید.",
                        en:
                            "The group \(other.code) is also named “\(other.name)”; inside one council (or outside all) a name stands once."
                    )))
        }
        if let atlasCode, let other = try registry.group(atlasCode: atlasCode), other.id != id,
            !moving.contains(other.id)
        {
            throw .refused(
                Refusal(
                    .duplicateCode, field: "atlasCode",
                    Phrase(
                        fa:
                            "کد \(atlasCode) اطلس ملی از آنِ گروه \(other.code) («\(other.name)») است؛ کد خود این گروه را بنویسید یا آن را خالی بگذارید.",
                        en:
                            "The national register code \(atlasCode) belongs to the group \(other.code) (“\(other.name)”); write this group's own, or leave it empty."
                    )))
        }
        try checkSizeForShifts(in: registry)
    }
}

extension Group: NeedBearer {
    static var needSubject: NeedSubject { .group }
    func requireForNeed() throws(DecideError) { try requireToGather() }
}
