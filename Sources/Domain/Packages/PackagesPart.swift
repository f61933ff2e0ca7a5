import Persian

extension Part {
    /// Livelihood packages: campaigns, the stock at the bases, the households and what they got.
    public static let packages = Part(
        "packages",
        records: [Campaign.self, StockLine.self, Household.self, HouseholdVerdict.self, Delivery.self, Miss.self],
        commands: [
            CampaignOpen.self, CampaignAmend.self, CampaignReceive.self, CampaignAllocate.self, CampaignReturn.self,
            CampaignDamage.self, CampaignCount.self, CampaignDeliver.self, CampaignMiss.self, CampaignReconcile.self,
            CampaignClose.self, HouseholdRecord.self, HouseholdAmend.self, HouseholdJudge.self,
            HouseholdDisclose.self,
        ],
        settings: [
            .number(
                "packages.window",
                Phrase(
                    fa: "روزهای هشدار دریافت از رزمایش دیگر", en: "days to warn of another campaign"),
                1...365, 30)
        ],
        evidence: [DeliveryRuns.self], packs: [BasePack.self], needBearers: [Campaign.self],
        consequences: [ForgottenVerdicts.self, StockBalance.self])
}

/// What the rules about packages read.
public protocol PackagesRegistry {
    /// The households in which a person is recorded, by code.
    func households(of person: String) throws(DecideError) -> [Household]
    /// The households that may be suspected of being this one, itself left out: those that share a person with it, and
    /// those whose folded names and places are its own.
    func households(near household: Household) throws(DecideError) -> [Household]
    /// The households that a base looks after: those of which that is recorded, and those whose last delivery or miss was
    /// its own; by code.
    func households(ofBase base: String) throws(DecideError) -> [Household]
    /// What was judged of a household beside others.
    func verdicts(about household: String) throws(DecideError) -> [HouseholdVerdict]
    /// Pairs of households that are suspected of being one, and of which nobody has judged; by code.
    func undecidedSuspects(limit: Int) throws(DecideError) -> [HouseholdPair]
    /// How many such pairs there are.
    func undecidedSuspectsCount() throws(DecideError) -> Int
    /// All that was handed out in a campaign, the earliest first.
    func deliveries(of campaign: String) throws(DecideError) -> [Delivery]
    /// What was handed out to any of these (``Delivery/recipients``) in a campaign, the earliest first.
    func deliveries(of campaign: String, toAnyOf recipients: [String]) throws(DecideError) -> [Delivery]
    /// What was handed out to any of these on those days, in whatever campaign, the earliest first.
    func deliveries(toAnyOf recipients: [String], during days: ClosedRange<Day>) throws(DecideError) -> [Delivery]
    /// What the lines and deliveries of a campaign come to at a base or in its store.
    func stock(at place: StockPlace) throws(DecideError) -> Stock
    /// The first and the last day on which something of a campaign was handed out, or could not be.
    func servingDays(of campaign: String) throws(DecideError) -> ClosedRange<Day>?
    /// Whether one of these got something of a campaign before this pack was made, from somebody else; never in an office's
    /// own file, which knows the deliveries themselves.
    func isServedElsewhere(anyOf recipients: [String], in campaign: String) throws(DecideError) -> Bool
}

extension RefusalCode {
    /// A household that got its package in this campaign.
    public static let alreadyDelivered = RefusalCode(rawValue: "already-delivered")
    /// A household that got one in another campaign a short while ago.
    public static let recentlyServed = RefusalCode(rawValue: "recently-served")
}
