import Domain
import Persian
import Store

/// Households as bases list them: a row a household, found by its code or else by the national ID of its head. A list that
/// is sent again changes only what differs.
public enum HouseholdsSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, headName, head, members, size, area, place, mobile, base
    }

    public static let name = "households"
    public static let title = Phrase(fa: "خانوارها", en: "households")
    public static let command: any Command.Type = HouseholdRecord.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.headName]

    public static let columns = SheetTable<Column>([
        .init(
            .code, HouseholdFields.code, also: ["شناسه خانوار", "household"],
            near: ["شماره خانوار", "کد", "household code"], isOptional: true),
        HouseholdColumns.headName(.headName), HouseholdColumns.head(.head), HouseholdColumns.members(.members),
        HouseholdColumns.size(.size), HouseholdColumns.area(.area), HouseholdColumns.place(.place),
        HouseholdColumns.mobile(.mobile),
        .init(
            .base, HouseholdFields.base, headers: ["قرارگاه", "قرارگاه جهادی", "base"],
            near: ["نام قرارگاه", "کد قرارگاه", "base name", "base code"],
            isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<HouseholdsSheet>) throws(RowError<Column>) -> RowOutcome {
        let known = try row.household(code: .code, head: .head, asMember: false)
        let head = row[.head].flatMap { try? NationalID($0) }?.digits ?? known?.head
        let base = try row.reference(Base.self, in: .base)
        let fields =
            row.fields(.headName, .head, .size, .area, .place, .mobile) + row.memberField(.members, beside: head)
            + (base.map { [.init("base", .string($0.code))] } ?? [])
        guard let known else {
            try row.send(HouseholdRecord.self, try row.newCode(.code) + fields)
            return .added
        }
        if row.isOther(than: known) { try row.refuseCode(of: known, .code) }
        row.noteCode(of: known, .code)
        return try row.amend(HouseholdAmend.self, known, fields) ? .changed : .same
    }
}

extension ImportedRow<HouseholdsSheet> {
    /// Whether a row that bears the code of a household speaks of others: neither of its people nor of the name of its head.
    fileprivate func isOther(than known: Household) -> Bool {
        guard let head = self[.head].flatMap({ try? NationalID($0) })?.digits, let name = self[.headName] else {
            return false
        }
        return !known.people.contains(head) && name.lettersAlone() != known.headName.lettersAlone()
    }
}
