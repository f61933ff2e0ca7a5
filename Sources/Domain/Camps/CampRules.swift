import Persian

extension Camp {
    /// The longest camp that needs no reason, and the shortest usual one in a village.
    static let longest = 14
    static let shortestInVillage = 7

    /// Refuses as `wrong-state` unless the camp is in one of these states.
    func require(_ states: [CampState]) throws(DecideError) {
        if states.contains(state) { return }
        throw .refused(.wrongState(label, is: state.phrase, accepted: states.map(\.phrase).alternatives()))
    }

    /// A span that ends before it begins.
    static func check(_ from: Day, _ to: Day) throws(Refusal) {
        if to < from { throw .endBeforeBeginning("to", from: from, to: to) }
    }

    /// Refuses groups that are not there or, when they are new to the camp, not registered.
    func checkGroups(beside old: [CampGroup], in registry: some Registry) throws(DecideError) -> [Group] {
        var found: [Group] = []
        for part in groups { found.append(try registry.existing(Group.self, part.group, field: "groups")) }
        return found.filter { group in !old.contains { $0.group == group.code } }
    }

    /// A neighbourhood camp is one day long.
    func checkOneDay() throws(DecideError) {
        guard kind == .neighbourhood, length != 1 else { return }
        throw .refused(
            Refusal(
                .campLength, field: "to",
                Phrase(
                    fa:
                        "اردوی محله یک‌روزه است، ولی این اردو \(persianDigits(length)) روز دارد؛ پایان را همان روز آغاز بگذارید یا نوع را «روستا» کنید.",
                    en:
                        "A neighbourhood camp lasts one day, but this one has \(length) days; end it on the day it begins, or make it a village camp."
                )))
    }

    /// A camp of more than fourteen days needs a reason.
    func checkNotTooLong(_ decision: inout Decision) throws(DecideError) {
        guard length > Self.longest else { return }
        try decision.override(
            Refusal(
                .campLength, field: "to",
                Phrase(
                    fa:
                        "اردو ۱ تا \(persianDigits(Self.longest)) روز است و این اردو \(persianDigits(length)) روز دارد؛ آن را کوتاه کنید، یا ناظر یا مدیر علت بنویسد (reason).",
                    en:
                        "A camp lasts 1 to \(Self.longest) days and this one has \(length); shorten it, or have a supervisor or administrator give a reason."
                )))
    }

    /// What the sender should know: a short village camp, more people than a group has, a group at two camps.
    func warn(_ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        if kind == .village, length < Self.shortestInVillage {
            decision.warn(
                Warning(
                    .campLength,
                    Phrase(
                        fa: "اردوی روستا معمولاً ۷ تا ۱۴ روز است؛ این اردو \(persianDigits(length)) روز دارد.",
                        en: "A village camp usually lasts 7 to 14 days; this one has \(length).")))
        }
        for part in groups {
            guard let group = try registry.find(Group.self, key: part.group), part.headcount > group.size else {
                continue
            }
            decision.warn(
                Warning(
                    .capacity,
                    Phrase(
                        fa:
                            "گروه \(group.code) (\(group.name)) \(persianDigits(group.size)) نفر دارد، ولی \(persianDigits(part.headcount)) نفر برای اردو نوشته شده است.",
                        en:
                            "The group \(group.code) (\(group.name)) has \(group.size) people, but \(part.headcount) are put down for the camp."
                    )))
        }
        for part in groups {
            let others = try registry.camps(of: part.group, during: days).filter { $0.code != code }
            for other in others.prefix(3) { decision.warn(other.clash(of: part.group)) }
        }
    }

    private func clash(of group: String) -> Warning {
        Warning(
            .overlap,
            Phrase(
                fa:
                    "گروه \(group) در همین روزها در اردوی \(code) (\(title)، \(from.jalaliText(.persian)) تا \(to.jalaliText(.persian))) هم هست.",
                en:
                    "The group \(group) is also at the camp \(code) (\(title), \(from.jalaliText(.english)) to \(to.jalaliText(.english))) on these days."
            ))
    }

    /// What was reported, attended or suffered lies within the camp's days.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let recorded = try registry.recordedDays(of: code) else { return }
        guard recorded.lowerBound < from || recorded.upperBound > to else { return }
        throw .refused(
            Refusal(
                .invalidDate, field: recorded.lowerBound < from ? "from" : "to",
                Phrase(
                    fa:
                        "از اردوی \(code) در \(recorded.lowerBound.jalaliText(.persian)) تا \(recorded.upperBound.jalaliText(.persian)) گزارش، حضور یا حادثه ثبت شده است؛ روزهای اردو باید این‌ها را در بر گیرد.",
                    en:
                        "The camp \(code) has reports, attendance or incidents from \(recorded.lowerBound.jalaliText(.english)) to \(recorded.upperBound.jalaliText(.english)); its days must include these."
                )))
    }

    /// Refuses a day outside the camp or still to come.
    func check(_ day: Day, today: Day, field: String) throws(DecideError) {
        guard days.contains(day) else {
            throw .refused(
                Refusal(
                    .invalidDate, field: field,
                    Phrase(
                        fa:
                            "\(day.jalaliText(.persian)) در روزهای اردوی \(code) نیست؛ از \(from.jalaliText(.persian)) تا \(to.jalaliText(.persian)) پذیرفته است.",
                        en:
                            "\(day.jalaliText(.english)) is no day of the camp \(code); accepted: \(from.jalaliText(.english)) to \(to.jalaliText(.english))."
                    )))
        }
        guard day <= today else {
            throw .refused(
                Refusal(
                    .invalidDate, field: field,
                    Phrase(
                        fa:
                            "\(day.jalaliText(.persian)) هنوز نیامده است؛ تا امروز (\(today.jalaliText(.persian))) پذیرفته است.",
                        en:
                            "\(day.jalaliText(.english)) is still to come; accepted: up to today (\(today.jalaliText(.english)))."
                    )))
        }
    }
}

extension Group {
    /// Every group of a camp is registered.
    func requireForCamp() throws(DecideError) {
        if state == .registered { return }
        throw .refused(
            Refusal(
                .wrongState, field: "groups",
                Phrase(
                    fa:
                        "گروه \(code) (\(name)) «\(state.phrase.fa)» است؛ تنها گروه‌های ثبت‌شده به اردو می‌روند: نخست آن را بازگردانید (group.reinstate).",
                    en:
                        "The group \(code) (\(name)) is \(state.phrase.en); only registered groups hold camps: reinstate it first (group.reinstate)."
                )))
    }
}

extension Sequence where Element == Phrase {
    /// "one or two" in both languages.
    func alternatives() -> Phrase {
        let all = Array(self)
        return Phrase(fa: all.map(\.fa).joined(separator: " یا "), en: all.map(\.en).joined(separator: " or "))
    }
}

extension DailyReport {
    /// A report lies within its camp's days, and one report a day is current.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if let camp = try registry.find(Camp.self, key: camp) { try camp.check(day, today: day, field: "day") }
        guard state == .current else { return }
        let others = try registry.reports(of: camp)
        let other = others.first { $0.day == day && $0.state == .current && $0.id != id && !moving.contains($0.id) }
        guard let other else { return }
        throw .refused(
            Refusal(
                .overlap, field: "day",
                Phrase(
                    fa:
                        "برای \(day.jalaliText(.persian)) اردوی \(camp) گزارش دیگری (\(other.author)) معتبر است؛ نخست آن را بازگردانید.",
                    en:
                        "Another report (by \(other.author)) is current for \(day.jalaliText(.english)) of the camp \(camp); take that back first."
                )))
    }
}

extension Attendance {
    /// Nobody is at two camps on one day.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if let camp = try registry.find(Camp.self, key: camp) { try camp.check(day, today: day, field: "day") }
        for person in people {
            guard let other = try registry.camps(attendedBy: person, on: day).first(where: { $0 != camp }) else {
                continue
            }
            let name = try registry.find(Person.self, key: person)?.fullName ?? person
            throw .refused(
                Refusal(
                    .overlap, field: "people",
                    Phrase(
                        fa:
                            "«\(name)» در \(day.jalaliText(.persian)) در اردوی \(other) حاضر است؛ یک نفر در یک روز تنها در یک اردو است: نخست او را از آنجا بردارید.",
                        en:
                            "“\(name)” is at the camp \(other) on \(day.jalaliText(.english)); a person is at one camp a day: take the name off there first."
                    )))
        }
    }
}

extension Incident {
    /// It happened on one of the camp's days, or while the point was open.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if let code = camp, let camp = try registry.find(Camp.self, key: code) {
            try camp.check(when.day, today: when.day, field: "when")
        }
        if let code = point, let point = try registry.find(ServicePoint.self, key: code) {
            try point.check(when.day, field: "when", today: when.day)
        }
    }
}
