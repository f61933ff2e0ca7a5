import Domain
import Persian
import Store

/// What the office prints, each with the record it is printed of. `khedmat print` and the dashboard read this list.
public struct PrintKind: RawRepresentable, CaseIterable, Hashable, Sendable {
    /// As the command line has it: "certificate".
    public let rawValue: String
    public let phrase: Phrase
    /// The listing that somebody has to be allowed to read in order to print it.
    public let reading: ListingKind
    private let lay: @Sendable (String, Masking, Day, Reader) throws(DecideError) -> Printed

    init(
        _ rawValue: String, _ phrase: Phrase, reading: any Listing.Type,
        _ lay: @escaping @Sendable (String, Masking, Reader) throws(DecideError) -> Printed
    ) {
        self.init(
            rawValue, phrase, reading: reading,
            onDay: { (code, masking, _, reader) throws(DecideError) in
                try lay(code, masking, reader)
            })
    }

    /// One that says how things stand on the day on which it is printed.
    init(
        _ rawValue: String, _ phrase: Phrase, reading: any Listing.Type,
        onDay lay: @escaping @Sendable (String, Masking, Day, Reader) throws(DecideError) -> Printed
    ) {
        self.rawValue = rawValue
        self.phrase = phrase
        self.reading = ListingKind(reading)
        self.lay = lay
    }

    public static let allCases: [PrintKind] = SentParts.all.flatMap(\.pages)

    public init?(rawValue: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }

    /// The pages of one record.
    ///
    ///     let printed = try PrintKind.certificate.print("T-030", for: masking, on: today, in: reader)
    ///     try printed.pages.write(to: "T-030.html")
    ///
    /// - Parameters:
    ///   - code: the record's key, however it is typed.
    ///   - day: the day on which it is printed.
    /// - Throws: `not-found`, and what else the record says against being printed.
    public func print(
        _ code: String, for masking: Masking, on day: Day, in reader: Reader
    ) throws(DecideError) -> Printed {
        try lay(code, masking, day, reader)
    }
}

/// Something that can be laid out on sheets of paper.
protocol Printable {
    /// How many things are printed: certificates, invitations.
    var count: Int { get }
    /// How many households it tells whole, which the ledger keeps.
    var disclosed: Int { get }
    func pages() throws(PageError) -> PrintedPages
}

extension Printable {
    var disclosed: Int { 0 }
}

/// Pages ready to be written, and how many things stand on them.
public struct Printed: Sendable {
    public let count: Int
    /// How many households stand on them with names, national IDs and mobiles.
    public let disclosed: Int
    public let pages: Result<PrintedPages, PageError>

    init(_ printable: some Printable) {
        count = printable.count
        disclosed = printable.disclosed
        pages = Result { () throws(PageError) in try printable.pages() }
    }
}
