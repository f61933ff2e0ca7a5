import Domain
import Persian
import Store

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
        let terms = row.quantity(of: need) + row.fields(.dueBy)
        guard let known = try known(code, need, institution, row) else {
            let entry = try row.send(SupportPledge.self, own + row.fields(.code) + terms)
            if let pledge = entry.main?.record { try row.account(for: pledge.id, institution, need) }
            return .added
        }
        try row.account(for: known.id, institution, need)
        // What no longer stands is as it was left, unless the list says otherwise.
        if known.state != .pledged, row.promised(of: need) == known.quantity { return .same }
        guard try row.amend(PledgeAmend.self, known, terms) else { return .same }
        if code == nil { row.warnOfOtherQuantity(than: known, institution, need) }
        return .changed
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
        let quantity = row.promised(of: need)
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

extension ImportedRow<PledgesSheet> {
    /// The quantity as the rules read it: its unit may stand behind it, where that is the need's own.
    fileprivate func quantity(of need: Need) -> [JSON.Member] {
        guard let text = self[.quantity] else { return [] }
        let words = text.split(whereSeparator: \.isWhitespace)
        let unit = words.dropFirst().joined(separator: " ").folded()
        let isOwn = words.count > 1 && unit == need.unit.folded()
        return [.init(PledgeFields.quantity.parameter.name, .string(isOwn ? String(words[0]) : text))]
    }

    fileprivate func promised(of need: Need) -> Int? { quantity(of: need).first?.value.string.flatMap(parseInteger) }

    /// A pledge has one row in a sheet: a second one, for the same need and institution, would undo the first.
    fileprivate func account(
        for pledge: String, _ institution: Institution, _ need: Need
    ) throws(RowError<PledgesSheet.Column>) {
        guard !notes.accounted.insert(pledge).inserted else { return }
        throw .refused(
            Refusal(
                .overlap,
                Phrase(
                    fa:
                        "ردیف دیگری از همین صفحه برای «\(institution.name)» و نیاز \(need.code) (\(need.item)) هست و این ردیف جای آن را می‌گرفت؛ اگر دو تعهد است، به هر ردیف شماره تعهد بدهید، وگرنه آن‌ها را در یک ردیف جمع کنید.",
                    en:
                        "Another row of this sheet is about “\(institution.name)” and the need \(need.code) (\(need.item)) already, and this one would take its place; if these are two pledges give each row a code of its own, else add them up in one row."
                )), column: .institution)
    }

    /// Tells that a row without a code was taken for a pledge that is known, and what that is to come to instead.
    fileprivate func warnOfOtherQuantity(than known: Pledge, _ institution: Institution, _ need: Need) {
        guard let quantity = promised(of: need), quantity != known.quantity else { return }
        notes.note(
            Warning(
                .otherQuantity,
                Phrase(
                    fa:
                        "تعهد \(known.code) از «\(institution.name)» برای \(need.code) (\(need.item)) از \(known.quantity) به \(quantity) \(need.unit) تغییر می‌کند؛ اگر تعهدی تازه در کنار آن است، شماره‌ای تازه به آن بدهید.",
                    en:
                        "The pledge \(known.code) of “\(institution.name)” for \(need.code) (\(need.item)) changes from \(known.quantity) to \(quantity) \(need.unit); if it is a new pledge beside that one, give it a new code."
                )))
    }
}

extension RefusalCode {
    /// A row of a sheet promises another quantity than the pledge that it was taken for.
    public static let otherQuantity = RefusalCode(rawValue: "other-quantity")
}

extension Pledge {
    /// The same as one of another quantity, to be compared with a row.
    fileprivate func counting(_ quantity: Int) -> Pledge {
        var pledge = self
        pledge.quantity = quantity
        return pledge
    }
}
