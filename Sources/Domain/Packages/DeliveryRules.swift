import Persian

extension Household {
    /// The households that were judged to be the same as it.
    func judgedSame(in registry: some Registry) throws(DecideError) -> [Household] {
        var same: [Household] = []
        for verdict in try registry.verdicts(about: code) where verdict.verdict == .same {
            if let other = try registry.find(Household.self, key: verdict.other(than: code)) { same.append(other) }
        }
        return same
    }

    /// What its people, or a household that was judged to be the same, got first in a campaign: for this the desk refuses it
    /// another package.
    ///
    /// - Throws: what the store reports.
    public func served(in campaign: String, _ registry: some Registry) throws(DecideError) -> Delivery? {
        let same = try judgedSame(in: registry).map { Delivery.recipient($0.code) }
        return try registry.deliveries(of: campaign, toAnyOf: people + [Delivery.recipient(code)] + same).first
    }

    /// Warns of the people who are recorded in other households too: each pair is a suspect.
    func warnOfOthers(_ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        for person in people {
            let others = try registry.households(of: person).filter { $0.code != code }
            guard let other = others.first else { continue }
            let title = try other.title(in: registry)
            decision.warn(
                Warning(
                    .overlap,
                    Phrase(
                        fa:
                            "\(persianDigits(person)) در \(title) هم ثبت شده است؛ در «همانندها» بگویید یکی هستند یا جدا.",
                        en:
                            "\(person) is recorded in the \(title) too; judge under “Suspects” whether they are the same."
                    )))
        }
    }
}

extension Delivery {
    /// What the same household or its people got in the same campaign besides, the earliest first.
    ///
    /// - Throws: what the store reports.
    public func others(in registry: some Registry) throws(DecideError) -> [Delivery] {
        try registry.deliveries(of: campaign, toAnyOf: recipients).filter { $0.id != id }
    }

    /// Deliveries to one household that neither knew of the other, so that both are flagged: what was answered for by a
    /// reason is none.
    ///
    /// - Throws: what the store reports.
    public func doubles(in registry: some Registry) throws(DecideError) -> [Delivery] {
        if reason != nil { return [] }
        return try others(in: registry).filter { $0.reason == nil }
    }

    /// A second package for a household wants an answer, unless it was handed out where nobody could know.
    ///
    /// - Parameter same: the households that were judged to be the same.
    /// - Throws: `already-delivered`, unless a reason overrides it.
    func checkFirst(
        _ decision: inout Decision, with same: [Household], in registry: some Registry
    ) throws(DecideError) {
        let all = recipients + same.map { Self.recipient($0.code) }
        if let earlier = try registry.deliveries(of: campaign, toAnyOf: all).first {
            try decision.override(try earlier.refusal(in: registry))
        } else if try registry.isServedElsewhere(anyOf: all, in: campaign) {
            try decision.override(.servedElsewhere(household, campaign))
        }
    }

    private func refusal(in registry: some Registry) throws(DecideError) -> Refusal {
        let place = try place.title(in: registry)
        let whom = try registry.title(of: Household.self, household)
        return Refusal(
            .alreadyDelivered, field: "household",
            Phrase(
                fa:
                    "\(whom) در رزمایش \(campaign) بسته گرفته است: \(on.jalaliText(.persian))، \(place)، \(quantity) بسته؛ برای بسته‌ای دیگر ناظر یا مدیر علت بنویسد.",
                en:
                    "The \(whom) got its package in \(campaign): on \(on.jalaliText(.english)) from \(place), \(quantity, "package"); for another one a supervisor or administrator gives a reason."
            ))
    }

    /// Warns of a package that the household got in another campaign a short while ago.
    func warnOfRecent(_ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        let window = try registry.setting("packages.window").integer ?? 30
        let days = on.advanced(by: -window)...on
        let recent = try registry.deliveries(toAnyOf: recipients, during: days).last { $0.campaign != campaign }
        guard let recent else { return }
        let place = try recent.place.title(in: registry)
        let ago =
            recent.on == on
            ? Phrase(fa: "همان روز", en: "the same day")
            : Phrase(fa: "\(persianDigits(on - recent.on)) روز پیش", en: "\(on - recent.on, "day") ago")
        decision.warn(
            Warning(
                .recentlyServed,
                Phrase(
                    fa:
                        "این خانوار \(ago) (\(recent.on.jalaliText(.persian))) در رزمایش \(recent.campaign) از \(place) بسته گرفته است.",
                    en:
                        "This household got a package \(ago) (\(recent.on.jalaliText(.english))) in \(recent.campaign) from \(place)."
                )))
    }

    /// A household gets no second package by undoing, unless it was answered for or handed out elsewhere.
    ///
    /// - Throws: `already-delivered`, `invalid-date`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if let campaign = try registry.find(Campaign.self, key: campaign) {
            try campaign.check(on, today: on, field: "on")
        }
        // A new one was held to it before it had its id.
        guard reason == nil, station == nil, !id.isEmpty else { return }
        let others = try others(in: registry).filter {
            !moving.contains($0.id) && $0.reason == nil && $0.station == nil
        }
        if let other = others.first { throw .refused(try other.refusal(in: registry)) }
    }
}

extension Refusal {
    /// What a pack knows of the households of others: that they were served.
    fileprivate static func servedElsewhere(_ household: String, _ campaign: String) -> Refusal {
        Refusal(
            .alreadyDelivered, field: "household",
            Phrase(
                fa:
                    "یکی از خانوار \(household) پیش از ساختن این بسته همراه در رزمایش \(campaign) از جای دیگری بسته گرفته است؛ برای بسته‌ای دیگر ناظر یا مدیر علت بنویسد.",
                en:
                    "Somebody of the household \(household) got a package in \(campaign) from elsewhere before this pack was made; for another one a supervisor or administrator gives a reason."
            ))
    }
}

/// Runs that a group made with packages, as evidence that it is active: one for each delivery.
public enum DeliveryRuns: ActivitySource {
    public static let id = "deliveries"
    public static let title = Phrase(fa: "تحویل بسته", en: "package deliveries")

    /// - Throws: nothing.
    public static func evidence(of record: any Record, in registry: some Registry) throws(DecideError) -> [Evidence] {
        guard let delivery = record as? Delivery, let group = delivery.by else { return [] }
        return [Evidence(group: group, month: JalaliMonth(of: delivery.on), source: id)]
    }
}
