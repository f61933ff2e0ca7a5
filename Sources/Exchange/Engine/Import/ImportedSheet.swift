import Domain
import Persian
import Store

/// A sort of sheet that the office imports: its columns, and what a row asks for.
public protocol ImportedSheet: Sendable {
    associatedtype Column: Hashable & Sendable & CaseIterable

    /// "groups"
    static var name: String { get }
    /// What it holds, as screens name it.
    static var title: Phrase { get }
    /// Each with its headers and what it holds.
    static var columns: SheetTable<Column> { get }
    /// The column that holds the row's code.
    static var codeColumn: Column { get }
    /// The command that its rows come to: who may send it may import the sheet.
    static var command: any Command.Type { get }
    /// The columns that say whom or what a row is about.
    static var nameColumns: [Column] { get }
    /// For a column another one whose presence makes it optional.
    static var standIns: [Column: Column] { get }
    /// The columns that we write, in their order.
    static var written: [Column] { get }
    /// For a column of full names the one in which the family name may stand apart.
    static var familyNames: [Column: Column] { get }
    /// The columns of family names.
    static var familyColumns: Set<Column> { get }
    /// The column of campaigns, for which one campaign may be named that all rows belong to.
    static var campaignColumn: Column? { get }
    /// The campaign of that code.
    ///
    /// - Throws: `not-found`.
    static func campaign(named code: String, in reader: Reader) throws(DecideError) -> ImportCampaign?
    /// The campaign that is meant on a day where nobody names one.
    static func campaign(on day: Day, in reader: Reader) throws(DecideError) -> ImportCampaign?

    /// What speaks against the sheet as a whole: nothing of it is carried out before somebody has said to go on.
    ///
    /// - Parameter campaign: code of the campaign of the rows that name none.
    static func objections(
        to rows: [SheetRecord<Column>], campaign: String?, in reader: Reader
    ) throws(DecideError) -> [Phrase]

    /// Sends the commands of one row, which are kept or rolled back together.
    ///
    /// - Throws: the refusal of the first command that was refused, its field replaced by ``ImportedRow``.
    static func carryOut(_ row: ImportedRow<Self>) throws(RowError<Column>) -> RowOutcome
}

extension ImportedSheet {
    public static var familyNames: [Column: Column] { [:] }
    public static var familyColumns: Set<Column> { Set(familyNames.values) }

    public static var campaignColumn: Column? { nil }

    /// - Throws: nothing by default.
    public static func campaign(named code: String, in reader: Reader) throws(DecideError) -> ImportCampaign? { nil }

    /// - Throws: nothing by default.
    public static func campaign(on day: Day, in reader: Reader) throws(DecideError) -> ImportCampaign? { nil }

    public static func objections(
        to rows: [SheetRecord<Column>], campaign: String?, in reader: Reader
    ) throws(DecideError) -> [Phrase] { [] }

    public static var standIns: [Column: Column] { [:] }
    public static var written: [Column] {
        let families = Set(familyNames.values)
        return Column.allCases.filter { !families.contains($0) }
    }

    /// The headers a column may have, the Persian one that we write first.
    static func headers(of column: Column) -> [String] { columns[column].headers }
    static func nearHeaders(of column: Column) -> [String] { columns[column].near }
    static func kind(of column: Column) -> CellKind { columns[column].kind }

    static var headerWords: HeaderWords<Column> {
        HeaderWords(
            known: Column.allCases.map { ($0, headers: headers(of: $0)) },
            near: Column.allCases.map { ($0, headers: nearHeaders(of: $0)) }, optional: columns.optional,
            standIns: standIns,
            families: familyColumns, ignored: reasonHeaders + rowHeaders, aside: aside)
    }

    /// What we write beside the columns that are read: it follows from other records.
    private static var aside: [String] {
        guard let listing = ListingKind(rawValue: name)?.listing else { return [] }
        return Language.allCases.flatMap { listing.headers($0) }
    }

    /// Whether a sheet has every column that we write.
    static func isOurs(_ header: [String]) -> Bool {
        guard let listing = ListingKind(rawValue: name)?.listing else { return false }
        let letters = Set(header.map { $0.lettersAlone() })
        return listing.headers(.persian).allSatisfy { letters.contains($0.lettersAlone()) }
    }

    /// The header that we write for a column.
    static func header(of column: Column, in language: Language) -> String {
        let headers = headers(of: column)
        let english = headers.first { $0.utf8.allSatisfy { $0 < 0x80 } }
        return (language == .english ? english : nil) ?? headers[0]
    }
}

public enum RowOutcome: Hashable, Sendable {
    case added, same, changed
}

/// Every sort of sheet there is, in the order in which an office sends them.
public enum Sheets {
    public static let all: [any ImportedSheet.Type] = SentParts.all.flatMap(\.sheets)
}

/// What whoever imports a sheet says beside it.
public struct ImportTerms: Sendable {
    /// Whether it is only tried, in a copy in memory; the file stays as it is.
    public var isDryRun: Bool
    /// Whether people who are known may get names that share nothing with their old ones.
    public var acceptsRenames: Bool
    /// Whether it goes on whatever speaks against the sheet as a whole.
    public var goesOn: Bool
    /// Code of the campaign of all rows that name none.
    public var campaign: String?
    /// Whether that is the current one, where none is said.
    public var usesCurrentCampaign: Bool

    public init(
        isDryRun: Bool = false, acceptsRenames: Bool = false, goesOn: Bool = false, campaign: String? = nil,
        usesCurrentCampaign: Bool = false
    ) {
        self.isDryRun = isDryRun
        self.acceptsRenames = acceptsRenames
        self.goesOn = goesOn
        self.campaign = campaign
        self.usesCurrentCampaign = usesCurrentCampaign
    }
}

/// A sheet that was read, whatever it holds; see ``SheetImport``.
public protocol OpenedSheet: Sendable {
    var rowCount: Int { get }
    /// Whether a campaign may be said for it.
    var takesCampaign: Bool { get }
    func run(
        in office: OfficeFile, by sender: Sender, clock: Clock, _ terms: ImportTerms, progress: (Int) -> Bool
    ) throws(ImportError) -> ImportReport
    func writeRefused(
        _ report: ImportReport, to writer: SheetWriter, language: Language
    ) throws(SheetWriteError)
}

extension SheetImport: OpenedSheet {}

extension ImportedSheet {
    /// Reads a sheet of this sort; nothing is written yet.
    ///
    /// - Throws: why it is no spreadsheet of this sort.
    public static func open(path: String) throws(ImportError) -> any OpenedSheet { try SheetImport<Self>(path: path) }
}

/// Why a row was not carried out.
public enum RowError<Column: Hashable & Sendable>: Error {
    case refused(Refusal, column: Column?)
    case store(StoreError)
}

/// The campaign of the rows of a sheet that name none.
public struct ImportCampaign: Hashable, Sendable {
    public let code: String
    public let title: String
}
