import Persian

/// `{"command":"point.plan","name":…,"kind":"route","country":"IQ","season":1444,"services":[{"service":"food","perDay":3000}]}`
public struct PointPlan: Adding {
    public static let name = "point.plan"
    public static let title = Phrase(fa: "برنامه‌ریزی نقطه خدمت‌رسانی", en: "plan a service point")
    public static let fields: [FieldUse<ServicePoint>] = [
        PointFields.code.coined, PointFields.name.required, PointFields.kind.required, PointFields.country.required,
        PointFields.pole.clearable, PointFields.season.required, PointFields.services.required,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}

/// `{"command":"point.amend","code":"AP-3","pole":285}`: what is absent stays as it was. Country and season stay: its
/// shifts stand in their time.
public struct PointAmend: AmendingInState {
    public static let name = "point.amend"
    public static let title = Phrase(fa: "ویرایش نقطه خدمت‌رسانی", en: "amend a service point")
    public static let from = ServicePoint.current
    public static let fields: [FieldUse<ServicePoint>] = [
        PointFields.code.required, PointFields.name.kept, PointFields.kind.kept, PointFields.pole.clearable,
        PointFields.services.kept,
    ]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
