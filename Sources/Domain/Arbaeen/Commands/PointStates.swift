import Persian

/// `{"command":"point.license","code":"AP-1","permit":"م-۱","validUntil":"1401/07/10"}`: planned → licensed. A later
/// permit takes the place of the first, at an open point too.
public struct PointLicense: AmendingInState {
    public static let name = "point.license"
    public static let title = Phrase(fa: "ثبت مجوز نقطه", en: "record a point's permit")
    public static let from = ServicePoint.current
    public static let fields: [FieldUse<ServicePoint>] = [
        PointFields.code.required, PointFields.permit.required, PointFields.validUntil.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: nothing.
    public func prepare(
        _ point: inout ServicePoint, from before: ServicePoint, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        if point.state == .planned { point.state = .licensed }
    }
}

/// `{"command":"point.open","code":"AP-1","on":"1401/06/10"}`: licensed → open.
public struct PointOpen: AmendingInState {
    public static let name = "point.open"
    public static let title = Phrase(fa: "گشایش نقطه", en: "open a point")
    public static let from: [PointState] = [.licensed]
    public static let fields: [FieldUse<ServicePoint>] = [PointFields.code.required, .also(PointFields.on.required)]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `missing-value`, `wrong-state` without a permit, `permit-expired`, `not-complete` for lodging that
    ///   lacks people.
    public func prepare(
        _ point: inout ServicePoint, from before: ServicePoint, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let on = try given.require(PointFields.on)
        try point.checkPermit(on: on)
        try point.checkLodging(on: on, in: registry)
        point.state = .open
        point.openedOn = on
    }
}

/// `{"command":"point.close","code":"AP-2"}`: open → closed, on the day on which it is sent unless another is given.
public struct PointClose: AmendingInState {
    public static let name = "point.close"
    public static let title = Phrase(fa: "پایان کار نقطه", en: "close a point")
    public static let from: [PointState] = [.open]
    public static let fields: [FieldUse<ServicePoint>] = [PointFields.code.required, .also(PointFields.on.clearable)]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `invalid-date` for a day before the opening, and where something is recorded of a day on which it was
    ///   not open.
    public func prepare(
        _ point: inout ServicePoint, from before: ServicePoint, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let on = given[PointFields.on] ?? decision.envelope.at.day(in: point.zone)
        if let openedOn = point.openedOn, on < openedOn {
            throw .refused(.endBeforeBeginning("on", from: openedOn, to: on))
        }
        point.state = .closed
        point.closedOn = on
        try point.check(in: registry)
    }
}
