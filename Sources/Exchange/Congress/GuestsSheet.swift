import Domain
import Persian
import Store

/// Who is to be invited to the congress: a row a guest.
///
/// Codes may be left out, as they mostly are in what provinces send: then a guest of the same name, category and rank
/// is the same guest, and any other gets the next free code. Without a year the newest edition is meant.
public enum GuestsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, name, title, category, rank, companions, congress, state, lastName
    }

    public static let name = "guests"
    public static let title = Phrase(fa: "مهمانان", en: "guests")
    public static let command: any Command.Type = GuestInvite.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]
    public static let familyNames = [Column.name: Column.lastName]

    public static let columns = SheetTable<Column>([
        .init(
            .code, GuestFields.code, also: ["کد دعوت", "guest"], near: ["شماره دعوت", "شناسه مهمان", "guest code"],
            isOptional: true),
        .init(
            .name, GuestFields.name, also: ["نام و نام خانوادگی", "first name", "given name"],
            near: ["نام مهمان", "نام کامل", "نام و فامیل", "full name", "guest name"]),
        .init(.title, GuestFields.title, also: ["عنوان"], near: ["مسئولیت", "position"], isOptional: true),
        .init(.category, GuestFields.category, near: ["دسته مهمان", "رده"]),
        .init(.rank, GuestFields.rank, also: ["رتبه"], near: ["اولویت"]),
        .init(
            .companions, GuestFields.companions, also: ["تعداد همراه"],
            near: ["تعداد همراهان", "شمار همراهان", "همراه", "تعداد نفرات همراه"], isOptional: true),
        .init(
            .congress, GuestFields.congress, headers: ["سال کنگره", "کنگره", "congress", "year"], near: ["دوره کنگره"],
            holds: .code, isOptional: true),
        .init(.state, .word, headers: ["وضعیت", "state"], isOptional: true),
        .init(
            .lastName, .text,
            headers: ["نام خانوادگی", "فامیلی", "فامیل", "نام فامیل", "شهرت", "last name", "family name", "surname"],
            isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<GuestsSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = try row.guestFields()
        let given = try row.read(GuestInvite.self, fields).given
        guard let known = try row.known(given) else {
            try row.send(GuestInvite.self, fields)
            return .added
        }
        if GuestInvite.differences(given, from: known).isEmpty { return .same }
        throw .refused(
            .duplicateCode(
                known.code, of: Guest.kind.phrase, name: known.name, next: try row.freeCode(for: Guest.self)),
            column: .code)
    }
}

extension ImportedRow<GuestsSheet> {
    fileprivate func guestFields() throws(RowError<GuestsSheet.Column>) -> [JSON.Member] {
        let newest =
            self[.congress] == nil ? try reading { () throws(DecideError) in try session.newestCongress()?.year } : nil
        return fields(.code, .name, .title, .category, .rank, .companions, .congress)
            + (newest.map { [.init("congress", .string($0))] } ?? [])
    }

    /// The guest that the row means, if he or she is invited already.
    fileprivate func known(_ given: Arguments) throws(RowError<GuestsSheet.Column>) -> Guest? {
        try reading { () throws(DecideError) in
            if let code = given[GuestFields.code] { return try session.registry.find(Guest.self, key: code) }
            return try session.guest(like: Guest(given))
        }
    }
}

extension Guest {
    /// The guest as a row describes him or her.
    fileprivate init(_ given: Arguments) throws(DecideError) {
        self = .blank
        congress = try given.require(CongressFields.congress)
        name = try given.require(GuestFields.name)
        category = try given.require(GuestFields.category)
        rank = try given.require(GuestFields.rank)
    }
}
