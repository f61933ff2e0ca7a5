import Persian

extension Part {
    /// The institutions that back the groups: what they promise for needs, what came of it, and what they give of the spirit.
    public static let support = Part(
        "support",
        records: [Institution.self, Pledge.self, SupportLine.self, Decline.self, SpiritualSupport.self],
        commands: [
            InstitutionRegister.self, InstitutionAmend.self, SupportPledge.self, PledgeAmend.self,
            SupportDispatch.self, SupportDeliver.self, SupportConfirm.self, SupportWithdraw.self, SupportDecline.self,
            SupportMove.self, SupportRecord.self, SupportAmend.self,
        ],
        settings: [
            .number(
                "support.silent",
                Phrase(fa: "روزهای بی‌خبری از تعهد تا هشدار", en: "days until a pledge is silent"),
                1...365, 14)
        ])
}

/// What the rules about support read.
public protocol SupportRegistry {
    /// The pledges for a need, withdrawn ones too, by code.
    func pledges(for need: String) throws(DecideError) -> [Pledge]
    /// What was said of a pledge, in the order in which it was said.
    func supportLines(of pledge: String) throws(DecideError) -> [SupportLine]
    /// The institutions of that name, which is folded.
    func institutions(called name: String) throws(DecideError) -> [Institution]
    /// The open needs of an item and a unit, both folded: the soonest needed first, at most so many.
    func openNeeds(ofItem item: String, unit: String, limit: Int) throws(DecideError) -> [Need]
}

extension RefusalCode {
    /// More delivered than was dispatched.
    public static let exceedsDispatched = RefusalCode(rawValue: "exceeds-dispatched")
    /// More dispatched, or moved, than was promised.
    public static let exceedsPledged = RefusalCode(rawValue: "exceeds-pledged")
    /// A need of another item or unit than the pledge is for.
    public static let notMatching = RefusalCode(rawValue: "not-matching")
    /// The day by which a pledge is to be delivered is past already.
    public static let pastDue = RefusalCode(rawValue: "past-due")
    /// Handed over on a day before any of it was on the way.
    public static let beforeDispatch = RefusalCode(rawValue: "before-dispatch")
}
