import Domain
import Persian
import Store

extension ImportedRow {
    /// For a record that a sheet cannot change: `same` when the row agrees with it, else a refusal.
    fileprivate func stays(
        _ record: some Record, named name: String, unless differing: Set<String>
    ) throws(RowError<Sheet.Column>) -> RowOutcome {
        if differing.isEmpty { return .same }
        let kind = type(of: record).kind.phrase
        throw .refused(
            Refusal(
                .duplicateCode, field: "code",
                Phrase(
                    fa: "\(kind) \(record.key) («\(name)») از پیش هست و با این ردیف یکی نیست؛ کد دیگری بنویسید.",
                    en:
                        "The \(kind) \(record.key) (“\(name)”) is there and differs from this row; write another code."
                )), column: Sheet.codeColumn)
    }
}

/// Editions of the congress: a row an edition.
public enum CongressesSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case year, number, city, venue, from, to, previousCity }

    public static let name = "congresses"
    public static let title = Phrase(fa: "کنگره‌ها", en: "congresses")
    public static let command: any Command.Type = CongressOpen.self
    public static let codeColumn = Column.year
    public static let nameColumns = [Column.city]

    public static let columns = SheetTable<Column>([
        .init(.year, CongressFields.year, near: ["سال کنگره"]),
        .init(.number, CongressFields.number, near: ["دوره"]),
        .init(.city, CongressFields.city, headers: ["شهر میزبان", "شهر", "city"], near: ["host city"]),
        .init(.venue, CongressFields.venue, also: ["محل"]),
        .init(.from, CongressFields.from, also: ["از"], near: ["تاریخ آغاز", "تاریخ شروع", "آغاز", "شروع", "start"]),
        .init(.to, CongressFields.to, also: ["تا"], near: ["تاریخ پایان", "پایان", "end"]),
        .init(.previousCity, CongressFields.previousCity, near: ["شهر دوره پیشین"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<CongressesSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = row.fields(.year, .number, .city, .venue, .from, .to, .previousCity)
        let given = try row.read(command, fields).given
        let year = given[CongressFields.year].map(String.init) ?? ""
        guard let known = try row.known(Congress.self, key: year) else {
            try row.send(command, fields)
            return .added
        }
        let differing = CongressOpen.differences(given, from: known).subtracting(["previousCity"])
        return try row.stays(known, named: known.city, unless: differing)
    }
}

/// Halls: a row a hall.
public enum HallsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case code, congress, name, seats, turnaround }

    public static let name = "halls"
    public static let title = Phrase(fa: "سالن‌ها", en: "halls")
    public static let command: any Command.Type = HallAdd.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]

    public static let columns = SheetTable<Column>([
        .init(.code, HallFields.code, near: ["شناسه سالن", "hall code"]),
        .init(.congress, HallFields.congress, also: ["سال کنگره"], near: ["سال", "year"], holds: .code),
        .init(.name, HallFields.name, also: ["نام"], near: ["سالن", "hall"]),
        .init(.seats, HallFields.seats, near: ["تعداد صندلی", "صندلی‌ها", "ظرفیت", "capacity"]),
        .init(.turnaround, HallFields.turnaround, also: ["فاصله"], near: ["فاصله نشست‌ها"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<HallsSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = row.fields(.code, .congress, .name, .seats, .turnaround)
        let given = try row.read(command, fields).given
        guard let code = given[HallFields.code], let known = try row.known(Hall.self, key: code) else {
            try row.send(command, fields)
            return .added
        }
        return try row.stays(known, named: known.name, unless: HallAdd.differences(given, from: known))
    }
}

/// The programme: a row a session. Another time or hall moves a session that is there, the state cancels it.
public enum SessionsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, congress, hall, from, to, title, kind, speakers, moderator, state
    }

    public static let name = "sessions"
    public static let title = Phrase(fa: "نشست‌ها", en: "sessions")
    public static let command: any Command.Type = SessionSchedule.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.title]

    public static let columns = SheetTable<Column>([
        .init(.code, SessionFields.code, near: ["شناسه نشست", "کد برنامه", "session code"]),
        .init(.congress, SessionFields.congress, also: ["سال کنگره"], near: ["سال", "year"], holds: .code),
        .init(.hall, SessionFields.hall, near: ["کد سالن", "نام سالن"]),
        .init(
            .from, SessionFields.from, headers: ["از تاریخ", "از", "from"],
            near: ["تاریخ آغاز", "تاریخ شروع", "آغاز", "شروع", "start"]),
        .init(.to, SessionFields.to, headers: ["تا تاریخ", "تا", "to"], near: ["تاریخ پایان", "پایان", "end"]),
        .init(.title, SessionFields.title, near: ["عنوان نشست", "عنوان برنامه", "نشست", "برنامه"], holds: .prose),
        .init(.kind, SessionFields.kind, near: ["نوع", "گونه نشست", "type"]),
        .init(.speakers, SessionFields.speakers, near: ["سخنران", "speaker"], isOptional: true),
        .init(.moderator, SessionFields.moderator, near: ["مجری"], isOptional: true),
        .init(.state, .word, headers: ["وضعیت", "state"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<SessionsSheet>) throws(RowError<Column>) -> RowOutcome {
        var fields = row.fields(.code, .congress, .from, .to, .title, .kind)
        if let hall = try row.codeOrText(Hall.self, in: .hall) { fields.append(.init("hall", .string(hall))) }
        if row[.speakers] != nil { fields.append(.init("speakers", try row.people(in: .speakers).json)) }
        if let moderator = try row.person(in: .moderator) {
            fields.append(.init("moderator", .string(moderator)))
        }
        let given = try row.read(command, fields).given
        let isCancelled = row[.state].flatMap { SessionState(word: $0) } == .cancelled
        guard let code = given[SessionFields.code], let known = try row.known(CongressSession.self, key: code)
        else {
            // A cancelled session that the file does not know is not added.
            if isCancelled { return .same }
            try row.send(command, fields)
            return .added
        }
        return try change(known, given, isCancelled: isCancelled, row)
    }

    private static func change(
        _ known: CongressSession, _ given: Arguments, isCancelled: Bool, _ row: ImportedRow<SessionsSheet>
    ) throws(RowError<Column>) -> RowOutcome {
        let differing = SessionSchedule.differences(given, from: known)
        _ = try row.stays(
            known, named: known.title, unless: differing.intersection(["title", "kind", "speakers", "moderator"]))
        let code = [JSON.Member("code", .string(known.code))]
        if isCancelled {
            if known.state == .cancelled { return .same }
            try row.send(SessionCancel.self, code)
            return .changed
        }
        if differing.isDisjoint(with: ["hall", "from", "to"]) { return .same }
        let hall = given[SessionFields.hall].map { [JSON.Member("hall", .string($0))] } ?? []
        try row.send(SessionMove.self, code + hall + row.fields(.from, .to))
        return .changed
    }
}
