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
    public static let optional: Set<Column> = [.code, .title, .companions, .congress, .state, .lastName]
    public static let familyNames = [Column.name: Column.lastName]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .code: ["کد مهمان", "کد دعوت", "code", "guest"]
        case .name: ["نام", "نام و نام خانوادگی", "name", "first name", "given name"]
        case .lastName: ["نام خانوادگی", "فامیلی", "فامیل", "نام فامیل", "شهرت", "last name", "family name", "surname"]
        case .title: ["سمت", "عنوان", "title"]
        case .category: ["دسته", "category"]
        case .rank: ["رتبه تشریفات", "رتبه", "rank"]
        case .companions: ["همراهان", "تعداد همراه", "companions"]
        case .congress: ["سال کنگره", "کنگره", "congress", "year"]
        case .state: ["وضعیت", "state"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .code: ["شماره دعوت", "شناسه مهمان", "guest code"]
        case .name: ["نام مهمان", "نام کامل", "نام و فامیل", "full name", "guest name"]
        case .lastName: []
        case .title: ["مسئولیت", "position"]
        case .category: ["دسته مهمان", "رده"]
        case .rank: ["اولویت"]
        case .companions: ["تعداد همراهان", "شمار همراهان", "همراه", "تعداد نفرات همراه"]
        case .congress: ["دوره کنگره"]
        case .state: []
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .code, .congress: .code
        case .category, .state: .word
        case .rank, .companions: .number
        case .name, .lastName, .title: .text
        }
    }

    private static let fieldColumns: [String: Column] = [
        "code": .code, "name": .name, "title": .title, "category": .category, "rank": .rank,
        "companions": .companions, "congress": .congress,
    ]

    public static func carryOut(_ row: ImportedRow<GuestsSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = try row.guestFields()
        let given = try row.read(GuestInvite.self, fields, columns: fieldColumns).given
        guard let known = try row.known(given) else {
            try row.send(GuestInvite.self, fields, columns: fieldColumns)
            return .added
        }
        if known.isSaid(by: given) { return .same }
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
        let cells: [(String, String?)] = [
            ("code", self[.code]), ("name", self[.name]), ("title", self[.title]), ("category", self[.category]),
            ("rank", self[.rank]), ("companions", self[.companions]), ("congress", self[.congress] ?? newest),
        ]
        return cells.compactMap { name, value in value.map { .init(name, .string($0)) } }
    }

    /// The guest that the row means, if he or she is invited already.
    fileprivate func known(_ given: Given) throws(RowError<GuestsSheet.Column>) -> Guest? {
        try reading { () throws(DecideError) in
            if let code = given[GuestFields.code] { return try session.registry.find(Guest.self, key: code) }
            return try session.guest(like: Guest(given))
        }
    }
}

extension Guest {
    /// The guest as a row describes him or her.
    fileprivate init(_ given: Given) throws(DecideError) {
        self = .blank
        congress = try given.require(CongressFields.congress)
        name = try given.require(GuestFields.name)
        category = try given.require(GuestFields.category)
        rank = try given.require(GuestFields.rank)
    }

    /// Whether a row says nothing new after folding.
    fileprivate func isSaid(by given: Given) -> Bool {
        given[GuestFields.name]?.folded() == name.folded()
            && given[GuestFields.title].map { $0.folded() == title?.folded() } ?? true
            && given[GuestFields.category] == category && given[GuestFields.rank] == rank
            && given[GuestFields.companions] ?? companions == companions
            && given[CongressFields.congress] == congress
    }
}
