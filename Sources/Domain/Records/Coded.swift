/// A record that people know by a code of a series, and by a name.
public protocol Coded: Record {
    var code: String { get }
    /// What it is called, for sentences that tell whose a code is.
    var name: String { get }
    static var series: CodeSeries { get }
}

extension Coded {
    public var key: String { code }
}

extension Registry {
    /// The next free codes of a kind's series, as many as are needed. The next one follows the greatest in use, so those
    /// after it are free too.
    func nextCodes<R: Coded>(_ count: Int, for type: R.Type) throws(DecideError) -> [String] {
        guard count > 0 else { return [] }
        let first = try nextCode(for: R.self)
        // A station's letter may stand between the prefix and the number.
        let digits = first.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let series = CodeSeries(prefix: String(first.dropLast(digits)), digits: digits)
        let number = series.number(of: first) ?? 1
        return (0..<count).map { series.code(number + $0) }
    }

    /// The code a command brought, if no record of the kind has it; else the next free one of the series.
    func freeCode<R: Coded>(_ wanted: String?, for type: R.Type) throws(DecideError) -> String {
        guard let wanted else { return try nextCode(for: R.self) }
        if let taken = try find(R.self, key: wanted) {
            throw .refused(
                .duplicateCode(wanted, of: try taken.title(in: self), next: try nextCode(for: R.self)))
        }
        return wanted
    }
}
