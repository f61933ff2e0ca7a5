import Persian

/// `{"command":"campaign.open","code":"RM-1401","title":…,"from":"1401/04/19","to":"1401/04/27","target":17000}` → open.
public struct CampaignOpen: Adding {
    public static let name = "campaign.open"
    public static let title = Phrase(fa: "آغاز رزمایش", en: "open a campaign")
    public static let fields: [FieldUse<Campaign>] = [
        CampaignFields.code.coined, CampaignFields.title.required, CampaignFields.from.required,
        CampaignFields.to.required, CampaignFields.target.required, CampaignFields.contents.clearable,
        CampaignFields.worth.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date` for an end before the beginning.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let from = given[CampaignFields.from], let to = given[CampaignFields.to], to < from else { return }
        throw .endBeforeBeginning("to", from: from, to: to)
    }
}

/// `{"command":"campaign.amend","code":"RM-1401","to":"1401/04/30"}`: what is absent stays as it was.
public struct CampaignAmend: AmendingInState {
    public static let name = "campaign.amend"
    public static let title = Phrase(fa: "ویرایش رزمایش", en: "amend a campaign")
    public static let from: [CampaignState] = [.open]
    public static let fields: [FieldUse<Campaign>] = [
        CampaignFields.code.required, CampaignFields.title.kept, CampaignFields.from.kept, CampaignFields.to.kept,
        CampaignFields.target.kept, CampaignFields.contents.clearable, CampaignFields.worth.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"campaign.reconcile","code":"RM-1401"}`: open → reconciled, once it is judged which households are one.
public struct CampaignReconcile: Transition {
    public static let name = "campaign.reconcile"
    public static let title = Phrase(fa: "تطبیق رزمایش", en: "reconcile a campaign")
    public typealias Subject = Campaign
    public static let from: [CampaignState] = [.open]
    public static let to = CampaignState.reconciled
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-complete` while suspects are undecided.
    public func check(_ campaign: Campaign, in registry: some Registry) throws(DecideError) {
        let count = try registry.undecidedSuspectsCount()
        guard count > 0 else { return }
        let pairs = try registry.undecidedSuspects(limit: 3).map {
            Phrase(fa: "\($0.a) و \($0.b)", en: "\($0.a) and \($0.b)")
        }.listed()
        let more = count > 3 ? "، …" : ""
        throw .refused(
            Refusal(
                .notComplete,
                Phrase(
                    fa:
                        "\(count) جفت خانوار شاید یکی باشند و هنوز درباره‌شان نظری ثبت نشده است: \(pairs)\(more)؛ در «همانندها» بگویید یکی هستند یا جدا، سپس تطبیق کنید.",
                    en:
                        "\(count, "pair") of households may be one and nobody has judged yet: \(pairs)\(count > 3 ? ", …" : ""); judge under “Suspects” whether they are the same, then reconcile."
                )))
    }
}

/// `{"command":"campaign.close","code":"RM-1401"}`: reconciled → closed.
public struct CampaignClose: Transition {
    public static let name = "campaign.close"
    public static let title = Phrase(fa: "بستن رزمایش", en: "close a campaign")
    public typealias Subject = Campaign
    public static let from: [CampaignState] = [.reconciled]
    public static let to = CampaignState.closed
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
