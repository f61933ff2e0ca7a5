import Domain
import Persian
import Store

extension ImportedRow {
    /// For a record that a sheet cannot change: `same` when the row agrees with it, else a refusal.
    fileprivate func stays(
        _ record: some Record, named name: String, if isSame: Bool
    ) throws(RowError<Sheet.Column>) -> RowOutcome {
        if isSame { return .same }
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
    public static let optional: Set<Column> = [.previousCity]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .year: ["سال", "year"]
        case .number: ["شماره دوره", "number"]
        case .city: ["شهر میزبان", "شهر", "city"]
        case .venue: ["محل برگزاری", "محل", "venue"]
        case .from: ["از تاریخ", "از", "from"]
        case .to: ["تا تاریخ", "تا", "to"]
        case .previousCity: ["شهر دوره پیش", "previous city", "previousCity"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .year: ["سال کنگره"]
        case .number: ["دوره"]
        case .city: ["host city"]
        case .venue: []
        case .from: ["تاریخ آغاز", "تاریخ شروع", "آغاز", "شروع", "start"]
        case .to: ["تاریخ پایان", "پایان", "end"]
        case .previousCity: ["شهر دوره پیشین"]
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .year, .number: .number
        case .from, .to: .day
        case .city, .venue, .previousCity: .text
        }
    }

    private static let columns: [String: Column] = [
        "year": .year, "number": .number, "city": .city, "venue": .venue, "from": .from, "to": .to,
        "previousCity": .previousCity,
    ]

    public static func carryOut(_ row: ImportedRow<CongressesSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = row.fields([
            "year": .year, "number": .number, "city": .city, "venue": .venue, "from": .from, "to": .to,
            "previousCity": .previousCity,
        ])
        let given = try row.read(command, fields, columns: columns).given
        let year = given[CongressFields.year].map(String.init) ?? ""
        guard let known = try row.known(Congress.self, key: year) else {
            try row.send(command, fields, columns: columns)
            return .added
        }
        return try row.stays(
            known, named: known.city,
            if: given[CongressFields.number] == known.number
                && given[CongressFields.city]?.folded() == known.city.folded()
                && given[CongressFields.venue]?.folded() == known.venue.folded()
                && given[CongressFields.from] == known.from && given[CongressFields.to] == known.to)
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
    public static let optional: Set<Column> = [.turnaround]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .code: ["کد سالن", "code"]
        case .congress: ["کنگره", "سال کنگره", "congress"]
        case .name: ["نام سالن", "نام", "name"]
        case .seats: ["صندلی", "seats"]
        case .turnaround: ["فاصله نشست‌ها (دقیقه)", "فاصله", "turnaround (minutes)", "turnaround"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .code: ["شناسه سالن", "hall code"]
        case .congress: ["سال", "year"]
        case .name: ["سالن", "hall"]
        case .seats: ["تعداد صندلی", "صندلی‌ها", "ظرفیت", "capacity"]
        case .turnaround: ["فاصله نشست‌ها"]
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .code, .congress: .code
        case .seats, .turnaround: .number
        case .name: .text
        }
    }

    private static let columns: [String: Column] = [
        "code": .code, "congress": .congress, "name": .name, "seats": .seats, "turnaround": .turnaround,
    ]

    public static func carryOut(_ row: ImportedRow<HallsSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = row.fields([
            "code": .code, "congress": .congress, "name": .name, "seats": .seats, "turnaround": .turnaround,
        ])
        let given = try row.read(command, fields, columns: columns).given
        guard let code = given[HallFields.code], let known = try row.known(Hall.self, key: code) else {
            try row.send(command, fields, columns: columns)
            return .added
        }
        return try row.stays(
            known, named: known.name,
            if: given[HallFields.name]?.folded() == known.name.folded()
                && given[CongressFields.congress] == known.congress && given[HallFields.seats] == known.seats
                && given[HallFields.turnaround] ?? known.turnaround == known.turnaround)
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
    public static let optional: Set<Column> = [.speakers, .moderator, .state]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .code: ["کد نشست", "code"]
        case .congress: ["کنگره", "سال کنگره", "congress"]
        case .hall: ["سالن", "hall"]
        case .from: ["از تاریخ", "از", "from"]
        case .to: ["تا تاریخ", "تا", "to"]
        case .title: ["عنوان", "title"]
        case .kind: ["گونه", "kind"]
        case .speakers: ["سخنرانان", "speakers"]
        case .moderator: ["گرداننده", "moderator"]
        case .state: ["وضعیت", "state"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .code: ["شناسه نشست", "کد برنامه", "session code"]
        case .congress: ["سال", "year"]
        case .hall: ["کد سالن", "نام سالن"]
        case .from: ["تاریخ آغاز", "تاریخ شروع", "آغاز", "شروع", "start"]
        case .to: ["تاریخ پایان", "پایان", "end"]
        case .title: ["عنوان نشست", "عنوان برنامه", "نشست", "برنامه"]
        case .kind: ["نوع", "گونه نشست", "type"]
        case .speakers: ["سخنران", "speaker"]
        case .moderator: ["مجری"]
        case .state: []
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .code, .congress: .code
        case .from, .to: .time
        case .kind, .state: .word
        case .speakers: .list
        case .hall, .moderator: .text
        case .title: .prose
        }
    }

    private static let columns: [String: Column] = [
        "code": .code, "congress": .congress, "hall": .hall, "from": .from, "to": .to, "title": .title,
        "kind": .kind, "speakers": .speakers, "moderator": .moderator,
    ]

    public static func carryOut(_ row: ImportedRow<SessionsSheet>) throws(RowError<Column>) -> RowOutcome {
        var fields = row.fields([
            "code": .code, "congress": .congress, "from": .from, "to": .to, "title": .title, "kind": .kind,
        ])
        if let hall = try row.codeOrText(Hall.self, in: .hall) { fields.append(.init("hall", .string(hall))) }
        if row[.speakers] != nil { fields.append(.init("speakers", try row.people(in: .speakers).json)) }
        if let moderator = try row.person(in: .moderator) {
            fields.append(.init("moderator", .string(moderator)))
        }
        let given = try row.read(command, fields, columns: columns).given
        let isCancelled = row[.state].flatMap { SessionState(word: $0) } == .cancelled
        guard let code = given[SessionFields.code], let known = try row.known(CongressSession.self, key: code)
        else {
            // A cancelled session that the file does not know is not added.
            if isCancelled { return .same }
            try row.send(command, fields, columns: columns)
            return .added
        }
        return try change(known, given, isCancelled: isCancelled, row)
    }

    private static func change(
        _ known: CongressSession, _ given: Given, isCancelled: Bool, _ row: ImportedRow<SessionsSheet>
    ) throws(RowError<Column>) -> RowOutcome {
        let speakers = given[SessionFields.speakers].map { $0.map(\.digits) }
        _ = try row.stays(
            known, named: known.title,
            if: given[SessionFields.title]?.folded() == known.title.folded()
                && given[SessionFields.kind] == known.sort && speakers ?? known.speakers == known.speakers
                && given[SessionFields.moderator]?.digits ?? known.moderator == known.moderator)
        let code = [JSON.Member("code", .string(known.code))]
        if isCancelled {
            if known.state == .cancelled { return .same }
            try row.send(SessionCancel.self, code, columns: columns)
            return .changed
        }
        let isThere =
            given[SessionFields.hall] == known.hall && given[SessionFields.from] == known.from
            && given[SessionFields.to] == known.to
        if isThere { return .same }
        let hall = given[SessionFields.hall].map { [JSON.Member("hall", .string($0))] } ?? []
        try row.send(SessionMove.self, code + hall + row.fields(["from": .from, "to": .to]), columns: columns)
        return .changed
    }
}
