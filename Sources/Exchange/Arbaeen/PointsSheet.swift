import Domain
import Persian
import Store

extension ImportedRow {
    /// The fields of a command that the row's cells fill.
    func fields(_ cells: KeyValuePairs<String, Sheet.Column>) -> [JSON.Member] {
        cells.compactMap { name, column in self[column].map { .init(name, .string($0)) } }
    }

    /// The record of a key that stands in a cell.
    func known<R: Record>(_ type: R.Type, key: String) throws(RowError<Sheet.Column>) -> R? {
        try reading { () throws(DecideError) in try session.registry.find(type, key: key) }
    }

    /// Words with numbers of one cell, as a field of rows.
    func numberedRows(_ name: String, _ column: Sheet.Column) -> [JSON.Member] {
        self[column].map { [.init(name, Exchange.numberedRows($0).json)] } ?? []
    }

    /// A code of the sheet as the file keeps it.
    func code(_ column: Sheet.Column) -> String? { self[column].map { normalisedCode($0) ?? $0 } }
}

/// What countries announced of the lunar months: a row an announcement.
public enum SeasonsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case year, country, month, startsOn, status }

    public static let name = "seasons"
    public static let title = Phrase(fa: "موسم‌ها", en: "seasons")
    public static let command: any Command.Type = SeasonAnnounce.self
    public static let codeColumn = Column.year
    public static let nameColumns = [Column.month, .country]
    public static let optional: Set<Column> = []

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .year: ["سال قمری", "year", "lunar year"]
        case .country: ["کشور", "country"]
        case .month: ["ماه قمری", "ماه", "month"]
        case .startsOn: ["اول ماه", "startsOn", "starts on"]
        case .status: ["اعتبار", "status"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .year: ["سال", "موسم اربعین"]
        case .country: []
        case .month: []
        case .startsOn: ["روز اول ماه", "تاریخ اول ماه"]
        case .status: ["وضعیت اعلام"]
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .year: .number
        case .startsOn: .day
        case .country, .month, .status: .word
        }
    }

    private static let columns: [String: Column] = [
        "year": .year, "country": .country, "month": .month, "startsOn": .startsOn, "status": .status,
    ]

    public static func carryOut(_ row: ImportedRow<SeasonsSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = row.fields([
            "year": .year, "country": .country, "month": .month, "startsOn": .startsOn, "status": .status,
        ])
        let given = try row.read(command, fields, columns: columns).given
        guard let year = given[SeasonFields.year], let month = given[SeasonFields.month],
            let country = given[SeasonFields.country]
        else { return .same }
        let known = try row.known(Season.self, key: String(year))?.announcement(month, in: country)
        if let known, known.startsOn == given[SeasonFields.startsOn], known.status == given[SeasonFields.status] {
            return .same
        }
        try row.send(command, fields, columns: columns)
        return known == nil ? .added : .changed
    }
}

/// Service points with their permits: a row a point.
public enum PointsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, name, kind, country, pole, services, season, permit, validUntil
    }

    public static let name = "points"
    public static let title = Phrase(fa: "نقاط خدمت‌رسانی", en: "service points")
    public static let command: any Command.Type = PointPlan.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]
    public static let optional: Set<Column> = [.pole, .permit, .validUntil]

    public static func headers(of column: Column) -> [String] {
        switch column {
        case .code: ["کد نقطه", "کد", "code", "point"]
        case .name: ["نام نقطه", "نام موکب", "نام", "name"]
        case .kind: ["نوع نقطه", "نوع", "kind"]
        case .country: ["کشور", "country"]
        case .pole: ["شماره عمود", "عمود", "pole"]
        case .services: ["خدمات", "services"]
        case .season: ["موسم اربعین", "سال قمری", "season"]
        case .permit: ["شماره مجوز", "مجوز", "permit"]
        case .validUntil: ["اعتبار مجوز تا", "valid until", "validUntil"]
        }
    }

    public static func nearHeaders(of column: Column) -> [String] {
        switch column {
        case .code: ["کد موکب", "شناسه نقطه", "point code"]
        case .name: ["موکب", "نقطه خدمت‌رسانی"]
        case .kind: ["type"]
        case .country: []
        case .pole: []
        case .services: ["خدمت‌ها", "service"]
        case .season: ["موسم", "lunar year"]
        case .permit: []
        case .validUntil: ["اعتبار مجوز"]
        }
    }

    public static func kind(of column: Column) -> CellKind {
        switch column {
        case .code: .code
        case .kind, .country: .word
        case .pole, .season: .number
        case .services: .list
        case .validUntil: .day
        case .name, .permit: .text
        }
    }

    private static let columns: [String: Column] = [
        "code": .code, "name": .name, "kind": .kind, "country": .country, "pole": .pole, "services": .services,
        "season": .season, "permit": .permit, "validUntil": .validUntil,
    ]

    public static func carryOut(_ row: ImportedRow<PointsSheet>) throws(RowError<Column>) -> RowOutcome {
        guard let code = row.code(.code) else {
            throw .refused(.missing("code", PointFields.code.phrase), column: .code)
        }
        let known = try row.known(ServicePoint.self, key: code)
        guard let known else {
            try row.send(
                PointPlan.self,
                row.fields([
                    "code": .code, "name": .name, "kind": .kind, "country": .country, "pole": .pole,
                    "season": .season,
                ]) + row.numberedRows("services", .services), columns: columns)
            _ = try license(row, code, beside: nil)
            return .added
        }
        let isAmended = try amend(row, known)
        let isLicensed = try license(row, code, beside: known)
        return isAmended || isLicensed ? .changed : .same
    }

    private static func amend(
        _ row: ImportedRow<PointsSheet>, _ known: ServicePoint
    ) throws(RowError<Column>) -> Bool {
        let fields =
            row.fields(["name": .name, "kind": .kind, "pole": .pole]) + row.numberedRows("services", .services)
        let given = try row.read(PointAmend.self, [.init("code", .string(known.code))] + fields, columns: columns).given
        let same = [
            "name": given[PointFields.name].map { $0.folded() == known.name.folded() } ?? true,
            "kind": given[PointFields.kind] ?? known.kind == known.kind,
            "pole": given[PointFields.pole] ?? known.pole == known.pole,
            "services": Set(given[PointFields.services] ?? known.services) == Set(known.services),
        ]
        let differing = fields.filter { same[$0.name] == false }
        if differing.isEmpty { return false }
        try row.send(PointAmend.self, [.init("code", .string(known.code))] + differing, columns: columns)
        return true
    }

    /// Records the permit that the row brings, unless the point has it.
    private static func license(
        _ row: ImportedRow<PointsSheet>, _ code: String, beside known: ServicePoint?
    ) throws(RowError<Column>) -> Bool {
        guard row[.permit] != nil || row[.validUntil] != nil else { return false }
        let fields = [.init("code", .string(code))] + row.fields(["permit": .permit, "validUntil": .validUntil])
        let given = try row.read(PointLicense.self, fields, columns: columns).given
        // Sheets are written in Latin digits, whatever stands in the file.
        let isSame =
            given[PointFields.permit]?.folded() == known?.permit?.folded()
            && given[PointFields.validUntil] == known?.validUntil
        if isSame { return false }
        try row.send(PointLicense.self, fields, columns: columns)
        return true
    }
}
