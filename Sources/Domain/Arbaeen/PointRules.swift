import Persian

extension ServicePoint {
    /// Refuses as `wrong-state` unless the point is in one of these states.
    func require(_ states: [PointState]) throws(DecideError) {
        if states.contains(state) { return }
        throw .refused(.wrongState(label, is: state.phrase, accepted: states.map(\.phrase).alternatives()))
    }

    /// Before it is closed.
    static let current: [PointState] = [.planned, .licensed, .open]

    /// Opening needs a permit that holds on that day.
    func checkPermit(on day: Day) throws(DecideError) {
        guard let validUntil else {
            throw .refused(.wrongState(label, is: state.phrase, accepted: PointState.licensed.phrase))
        }
        guard validUntil < day else { return }
        throw .refused(
            Refusal(
                .permitExpired, field: "on",
                Phrase(
                    fa:
                        "مجوز \(permit ?? "") نقطه \(code) تا \(validUntil.jalaliText(.persian)) اعتبار دارد و در \(day.jalaliText(.persian)) معتبر نیست؛ روزی تا آن تاریخ بنویسید یا مجوز تازه ثبت کنید (point.license).",
                    en:
                        "The permit \(permit ?? "") of the point \(code) is valid until \(validUntil.jalaliText(.english)), not on \(day.jalaliText(.english)); write a day up to then, or record a new permit (point.license)."
                )))
    }

    /// Lodging needs a physician, a nurse and somebody for lost persons on every shift of that day.
    func checkLodging(on day: Day, in registry: some Registry) throws(DecideError) {
        guard service(.lodging) != nil else { return }
        let shifts = try registry.shifts(at: code, during: day.moments(in: zone))
        var gaps = shifts.compactMap { shift -> Phrase? in
            guard let missing = shift.missingForLodging else { return nil }
            let hours = Phrase(fa: shift.hours(.persian), en: shift.hours(.english))
            return Phrase(
                fa: "\(shift.code) (\(hours.fa)): \(missing.fa)", en: "\(shift.code) (\(hours.en)): \(missing.en)")
        }
        if shifts.isEmpty { gaps = [Phrase(fa: "شیفتی در این روز نیست", en: "there is no shift on that day")] }
        guard !gaps.isEmpty else { return }
        let listed = gaps.listed()
        throw .refused(
            Refusal(
                .notComplete, field: "on",
                Phrase(
                    fa:
                        "نقطه \(code) اسکان دارد و در \(day.jalaliText(.persian)) هر شیفت آن پزشک، پرستار و مسئول گمشدگان می‌خواهد؛ کمبودها: \(listed.fa).",
                    en:
                        "The point \(code) lodges people, so each of its shifts on \(day.jalaliText(.english)) needs a physician, a nurse and somebody for lost persons; the gaps: \(listed.en)."
                )))
    }

    /// What was counted or befell somebody lies within the days on which it is open.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let recorded = try registry.recordedMoments(of: code) else { return }
        let days = [recorded.lowerBound, recorded.upperBound].map { $0.day(in: zone) }
        for day in days { try check(day, field: "on", today: day) }
    }

    /// Refuses a day on which it was not open, or that is still to come.
    func check(_ day: Day, field: String, today: Day) throws(DecideError) {
        let isOpen = state.hasOpened && openedOn.map { $0 <= day } ?? false && closedOn.map { day <= $0 } ?? true
        if isOpen, day <= today { return }
        let from = openedOn.map { Phrase(fa: $0.jalaliText(.persian), en: $0.jalaliText(.english)) }
        let last = min(closedOn ?? today, today)
        let accepted =
            from.map {
                Phrase(
                    fa: "از \($0.fa) تا \(last.jalaliText(.persian))", en: "\($0.en) to \(last.jalaliText(.english))")
            }
            ?? Phrase(fa: "پس از گشایش نقطه", en: "once the point is open")
        throw .refused(
            Refusal(
                .invalidDate, field: field,
                Phrase(
                    fa:
                        "نقطه \(code) در \(day.jalaliText(.persian)) باز نبوده یا آن روز هنوز نیامده است؛ پذیرفته: \(accepted.fa).",
                    en:
                        "The point \(code) was not open on \(day.jalaliText(.english)), or that day is still to come; accepted: \(accepted.en)."
                )))
    }
}

extension Shift {
    /// The roles that lodging needs and the shift does not have.
    var missingForLodging: Phrase? {
        let missing = ShiftRole.neededForLodging.filter { role in !roles.contains { $0.role == role } }
        return missing.isEmpty ? nil : missing.map(\.phrase).listed()
    }
}
