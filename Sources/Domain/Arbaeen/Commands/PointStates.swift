import Persian

/// `{"command":"point.license","code":"AP-1","permit":"م-۱","validUntil":"1401/07/10"}`: planned → licensed. A later
/// permit takes the place of the first, at an open point too.
public struct PointLicense: Command {
    public static let name = "point.license"
    public static let title = Phrase(fa: "ثبت مجوز نقطه", en: "record a point's permit")
    public static let parameters = [
        PointParameters.code.required, PointParameters.permit.required, PointParameters.validUntil.required,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointParameters.code))
        try envelope.check(versionOf: point, in: registry)
        try point.require(ServicePoint.current)
        let permit = try given.require(PointParameters.permit)
        let validUntil = try given.require(PointParameters.validUntil)
        var decision = Decision(envelope)
        decision.amend(point) { point in
            point.permit = permit
            point.validUntil = validUntil
            if point.state == .planned { point.state = .licensed }
        }
        return decision
    }
}

/// `{"command":"point.open","code":"AP-1","on":"1401/06/10"}`: licensed → open.
public struct PointOpen: Command {
    public static let name = "point.open"
    public static let title = Phrase(fa: "گشایش نقطه", en: "open a point")
    public static let parameters = [PointParameters.code.required, PointParameters.on.required]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointParameters.code))
        let on = try given.require(PointParameters.on)
        try envelope.check(versionOf: point, in: registry)
        try point.require([.licensed])
        try point.checkPermit(on: on)
        try point.checkLodging(on: on, in: registry)
        var decision = Decision(envelope)
        decision.amend(point) { point in
            point.state = .open
            point.openedOn = on
        }
        return decision
    }
}

/// `{"command":"point.close","code":"AP-2"}`: open → closed, on the day on which it is sent unless another is given.
public struct PointClose: Command {
    public static let name = "point.close"
    public static let title = Phrase(fa: "پایان کار نقطه", en: "close a point")
    public static let parameters = [PointParameters.code.required, PointParameters.on.clearable]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointParameters.code))
        try envelope.check(versionOf: point, in: registry)
        try point.require([.open])
        let on = given[PointParameters.on] ?? envelope.at.day(in: point.zone)
        if let openedOn = point.openedOn, on < openedOn {
            throw .refused(.endBeforeBeginning("on", from: openedOn, to: on))
        }
        var closed = point
        closed.state = .closed
        closed.closedOn = on
        try closed.check(in: registry)
        var decision = Decision(envelope)
        decision.amend(point) { $0 = closed }
        return decision
    }
}
