import Persian

/// What stands in a cell of a listing, a sheet or a report: a value, of which text is made only where it is written, so
/// that numbers can be added up and days be sorted.
///
///     Cell.number(12).text  // "12"
///     Cell.day(day).text    // "1401/05/02"
public enum Cell: Hashable, Sendable {
    case empty
    case text(String)
    /// What something is known by: nothing is computed with it, and it keeps its zeros.
    case code(String)
    case number(Int)
    /// A number that need not be whole.
    case quantity(Quantity)
    case day(Day)
    /// A moment as the clocks of its place show it.
    case time(LocalTime)

    public init(_ text: String?) {
        if let text, !text.isEmpty { self = .text(text) } else { self = .empty }
    }

    public init(code: String?) {
        if let code, !code.isEmpty { self = .code(code) } else { self = .empty }
    }

    public init(_ number: Int?) { self = number.map(Cell.number) ?? .empty }

    /// As a sheet of text holds it: digits 0–9, Jalali days.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text), .code(let text): text
        case .number(let number): String(number)
        case .quantity(let quantity): quantity.text
        case .day(let day): day.jalaliText(.english)
        // With the distance from UTC where clocks showed the hour twice, so that it is read as the same one.
        case .time(let time):
            "\(time.day.jalaliText(.english)) \(time.clockText)" + (time.isShownTwice ? time.offsetText : "")
        }
    }

    public var json: JSON {
        switch self {
        case .empty: .null
        case .text(let text), .code(let text): .string(text)
        case .number(let number): .integer(number)
        case .quantity(let quantity): quantity.json
        case .day(let day): day.json
        case .time(let time): time.json
        }
    }
}
