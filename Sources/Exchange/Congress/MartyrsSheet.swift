import Domain
import Persian
import Store

/// The roll of honour: a row an entry. A row with a biography is documented too; verifying and publishing is the work of
/// people, never of a sheet.
///
/// Codes may be left out: then the same person, or the same name and day, is the same entry.
public enum MartyrsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, person, name, diedOn, place, group, incident, biography, verifiedBy, state, lastName
    }

    public static let name = "martyrs"
    public static let title = Phrase(fa: "شهدا", en: "martyrs")
    public static let command: any Command.Type = MartyrPropose.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]
    public static let optional: Set<Column> = [
        .code, .person, .name, .group, .incident, .biography, .verifiedBy, .state, .lastName,
    ]
    public static let familyNames = [Column.name: Column.lastName]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .code: ["کد شهید", "code"]
        case .person: ["شخص", "کد ملی", "person", "nationalID"]
        case .name: ["نام", "نام و نام خانوادگی", "name", "first name", "given name"]
        case .lastName: ["نام خانوادگی", "فامیلی", "فامیل", "نام فامیل", "شهرت", "last name", "family name", "surname"]
        case .diedOn: ["تاریخ شهادت", "died on", "diedOn"]
        case .place: ["محل شهادت", "place"]
        case .group: ["گروه جهادی", "گروه", "group"]
        case .incident: ["حادثه", "incident"]
        case .biography: ["زندگی‌نامه", "biography"]
        case .verifiedBy: ["تأییدکنندگان", "verified by", "verifiedBy"]
        case .state: ["وضعیت", "state"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .code: ["شناسه شهید", "martyr code"]
        case .person: ["شماره ملی", "national id", "national code"]
        case .name: ["نام شهید", "نام کامل", "نام و فامیل", "full name"]
        case .lastName: []
        case .diedOn: ["روز شهادت"]
        case .place: []
        case .group: ["شماره ثبت گروه", "نام گروه", "کد گروه", "group code"]
        case .incident: ["کد حادثه"]
        case .biography: ["زندگینامه", "شرح حال"]
        case .verifiedBy: []
        case .state: []
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .code, .incident: .code
        case .diedOn: .day
        case .state: .word
        case .person, .name, .lastName, .place, .group, .verifiedBy: .text
        case .biography: .prose
        }
    }

    private static let fieldColumns: [String: Column] = [
        "code": .code, "person": .person, "name": .name, "diedOn": .diedOn, "place": .place, "group": .group,
        "incident": .incident, "biography": .biography,
    ]

    public static func carryOut(_ row: ImportedRow<MartyrsSheet>) throws(RowError<Column>) -> RowOutcome {
        // The name of a recorded person is filled in.
        var fields =
            row.fields(["code": .code, "diedOn": .diedOn, "place": .place, "incident": .incident])
            + (row[.person] == nil ? row.fields(["name": .name]) : [])
        if let person = try row.person(in: .person) { fields.append(.init("person", .string(person))) }
        fields += try row.groupField
        let given = try row.read(MartyrPropose.self, fields, columns: fieldColumns).given
        guard let known = try row.known(given) else {
            try row.send(MartyrPropose.self, fields, columns: fieldColumns)
            if row[.biography] != nil { try document(try row.entry(given), row) }
            return .added
        }
        if known.isSaid(by: given, biography: row[.biography]) { return .same }
        guard known.isOf(given), row[.biography] != nil else {
            throw .refused(
                .duplicateCode(
                    known.code, of: Martyr.kind.phrase, name: known.name, next: try row.freeCode(for: Martyr.self)),
                column: .code)
        }
        try document(known, row)
        return .changed
    }

    private static func document(
        _ martyr: Martyr, _ row: ImportedRow<MartyrsSheet>
    ) throws(RowError<Column>) {
        let fields =
            [JSON.Member("code", .string(martyr.code))]
            + row.fields(["diedOn": .diedOn, "place": .place, "biography": .biography]) + (try row.groupField)
        try row.send(MartyrDocument.self, fields, columns: fieldColumns)
    }
}

extension ImportedRow<MartyrsSheet> {
    /// The group of the row, by its code.
    fileprivate var groupField: [JSON.Member] {
        get throws(RowError<MartyrsSheet.Column>) {
            try reference(Group.self, in: .group).map { [.init("group", .string($0.code))] } ?? []
        }
    }

    /// The entry that the row means, if it is there.
    fileprivate func known(_ given: Given) throws(RowError<MartyrsSheet.Column>) -> Martyr? {
        try reading { () throws(DecideError) in
            if let code = given[MartyrFields.code] { return try session.registry.find(Martyr.self, key: code) }
            var martyr = Martyr.blank
            martyr.person = given[MartyrFields.person]?.digits
            martyr.name = given[MartyrFields.name] ?? ""
            martyr.diedOn = try given.require(MartyrFields.diedOn)
            return try session.martyr(like: martyr)
        }
    }

    /// The entry that the row has just proposed.
    fileprivate func entry(_ given: Given) throws(RowError<MartyrsSheet.Column>) -> Martyr {
        guard let martyr = try known(given) else {
            throw .refused(.notFound(Martyr.kind, given[MartyrFields.name] ?? "", field: "name"), column: .name)
        }
        return martyr
    }
}

extension Martyr {
    /// Whether the row is about the same person at all; only then its other cells amend the entry.
    fileprivate func isOf(_ given: Given) -> Bool {
        guard let person = given[MartyrFields.person] else {
            return given[MartyrFields.name]?.folded() == name.folded()
        }
        return person.digits == self.person
    }

    fileprivate func isSaid(by given: Given, biography said: String?) -> Bool {
        isOf(given) && given[MartyrFields.diedOn] == diedOn
            && given[MartyrFields.place]?.folded() == place.folded()
            && given[MartyrFields.group] ?? group == group
            && said.map { $0.folded() == biography?.folded() } ?? true
    }
}
