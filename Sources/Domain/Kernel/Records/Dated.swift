import Persian

/// Something that holds from one day to another, both included, or without an end.
protocol Dated: Record {
    var from: Day { get }
    var to: Day? { get set }
}

extension Dated {
    /// Whether it holds on that day.
    public func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }

    /// Ends it on its last day; refused when it has ended already, or would before it began.
    ///
    /// - Parameter label: what it is called in a refusal: "the membership of … in Q-0001".
    func ending(
        on last: Day, _ label: Phrase, by envelope: Envelope, in registry: some Registry
    ) throws(DecideError) -> Decision {
        try envelope.check(versionOf: self, in: registry)
        if to != nil {
            throw .refused(
                .wrongState(
                    Phrase(fa: "\(label) (\(span))", en: "\(label) (\(span))"),
                    is: Phrase(fa: "پایان‌یافته", en: "over"), accepted: Phrase(fa: "برقرار", en: "going on")))
        }
        if last < from { throw .refused(.endBeforeBeginning("to", from: from, to: last)) }
        var decision = Decision(envelope)
        decision.amend(self) { $0.to = last }
        return decision
    }

    /// The last of the others that holds on a day on which this one holds.
    func overlapping(_ others: [Self], beside moving: Set<String>) -> Self? {
        others.last { other in
            let startsInTime = to.map { other.from <= $0 } ?? true
            let lastsLongEnough = other.to.map { from <= $0 } ?? true
            return startsInTime && lastsLongEnough && other.id != id && !moving.contains(other.id)
        }
    }

    /// "since 1398/02/10" or "from … to …", for sentences.
    var span: Phrase {
        guard let to else {
            return Phrase(fa: "از \(from.jalaliText(.persian)) تاکنون", en: "since \(from.jalaliText(.english))")
        }
        return Phrase(
            fa: "از \(from.jalaliText(.persian)) تا \(to.jalaliText(.persian))",
            en: "from \(from.jalaliText(.english)) to \(to.jalaliText(.english))")
    }
}

enum SpanParameters {
    static let from = Parameter<Day>.day("from", Phrase(fa: "از تاریخ", en: "from"))
    static let to = Parameter<Day>.day("to", Phrase(fa: "تا تاریخ", en: "to"))
    /// Of what begins and ends at a time of day.
    static let fromTime = Phrase(fa: "از", en: "from")
    static let toTime = Phrase(fa: "تا", en: "to")
}
