import Persian

/// `{"command":"point.plan","name":…,"kind":"route","country":"IQ","season":1444,"services":[{"service":"food","perDay":3000}]}`
public struct PointPlan: Command {
    public static let name = "point.plan"
    public static let title = Phrase(fa: "برنامه‌ریزی نقطه خدمت‌رسانی", en: "plan a service point")
    public static let parameters = [
        PointParameters.code.coined, PointParameters.name.required, PointParameters.kind.required,
        PointParameters.country.required, PointParameters.pole.clearable, PointParameters.season.required,
        PointParameters.services.required,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let year = try given.require(PointParameters.season)
        try registry.check(Season.self, exists: String(year), field: "season")
        let point = ServicePoint(
            code: try registry.freeCode(given[PointParameters.code], for: ServicePoint.self),
            name: try given.require(PointParameters.name), kind: try given.require(PointParameters.kind),
            country: try given.require(PointParameters.country), pole: given[PointParameters.pole],
            services: try given.require(PointParameters.services), season: year)
        var decision = Decision(envelope)
        decision.add(point)
        return decision
    }
}

/// `{"command":"point.amend","code":"AP-3","pole":285}`: what is absent stays as it was. Country and season stay: its
/// shifts stand in their time.
public struct PointAmend: Command {
    public static let name = "point.amend"
    public static let title = Phrase(fa: "ویرایش نقطه خدمت‌رسانی", en: "amend a service point")
    public static let parameters = [
        PointParameters.code.required, PointParameters.name.kept, PointParameters.kind.kept,
        PointParameters.pole.clearable, PointParameters.services.kept,
    ]

    private let given: Given
    public init(_ given: Given) { self.given = given }

    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointParameters.code))
        try envelope.check(versionOf: point, in: registry)
        try point.require(ServicePoint.current)
        var decision = Decision(envelope)
        decision.amend(point) { point in
            given.apply(PointParameters.name, to: &point.name)
            given.apply(PointParameters.kind, to: &point.kind)
            given.apply(PointParameters.pole, to: &point.pole)
            given.apply(PointParameters.services, to: &point.services)
        }
        return decision
    }
}
