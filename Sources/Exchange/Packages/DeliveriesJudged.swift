import Domain
import Persian
import Store

extension DeliveriesSheet {
    /// A sheet most of whose rows would be second deliveries was brought in before or has its columns in disorder; and
    /// nobody stands in more than five rows who is the head or a member of a household.
    public static func objections(
        to rows: [SheetRecord<Column>], campaign: String?, in reader: Reader
    ) throws(DecideError) -> [Phrase] {
        var judged = try DeliveriesJudged(campaign, reader)
        for row in rows { try judged.take(row) }
        return judged.objections(outOf: rows.count)
    }
}

/// Counts, before anything is carried out, whom the rows of a sheet would serve a second time.
private struct DeliveriesJudged {
    private let reader: Reader
    /// Code of the campaign of the rows that name none.
    private let campaign: String?
    private let campaigns: [Campaign]
    /// Whether there are households in the file whose people a row may leave out.
    private let knowsHouseholds: Bool
    /// The campaigns of which the file holds deliveries.
    private var begun: [String: Bool] = [:]
    private var bases: [String: String] = [:]
    /// In which rows somebody stands, by the national ID.
    private var rows: [String: [Int]] = [:]
    /// Whom the rows above serve in each campaign.
    private var served: [String: Set<String>] = [:]
    private var accounted: Set<String> = []
    /// The rows that would be second deliveries.
    private var again: [Int] = []

    private static let mostRows = 5

    init(_ campaign: String?, _ reader: Reader) throws(DecideError) {
        self.campaign = campaign
        self.reader = reader
        campaigns = try reader.campaigns()
        knowsHouseholds = try reader.count(Household.kind) > 0
    }

    mutating func take(_ row: SheetRecord<DeliveriesSheet.Column>) throws(DecideError) {
        let named = Self.people(in: row)
        for person in named { rows[person, default: []].append(row.number) }
        let people = try named.union(knownPeople(of: row))
        guard !people.isEmpty, let campaign = campaign(of: row) else { return }
        switch try deliveries(to: people, row, campaign) {
        case .own: break
        case .others: again.append(row.number)
        case .none where !served[campaign, default: []].isDisjoint(with: people): again.append(row.number)
        case .none: break
        }
        served[campaign, default: []].formUnion(people)
    }

    /// The head and the members whose national IDs stand in the row.
    private static func people(in row: SheetRecord<DeliveriesSheet.Column>) -> Set<String> {
        let cells = [row.text(.head, DeliveriesSheet.self)].compactMap(\.self)
        let all = cells + (row.text(.members, DeliveriesSheet.self).map(nationalIDs) ?? [])
        return Set(all.compactMap { (try? NationalID($0))?.digits })
    }

    /// The people of the household that has the row's code.
    private func knownPeople(of row: SheetRecord<DeliveriesSheet.Column>) throws(DecideError) -> [String] {
        guard knowsHouseholds, let text = row.text(.code, DeliveriesSheet.self), let code = normalisedCode(text) else {
            return []
        }
        return try reader.find(Household.self, key: code)?.people ?? []
    }

    private func campaign(of row: SheetRecord<DeliveriesSheet.Column>) -> String? {
        guard let text = row.text(.campaign, DeliveriesSheet.self) else { return campaign }
        let code = normalisedCode(text)
        return campaigns.first { $0.code == code || $0.title.folded() == text.folded() }?.code
    }

    private enum Found { case none, own, others }

    /// Whether the file holds the row's own delivery, for which no row above stands, or others to one of these people.
    private mutating func deliveries(
        to people: Set<String>, _ row: SheetRecord<DeliveriesSheet.Column>, _ campaign: String
    ) throws(DecideError) -> Found {
        if begun[campaign] == nil { begun[campaign] = try reader.campaignFigures(campaign)?.delivered ?? 0 > 0 }
        guard begun[campaign] == true else { return .none }
        let all = try reader.deliveries(of: campaign, toAnyOf: people.sorted())
        for delivery in all where !accounted.contains(delivery.id) {
            guard try isSame(delivery, row) else { continue }
            accounted.insert(delivery.id)
            return .own
        }
        return all.isEmpty ? .none : .others
    }

    private mutating func isSame(
        _ delivery: Delivery, _ row: SheetRecord<DeliveriesSheet.Column>
    ) throws(DecideError) -> Bool {
        func value<Source: ParameterSource>(_ source: Source, _ column: DeliveriesSheet.Column) -> Source.Value? {
            row.text(column, DeliveriesSheet.self).flatMap { try? source.parameter.value(.string($0)) }
        }
        guard value(DeliveryFields.on, .on) == delivery.on,
            value(DeliveryFields.quantity, .quantity) == delivery.quantity,
            let base = row.text(.base, DeliveriesSheet.self)
        else { return false }
        if normalisedCode(base) == delivery.base { return true }
        if bases[delivery.base] == nil {
            bases[delivery.base] = try reader.find(Base.self, key: delivery.base)?.name.folded()
        }
        return bases[delivery.base] == base.folded()
    }

    // MARK: What is said

    func objections(outOf count: Int) -> [Phrase] {
        var objections: [Phrase] = []
        if again.count * 2 > count {
            let numbers = Self.numbers(again)
            objections.append(
                Phrase(
                    fa:
                        "\(again.count) ردیف از \(count) ردیف این صفحه دومین بسته یک خانوار در همین رزمایش است (ردیف‌های \(numbers))؛ شاید این صفحه یا بیشتر آن پیش‌تر وارد شده است.",
                    en:
                        "\(again.count) of the \(count, "row") of this sheet would be a second package for a household in the same campaign (rows \(numbers)); perhaps most of it was brought in before."
                ))
        }
        let crowded = rows.filter { $0.value.count > Self.mostRows }.sorted {
            ($1.value.count, $0.value[0]) < ($0.value.count, $1.value[0])
        }
        guard !crowded.isEmpty else { return objections }
        let people = crowded.prefix(3).map { person, rows in
            let (masked, numbers) = ((try? NationalID(person))?.masked() ?? "", Self.numbers(rows))
            return Phrase(
                fa: "\(persianDigits(masked)) در \(rows.count) ردیف (\(numbers))",
                en: "\(masked) in \(rows.count, "row") (\(numbers))")
        }
        let more =
            crowded.count > 3
            ? Phrase(fa: " و \(crowded.count - 3) نفر دیگر", en: " and \(crowded.count - 3, "other")") : nil
        objections.append(
            Phrase(
                fa:
                    "هر کس در یک صفحه در بیش از \(Self.mostRows) ردیف نمی‌آید: \(people.listed())\(more)؛ شاید یک کد ملی در ردیف‌های دیگران کپی شده است.",
                en:
                    "Nobody stands in more than \(Self.mostRows) rows of a sheet: \(people.listed())\(more); perhaps one national ID was copied into the rows of others."
            ))
        return objections
    }

    /// "2, 7, 9, …"
    private static func numbers(_ rows: [Int]) -> Phrase {
        func list(_ language: Language) -> String {
            language.list(rows.prefix(8).map { language.digits(String($0)) } + (rows.count > 8 ? ["…"] : []))
        }
        return Phrase(fa: list(.persian), en: list(.english))
    }
}
