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
    private let lay: @Sendable (String, Masking, Reader) throws(DecideError) -> Printed

    init(
        _ rawValue: String, _ phrase: Phrase, reading: any Listing.Type,
        _ lay: @escaping @Sendable (String, Masking, Reader) throws(DecideError) -> Printed
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
    ///     let printed = try PrintKind.certificate.print("T-030", for: masking, in: reader)
    ///     try printed.pages.write(to: "T-030.html")
    ///
    /// - Parameter code: the record's key, however it is typed.
    /// - Throws: `not-found`, and what else the record says against being printed.
    public func print(_ code: String, for masking: Masking, in reader: Reader) throws(DecideError) -> Printed {
        try lay(code, masking, reader)
    }
}

/// Something that can be laid out on sheets of paper.
protocol Printable {
    /// How many things are printed: certificates, invitations.
    var count: Int { get }
    func pages() throws(PageError) -> PrintedPages
}

/// Pages ready to be written, and how many things stand on them.
public struct Printed: Sendable {
    public let count: Int
    public let pages: Result<PrintedPages, PageError>

    init(_ printable: some Printable) {
        count = printable.count
        pages = Result { () throws(PageError) in try printable.pages() }
    }
}
