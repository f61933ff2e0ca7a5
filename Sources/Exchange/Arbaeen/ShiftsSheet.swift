import Domain
import Persian
import Store

/// Shifts with the groups that come: a row a shift. Hours are those of the point's own clocks.
///
/// Codes may be left out: then a shift of the same point, hours and roles is the same shift, and any other gets the next
/// free code.
public enum ShiftsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case code, point, from, to, roles, groups }

    public static let name = "shifts"
    public static let title = Phrase(fa: "شیفت‌ها", en: "shifts")
    public static let command: any Command.Type = ShiftPlan.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.point, .from]

    public static let columns = SheetTable<Column>([
        .init(.code, ShiftFields.code, near: ["شماره شیفت", "شناسه شیفت", "shift", "shift code"], isOptional: true),
        .init(
            .point, ShiftFields.point, headers: ["نقطه خدمت‌رسانی", "نقطه", "موکب", "point"],
            near: ["کد نقطه", "کد موکب", "نام موکب", "نام نقطه", "point code"]),
        .init(
            .from, ShiftFields.from, headers: ["از تاریخ", "از", "from"],
            near: ["تاریخ آغاز", "تاریخ شروع", "آغاز", "شروع", "start"]),
        .init(.to, ShiftFields.to, headers: ["تا تاریخ", "تا", "to"], near: ["تاریخ پایان", "پایان", "end"]),
        .init(.roles, ShiftFields.roles, near: ["نقش", "نیروی لازم", "role"]),
        .init(
            .groups, .list, headers: ["گروه‌ها و نفرات", "گروه‌ها", "groups"],
            near: ["گروه", "گروه جهادی", "groups and headcounts"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<ShiftsSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields =
            row.fields(.code, .from, .to) + (try row.pointField(.point))
            + row.numberedRows(.roles)
        let given = try row.read(ShiftPlan.self, fields).given
        let groups = try row.headcounts(in: .groups)
        if let known = try known(given, row) {
            try check(known, given, row)
            return try assign(groups, to: known, row) ? .changed : .same
        }
        let entry = try row.send(ShiftPlan.self, fields)
        let shift = entry.changes.lazy.compactMap { $0.after as? Shift }.first
        if let shift { _ = try assign(groups, to: shift, row) }
        return .added
    }

    /// The shift of the row's code; without one the first that is the same in all that the row says of it.
    private static func known(
        _ given: Arguments, _ row: ImportedRow<ShiftsSheet>
    ) throws(RowError<Column>) -> Shift? {
        if let code = row.code(.code) { return try row.known(Shift.self, key: code) }
        guard let code = given[PointFields.point], let point = try row.known(ServicePoint.self, key: code),
            let from = given[ShiftFields.from]?.moment(in: point.zone),
            let to = given[ShiftFields.to]?.moment(in: point.zone), from < to
        else { return nil }
        let there = try row.reading { () throws(DecideError) in
            try row.session.registry.shifts(at: point.code, during: from..<to)
        }
        return there.first { isSame($0, given, at: point) }
    }

    private static func isSame(_ known: Shift, _ given: Arguments, at point: ServicePoint?) -> Bool {
        let zone = point?.zone ?? .tehran
        return given[PointFields.point] == known.point
            && given[ShiftFields.from]?.moment(in: zone) == known.from.moment
            && given[ShiftFields.to]?.moment(in: zone) == known.to.moment
            && Set(given[ShiftFields.roles] ?? []) == Set(known.roles)
    }

    /// A sheet cannot change hours and roles of a shift that exists: other values are refused, not ignored.
    private static func check(
        _ known: Shift, _ given: Arguments, _ row: ImportedRow<ShiftsSheet>
    ) throws(RowError<Column>) {
        let point = try row.known(ServicePoint.self, key: known.point)
        if isSame(known, given, at: point) { return }
        throw .refused(
            Refusal(
                .duplicateCode, field: "code",
                Phrase(
                    fa:
                        "شیفت \(known.code) در نقطه \(known.point) \(known.hours(.persian)) است؛ ساعت و نقش آن عوض نمی‌شود: آن را لغو کنید و با کد دیگری بیاورید.",
                    en:
                        "The shift \(known.code) is at the point \(known.point), \(known.hours(.english)); its hours and roles stay: cancel it and bring another under a code of its own."
                )), column: .code)
    }

    /// Sends the groups that the row names; the others stay.
    private static func assign(
        _ groups: [CampGroup], to shift: Shift, _ row: ImportedRow<ShiftsSheet>
    ) throws(RowError<Column>) -> Bool {
        let changed = groups.filter { !shift.groups.contains($0) }
        for part in changed {
            try row.send(
                ShiftAssign.self,
                [
                    .init("shift", .string(shift.code)), .init("group", .string(part.group)),
                    .init("headcount", .integer(part.headcount)),
                ], columns: ["shift": .code, "group": .groups, "headcount": .groups])
        }
        return !changed.isEmpty
    }
}

extension ImportedRow {
    /// The point that a row names by its code or its name, as a field; the text itself when there is none.
    fileprivate func pointField(_ column: Sheet.Column) throws(RowError<Sheet.Column>) -> [JSON.Member] {
        guard let code = try codeOrText(ServicePoint.self, in: column) else { return [] }
        return [.init("point", .string(code))]
    }
}

extension ImportedRow<SuppliesSheet> {
    /// Receives an item that is new to the point. A quantity of zero cannot be received, so for an empty stock one is
    /// received and then none counted.
    fileprivate func receive(
        _ fields: [JSON.Member]
    ) throws(RowError<SuppliesSheet.Column>) {
        let unit = self.fields(.unit)
        guard self[.stock].flatMap(parseInteger) == 0 else {
            try send(SupplyReceive.self, fields + unit)
            return
        }
        let first = fields.filter { $0.name != "quantity" && $0.name != "reorderLevel" }
        try send(SupplyReceive.self, first + unit + [.init("quantity", .integer(1))])
        try send(SupplyCount.self, fields)
    }
}

/// The stock of each point: a row an item.
public enum SuppliesSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case point, item, unit, stock, reorderLevel }

    public static let name = "supplies"
    public static let title = Phrase(fa: "اقلام نقاط", en: "supplies of points")
    public static let command: any Command.Type = SupplyReceive.self
    public static let codeColumn = Column.point
    public static let nameColumns = [Column.item]

    public static let columns = SheetTable<Column>([
        .init(
            .point, SupplyFields.point, headers: ["نقطه خدمت‌رسانی", "نقطه", "موکب", "point"],
            near: ["کد نقطه", "کد موکب", "نام موکب", "نام نقطه", "point code"]),
        .init(.item, SupplyFields.item, also: ["کالا"], near: ["نام کالا", "اقلام", "نام قلم"]),
        .init(.unit, SupplyFields.unit, also: ["واحد"]),
        .init(.stock, SupplyFields.counted, headers: ["موجودی", "stock"], near: ["مقدار", "تعداد", "quantity"]),
        .init(.reorderLevel, SupplyFields.reorderLevel, isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<SuppliesSheet>) throws(RowError<Column>) -> RowOutcome {
        let point = try row.pointField(.point)
        let key = Supply.key(point.first?.value.string ?? "", row[.item] ?? "")
        let fields =
            point + row.fields(.item, .stock, .reorderLevel)
        guard let known = try row.known(Supply.self, key: key) else {
            try row.receive(fields)
            return .added
        }
        let given = try row.read(SupplyCount.self, fields).given
        let isSame =
            given[SupplyFields.counted] == known.stock
            && given[SupplyFields.reorderLevel] ?? known.reorderLevel == known.reorderLevel
        if isSame { return .same }
        try row.send(SupplyCount.self, fields)
        return .changed
    }
}

/// Pilgrims served, as points write them down: a row an hour of a service.
public enum TalliesSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case point, service, hour, served, men, women }

    public static let name = "tallies"
    public static let title = Phrase(fa: "آمار زائران", en: "tallies")
    public static let command: any Command.Type = TallyCount.self
    public static let codeColumn = Column.point
    public static let nameColumns = [Column.service, .hour]

    public static let columns = SheetTable<Column>([
        .init(
            .point, TallyFields.point, headers: ["نقطه خدمت‌رسانی", "نقطه", "موکب", "point"],
            near: ["کد نقطه", "کد موکب", "نام موکب", "نام نقطه", "point code"]),
        .init(.service, TallyFields.service, near: ["نوع خدمت"]),
        .init(.hour, TallyFields.hour, near: ["زمان", "تاریخ و ساعت"]),
        .init(.served, TallyFields.served, also: ["تعداد"], near: ["تعداد زائر", "تعداد زائران", "آمار زائر"]),
        .init(.men, TallyFields.men, near: ["مرد", "آقایان"], isOptional: true),
        .init(.women, TallyFields.women, near: ["زن", "بانوان"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<TalliesSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields =
            try row.pointField(.point)
            + row.fields(.service, .hour, .served, .men, .women)
        let given = try row.read(TallyCount.self, fields).given
        let known = try known(given, row)
        if let known, known.served == given[TallyFields.served], known.men == given[TallyFields.men],
            known.women == given[TallyFields.women]
        {
            return .same
        }
        try row.send(TallyCount.self, fields)
        return known == nil ? .added : .changed
    }

    private static func known(
        _ given: Arguments, _ row: ImportedRow<TalliesSheet>
    ) throws(RowError<Column>) -> Tally? {
        guard let code = given[PointFields.point], let point = try row.known(ServicePoint.self, key: code),
            let service = given[TallyFields.service], let hour = given[TallyFields.hour]
        else { return nil }
        return try row.known(Tally.self, key: Tally.key(code, service, hour.time(in: point.zone)))
    }
}
