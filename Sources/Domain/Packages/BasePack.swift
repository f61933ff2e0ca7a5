import Persian

/// A base of a campaign without a network: its households and its stock. It hands out packages, records households and
/// says what was damaged and who was not met.
///
/// What is received, allocated and counted, and which households are one, stays with the office: these need the whole.
public enum BasePack: PackKind {
    public static let name = "base"
    public static let title = Phrase(fa: "قرارگاه", en: "base")
    public static let subject = Base.kind
    public static let commands: [any Command.Type] = [
        CampaignDeliver.self, CampaignMiss.self, CampaignDamage.self, HouseholdRecord.self, HouseholdAmend.self,
        HouseholdDisclose.self,
    ]
    public static let fills = [Campaign.kind, Household.kind]
    public static let isOfCampaign = true

    /// - Throws: `not-found`, `missing-value` for the campaign, `wrong-state` unless it is open.
    public static func check(_ about: PackSubject, in registry: some Registry) throws(DecideError) {
        _ = try registry.existing(Base.self, about.key, field: "about")
        try campaign(about, in: registry).require([.open])
    }

    private static func campaign(_ about: PackSubject, in registry: some Registry) throws(DecideError) -> Campaign {
        guard let code = about.campaign else { throw .refused(.missing("campaign", Campaign.kind.phrase)) }
        return try registry.existing(Campaign.self, code, field: "campaign")
    }

    /// - Throws: `not-found`.
    public static func gather(
        _ about: PackSubject, into contents: inout PackContents, from registry: some Registry
    ) throws(DecideError) {
        let base = try registry.existing(Base.self, about.key, field: "about")
        let campaign = try campaign(about, in: registry)
        try contents.take(base, from: registry)
        try contents.take(campaign, from: registry)
        let lines = try registry.all(StockLine.self, referringTo: campaign)
        try contents.take(lines.filter { $0.base == base.code || $0.move == .received }, from: registry)
        let own = try registry.households(ofBase: base.code)
        try contents.take(own, from: registry)
        var households = Set(own.map(\.code))
        for delivery in try registry.deliveries(of: campaign.code) {
            if delivery.base == base.code {
                try contents.take(delivery, from: registry)
                households.insert(delivery.household)
            } else {
                contents.served += delivery.recipients.map { .init(person: $0, campaign: campaign.code) }
            }
        }
        let misses = try registry.all(Miss.self, referringTo: campaign)
        try contents.take(misses.filter { $0.base == base.code && households.contains($0.household) }, from: registry)
    }

    /// - Throws: nothing.
    public static func covers(
        _ record: any Record, of about: PackSubject, in registry: some Registry
    ) throws(DecideError) -> Bool {
        switch record {
        case let delivery as Delivery: delivery.base == about.key && delivery.campaign == about.campaign
        case let miss as Miss: miss.base == about.key && miss.campaign == about.campaign
        case let line as StockLine:
            line.move == .damaged && line.base == about.key && line.campaign == about.campaign
        // What is amended of a household takes its verdicts away.
        case is Household, is HouseholdVerdict: true
        default: false
        }
    }
}
