import Domain
import Persian
import Store

/// What `list`, `show` and `export` can be asked for: a listing, by its name.
public struct ListingKind: RawRepresentable, CaseIterable, Hashable, Sendable {
    let listing: any Listing.Type

    init(_ listing: any Listing.Type) { self.listing = listing }

    /// Those of all parts, then the ledger.
    public static let allCases: [ListingKind] =
        (SentParts.all.flatMap(\.listings) + [LedgerListing.self]).map { ListingKind($0) }

    public static let ledger = ListingKind(LedgerListing.self)

    /// As the command line has it, in the plural: "groups".
    public var rawValue: String { listing.id }

    public init?(rawValue: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }

    /// From the command line: plural, singular or Persian.
    public init?(word: String) {
        let wanted = word.folded()
        let match = Self.allCases.first { kind in
            [kind.rawValue, kind.singular.en, kind.singular.fa].contains { $0.folded() == wanted }
        }
        guard let match else { return nil }
        self = match
    }

    public var singular: Phrase { listing.title }

    /// The kinds of record whose content it shows: whoever may read all of them may read the listing.
    public var shows: [RecordKind] { listing.shows }

    /// Whether it tells whose households are: it goes out masked, unless a reason is given.
    public var isPrivate: Bool { listing.isPrivate }

    /// What its rows can be limited to.
    public var scopes: Set<ListingScope> { listing.scopes }

    /// How many records the question asks for.
    ///
    /// - Throws: what the store reports.
    public func count(_ question: ListingQuestion, in reader: Reader) throws(DecideError) -> Int {
        var count = 0
        try listing.each(question, in: reader) { _ in count += 1 }
        return count
    }

    /// What sentences call it: the word that the command line takes it by.
    public var name: Phrase { Phrase(fa: singular.fa, en: rawValue) }
}

/// What the rows of a listing can be limited to, beside words.
public enum ListingScope: Hashable, Sendable {
    case campaign, base
}

/// One record of a listing: the rows it takes in a table or a sheet, mostly one, and the record as JSON.
struct ListingRow {
    let rows: [[Cell]]
    let json: JSON
}

/// How the records of a kind are listed. The columns of a sheet that we also import are that sheet's own, so that
/// what `export` writes `import` answers all `same`.
protocol Listing: Sendable {
    /// "groups"
    static var id: String { get }
    /// What one of them is called.
    static var title: Phrase { get }
    /// The kinds of record whose content it shows.
    static var shows: [RecordKind] { get }
    /// Whether it tells whose households are.
    static var isPrivate: Bool { get }
    static var scopes: Set<ListingScope> { get }
    /// The headers; a sheet has the Persian ones.
    static func headers(_ language: Language) -> [String]
    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError)
    /// Tells all of one record, found by its code; refuses as `not-found`.
    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError)
}

extension Listing {
    static var isPrivate: Bool { false }
    static var scopes: Set<ListingScope> { [] }
}

/// The listing of one kind of record.
protocol RecordListing: Listing {
    associatedtype Item: Record
}

extension RecordListing {
    static var title: Phrase { Item.kind.phrase }
    static var shows: [RecordKind] { [Item.kind] }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.show(Item.self, code, question, reader)
    }
}

/// What a listing is asked: which rows, for whose eyes, as of when.
public struct ListingQuestion: Sendable {
    public var filter: Filter
    /// Nil for all.
    public var limit: Int?
    public var masking: Masking
    public var day: Day
    /// The language of headers and words, such as a group's state. Sheets are Persian whoever writes them.
    public var language: Language
    /// Codes of the campaign and the base, for listings that can be limited to these.
    public var campaign: String?
    public var base: String?

    public init(
        filter: Filter = Filter(), limit: Int? = nil, masking: Masking, day: Day, language: Language = .persian,
        campaign: String? = nil, base: String? = nil
    ) {
        self.campaign = campaign
        self.base = base
        self.filter = filter
        self.limit = limit
        self.masking = masking
        self.day = day
        self.language = language
    }

    func mask(_ digits: String?) -> Cell { Cell(code: digits.map(masking.mask)) }

    func masked(_ digits: String?) -> JSON { digits.map { .string(masking.mask($0)) } ?? .null }
}

extension JSON {
    /// The object with members added.
    func adding(_ members: [JSON.Member]) -> JSON {
        .object((self.members ?? []) + members)
    }
}

/// Several names one after the other.
func joinedList(_ names: [String]) -> String { names.joined(separator: "، ") }
