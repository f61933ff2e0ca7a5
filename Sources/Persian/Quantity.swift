/// A quantity with up to three decimals, such as seven and a half loads of gravel. It is kept in whole thousandths, so
/// that sums are exact.
///
///     Quantity(parsing: "۷/۵")                             // 7.5
///     Quantity(7) + Quantity(thousandths: 500)             // 7.5
///     Language.persian.quantity(Quantity(thousandths: 7500))  // "۷٫۵"
public struct Quantity: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let thousandths: Int

    public init(thousandths: Int) { self.thousandths = thousandths }

    public init(_ whole: Int) { thousandths = whole * 1000 }

    /// Nil when it has more than three decimals, or is beyond what is ever counted.
    public init?(_ number: Double) {
        guard number.magnitude < 1e12 else { return nil }
        let thousandths = (number * 1000).rounded()
        guard thousandths / 1000 == number else { return nil }
        self.thousandths = Int(thousandths)
    }

    /// Reads what people type: digits of any script with `.`, `٫` or `/` before the decimals, thousands grouped or not.
    /// Nil when the text is anything else or has more than three decimals.
    public init?(parsing text: String) {
        var figures = typedInput(text)[...]
        let isNegative = figures.first == "-" || figures.first == "−"
        if isNegative { figures.removeFirst() }
        let parts = figures.split(omittingEmptySubsequences: false) { ".٫/".contains($0) }
        guard let first = parts.first, parts.count <= 2, first.first.map({ $0 != "-" && $0 != "−" }) ?? true else {
            return nil
        }
        guard let whole = first.isEmpty && parts.count == 2 ? 0 : parseInteger(String(first)), whole < 1 << 50,
            let decimals = parts.count == 2 ? Self.decimals(parts[1]) : 0
        else { return nil }
        let thousandths = whole * 1000 + decimals
        self.thousandths = isNegative ? -thousandths : thousandths
    }

    /// Figures after the point as thousandths.
    private static func decimals(_ figures: Substring) -> Int? {
        guard !figures.isEmpty, figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let kept = figures.prefix(3)
        guard figures.dropFirst(3).allSatisfy({ $0 == "0" }) else { return nil }
        return Int(kept + String(repeating: "0", count: 3 - kept.count))
    }

    /// The number without a decimal part; nil when it has one.
    public var whole: Int? { thousandths.isMultiple(of: 1000) ? thousandths / 1000 : nil }

    /// The nearest number that the machine computes with.
    public var double: Double { Double(thousandths) / 1000 }

    /// The figures after the point, without needless zeros.
    fileprivate var decimals: String {
        let rest = String(1000 + thousandths.magnitude % 1000).dropFirst()
        return String(rest[..<(rest.lastIndex { $0 != "0" }.map(rest.index(after:)) ?? rest.startIndex)])
    }

    /// In digits 0–9 and with a point, as files and commands have it: "7.5".
    public var text: String {
        let sign = thousandths < 0 ? "-" : ""
        return "\(sign)\(thousandths.magnitude / 1000)\(decimals.isEmpty ? "" : ".\(decimals)")"
    }

    public var description: String { text }

    public static func < (one: Self, other: Self) -> Bool { one.thousandths < other.thousandths }
    public static func + (one: Self, other: Self) -> Self { Self(thousandths: one.thousandths + other.thousandths) }
    public static func += (one: inout Self, other: Self) { one = one + other }
}

extension Quantity: ExpressibleByIntegerLiteral {
    public init(integerLiteral whole: Int) { self.init(whole) }
}

extension Language {
    /// A quantity for people to read, its thousands grouped.
    ///
    ///     Language.persian.quantity(Quantity(thousandths: 1_234_500))  // "۱٬۲۳۴٫۵"
    ///     Language.english.quantity(Quantity(thousandths: 1_234_500))  // "1,234.5"
    public func quantity(_ quantity: Quantity) -> String {
        let whole = number(Int(quantity.thousandths.magnitude / 1000))
        let sign = quantity.thousandths < 0 ? (self == .persian ? "−" : "-") : ""
        let decimals = quantity.decimals
        return sign + whole + (decimals.isEmpty ? "" : (self == .persian ? "٫" : ".") + digits(decimals))
    }
}
