import Canvas
import Domain
import Persian
import Store

/// The households that are like the one that is being typed.
enum HouseholdCompanion: FormCompanion {
    static let command: any Command.Type = HouseholdRecord.self
    static let subjects = HouseholdLikes.subjects

    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences { try HouseholdLikes.references(reader, context, value) }
}

/// The same of one that is amended, but for itself.
enum AmendedHouseholdCompanion: FormCompanion {
    static let command: any Command.Type = HouseholdAmend.self
    static let subjects = HouseholdLikes.subjects

    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences { try HouseholdLikes.references(reader, context, value) }
}

@MainActor
private enum HouseholdLikes {
    /// By what households are like each other.
    static let subjects = [
        HouseholdFields.head.name, HouseholdFields.headName.name, HouseholdFields.members.name,
        HouseholdFields.place.name, HouseholdFields.mobile.name, HouseholdFields.code.name,
    ]

    /// How many of them are told.
    private static let most = 3

    static func references(
        _ reader: Reader, _ context: ScreenContext, _ value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences {
        var typed = Household.blank
        typed.code = value(HouseholdFields.code.name)?.string ?? ""
        typed.head = value(HouseholdFields.head.name)?.plainText.asNationalID ?? ""
        typed.members = (value(HouseholdFields.members.name)?.list ?? []).compactMap { $0.plainText.asNationalID }
        typed.headName = value(HouseholdFields.headName.name)?.plainText ?? ""
        typed.place = value(HouseholdFields.place.name)?.plainText ?? ""
        typed.mobile = value(HouseholdFields.mobile.name).flatMap { try? Mobile($0.plainText) }?.digits
        var references = FormReferences()
        let like = try reader.households(like: typed, limit: most + 1)
        for (household, likeness) in like.prefix(most) {
            references.told.append(
                .init(
                    phrase: household.words(likeness, like.count > most, context),
                    severity: likeness.isSuspect ? .warning : .information))
        }
        return references
    }
}

extension String {
    fileprivate var asNationalID: String? { (try? NationalID(self))?.digits }
}

extension Household {
    /// "like H-00012 (م••• ا•••, گل‌دره): same name and place, same mobile".
    fileprivate func words(
        _ likeness: HouseholdLikeness, _ isMore: Bool, _ context: ScreenContext
    ) -> Phrase {
        let name = context.masking.name(headName)
        return Phrase(
            fa: "همانند \(code) (\(name)، \(place)): \(likeness.words)",
            en: "like \(code) (\(name), \(place)): \(likeness.words)")
    }
}

// MARK: - Stock

/// How many packages there should be where they are counted, and the difference before it is taken.
enum CountCompanion: FormCompanion {
    static let command: any Command.Type = CampaignCount.self
    static let subjects = [StockTold.campaign, StockTold.base, StockTold.quantity]
    static let given = [CampaignCount.expected.name]

    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences {
        var references = FormReferences()
        guard let stock = try StockTold.stock(at: value(StockTold.base)?.string, reader, context, value) else {
            return references
        }
        let (held, title) = stock
        references.given = [.init(CampaignCount.expected.name, .integer(held))]
        guard let found = StockTold.number(value) else {
            references.told = [
                .init(
                    phrase: Phrase(
                        fa: "به حساب باید \(held) بسته در \(title) باشد",
                        en: "by the books there should be \(held, "package") at \(title)"), severity: .information)
            ]
            return references
        }
        let said: Phrase
        switch held - found {
        case 0:
            said = Phrase(
                fa: "باید \(held) باشد و \(found) شمرده شد: درست است",
                en: "there should be \(held), \(found) were counted: as it should be")
        case 1...:
            said = Phrase(
                fa: "باید \(held) باشد و \(found) شمرده شد: \(held - found) بسته گمشده ثبت می‌شود",
                en: "there should be \(held), \(found) were counted: \(held - found, "package") will be missing")
        default:
            said = Phrase(
                fa: "باید \(held) باشد و \(found) شمرده شد: \(found - held) بسته بیش ثبت می‌شود",
                en: "there should be \(held), \(found) were counted: \(found - held) more will be noted")
        }
        references.told = [.init(phrase: said, severity: held == found ? .good : .warning)]
        return references
    }
}

/// What the store and the base hold, while packages are moved between them.
enum AllocateCompanion: FormCompanion {
    static let command: any Command.Type = CampaignAllocate.self
    static let subjects = StockTold.subjects
    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences { try StockTold.taking(fromBase: false, reader, context, value) }
}

enum ReturnCompanion: FormCompanion {
    static let command: any Command.Type = CampaignReturn.self
    static let subjects = StockTold.subjects
    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences { try StockTold.taking(fromBase: true, reader, context, value) }
}

enum DamageCompanion: FormCompanion {
    static let command: any Command.Type = CampaignDamage.self
    static let subjects = StockTold.subjects
    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences { try StockTold.taking(fromBase: true, reader, context, value) }
}

@MainActor
private enum StockTold {
    static let campaign = CampaignFields.campaign.name
    static let base = PackageParameters.base.name
    static let quantity = PackageParameters.quantity.name
    static let subjects = [campaign, base, quantity]

    static func number(_ value: (String) -> JSON?) -> Int? {
        value(quantity).flatMap { $0.integer ?? parseInteger($0.plainText) }
    }

    /// What a base holds, or the store; nil while the campaign is not known.
    static func stock(
        at base: String?, _ reader: Reader, _ context: ScreenContext, _ value: (String) -> JSON?
    ) throws(DecideError) -> (held: Int, title: Phrase)? {
        guard let code = value(campaign)?.string, try reader.find(Campaign.self, key: code) != nil else { return nil }
        let rows = try reader.stockRows(of: code, days: context.day...context.day)
        if let row = rows.first(where: { $0.place.base == base }) { return (row.stock.held, row.title) }
        let name = try base.flatMapTyped { (base) throws(DecideError) in try reader.find(Base.self, key: base) }?.name
        return (0, StockPlace(campaign: code, base: base).title(name ?? ""))
    }

    /// What is there, and what remains once the packages are taken.
    static func taking(
        fromBase: Bool, _ reader: Reader, _ context: ScreenContext, _ value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences {
        var references = FormReferences()
        let base = fromBase ? value(base)?.string : nil
        guard let row = try stock(at: base, reader, context, value) else { return references }
        let ((held, title), taken) = (row, number(value) ?? 0)
        let said =
            taken == 0
            ? Phrase(fa: "\(title): \(held) بسته مانده", en: "\(title): \(held, "package") held")
            : Phrase(
                fa: "\(title): \(held) بسته مانده، پس از این \(held - taken)",
                en: "\(title): \(held, "package") held, \(held - taken) after this")
        references.told = [.init(phrase: said, severity: taken > held ? .warning : .information)]
        return references
    }
}
