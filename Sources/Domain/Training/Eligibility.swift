import Persian

/// Whether somebody may attend a course, and why: what the person holds on the course's first day, or what is
/// missing.
///
///     let judged = try registry.eligibility(of: person, for: .councilAndBaseHeads, on: course.from)
///     judged.reason.en  // "was head of the council SH-01 until 1 Tir 1401"
public struct Eligibility: Hashable, Sendable {
    public let mayAttend: Bool
    public let reason: Phrase
}

extension Audience {
    /// What is needed, and when: "needs the headship of a council or base on 15 Mordad 1401".
    public func rule(on day: Day) -> Phrase {
        let (fa, en) = (day.longText(.jalali, .persian), day.longText(.jalali, .english))
        return switch self {
        case .councilAndBaseHeads:
            Phrase(
                fa: "در \(fa) باید مسئول شورا یا قرارگاه باشد",
                en: "needs the headship of a council or base on \(en)")
        case .groupsAndMediaLiaisons:
            Phrase(
                fa: "در \(fa) باید مسئول، رابط رسانه یا عضو گروهی ثبت‌شده باشد",
                en: "must be head, liaison or member of a registered group on \(en)")
        case .anyone: Phrase(fa: "برای همگان است", en: "is open to anyone")
        }
    }
}

/// Something dated that a person holds or held in a body: an office or a membership.
private struct Holding {
    let body: any Body
    /// Nil for a membership.
    let office: Office?
    let from: Day
    let to: Day?

    func holds(on day: Day) -> Bool { from <= day && to.map { day <= $0 } ?? true }

    /// "head of base B-01", with what bars it.
    var label: Phrase {
        let kind = type(of: body).kind.phrase
        let role = office?.phrase ?? Phrase(fa: "عضو", en: "member")
        return Phrase(fa: "\(role) \(kind) \(body.code)", en: "\(role) of the \(kind) \(body.code)")
    }

    func suits(_ audience: Audience) -> Bool {
        switch audience {
        case .councilAndBaseHeads: office == .head && !(body is Group)
        case .groupsAndMediaLiaisons: body is Group
        case .anyone: true
        }
    }

    /// Whether the group stands: only registered ones count.
    var stands: Bool { (body as? Group).map { $0.state == .registered } ?? true }
}

extension Registry {
    /// Judges whether somebody may attend what is for an audience, by what he or she holds on a day. Reads the terms and
    /// memberships of that person alone.
    ///
    /// - Throws: what the store reports.
    public func eligibility(
        of person: String, for audience: Audience, on day: Day
    ) throws(DecideError) -> Eligibility {
        if audience == .anyone { return Eligibility(mayAttend: true, reason: audience.rule(on: day)) }
        let holdings = try holdings(of: person)
        let suiting = holdings.filter { $0.suits(audience) }
        if let held = suiting.first(where: { $0.stands && $0.holds(on: day) }) {
            return Eligibility(mayAttend: true, reason: held.since)
        }
        return Eligibility(mayAttend: false, reason: Self.lack(suiting, holdings.filter { $0.holds(on: day) }, day))
    }

    private func holdings(of person: String) throws(DecideError) -> [Holding] {
        var holdings: [Holding] = []
        for term in try terms(ofPerson: person) {
            guard let body = try body(term.body) else { continue }
            holdings.append(Holding(body: body, office: term.office, from: term.from, to: term.to))
        }
        for membership in try memberships(ofPerson: person) {
            guard let body = try body(membership.group) else { continue }
            holdings.append(Holding(body: body, office: nil, from: membership.from, to: membership.to))
        }
        return holdings
    }

    /// What comes nearest to what is needed: a group that does not stand, what ended or is still to begin, or what the
    /// person holds instead.
    private static func lack(_ suiting: [Holding], _ held: [Holding], _ day: Day) -> Phrase {
        if let fallen = suiting.first(where: { $0.holds(on: day) }), let group = fallen.body as? Group {
            return Phrase(
                fa: "\(fallen.label) است که «\(group.state.phrase)» است",
                en: "is \(fallen.label), which is \(group.state.phrase)")
        }
        let ended = suiting.filter { $0.to.map { $0 < day } ?? false }.max { ($0.to ?? day) < ($1.to ?? day) }
        if let ended, let last = ended.to {
            return Phrase(
                fa: "تا \(last.longText(.jalali, .persian)) \(ended.label) بود",
                en: "was \(ended.label) until \(last.longText(.jalali, .english))")
        }
        if let coming = suiting.filter({ $0.from > day }).min(by: { $0.from < $1.from }) {
            return Phrase(
                fa: "تازه از \(coming.from.longText(.jalali, .persian)) \(coming.label) می‌شود",
                en: "becomes \(coming.label) only on \(coming.from.longText(.jalali, .english))")
        }
        guard !held.isEmpty else {
            return Phrase(
                fa: "در آن روز نه سمتی دارد و نه عضو گروهی است", en: "holds no office and is in no group on that day")
        }
        let labels = held.prefix(2).map(\.label).listed()
        return Phrase(fa: "تنها \(labels) است", en: "is only \(labels)")
    }
}

extension Holding {
    /// "head of the base B-01 since 1 Farvardin 1400"
    fileprivate var since: Phrase {
        Phrase(
            fa: "\(label) از \(from.longText(.jalali, .persian))",
            en: "\(label) since \(from.longText(.jalali, .english))")
    }
}
