import Persian

extension Camp {
    /// The longest camp that needs no reason, and the shortest usual one in a village.
    static let longest = 14
    static let shortestInVillage = 7
    /// The longest that the office knows in a neighbourhood, with a reason.
    static let longestInNeighbourhood = 3

    /// Reports and attendance are of a camp that has people in the field.
    func requireInField() throws(DecideError) { try require([.running, .suspended]) }

    /// A span that ends before it begins.
    static func check(_ from: Day, _ to: Day) throws(Refusal) {
        if to < from { throw .endBeforeBeginning("to", from: from, to: to) }
    }

    /// Refuses groups that are not there or, when they are new to the camp, not registered.
    func checkGroups(beside old: [CampGroup], in registry: some Registry) throws(DecideError) {
        var found: [Group] = []
        for part in groups { found.append(try registry.existing(Group.self, part.group, field: "groups")) }
        for group in found where !old.contains(where: { $0.group == group.code }) {
            try group.requireForCamp(field: "groups")
        }
    }

    /// A neighbourhood camp is one day long, and three at the very most.
    func checkNeighbourhood() throws(DecideError) {
        guard kind == .neighbourhood, length > Self.longestInNeighbourhood else { return }
        throw .refused(
            Refusal(
                .campLength, field: "to",
                Phrase(
                    fa:
                        "اردوی محله یک روز است و با اجازه ناظر تا \(persianDigits(Self.longestInNeighbourhood)) روز، ولی این اردو \(persianDigits(length)) روز دارد؛ آن را کوتاه کنید یا نوعش را «روستا» بگذارید.",
                    en:
                        "A neighbourhood camp lasts one day, or up to \(Self.longestInNeighbourhood) with a supervisor's reason, but this one has \(length); shorten it, or make it a village camp."
                )))
    }

    /// A longer camp than its kind usually is needs a reason.
    func checkNotTooLong(_ decision: inout Decision) throws(DecideError) {
        if kind == .neighbourhood, length > 1 {
            try decision.override(
                tooLong(
                    Phrase(
                        fa: "اردوی محله یک‌روزه است",
                        en: "A neighbourhood camp lasts one day")))
        }
        if kind == .village, length > Self.longest {
            try decision.override(
                tooLong(
                    Phrase(
                        fa: "اردو ۱ تا \(persianDigits(Self.longest)) روز است",
                        en: "A camp lasts 1 to \(Self.longest) days")))
        }
    }

    private func tooLong(_ rule: Phrase) -> Refusal {
        Refusal(
            .campLength, field: "to",
            Phrase(
                fa:
                    "\(rule) و این اردو \(persianDigits(length)) روز دارد؛ آن را کوتاه کنید، یا ناظر یا مدیر علت بنویسد.",
                en:
                    "\(rule) and this one has \(length); shorten it, or have a supervisor or administrator give a reason."
            ))
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
                            "The group \(group.code) (\(group.name)) has \(group.size, "person", plural: "people"), but the camp counts on \(part.headcount)."
                    )))
        }
        for part in groups {
            // One that was closed early is over.
            let others = try registry.camps(of: part.group, during: days).filter {
                $0.code != code && $0.lastDay >= from
            }
            for other in others.prefix(3) { decision.warn(other.clash(of: part.group)) }
        }
    }

    private func clash(of group: String) -> Warning {
        Warning(
            .overlap,
            Phrase(
                fa:
                    "گروه \(group) در همین روزها در اردوی \(code) (\(title)، \(from.jalaliText(.persian)) تا \(lastDay.jalaliText(.persian))) هم هست.",
                en:
                    "The group \(group) is also at the camp \(code) (\(title), \(from.jalaliText(.english)) to \(lastDay.jalaliText(.english))) on these days."
            ))
    }

    /// What was reported, attended or suffered lies within the camp's days.
    ///
    /// - Throws: `invalid-date`.
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

    /// Refuses a day outside the camp or still to come, and names the days that are neither.
    func check(_ day: Day, today: Day, field: String) throws(DecideError) {
        let last = min(lastDay, today)
        if from <= day, day <= last { return }
        let isOutside = day < from || day > lastDay
        let why =
            isOutside
            ? Phrase(
                fa: "\(day.jalaliText(.persian)) در روزهای اردوی \(code) نیست",
                en: "\(day.jalaliText(.english)) is no day of the camp \(code)")
            : Phrase(
                fa: "\(day.jalaliText(.persian)) هنوز نیامده است", en: "\(day.jalaliText(.english)) is still to come")
        let accepted =
            last < from
            ? Phrase(
                fa: "این اردو تازه در \(from.jalaliText(.persian)) آغاز می‌شود؛ تا آن روز چیزی برای آن ثبت نمی‌شود",
                en: "the camp begins only on \(from.jalaliText(.english)); nothing is recorded of it before")
            : last == from
                ? Phrase(
                    fa: "تنها \(from.jalaliText(.persian)) پذیرفته است",
                    en: "accepted: \(from.jalaliText(.english)) alone")
                : Phrase(
                    fa: "از \(from.jalaliText(.persian)) تا \(last.jalaliText(.persian)) پذیرفته است",
                    en: "accepted: \(from.jalaliText(.english)) to \(last.jalaliText(.english))")
        throw .refused(
            Refusal(
                .invalidDate, field: field, Phrase(fa: "\(why)؛ \(accepted).", en: "\(why); \(accepted).")))
    }

    /// A report of more people than the camp's groups send.
    func warnOfCrowd(_ report: DailyReport, _ decision: inout Decision) {
        guard report.present > headcount else { return }
        decision.warn(
            Warning(
                .capacity,
                Phrase(
                    fa:
                        "گروه‌های اردوی \(code) \(persianDigits(headcount)) نفر می‌فرستند، ولی \(persianDigits(report.present)) نفر حاضر نوشته شده است؛ اگر اشتباه است، گزارش را اصلاح کنید.",
                    en:
                        "The groups of the camp \(code) send \(headcount, "person", plural: "people"), but \(report.present) reported present; if that is a slip, correct the report."
                )))
    }
}

extension Group {
    /// Every group of a camp is registered.
    func requireForCamp(field: String) throws(DecideError) {
        if state == .registered { return }
        throw .refused(
            Refusal(
                .wrongState, field: field,
                Phrase(
                    fa:
                        "گروه \(code) (\(name)) «\(state.phrase)» است؛ تنها گروه‌های ثبت‌شده به اردو می‌روند: نخست آن را بازگردانید.",
                    en:
                        "The group \(code) (\(name)) is \(state.phrase); only registered groups hold camps: reinstate it first."
                )))
    }
}

extension Sequence where Element == Phrase {
    /// "one or two" in both languages.
    func alternatives() -> Phrase {
        let all = Array(self)
        return all.joined(fa: " یا ", en: " or ")
    }
}

extension DailyReport {
    /// Where sisters or brothers are given both are, and they add up to those present.
    static func check(present: Int, sisters: Int?, brothers: Int?) throws(Refusal) {
        guard sisters != nil || brothers != nil else { return }
        let sum = (sisters ?? 0) + (brothers ?? 0)
        if sisters != nil, brothers != nil, sum == present { return }
        let missing = sisters == nil ? ReportFields.sisters.phrase : ReportFields.brothers.phrase
        let rest = present - sum
        let isComplete = sisters != nil && brothers != nil
        throw Refusal(
            .invalidNumber, field: sisters == nil ? "sisters" : "brothers",
            isComplete
                ? Phrase(
                    fa:
                        "خواهران (\(persianDigits(sisters ?? 0))) و برادران (\(persianDigits(brothers ?? 0))) با هم \(persianDigits(sum)) می‌شوند، نه \(persianDigits(present)) که حاضر نوشته شده است؛ یکی را درست کنید.",
                    en:
                        "Sisters (\(sisters ?? 0)) and brothers (\(brothers ?? 0)) are \(sum) together, not the \(present) that were present; mend one of them."
                )
                : Phrase(
                    fa:
                        "«\(missing)» هم باید نوشته شود\(rest >= 0 ? "؛ از \(persianDigits(present)) حاضر \(persianDigits(rest)) نفر می‌ماند" : "")، یا هیچ‌یک از خواهران و برادران.",
                    en:
                        "\(missing.capitalisedFirst) are needed too\(rest >= 0 ? " (of the \(present) present \(rest) are left)" : ""), or neither sisters nor brothers."
                ))
    }

    /// A report lies within its camp's days, and one report a day is current.
    ///
    /// - Throws: `invalid-date`, `overlap`.
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
    ///
    /// - Throws: `invalid-date`, `overlap`.
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
    ///
    /// - Throws: `invalid-date`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if let code = camp, let camp = try registry.find(Camp.self, key: code) {
            try camp.check(when.day, today: when.day, field: "when")
        }
        if let code = point, let point = try registry.find(ServicePoint.self, key: code) {
            try point.check(when.day, field: "when", today: when.day)
        }
    }
}

extension Camp: NeedBearer {
    static var needSubject: NeedSubject { .camp }
    func requireForNeed() throws(DecideError) { try require([.planned, .approved, .running, .suspended]) }
}
