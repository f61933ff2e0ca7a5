import Persian

/// `{"command":"supply.receive","point":"AP-1","item":"آب معدنی","unit":"بطری","quantity":5000,"reorderLevel":1000}`:
/// goods may arrive before the point opens. The unit is needed the first time.
public struct SupplyReceive: Command {
    public static let name = "supply.receive"
    public static let title = Phrase(fa: "رسید اقلام", en: "receive supplies")
    public static let parameters = [
        PointFields.point.required, SupplyFields.item.required, SupplyFields.unit.kept,
        SupplyFields.quantity.required, SupplyFields.reorderLevel.clearable,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found`, `wrong-state`.
    public static func checkState(_ given: Arguments, in registry: some Registry) throws(DecideError) {
        guard let code = given[PointFields.point] else { return }
        try registry.existing(ServicePoint.self, code, field: "point").require(ServicePoint.current)
    }

    /// - Throws: `not-found`, `stale`, `wrong-state`, `unknown-value` for another unit than before, `missing-value`
    ///   without a unit the first time.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointFields.point), field: "point")
        let item = try given.require(SupplyFields.item)
        let known = try registry.supply(item, at: point.code)
        if let known { try envelope.check(versionOf: known, in: registry) }
        try point.require(ServicePoint.current)
        let unit = given[SupplyFields.unit]
        if let known, let unit, unit.folded() != known.unit.folded() { throw .refused(Self.otherUnit(known, unit)) }
        if known == nil, unit == nil {
            throw .refused(.missing(SupplyFields.unit.name, SupplyFields.unit.phrase))
        }

        var supply = known ?? Supply(point: point.code, item: item, unit: unit ?? "", stock: 0)
        supply.stock += try given.require(SupplyFields.quantity)
        given.apply(SupplyFields.reorderLevel, to: &supply.reorderLevel)
        return try supply.decide(from: known, at: point, envelope, in: registry)
    }

    private static func otherUnit(_ supply: Supply, _ unit: String) -> Refusal {
        .unknown(
            SupplyFields.unit.name, SupplyFields.unit.phrase, value: unit,
            accepted: Phrase(
                fa: "«\(supply.unit)»، که «\(supply.item)» در نقطه \(supply.point) با آن شمرده می‌شود",
                en: "“\(supply.unit)”, by which “\(supply.item)” is counted at the point \(supply.point)"))
    }
}

/// `{"command":"supply.use","point":"AP-1","item":"آب معدنی","quantity":4100}`
public struct SupplyUse: Command {
    public static let name = "supply.use"
    public static let title = Phrase(fa: "مصرف اقلام", en: "use supplies")
    public static let parameters = [
        PointFields.point.required, SupplyFields.item.required, SupplyFields.quantity.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the point and the item, `stale`, `wrong-state`, `insufficient-stock`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointFields.point), field: "point")
        let known = try registry.existingSupply(given.require(SupplyFields.item), at: point.code)
        try envelope.check(versionOf: known, in: registry)
        try point.require(ServicePoint.current)
        let quantity = try given.require(SupplyFields.quantity)
        try known.check(taking: quantity)
        var supply = known
        supply.stock -= quantity
        return try supply.decide(from: known, at: point, envelope, in: registry)
    }
}

/// `{"command":"supply.count","point":"AP-1","item":"آب معدنی","quantity":890}`: what was counted is what there is, also
/// after the point was closed.
public struct SupplyCount: Command {
    public static let name = "supply.count"
    public static let title = Phrase(fa: "شمارش اقلام", en: "count supplies")
    public static let parameters = [
        PointFields.point.required, SupplyFields.item.required, SupplyFields.counted.required,
        SupplyFields.reorderLevel.clearable,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the point and the item, `stale`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let point = try registry.existing(ServicePoint.self, given.require(PointFields.point), field: "point")
        let known = try registry.existingSupply(given.require(SupplyFields.item), at: point.code)
        try envelope.check(versionOf: known, in: registry)
        var supply = known
        supply.stock = try given.require(SupplyFields.counted)
        given.apply(SupplyFields.reorderLevel, to: &supply.reorderLevel)
        return try supply.decide(from: known, at: point, envelope, in: registry)
    }
}

extension Supply {
    /// What a new stock comes to, a need that it raises by itself included.
    fileprivate func decide(
        from known: Supply?, at point: ServicePoint, _ envelope: Envelope, in registry: some Registry
    ) throws(DecideError) -> Decision {
        var supply = self
        let need = try Self.reorder(&supply, at: point, in: registry)
        var decision = Decision(envelope)
        if let known { decision.amend(known) { $0 = supply } } else { decision.add(supply) }
        decision.answer("stock", .integer(supply.stock))
        if let need { decision.add(need) }
        decision.answer("need", (need?.code).json)
        return decision
    }
}
