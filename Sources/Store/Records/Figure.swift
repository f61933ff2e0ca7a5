import Domain
import GRDB
import Persian

/// Integers of the file that are computed with. No office reaches values that could overflow when they are added; a
/// file that holds one was tampered with and counts as damaged.
enum Figure {
    private static let accepted: ClosedRange<Int64> = -1_000_000_000_000_000...1_000_000_000_000_000

    /// - Throws: `damaged` for a number outside that range.
    static func checked(_ number: Int64) throws(StoreError) -> Int {
        guard accepted.contains(number) else { throw .beyondAllFigures(number) }
        return Int(number)
    }
}

extension Row {
    /// The whole number of a column; 0 where there is none.
    func figure(_ index: Int) throws -> Int { try figureIfAny(index) ?? 0 }

    /// The whole number of a column; nil where there is none.
    func figureIfAny(_ index: Int) throws -> Int? { try (self[index] as Int64?).map(Figure.checked) }

    /// The moment of a column that holds seconds; nil where there is none.
    func moment(_ index: Int) throws -> Moment? {
        try (self[index] as Int64?).map { Moment(milliseconds: Int64(try Figure.checked($0)) * 1000) }
    }
}

extension Moment {
    /// Whole seconds, by which the file compares.
    var epochSecond: Int64 { milliseconds / 1000 }
}

// These shadow GRDB's own, which are generic, so every integer that the Store reads is checked.
extension Int {
    static func fetchOne(_ statement: Statement, arguments: StatementArguments? = nil) throws -> Int? {
        try Int64.fetchOne(statement, arguments: arguments).map(Figure.checked)
    }

    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments = StatementArguments()) throws
        -> Int?
    {
        try Int64.fetchOne(db, sql: sql, arguments: arguments).map(Figure.checked)
    }
}

extension StoreError {
    fileprivate static func beyondAllFigures(_ number: Int64) -> StoreError {
        StoreError(
            .damaged,
            Phrase(
                fa:
                    "پرونده \(unnamed) آسیب دیده است: شماری در آن از هر شمار دفتر بیرون است (\(number))؛ «khedmat verify» را اجرا کنید.",
                en:
                    "\(unnamed) is damaged: a number in it is beyond any of an office (\(number)); run “khedmat verify”."
            ))
    }
}
