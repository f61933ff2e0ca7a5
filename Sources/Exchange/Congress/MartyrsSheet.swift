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
    public static let familyNames = [Column.name: Column.lastName]

    public static let columns = SheetTable<Column>([
        .init(.code, MartyrFields.code, near: ["شناسه شهید", "martyr code"], isOptional: true),
        .init(
            .person, MartyrFields.person, also: ["کد ملی", "nationalID"],
            near: ["شماره ملی", "national id", "national code"], isOptional: true),
        .init(
            .name, MartyrFields.name, also: ["نام و نام خانوادگی", "first name", "given name"],
            near: ["نام شهید", "نام کامل", "نام و فامیل", "full name"], isOptional: true),
        .init(.diedOn, MartyrFields.diedOn, near: ["روز شهادت"]),
        .init(.place, MartyrFields.place),
        .init(
            .group, MartyrFields.group, also: ["گروه"], near: ["شماره ثبت گروه", "نام گروه", "کد گروه", "group code"],
            isOptional: true),
        .init(.incident, MartyrFields.incident, near: ["کد حادثه"], holds: .code, isOptional: true),
        .init(.biography, MartyrFields.biography, near: ["زندگینامه", "شرح حال"], isOptional: true),
        .init(.verifiedBy, .text, headers: ["تأییدکنندگان", "verified by", "verifiedBy"], isOptional: true),
        .init(.state, .word, headers: ["وضعیت", "state"], isOptional: true),
        .init(
            .lastName, .text,
            headers: ["نام خانوادگی", "فامیلی", "فامیل", "نام فامیل", "شهرت", "last name", "family name", "surname"],
            isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<MartyrsSheet>) throws(RowError<Column>) -> RowOutcome {
        // The name of a recorded person is filled in.
        var fields =
            row.fields(.code, .diedOn, .place, .incident)
            + (row[.person] == nil ? row.fields(.name) : [])
        if let person = try row.person(in: .person) { fields.append(.init("person", .string(person))) }
        fields += try row.groupField
        let given = try row.read(MartyrPropose.self, fields).given
        guard let known = try row.known(given) else {
            try row.send(MartyrPropose.self, fields)
            if row[.biography] != nil { try document(try row.entry(given), row) }
            return .added
        }
        let differing = MartyrPropose.differences(given, from: known).subtracting(["incident"])
        let isToldSame = row[.biography].map { $0.folded() == known.biography?.folded() } ?? true
        if differing.isEmpty, isToldSame { return .same }
        // Only of the same one are its other cells news.
        guard differing.isDisjoint(with: ["person", "name"]), row[.biography] != nil else {
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
            + row.fields(.diedOn, .place, .biography) + (try row.groupField)
        try row.send(MartyrDocument.self, fields)
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
    fileprivate func known(_ given: Arguments) throws(RowError<MartyrsSheet.Column>) -> Martyr? {
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
    fileprivate func entry(_ given: Arguments) throws(RowError<MartyrsSheet.Column>) -> Martyr {
        guard let martyr = try known(given) else {
            throw .refused(.notFound(Martyr.kind, given[MartyrFields.name] ?? "", field: "name"), column: .name)
        }
        return martyr
    }
}
