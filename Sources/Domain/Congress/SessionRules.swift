import Persian

/// What the rules about sessions read.
public protocol SessionsRegistry {
    /// The scheduled sessions of all editions that have a moment in common with these, by time and code.
    func sessions(during moments: Range<Moment>) throws(DecideError) -> [CongressSession]
}

extension CongressSession {
    /// A session is no longer than that, in hours; so those that overlap are found by an index.
    public static let longest = 24
    private static let hour: Int64 = 3_600_000

    /// It begins inside the congress's days, ends after it begins, and nothing is in its way.
    ///
    /// - Throws: `not-found`, `unknown-value` for a hall of another edition, `invalid-date`, `overlap`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard state == .scheduled else { return }
        if !moving.isEmpty, try registry.find(Hall.self, key: hall) == nil {
            return try checkPeople(beside: moving, in: registry)
        }
        let congress = try registry.existing(Congress.self, congress, field: "congress")
        let hall = try registry.existing(Hall.self, hall, field: "hall")
        guard hall.congress == congress.key else { throw .refused(.strange(hall, to: congress)) }
        guard congress.days.contains(day) else { throw .refused(.outside(self, congress)) }
        guard from < to, to.milliseconds - from.milliseconds <= Int64(Self.longest) * Self.hour else {
            throw .refused(.badEnd(self))
        }
        guard let clash = try clash(in: hall, beside: moving, in: registry) else { return }
        let next = try nextFree(in: hall, of: congress, beside: moving, in: registry)
        throw .refused(try clash.refusal(of: self, in: hall, next: next, in: registry))
    }

    /// One that comes back together with its hall stands where it stood; only its people may be elsewhere by now.
    private func checkPeople(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        let own = Hall(code: hall, congress: congress, name: hall, seats: 1, turnaround: 0)
        guard let clash = try clash(in: own, beside: moving, in: registry) else { return }
        throw .refused(try clash.refusal(of: self, in: own, next: nil, in: registry))
    }

    /// What is in the way of the session where it is.
    struct Clash {
        var other: CongressSession
        /// Who has to be at both; nil when they are in one hall.
        var person: String?
        /// The first moment at which this one is in the way no more.
        var end: Moment
    }

    /// The first that is in the way: in the same hall within its turnaround, or with the same person.
    private func clash(
        in hall: Hall, beside moving: Set<String>, in registry: some Registry
    ) throws(DecideError) -> Clash? {
        let rest = Int64(hall.turnaround) * 60_000
        let around = Moment(milliseconds: from.milliseconds - rest)..<Moment(milliseconds: to.milliseconds + rest)
        for other in try registry.sessions(during: around) where other.id != id && !moving.contains(other.id) {
            if other.hall == hall.code {
                return Clash(other: other, end: Moment(milliseconds: other.to.milliseconds + rest))
            }
            guard other.from < to, from < other.to else { continue }
            if let person = people.first(where: other.people.contains) {
                return Clash(other: other, person: person, end: other.to)
            }
        }
        return nil
    }

    /// The earliest moment from its own beginning on at which the hall and its people are free for as long, on the days
    /// of the congress; nil when there is none.
    ///
    /// It is a time that can be written as clocks show it: where they show an hour twice, the second showing is left out.
    fileprivate func nextFree(
        in hall: Hall, of congress: Congress, beside moving: Set<String> = [], in registry: some Registry
    ) throws(DecideError) -> Moment? {
        var moved = self
        let length = to.milliseconds - from.milliseconds
        func begin(_ moment: Moment) {
            moved.from = moment.firstShowing(in: .tehran)
            moved.to = Moment(milliseconds: moved.from.milliseconds + length)
        }
        begin(max(from, Moment(day: congress.from, hour: 0, minute: 0, in: .tehran)))
        while moved.day <= congress.to {
            guard let clash = try moved.clash(in: hall, beside: moving, in: registry) else { return moved.from }
            // Never backwards, so that the search ends.
            begin(max(clash.end, Moment(milliseconds: moved.from.milliseconds + 60_000)))
        }
        return nil
    }
}

extension Registry {
    /// When a new session may begin: the first moment from `start` on at which a hall is free for so long, and so are
    /// those who have to be there. Nil when no time as long is left on the days of the congress.
    ///
    ///     try registry.nextStart(in: hall, from: session.to, minutes: 90)
    ///
    /// - Throws: what the store reports.
    public func nextStart(
        in hall: Hall, from start: Moment, minutes: Int, people: [String] = []
    ) throws(DecideError) -> Moment? {
        guard let congress = try find(Congress.self, key: hall.congress) else { return nil }
        var session = CongressSession.blank
        (session.congress, session.hall, session.speakers) = (congress.key, hall.code, people)
        session.from = start
        session.to = Moment(milliseconds: start.milliseconds + Int64(max(1, minutes)) * 60_000)
        return try session.nextFree(in: hall, of: congress, in: self)
    }
}

extension CongressSession.Clash {
    fileprivate func refusal(
        of session: CongressSession, in hall: Hall, next: Moment?, in registry: some Registry
    ) throws(DecideError) -> Refusal {
        let free = next.map(Self.free) ?? nothingFree
        guard let person else {
            let rest = hall.turnaround > 0
            return Refusal(
                .overlap, field: "from",
                Phrase(
                    fa:
                        "سالن \(hall.code) (\(hall.name)) در این زمان نشست \(other.told) را دارد\(rest ? " و میان دو نشست \(persianDigits(hall.turnaround)) دقیقه فاصله می‌خواهد" : "")؛ \(free).",
                    en:
                        "The hall \(hall.code) (\(hall.name)) has \(other.told) then\(rest ? ", and needs \(hall.turnaround, "minute") between two sessions" : ""); \(free)."
                ))
        }
        let name = try registry.fullName(ofPerson: person)
        return Refusal(
            .overlap, field: "speakers",
            Phrase(
                fa: "«\(name)» در این زمان در نشست \(other.told) است؛ \(free).",
                en: "“\(name)” is in \(other.told) then; \(free)."))
    }

    private static func free(_ moment: Moment) -> Phrase {
        let (day, clock) = (moment.day(in: .tehran), moment.clockText(in: .tehran))
        return Phrase(
            fa: "زودترین زمان آزاد \(day.jalaliText(.persian)) ساعت \(persianDigits(clock)) است",
            en: "the next free time is \(day.jalaliText(.english)) \(clock)")
    }

    /// Another hall helps only when it is the hall that is taken.
    private var nothingFree: Phrase {
        person == nil
            ? Phrase(
                fa: "تا پایان کنگره زمان آزادی به این اندازه نمانده است؛ سالن دیگری برگزینید یا نشست را کوتاه‌تر کنید",
                en: "no time as long is left until the end of the congress; choose another hall, or a shorter session")
            : Phrase(
                fa:
                    "تا پایان کنگره زمانی به این اندازه نمانده است که هم سالن و هم او آزاد باشند؛ زمان زودتر یا شخص دیگری برگزینید",
                en:
                    "until the end of the congress there is no time as long at which both the hall and that person are free; choose an earlier time or somebody else"
            )
    }
}

extension Refusal {
    fileprivate static func strange(_ hall: Hall, to congress: Congress) -> Refusal {
        Refusal(
            .unknownValue, field: "hall",
            Phrase(
                fa:
                    "سالن \(hall.code) از کنگره \(numeral: hall.congress) است، نه \(numeral: congress.year)؛ سالنی از همین کنگره بنویسید.",
                en:
                    "The hall \(hall.code) belongs to the congress of \(numeral: hall.congress), not \(numeral: congress.year); write a hall of this congress."
            ))
    }

    fileprivate static func outside(_ session: CongressSession, _ congress: Congress) -> Refusal {
        Refusal(
            .invalidDate, field: "from",
            Phrase(
                fa:
                    "نشست باید در روزهای کنگره آغاز شود: از \(congress.from.jalaliText(.persian)) تا \(congress.to.jalaliText(.persian))، نه در \(session.day.jalaliText(.persian)).",
                en:
                    "A session begins on a day of the congress: \(congress.from.jalaliText(.english)) to \(congress.to.jalaliText(.english)), not on \(session.day.jalaliText(.english))."
            ))
    }

    fileprivate static func badEnd(_ session: CongressSession) -> Refusal {
        Refusal(
            .invalidDate, field: "to",
            Phrase(
                fa:
                    "پایان نشست باید پس از آغاز آن (\(session.from.display(.persian))) و تا \(persianDigits(CongressSession.longest)) ساعت پس از آن باشد.",
                en:
                    "A session ends after it begins (\(session.from.display(.english))) and at most \(CongressSession.longest) hours later."
            ))
    }
}
