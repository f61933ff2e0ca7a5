import Persian

/// `{"command":"campaign.deliver","campaign":"RM-1401","base":"B-01","household":"H-00001","quantity":1,"on":"1401/04/23"}`:
/// a base hands a household its package. Instead of its code the national ID of anybody of the household may be given.
///
/// The answer holds what is then at the base, and whether the household got two packages of which neither desk knew
/// (`double`) or the base handed out more than it had (`overdrawn`): both only for what was handed out elsewhere.
public struct CampaignDeliver: Adding {
    public static let name = "campaign.deliver"
    public static let title = Phrase(fa: "تحویل بسته به خانوار", en: "hand a package to a household")
    public static let nature = CommandNature.fact
    public static let overrides: [RefusalCode] = [.alreadyDelivered]
    public static let fields: [FieldUse<Delivery>] = [
        DeliveryFields.campaign.required, DeliveryFields.base.required, DeliveryFields.household.clearable,
        .also(DeliveryFields.nationalID.clearable), DeliveryFields.quantity.required, DeliveryFields.on.required,
        DeliveryFields.by.clearable, DeliveryFields.collectedBy.clearable,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value` where nobody is named, `unknown-value` where both a household and a person are.
    public static func check(_ given: Arguments) throws(Refusal) {
        let (code, person) = (given[DeliveryFields.household], given[DeliveryFields.nationalID])
        if code == nil, person == nil { throw .missing("household", HouseholdFields.household.phrase) }
        guard let person, code != nil else { return }
        throw .unknown(
            DeliveryFields.nationalID.name, DeliveryFields.nationalID.phrase, value: person.masked(),
            accepted: Phrase(
                fa: "یا کد خانوار یا کد ملی یکی از آن، نه هر دو",
                en: "either the code of the household or a national ID of it, not both"))
    }

    /// - Throws: `not-found`, `wrong-state` for a campaign that is not open.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[CampaignFields.campaign] else { return }
        try registry.existing(Campaign.self, code, field: "campaign").require([.open])
    }

    /// - Throws: `not-found`, also for a national ID that no household has, `stale`, `wrong-state`, `invalid-date`,
    ///   `insufficient-stock`; `already-delivered` unless a reason overrides it.
    public func prepare(
        _ delivery: inout Delivery, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let envelope = decision.envelope
        let campaign = try registry.existing(Campaign.self, delivery.campaign, field: "campaign")
        let household = try household(in: registry)
        try check(versionOf: household, envelope, in: registry)
        try campaign.require([.open])
        try campaign.check(delivery.on, today: envelope.day, field: "on")
        delivery.household = household.code
        let same = try household.judgedSame(in: registry)
        delivery.people = same.flatMap(\.people).reduce(into: household.people) { people, person in
            if !people.contains(person) { people.append(person) }
        }
        (delivery.account, delivery.at) = (envelope.account, envelope.at)
        delivery.station = envelope.origin?.station
        if envelope.isFactFromElsewhere(Self.self) {
            // It was handed out: what was answered for there stays answered for, whatever comes home first.
            if envelope.role == .supervisor || envelope.role == .administrator { delivery.reason = envelope.reason }
            return
        }
        // Whether anything is left there is no answer for somebody who was served.
        let before = decision.overrides.count
        try delivery.checkFirst(&decision, with: same, in: registry)
        if decision.overrides.count > before { delivery.reason = envelope.reason }
        try delivery.place.check(taking: delivery.quantity, in: registry)
    }

    private func household(in registry: some Registry) throws(DecideError) -> Household {
        if let code = given[DeliveryFields.household] {
            return try registry.existing(Household.self, code, field: "household")
        }
        let person = try given.require(DeliveryFields.nationalID).digits
        let all = try registry.households(of: person)
        if let own = all.first(where: { $0.head == person }) ?? all.first { return own }
        throw .refused(.noHousehold(of: person))
    }

    /// - Throws: what the store reports.
    public func follow(
        _ delivery: Delivery, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        var stock = try registry.stock(at: delivery.place)
        stock.count(delivery)
        decision.answer("atBase", .integer(stock.held))
        // Whoever knew of another one was refused or gave a reason.
        let isUnaware = decision.envelope.isFactFromElsewhere(Self.self)
        decision.answer("double", .bool(isUnaware ? try !delivery.doubles(in: registry).isEmpty : false))
        decision.answer("overdrawn", .bool(stock.held < 0))
        try delivery.warnOfRecent(&decision, in: registry)
    }
}

extension Refusal {
    /// `not-found`: a national ID that no household has.
    fileprivate static func noHousehold(of person: String) -> Refusal {
        Refusal(
            .notFound, field: "nationalID",
            Phrase(
                fa:
                    "در این پرونده هیچ خانواری کد ملی \(persianDigits(person)) ندارد؛ رقم‌ها را با کارت بسنجید و خانوار را، اگر از آنِ قرارگاهی دیگر نیست، نخست ثبت کنید.",
                en:
                    "No household in this file has the national ID \(person); compare it with the card, and record the household first unless it is another base's."
            ))
    }
}

/// `{"command":"campaign.miss","campaign":"RM-1401","base":"B-01","household":"H-00003","reason":"absent","on":"1401/04/23"}`:
/// a base wanted to serve a household and could not.
public struct CampaignMiss: Adding {
    public static let name = "campaign.miss"
    public static let title = Phrase(fa: "ثبت تحویل‌نشده", en: "record a household that was not served")
    public static let nature = CommandNature.fact
    public static let fields: [FieldUse<Miss>] = [
        MissFields.campaign.required, MissFields.base.required, MissFields.household.required,
        MissFields.reason.required, MissFields.on.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state` for a campaign that is not open.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[CampaignFields.campaign] else { return }
        try registry.existing(Campaign.self, code, field: "campaign").require([.open])
    }

    /// - Throws: `not-found`, `stale`, `wrong-state`, `invalid-date`.
    public func prepare(
        _ miss: inout Miss, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let envelope = decision.envelope
        let campaign = try registry.existing(Campaign.self, miss.campaign, field: "campaign")
        let household = try registry.existing(Household.self, miss.household, field: "household")
        try check(versionOf: household, envelope, in: registry)
        try campaign.require([.open])
        try campaign.check(miss.on, today: envelope.day, field: "on")
        (miss.account, miss.at) = (envelope.account, envelope.at)
        if let served = try household.served(in: campaign.code, registry), served.on <= miss.on {
            decision.warn(
                Warning(
                    .alreadyDelivered,
                    Phrase(
                        fa:
                            "این خانوار در \(served.on.dayAndMonth(.persian)) بسته‌اش را گرفته بود؛ اگر «تحویل‌نشده» اشتباه است، آن را باطل کنید.",
                        en:
                            "This household had got its package on \(served.on.dayAndMonth(.english)); if this miss is a slip, void it."
                    )))
        }
    }
}

extension Miss {
    /// It belongs to a day of its campaign.
    ///
    /// - Throws: `invalid-date`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if let campaign = try registry.find(Campaign.self, key: campaign) {
            try campaign.check(on, today: on, field: "on")
        }
    }
}
