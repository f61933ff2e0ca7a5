import Persian

/// `{"command":"shift.plan","point":"AP-1","from":"1401/06/26T08:00","to":"1401/06/26T16:00","roles":[{"role":"cook","count":4}]}`:
/// hours by the clocks of the point.
public struct ShiftPlan: Command {
    public static let name = "shift.plan"
    public static let title = Phrase(fa: "برنامه‌ریزی شیفت", en: "plan a shift")
    public static let parameters = [
        ShiftFields.code.coined, PointFields.point.required, ShiftFields.from.required,
        ShiftFields.to.required, ShiftFields.roles.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state`, `duplicate-code`, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointFields.point), field: "point")
        try point.require(ServicePoint.current)
        let shift = Shift(
            code: try registry.freeCode(given[ShiftFields.code], for: Shift.self), point: point.code,
            from: try given.require(ShiftFields.from).time(in: point.zone),
            to: try given.require(ShiftFields.to).time(in: point.zone),
            roles: try given.require(ShiftFields.roles))
        try shift.checkSpan(in: point.zone)
        var decision = Decision(envelope)
        decision.add(shift)
        point.warn(&decision, of: shift)
        return decision
    }
}

extension ServicePoint {
    /// Where people sleep a shift without a physician will keep the point from opening.
    fileprivate func warn(_ decision: inout Decision, of shift: Shift) {
        guard service(.lodging) != nil, let missing = shift.missingForLodging else { return }
        decision.warn(
            Warning(
                .notComplete,
                Phrase(
                    fa: "نقطه \(code) اسکان دارد و شیفت \(shift.code) این نقش‌ها را ندارد: \(missing).",
                    en: "The point \(code) lodges people, and the shift \(shift.code) lacks these roles: \(missing)."
                )))
    }
}

/// `{"command":"shift.repeat","shift":"SF-1","until":"1401/06/28T24:00","everyHours":24}`: copies of its times and roles,
/// but not of its groups, as long as they begin before that time. The clocks of the point show the same times on each
/// day, also across a change to or from summer time.
public struct ShiftRepeat: Command {
    public static let name = "shift.repeat"
    public static let title = Phrase(fa: "تکرار شیفت", en: "repeat a shift")
    public static let parameters = [
        ShiftFields.shift.required, ShiftFields.until.required, ShiftFields.everyHours.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `stale`, `wrong-state` of the shift and of its point, `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let shift = try registry.existing(Shift.self, given.require(ShiftFields.shift), field: "shift")
        let point = try registry.existing(ServicePoint.self, shift.point, field: "shift")
        try envelope.check(versionOf: shift, in: registry)
        try shift.require([.planned])
        try point.require(ServicePoint.current)
        let until = try given.require(ShiftFields.until).end(in: point.zone)
        let hours = try given.require(ShiftFields.everyHours)
        guard until > shift.from.moment else { throw .refused(Self.tooEarly(shift, in: point.zone)) }

        var decision = Decision(envelope)
        decision.answer("shift", .string(shift.code))
        decision.answer("point", .string(shift.point))
        var copies: [Shift] = []
        while true {
            let copy = shift.copy(hours: hours * (copies.count + 1), in: point.zone)
            guard copy.from.moment < until else { break }
            guard copies.count < Shift.mostCopies else { throw .refused(Self.tooMany(copy, in: point.zone)) }
            // Over the night on which clocks go back two days are an hour longer.
            try copy.checkSpan(in: point.zone, field: "until")
            copies.append(copy)
        }
        let codes = try registry.nextCodes(copies.count, for: Shift.self)
        for (var copy, code) in zip(copies, codes) {
            copy.code = code
            decision.add(copy)
        }
        decision.answer("created", .integer(codes.count))
        decision.answer("codes", codes.json)
        return decision
    }

    private static func tooEarly(_ shift: Shift, in zone: Zone) -> Refusal {
        let begins = shift.from.moment.told(in: zone)
        return Refusal(
            .invalidDate, field: "until",
            Phrase(
                fa: "«تکرار تا» باید پس از آغاز شیفت \(shift.code) (\(begins)) باشد.",
                en: "Until must be after the shift \(shift.code) begins (\(begins))."))
    }

    private static func tooMany(_ next: Shift, in zone: Zone) -> Refusal {
        // As it will be understood when somebody writes it.
        let clock = next.from.clock
        let last = min(
            next.from.moment, Moment(day: next.from.day, hour: clock.hour, minute: clock.minute, in: zone)
        ).told(in: zone)
        return Refusal(
            .invalidDate, field: "until",
            Phrase(
                fa:
                    "یک فرمان تا \(persianDigits(Shift.mostCopies)) شیفت می‌سازد؛ «تکرار تا» را حداکثر \(last) بنویسید.",
                en: "One command makes up to \(Shift.mostCopies) shifts; let it run until \(last) at most."))
    }
}

extension Shift {
    /// The same shift so many hours later by the clocks of its place, with nobody assigned.
    fileprivate func copy(hours: Int, in zone: Zone) -> Shift {
        var copy = self
        copy.groups = []
        copy.from = from.later(hours: hours, in: zone)
        copy.to = to.later(hours: hours, in: zone)
        if copy.to <= copy.from {
            // An hour that is shown twice when clocks go back is shown once on other days.
            let length = to.moment.milliseconds - from.moment.milliseconds
            copy.to = LocalTime(Moment(milliseconds: copy.from.moment.milliseconds + length), in: zone)
        }
        return copy
    }
}

extension LocalTime {
    /// So many hours later by the clocks of a zone: 24 later they show the same time.
    fileprivate func later(hours: Int, in zone: Zone) -> LocalTime {
        let clock = clock
        let hour = clock.hour + hours
        let moment = Moment(
            day: day.advanced(by: hour / 24), hour: hour % 24, minute: clock.minute, second: clock.second, in: zone)
        return LocalTime(moment, in: zone)
    }
}
