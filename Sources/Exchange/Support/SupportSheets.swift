import Domain
import Persian
import Store

/// The bodies that back the groups: a row an institution, found by its code or else by its name.
public enum InstitutionsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case code, name, custodian }

    public static let name = "institutions"
    public static let title = Phrase(fa: "دستگاه‌های پشتیبان", en: "institutions")
    public static let command: any Command.Type = InstitutionRegister.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.name]
    public static let standIns = [Column.code: Column.name]

    public static let columns = SheetTable<Column>([
        .init(.code, InstitutionFields.code, also: ["کد", "institution"], near: ["شناسه دستگاه", "institution code"]),
        .init(.name, InstitutionFields.name, also: ["دستگاه", "نام"], near: ["دستگاه پشتیبان", "institution name"]),
        .init(.custodian, InstitutionFields.custodian, near: ["متولی"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<InstitutionsSheet>) throws(RowError<Column>) -> RowOutcome {
        let known: Institution?
        if let code = row.code(.code) {
            known = try row.known(Institution.self, key: code)
        } else if let name = row[.name] {
            known = try row.find(Institution.self, name, in: .name)
        } else {
            throw .refused(.missing("name", InstitutionFields.name.phrase), column: .name)
        }
        let fields = row.fields(.name) + (try row.custodian())
        guard let known else {
            try row.send(InstitutionRegister.self, row.fields(.code) + fields)
            return .added
        }
        return try row.amend(InstitutionAmend.self, known, fields) ? .changed : .same
    }
}

extension ImportedRow<InstitutionsSheet> {
    private static let (yes, no): (Set<String>, Set<String>) = (
        ["بله", "بلی", "آری", "هست", "متولی", "yes", "true", "1", "✓"], ["خیر", "نه", "نیست", "no", "false", "0"]
    )

    fileprivate func custodian() throws(RowError<InstitutionsSheet.Column>) -> [JSON.Member] {
        guard let text = self[.custodian] else { return [] }
        let word = text.folded()
        let isYes = Self.yes.contains { $0.folded() == word }
        if isYes || Self.no.contains(where: { $0.folded() == word }) { return [.init("custodian", .bool(isYes))] }
        throw .refused(
            .unknown(
                "custodian", InstitutionFields.custodian.phrase, value: text,
                accepted: Phrase(fa: "بله یا خیر", en: "yes or no")), column: .custodian)
    }
}

/// What institutions promise, as they send it: a row a need and institution. A list that is sent again changes only what
/// differs.
public enum PledgesSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case code, need, item, target, institution, quantity, dueBy }

    public static let name = "pledges"
    public static let title = Phrase(fa: "تعهدها", en: "pledges")
    public static let command: any Command.Type = SupportPledge.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.item, .institution]
    public static let standIns = [Column.need: Column.item, .item: .need]

    public static let columns = SheetTable<Column>([
        .init(.code, PledgeFields.code, also: ["pledge"], near: ["کد تعهد", "pledge code"], isOptional: true),
        NeedColumns.need(.need), NeedColumns.item(.item), NeedColumns.target(.target),
        NeedColumns.institution(.institution),
        .init(
            .quantity, PledgeFields.quantity, headers: ["مقدار تعهد", "مقدار", "quantity"],
            near: ["تعهد", "تعداد", "تعداد تعهد", "pledged", "promised"]),
        .init(.dueBy, PledgeFields.dueBy, also: ["مهلت"], near: ["تا تاریخ", "موعد", "due"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<PledgesSheet>) throws(RowError<Column>) -> RowOutcome {
        let institution = try row.requiredInstitution(in: .institution)
        let need = try row.need(code: .need, item: .item, target: .target)
        let code = row.code(.code)
        let own = [
            JSON.Member("need", .string(need.code)), .init("institution", .string(institution.code)),
        ]
        let terms = row.fields(.quantity, .dueBy)
        guard let known = try known(code, need, institution, row) else {
            try row.send(SupportPledge.self, own + row.fields(.code) + terms)
            return .added
        }
        // What no longer stands is as it was left, unless the list says otherwise.
        if known.state != .pledged, row[.quantity].flatMap(parseInteger) == known.quantity { return .same }
        return try row.amend(PledgeAmend.self, known, terms) ? .changed : .same
    }

    /// The pledge of a row: by its code, else the one that the institution made for the need.
    private static func known(
        _ code: String?, _ need: Need, _ institution: Institution, _ row: ImportedRow<PledgesSheet>
    ) throws(RowError<Column>) -> Pledge? {
        if let code {
            guard let known = try row.known(Pledge.self, key: code) else { return nil }
            if known.need == need.code, known.institution == institution.code { return known }
            throw .refused(
                .duplicateCode(
                    code, of: Pledge.kind.phrase, name: known.name, next: try row.freeCode(for: Pledge.self)),
                column: .code)
        }
        let quantity = row[.quantity].flatMap(parseInteger)
        let all = try row.pledges(of: institution, for: need)
        let standing = all.filter { $0.state == .pledged }
        if standing.count == 1 { return standing[0] }
        if standing.isEmpty { return all.last { $0.quantity == quantity } }
        // Several that come to the same need no mending.
        let sum = standing.reduce(0) { $0 + $1.quantity }
        if sum == quantity, let last = standing.last { return last.counting(sum) }
        throw .refused(
            .several(Pledge.kind.phrase, "\(institution.name) \(need.item)", standing.map(\.code)), column: .code)
    }
}

extension Pledge {
    /// The same as one of another quantity, to be compared with a row.
    fileprivate func counting(_ quantity: Int) -> Pledge {
        var pledge = self
        pledge.quantity = quantity
        return pledge
    }
}

/// What institutions have sent and handed over to date, as they send it: a row a need and institution. Only what is more than
/// is known already is recorded.
public enum HandoversSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case pledge, need, item, target, institution, dispatched, delivered, on
    }

    public static let name = "handovers"
    public static let title = Phrase(fa: "تحویل‌های پشتیبانی", en: "handovers")
    public static let command: any Command.Type = SupportDeliver.self
    public static let codeColumn = Column.pledge
    public static let nameColumns = [Column.item, .institution]
    public static let standIns = [Column.need: Column.item, .item: .need]

    public static let columns = SheetTable<Column>([
        .init(
            .pledge, SupportLineFields.pledge, headers: ["شماره تعهد", "pledge"], near: ["کد تعهد", "pledge code"],
            holds: .code, isOptional: true),
        NeedColumns.need(.need), NeedColumns.item(.item), NeedColumns.target(.target),
        NeedColumns.institution(.institution),
        .init(
            .dispatched, .number, headers: ["ارسال‌شده", "dispatched"], near: ["ارسال", "مقدار ارسال", "sent"],
            isOptional: true),
        .init(.delivered, .number, headers: ["تحویل‌شده", "delivered"], near: ["تحویل", "مقدار تحویل"]),
        .init(.on, SupportLineFields.on, near: ["تاریخ تحویل", "روز", "date"]),
    ])

    public static func carryOut(_ row: ImportedRow<HandoversSheet>) throws(RowError<Column>) -> RowOutcome {
        let pledge = try pledge(of: row)
        let lines = try row.reading { () throws(DecideError) in
            try row.session.registry.supportLines(of: pledge.code)
        }
        let standing = PledgeStanding(pledge, lines: lines)
        let delivered = try row.total(in: .delivered) ?? standing.delivered
        // A list that tells only what came: all of it was sent.
        let dispatched = try row.total(in: .dispatched) ?? max(standing.dispatched, delivered)
        let sent = try row.record(SupportDispatch.self, pledge, dispatched, beyond: standing.dispatched, .dispatched)
        let came = try row.record(SupportDeliver.self, pledge, delivered, beyond: standing.delivered, .delivered)
        return sent || came ? lines.isEmpty ? .added : .changed : .same
    }

    private static func pledge(of row: ImportedRow<HandoversSheet>) throws(RowError<Column>) -> Pledge {
        if let code = row.code(.pledge) {
            if let known = try row.known(Pledge.self, key: code) { return known }
            throw .refused(.notThere(Pledge.kind.phrase, code), column: .pledge)
        }
        let institution = try row.requiredInstitution(in: .institution)
        let need = try row.need(code: .need, item: .item, target: .target)
        let all = try row.pledges(of: institution, for: need)
        let standing = all.filter { $0.state == .pledged }
        if standing.count > 1 {
            throw .refused(
                .several(Pledge.kind.phrase, "\(institution.name) \(need.item)", standing.map(\.code)), column: .pledge)
        }
        if let pledge = standing.first ?? all.last(where: { $0.state == .withdrawn }) { return pledge }
        throw .refused(.notThere(Pledge.kind.phrase, "\(institution.name) \(need.item)"), column: .institution)
    }
}

extension ImportedRow<HandoversSheet> {
    /// A sum to date; nil for an empty cell.
    fileprivate func total(in column: HandoversSheet.Column) throws(RowError<HandoversSheet.Column>) -> Int? {
        guard let text = self[column] else { return nil }
        do throws(Refusal) {
            return try SupportLineFields.arrived.parameter.value(.string(text))
        } catch {
            throw .refused(error, column: column)
        }
    }

    /// Records what a sum is beyond the one that is known.
    ///
    /// - Returns: whether it is more.
    fileprivate func record(
        _ command: any Command.Type, _ pledge: Pledge, _ total: Int, beyond known: Int, _ column: HandoversSheet.Column
    ) throws(RowError<HandoversSheet.Column>) -> Bool {
        if total == known { return false }
        if total < known {
            throw .refused(.below(known, total, pledge), column: column)
        }
        try send(
            command,
            [.init("pledge", .string(pledge.code)), .init("quantity", .integer(total - known))] + fields(.on),
            columns: ["pledge": .pledge, "quantity": column, "on": .on])
        return true
    }
}

extension Refusal {
    /// `invalid-number`: a sum to date does not shrink.
    fileprivate static func below(_ known: Int, _ total: Int, _ pledge: Pledge) -> Refusal {
        Refusal(
            .invalidNumber,
            Phrase(
                fa:
                    "برای تعهد \(pledge.code) تاکنون \(known) ثبت شده است و مجموع تا امروز کمتر (\(total)) نمی‌شود؛ اگر ثبت پیشین اشتباه است، آن را در صفحه نیاز \(pledge.need) باطل کنید.",
                en:
                    "For the pledge \(pledge.code) \(known) are recorded already, and a sum to date does not shrink to \(total); if what was recorded is wrong, void it on the page of the need \(pledge.need)."
            ))
    }
}
