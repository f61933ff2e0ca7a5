import Domain
import Persian
import Store

/// What bases handed out, as they write it down: a row a delivery. Its household is found by the code, else by the national
/// ID of the head; one that is not known is recorded with it, and stays with the base. What a row says otherwise of a
/// household that is known is told and changes nothing.
///
/// A sheet that is sent again records nothing again: each delivery stands for one row of it.
public enum DeliveriesSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable {
        case code, headName, head, members, size, area, place, mobile, base, quantity, on, by, collectedBy, campaign
    }

    public static let name = "deliveries"
    public static let title = Phrase(fa: "تحویل بسته‌ها", en: "deliveries of packages")
    public static let command: any Command.Type = CampaignDeliver.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.headName]
    public static let standIns = [Column.code: Column.head, .head: .code]
    public static let campaignColumn: Column? = .campaign

    public static let columns = SheetTable<Column>([
        .init(
            .code, DeliveryFields.household, headers: ["کد خانوار", "خانوار", "household"],
            near: ["شناسه خانوار", "شماره خانوار", "کد", "household code"], holds: .code),
        HouseholdColumns.headName(.headName, isOptional: true), HouseholdColumns.head(.head),
        HouseholdColumns.members(.members), HouseholdColumns.size(.size),
        HouseholdColumns.area(.area, isOptional: true), HouseholdColumns.place(.place, isOptional: true),
        HouseholdColumns.mobile(.mobile),
        .init(
            .base, DeliveryFields.base, headers: ["قرارگاه", "قرارگاه جهادی", "base"],
            near: ["نام قرارگاه", "کد قرارگاه", "base name", "base code"]),
        .init(.quantity, DeliveryFields.quantity, also: ["تعداد بسته‌ها", "بسته"], near: ["تعداد"]),
        .init(
            .on, DeliveryFields.on, headers: ["تاریخ تحویل", "تاریخ", "on"],
            near: ["روز تحویل", "روز", "delivered on", "date"]),
        .init(
            .by, DeliveryFields.by, near: ["گروه", "گروه جهادی", "نام گروه", "آورنده", "group"], isOptional: true),
        .init(
            .collectedBy, DeliveryFields.collectedBy, headers: ["گیرنده", "collected by"],
            near: ["تحویل‌گیرنده", "نام گیرنده"], isOptional: true),
        .init(
            .campaign, DeliveryFields.campaign, near: ["کد رزمایش", "نام رزمایش", "campaign code"], isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<DeliveriesSheet>) throws(RowError<Column>) -> RowOutcome {
        let campaign = try row.required(Campaign.self, in: .campaign)
        let base = try row.required(Base.self, in: .base)
        let terms = [
            JSON.Member("campaign", .string(campaign.code)), .init("base", .string(base.code)),
        ]
        guard let known = try row.household(code: .code, head: .head, asMember: true) else {
            let household = try row.recordHousehold(of: base)
            try row.deliver(terms, to: household)
            return .added
        }
        try row.checkHead(of: known)
        try row.noteDifferences(from: known)
        if try row.isDelivered(terms, to: known) { return .same }
        try row.deliver(terms, to: known.code)
        return .added
    }
}

extension ImportedRow<DeliveriesSheet> {
    /// Where the fields of the commands stand. A household is named by its code where the sheet has any.
    private var places: [String: DeliveriesSheet.Column] {
        var places = DeliveriesSheet.columns.fields
        places["code"] = .code
        places["household"] = record.columns.position(of: .code) == nil ? .head : .code
        return places
    }

    private func deliveryFields(
        _ terms: [JSON.Member], _ household: String
    ) throws(RowError<DeliveriesSheet.Column>) -> [JSON.Member] {
        let group = try codeOrText(Group.self, in: .by).map { [JSON.Member("by", .string($0))] } ?? []
        return terms + [.init("household", .string(household))] + fields(.quantity, .on, .collectedBy) + group
    }

    fileprivate func deliver(
        _ terms: [JSON.Member], to household: String
    ) throws(RowError<DeliveriesSheet.Column>) {
        let entry = try send(CampaignDeliver.self, try deliveryFields(terms, household), columns: places)
        if let delivery = entry.changes.first?.record { notes.accounted.insert(delivery.id) }
    }

    /// Whether the file holds the very delivery of the row, for which no row above it stands.
    fileprivate func isDelivered(
        _ terms: [JSON.Member], to known: Household
    ) throws(RowError<DeliveriesSheet.Column>) -> Bool {
        let given = try read(CampaignDeliver.self, try deliveryFields(terms, known.code), columns: places).given
        guard let campaign = given[DeliveryFields.campaign] else { return false }
        var asked = Delivery.blank
        (asked.household, asked.people) = (known.code, known.people)
        let recipients = asked.recipients
        let all = try reading { () throws(DecideError) in
            try session.registry.deliveries(of: campaign, toAnyOf: recipients)
        }
        let delivery = all.first {
            $0.household == known.code && $0.base == given[DeliveryFields.base] && $0.on == given[DeliveryFields.on]
                && $0.quantity == given[DeliveryFields.quantity] && !notes.accounted.contains($0.id)
        }
        if let delivery { notes.accounted.insert(delivery.id) }
        return delivery != nil
    }

    // MARK: The household

    private var headID: String? { self[.head].flatMap { try? NationalID($0) }?.digits }

    /// What the row says of the household itself.
    private var householdFields: [JSON.Member] {
        fields(.headName, .head, .size, .area, .place, .mobile) + memberField(.members, beside: headID)
    }

    /// Records the household of a row, which the base looks after from now on.
    ///
    /// - Returns: its code.
    fileprivate func recordHousehold(of base: Base) throws(RowError<DeliveriesSheet.Column>) -> String {
        if self[.head] == nil, let code = code(.code) {
            throw .refused(.notThere(Household.kind.phrase, code), column: .code)
        }
        let entry = try send(
            HouseholdRecord.self, try newCode(.code) + householdFields + [.init("base", .string(base.code))],
            columns: places)
        return entry.changes.first?.record.key ?? ""
    }

    /// Refuses a row whose head is none of the household that bears its code: a package is never counted to others.
    fileprivate func checkHead(of known: Household) throws(RowError<DeliveriesSheet.Column>) {
        guard let head = headID, !known.people.contains(head) else { return }
        try refuseCode(of: known, .code)
    }

    /// Tells what the row says otherwise than the file.
    fileprivate func noteDifferences(from known: Household) throws(RowError<DeliveriesSheet.Column>) {
        noteCode(of: known, .code)
        let fields = [JSON.Member("code", .string(known.code))] + householdFields
        let given = try read(HouseholdAmend.self, fields, columns: places).given
        var differing = HouseholdAmend.differences(given, from: known)
        // A row that names a few of the members says nothing of the others.
        let members = given[HouseholdFields.members]?.map(\.digits) ?? []
        if members.allSatisfy(known.people.contains) { differing.remove("members") }
        let told = HouseholdAmend.parameters.filter { differing.contains($0.name) }.map { use in
            let label = use.phrase
            // Whose it is stands in the row, and not everybody may read it.
            guard let column = Household.columns.first(where: { $0.name == use.name }), !column.isPrivate,
                let value = fields.first(where: { $0.name == use.name })?.value
            else { return Phrase(fa: "«\(label)»", en: "“\(label)”") }
            let (before, after) = (column.read(known).words(of: use), value.words(of: use))
            return Phrase(fa: "«\(label)» \(before)، نه \(after)", en: "“\(label)” \(before), not \(after)")
        }
        guard !told.isEmpty else { return }
        notes.note(
            Warning(
                .differing,
                Phrase(
                    fa:
                        "خانوار \(known.code) در پرونده جز این است: \(told.listed())؛ خانوار همان ماند. اگر ردیف درست است، خانوار را ویرایش کنید یا فهرست خانوارها را وارد کنید.",
                    en:
                        "In the file the household \(known.code) is not as in this row: \(told.listed()); it was left as it is. If the row is right, amend the household or import a list of households."
                )))
    }
}

extension DeliveriesSheet {
    /// - Throws: `not-found`.
    public static func campaign(named code: String, in reader: Reader) throws(DecideError) -> ImportCampaign? {
        guard let found = try reader.find(Campaign.self, key: normalisedCode(code) ?? code) else {
            throw .refused(.notThere(Campaign.kind.phrase, code))
        }
        return ImportCampaign(found)
    }

    /// - Throws: what the store reports.
    public static func campaign(on day: Day, in reader: Reader) throws(DecideError) -> ImportCampaign? {
        try reader.currentCampaign(on: day).map(ImportCampaign.init)
    }
}

extension ImportCampaign {
    fileprivate init(_ campaign: Campaign) { self.init(code: campaign.code, title: campaign.title) }
}
