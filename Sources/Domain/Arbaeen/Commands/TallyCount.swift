import Persian

/// `{"command":"tally.count","point":"AP-1","service":"food","hour":"1401/06/26T10:00","served":900}`: sent again for its
/// hour it is a correction. The answer holds the day's total of the service.
public struct TallyCount: Command {
    public static let name = "tally.count"
    public static let title = Phrase(fa: "ثبت آمار زائر", en: "count pilgrims served")
    public static let parameters = [
        PointFields.point.required, TallyFields.service.required, TallyFields.hour.required,
        TallyFields.served.required, TallyFields.men.clearable, TallyFields.women.clearable,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `unknown-value` for men and women where nobody sleeps, `missing-value` for one without the other,
    ///   `invalid-number` for another sum.
    public static func check(_ given: Arguments) throws(Refusal) {
        guard let service = given[TallyFields.service], let served = given[TallyFields.served] else { return }
        try ServiceParameters.check(
            service, men: given[TallyFields.men], women: given[TallyFields.women], total: served,
            field: "served")
    }

    /// - Throws: `not-found`, `stale`, `wrong-state`, `unknown-value` for a service that the point does not offer,
    ///   `invalid-date`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointFields.point), field: "point")
        let service = try given.require(TallyFields.service)
        let hour = try given.require(TallyFields.hour).time(in: point.zone)
        let day = try registry.tallies(of: point.code, during: hour.day.moments(in: point.zone)).filter {
            $0.service == service
        }
        let earlier = day.first { $0.hour.moment == hour.moment }
        if let earlier { try envelope.check(versionOf: earlier, in: registry) }
        try point.require([.open, .closed])
        guard let offered = point.service(service) else { throw .refused(Self.notOffered(service, point)) }
        try Self.check(hour, point, envelope)

        var tally = earlier ?? Tally(point: point.code, service: service, hour: hour, served: 0)
        tally.served = try given.require(TallyFields.served)
        tally.men = given[TallyFields.men]
        tally.women = given[TallyFields.women]
        var decision = Decision(envelope)
        if let earlier { decision.amend(earlier) { $0 = tally } } else { decision.add(tally) }
        let total = day.reduce(tally.served) { $0 + ($1.id == tally.id ? 0 : $1.served) }
        decision.answer("total", .integer(total))
        decision.answer("correction", .bool(earlier != nil))
        offered.warn(&decision, of: tally)
        offered.warnOfCapacity(&decision, of: tally, total: total)
        return decision
    }

    private static func notOffered(_ service: Service, _ point: ServicePoint) -> Refusal {
        let offered = point.services.map(\.service.phrase).listed()
        return .unknown(
            TallyFields.service.name, TallyFields.service.phrase, value: service.phrase.fa,
            accepted: Phrase(
                fa: "\(offered) (خدمات \(point.code))", en: "\(offered) (the services of \(point.code))"))
    }

    /// A whole hour that has begun, of a day on which the point is open.
    private static func check(_ hour: LocalTime, _ point: ServicePoint, _ envelope: Envelope) throws(DecideError) {
        let clock = hour.clock
        guard clock.minute == 0, clock.second == 0 else {
            let digits = "\(clock.hour < 10 ? "0" : "")\(clock.hour):00"
            throw .refused(
                Refusal(
                    .invalidDate, field: "hour",
                    Phrase(
                        fa:
                            "آمار ساعت به ساعت است؛ به جای \(persianDigits(hour.clockText)) آغاز ساعت را بنویسید: \(persianDigits(digits)).",
                        en: "Tallies are by the hour; instead of \(hour.clockText) write its beginning: \(digits).")))
        }
        try point.check(hour.day, field: "hour", today: envelope.at.day(in: point.zone))
        guard hour.moment > envelope.at else { return }
        let now = LocalTime(envelope.at, in: point.zone)
        throw .refused(
            Refusal(
                .invalidDate, field: "hour",
                Phrase(
                    fa:
                        "ساعت \(persianDigits(hour.clockText)) هنوز نیامده است؛ در نقطه \(point.code) ساعت \(persianDigits(now.clockText)) است.",
                    en: "\(hour.clockText) is still to come; at the point \(point.code) it is \(now.clockText).")))
    }
}

extension PointService {
    /// More served in an hour than the point can serve in a day, or twice as many in a day: a digit too many, likely.
    fileprivate func warnOfCapacity(_ decision: inout Decision, of tally: Tally, total: Int) {
        guard tally.served > perDay || total > 2 * perDay else { return }
        let isHour = tally.served > perDay
        let count = isHour ? tally.served : total
        decision.warn(
            Warning(
                .capacity,
                Phrase(
                    fa:
                        "ظرفیت «\(service.phrase)» نقطه \(tally.point) روزی \(Language.persian.number(perDay)) است، ولی \(isHour ? "در یک ساعت" : "در این روز") \(Language.persian.number(count)) ثبت شد؛ اگر اشتباه است، دوباره بنویسید.",
                    en:
                        "The point \(tally.point) can serve \(Language.english.number(perDay)) a day (\(service.phrase)), but \(Language.english.number(count)) were counted \(isHour ? "in one hour" : "on this day"); if that is a slip, count again."
                )))
    }

    /// More people in the beds of an hour than there are beds.
    fileprivate func warn(_ decision: inout Decision, of tally: Tally) {
        let beds: [(Phrase, Int?, Int?)] = [
            (ServiceParameters.men.phrase, men, tally.men), (ServiceParameters.women.phrase, women, tally.women),
        ]
        for (who, beds, people) in beds {
            guard let beds, let people, people > beds else { continue }
            decision.warn(
                Warning(
                    .capacity,
                    Phrase(
                        fa:
                            "\(who): نقطه \(tally.point) \(persianDigits(beds)) تخت دارد و \(persianDigits(people)) نفر ثبت شد.",
                        en:
                            "\(who.capitalisedFirst): the point \(tally.point) has \(beds, "bed"); counted: \(people)."
                    )))
        }
    }
}

extension Tally {
    /// It belongs to a day on which the point was open.
    ///
    /// - Throws: `invalid-date`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let point = try registry.find(ServicePoint.self, key: point) else { return }
        try point.check(hour.day, field: "hour", today: hour.day)
    }
}
