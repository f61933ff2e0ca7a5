import Domain
import Persian
import Store

/// What institutions have sent and handed over to date, as they send it, and what the receivers confirmed: a row a need and
/// institution. Only what is more than is known already is recorded.
public enum HandoversSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case pledge, need, item, target, institution, dispatched, delivered, on, confirmed
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
        .init(
            .confirmed, .number, headers: ["تأییدشده", "confirmed"],
            near: ["تأیید", "تأیید گیرنده", "تأیید دریافت", "received"], isOptional: true),
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
        let told = try row.total(in: .confirmed) ?? standing.confirmed
        let said = try row.record(SupportConfirm.self, pledge, told, beyond: standing.confirmed, .confirmed)
        return sent || came || said ? lines.isEmpty ? .added : .changed : .same
    }

    private static func pledge(of row: ImportedRow<HandoversSheet>) throws(RowError<Column>) -> Pledge {
        if let code = row.code(.pledge) {
            if let known = try row.known(Pledge.self, key: code) {
                try row.check(known)
                return known
            }
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
    /// What else the row says has to be of the pledge that bears its code.
    fileprivate func check(_ pledge: Pledge) throws(RowError<HandoversSheet.Column>) {
        let need = try known(Need.self, key: pledge.need)
        let named = self[.need].map { normalisedCode($0) ?? $0 } ?? pledge.need
        let institution = try reference(Institution.self, in: .institution)?.code ?? pledge.institution
        if let need, named == pledge.need { try check(need, item: .item, target: .target) }
        guard named != pledge.need || institution != pledge.institution else { return }
        throw .refused(
            Refusal(
                .notMatching, field: "pledge",
                Phrase(
                    fa:
                        "تعهد \(pledge.code) از \(pledge.institution) برای \(pledge.need) است و ردیف \(institution) و \(named) می‌گوید؛ شماره تعهد را درست کنید یا خالی بگذارید.",
                    en:
                        "The pledge \(pledge.code) is of \(pledge.institution) for \(pledge.need), and the row says \(institution) and \(named); mend the pledge's code or leave it out."
                )), column: .pledge)
    }

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
