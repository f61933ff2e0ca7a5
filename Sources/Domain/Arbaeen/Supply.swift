import Persian

/// The stock of one item at a service point.
public struct Supply: Record {
    public var id = ""
    public var version = 1
    public var point: String
    public var item: String
    public var unit: String
    public var stock: Int
    /// At or below it a need is raised by itself; nil for never.
    public var reorderLevel: Int?
    /// Whether that was done; no more until the stock was above the level again.
    public var reordered = false

    public var key: String { Self.key(point, item) }
    /// One item is one, however it is spelt.
    public static func key(_ point: String, _ item: String) -> String { keyParted(point, item.folded()) }

    public var isLow: Bool { reorderLevel.map { stock <= $0 } ?? false }

    public static let kind = RecordKind("supply", Phrase(fa: "اقلام", en: "supply"))
    public static let blank = Supply(point: "", item: "", unit: "", stock: 0)

    public static let columns = SupplyFields.columns
}

/// The fields of supplies.
public enum SupplyFields {
    public static let point = RecordField(\Supply.point, PointFields.point, [.identifies, .isOwner])
    public static let item = RecordField(\Supply.item, NeedFields.item.parameter, [.identifies])
    public static let unit = RecordField(\Supply.unit, NeedFields.unit.parameter)
    public static let reorderLevel = RecordField(
        \Supply.reorderLevel, .integer("reorderLevel", Phrase(fa: "حد سفارش", en: "reorder level"), 0...500_000_000))

    static let columns = listed(
        point, item, unit, Column("stock", \Supply.stock, Phrase(fa: "موجودی", en: "stock")), reorderLevel,
        Column("reordered", \Supply.reordered, Phrase(fa: "درخواست‌شده", en: "reordered")))

    public static let quantity = NeedFields.quantity
    /// What was counted may be nothing.
    public static let counted = Parameter<Int>.integer(
        "quantity", Phrase(fa: "مقدار", en: "quantity"), 0...1_000_000_000)
}
