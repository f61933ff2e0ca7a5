/// A record that people know by a code of a series, and by a name.
public protocol Coded: Record {
    var code: String { get set }
    /// What it is called, for sentences that tell whose a code is.
    var name: String { get }
    static var series: CodeSeries { get }
}

extension Coded {
    public var key: String { code }
    public var shortTitle: String { name }
}

extension Registry {
    /// The next free code of a kind's series.
    ///
    /// - Throws: what the store reports.
    public func nextCode<R: Coded>(for type: R.Type) throws(DecideError) -> String {
        try nextCodes(1, for: R.self)[0]
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
