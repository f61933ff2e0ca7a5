import Persian

extension ServicePoint {
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
                        "مجوز \(permit ?? "") نقطه \(code) تا \(validUntil.jalaliText(.persian)) اعتبار دارد و در \(day.jalaliText(.persian)) معتبر نیست؛ روزی تا آن تاریخ بنویسید یا مجوز تازه ثبت کنید.",
                    en:
                        "The permit \(permit ?? "") of the point \(code) is valid until \(validUntil.jalaliText(.english)), not on \(day.jalaliText(.english)); write a day up to then, or record a new permit."
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
                fa: "\(shift.code) (\(hours)): \(missing)", en: "\(shift.code) (\(hours)): \(missing)")
        }
        if shifts.isEmpty { gaps = [Phrase(fa: "شیفتی در این روز نیست", en: "there is no shift on that day")] }
        guard !gaps.isEmpty else { return }
        let listed = gaps.listed()
        throw .refused(
            Refusal(
                .notComplete, field: "on",
                Phrase(
                    fa:
                        "نقطه \(code) اسکان دارد و در \(day.jalaliText(.persian)) هر شیفت آن پزشک، پرستار و مسئول گمشدگان می‌خواهد؛ کمبودها: \(listed).",
                    en:
                        "The point \(code) lodges people, so each of its shifts on \(day.jalaliText(.english)) needs a physician, a nurse and somebody for lost persons; the gaps: \(listed)."
                )))
    }

    /// What was counted or befell somebody lies within the days on which it is open.
    ///
    /// - Throws: `invalid-date`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let recorded = try registry.recordedMoments(of: code) else { return }
        let (first, last) = (recorded.lowerBound.day(in: zone), recorded.upperBound.day(in: zone))
        if isOpen(on: first), isOpen(on: last) { return }
        throw .refused(
            Refusal(
                .invalidDate, field: "on",
                Phrase(
                    fa:
                        "از نقطه \(code) در \(first.jalaliText(.persian)) تا \(last.jalaliText(.persian)) آمار یا حادثه ثبت شده است؛ در همه این روزها باید باز بوده باشد: پایان کار را \(last.jalaliText(.persian)) یا پس از آن بنویسید.",
                    en:
                        "The point \(code) has tallies or incidents from \(first.jalaliText(.english)) to \(last.jalaliText(.english)); it must have been open on all these days: let it close on \(last.jalaliText(.english)) or later."
                )))
    }

    private func isOpen(on day: Day) -> Bool {
        state.hasOpened && openedOn.map { $0 <= day } ?? false && closedOn.map { day <= $0 } ?? true
    }

    /// Refuses a day on which it was not open, or that is still to come.
    func check(_ day: Day, field: String, today: Day) throws(DecideError) {
        if isOpen(on: day), day <= today { return }
        let accepted = acceptedDays(until: today)
        throw .refused(
            Refusal(
                .invalidDate, field: field,
                Phrase(
                    fa:
                        "نقطه \(code) در \(day.jalaliText(.persian)) باز نبوده یا آن روز هنوز نیامده است؛ \(accepted).",
                    en:
                        "The point \(code) was not open on \(day.jalaliText(.english)), or that day is still to come; \(accepted)."
                )))
    }

    /// The days on which it was open until today, in words.
    private func acceptedDays(until today: Day) -> Phrase {
        guard let openedOn else {
            return Phrase(fa: "پذیرفته: پس از گشایش نقطه", en: "accepted: once the point is open")
        }
        let last = min(closedOn ?? today, today)
        guard openedOn <= last else {
            return Phrase(
                fa: "این نقطه تازه از \(openedOn.jalaliText(.persian)) باز است و پیش از آن چیزی ثبت نمی‌شود",
                en: "it opens only on \(openedOn.jalaliText(.english)), and nothing is recorded before")
        }
        return openedOn == last
            ? Phrase(
                fa: "تنها \(last.jalaliText(.persian)) پذیرفته است", en: "accepted: \(last.jalaliText(.english)) alone")
            : Phrase(
                fa: "از \(openedOn.jalaliText(.persian)) تا \(last.jalaliText(.persian)) پذیرفته است",
                en: "accepted: \(openedOn.jalaliText(.english)) to \(last.jalaliText(.english))")
    }
}

extension Shift {
    /// The roles that lodging needs and the shift does not have.
    var missingForLodging: Phrase? {
        let missing = ShiftRole.neededForLodging.filter { role in !roles.contains { $0.role == role } }
        return missing.isEmpty ? nil : missing.map(\.phrase).listed()
    }
}

extension ServicePoint: NeedBearer {
    static var needSubject: NeedSubject { .point }
    func requireForNeed() throws(DecideError) { try require(Self.current) }
}
