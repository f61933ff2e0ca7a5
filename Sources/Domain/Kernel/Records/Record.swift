import Persian

/// What sort of record something is. Each part of the office adds its own.
public struct RecordKind: Hashable, Sendable {
    /// The JSON name, singular: "group".
    public let name: String
    public let phrase: Phrase

    public init(_ name: String, _ phrase: Phrase) {
        self.name = name
        self.phrase = phrase
    }

    // Kinds are looked up at every turn, and one name stands for one kind.
    public static func == (a: RecordKind, b: RecordKind) -> Bool { a.name == b.name }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Something the office keeps: a value with an id, a version and a key that people know it by.
///
/// A record's columns are declared once; its JSON, its row in the file, its history and what refers to it all
/// come from that declaration.
public protocol Record: Sendable, Hashable {
    static var kind: RecordKind { get }
    static var columns: [Column<Self>] { get }
    /// A record with every column empty, to be filled from JSON or from a row.
    static var blank: Self { get }
    /// Derived from the id of the command that made it, and an ordinal.
    var id: String { get set }
    /// 1 when new, one more with each change.
    var version: Int { get set }
    /// What people know it by: a code, a national ID, an account. Unique in its kind.
    var key: String { get }
    /// What people call it, on the screen and in sentences: the names of those it is about, its code where it has one, and
    /// its day; never its key.
    ///
    ///     try report.title(in: registry).fa  // "گزارش ۵ مرداد اردوی بهار (C-247)"
    ///
    /// - Parameter registry: where names of others are looked up.
    func title(in registry: some Registry) throws(DecideError) -> Phrase
    /// What lists to choose from call it beside its code: its name; its key where it has none.
    var shortTitle: String { get }
    /// The promises between this record and the others that no column tells: a name that stands once, terms that
    /// do not overlap. Commands hold what they change to them, undo what it puts back.
    ///
    /// - Parameter moving: ids of the records that change together with this one, and so are not in its way.
    func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError)
    /// Why it may not be taken out although nothing refers to it.
    ///
    /// - Parameter moving: ids of the records that leave or change together with this one.
    func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError)
    /// Whether `record.void` takes it out: staff are disabled instead, packs recalled.
    static var canBeVoided: Bool { get }
    /// Whether its key is a number to people, such as a year.
    static var hasNumericKey: Bool { get }
    /// Whether its key is a national ID, which some readers see masked.
    static var hasPrivateKey: Bool { get }
    /// Whether recording or voiding it can never be undone.
    var isNeverTakenBack: Bool { get }
    /// What `record.void` only notes, because another account has to ask for it too; nil when it may go.
    func notedVoid(by account: String) -> NotedVoid<Self>?
}

/// A request to void a record that is only noted.
public struct NotedVoid<R: Sendable>: Sendable {
    /// The record with the request on it.
    let record: R
    /// Why, and what is still needed.
    let refusal: Refusal
    /// Whether the account had not asked before.
    let isNew: Bool
}

/// One column of a record.
public struct Column<R>: Sendable {
    public let name: String
    /// What it is called on the screen.
    public let phrase: Phrase
    /// The kind of record whose key stands here, or nil.
    public let refersTo: [RecordKind]
    /// Whether the record is a part of the one it refers to here, and leaves with it.
    public let isOwner: Bool
    /// Whether it helps to tell the record from others of its kind; answers always echo it.
    public let identifies: Bool
    /// Whether the file keeps it as a JSON text.
    public let isStructured: Bool
    /// Whether it is a national ID or a mobile, masked for those who may not edit the person.
    public let isPrivate: Bool
    /// Whether files of a former format do not have it: what was written then is empty there.
    public let isLater: Bool
    /// The values that alone may stand here, as JSON has them; none where any may.
    public let valueNames: @Sendable () -> [String]
    /// As a person reads it.
    public private(set) var display: @Sendable (R, Language) -> String
    /// As a cell of a sheet holds it.
    public private(set) var cell: @Sendable (R, Language) -> Cell
    public let read: @Sendable (R) -> JSON
    /// Sets the column; false when the value does not fit.
    public let write: @Sendable (inout R, JSON) -> Bool

    /// - Parameter isCode: whether a text that stands here is what something is known by, as the key of another record is.
    public init<V: JSONValue>(
        _ name: String, _ path: any WritableKeyPath<R, V> & Sendable, _ phrase: Phrase, identifies: Bool = false,
        refersTo: [RecordKind] = [], isOwner: Bool = false, isCode: Bool = false, isPrivate: Bool = false,
        isLater: Bool = false
    ) {
        self.name = name
        self.phrase = phrase
        self.refersTo = refersTo
        self.isOwner = isOwner
        self.identifies = identifies
        self.isStructured = V.isStructured
        self.isPrivate = isPrivate
        self.isLater = isLater
        self.valueNames = { V.valueNames }
        self.display = { $0[keyPath: path].display($1) }
        // Lists are texts, whatever they list.
        let isCode = (isCode || !refersTo.isEmpty) && !V.isStructured
        self.cell = { record, language in
            let cell = record[keyPath: path].cell(language)
            if isCode, case .text(let text) = cell { return .code(text) }
            return cell
        }
        self.read = { $0[keyPath: path].json }
        self.write = { record, json in
            guard let value = V(json) else { return false }
            record[keyPath: path] = value
            return true
        }
    }
}

extension Column {
    /// The same column, which people read otherwise than its value alone would be:
    ///
    ///     Column("birthYear", \.birthYear, phrase).shown { $1.numeral($0.birthYear) }
    ///
    /// - Parameter inSheets: so in sheets, too; a sheet that is read back holds the value.
    func shown(inSheets: Bool = false, _ display: @escaping @Sendable (R, Language) -> String) -> Column {
        var column = self
        column.display = display
        if inSheets { column.cell = { Cell(display($0, $1)) } }
        return column
    }

    /// Whether the keys that stand here are numbers: those of people, editions and seasons.
    public var holdsNumbers: Bool {
        refersTo.contains { RecordKind.type(named: $0.name)?.hasNumericKey ?? false }
    }

    /// The keys of other records that stand here: one, or those of a list.
    public func keys(_ record: R) -> [String] {
        if refersTo.isEmpty { return [] }
        let value = read(record)
        if let list = value.list { return list.compactMap { $0.string ?? $0[refersTo[0].name]?.string } }
        return (value.string ?? value.integer.map(String.init)).map { [$0] } ?? []
    }
}

extension JSON {
    /// A national ID, mobile or name, or a list of them, for a reader who may not see them whole.
    func masked(_ masking: Masking) -> JSON {
        switch self {
        case .string(let text): .string(masking.mask(text))
        case .list(let items): .list(items.map { $0.masked(masking) })
        default: self
        }
    }
}

extension Record {
    /// - Throws: nothing by default.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {}

    /// - Throws: nothing by default.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {}

    public var shortTitle: String { key }
    public static var canBeVoided: Bool { true }
    public static var hasNumericKey: Bool { false }
    public static var hasPrivateKey: Bool { false }
    public var isNeverTakenBack: Bool { false }
    public func notedVoid(by account: String) -> NotedVoid<Self>? { nil }

    func check(in registry: some Registry) throws(DecideError) { try check(beside: [], in: registry) }

    /// The names of the columns that are masked for those who may not edit people.
    static var privateNames: [String] { columns.filter(\.isPrivate).map(\.name) }

    /// The record with `id` and `version`, then its columns in their order; empty ones are null.
    public var json: JSON {
        var members = [JSON.Member("id", .string(id)), JSON.Member("version", .integer(version))]
        for column in Self.columns { members.append(JSON.Member(column.name, column.read(self))) }
        return .object(members)
    }

    /// The same for a reader who may not see national IDs and mobiles whole.
    public func json(_ masking: Masking) -> JSON {
        var members = [JSON.Member("id", .string(id)), JSON.Member("version", .integer(version))]
        for column in Self.columns {
            let value = column.read(self)
            members.append(JSON.Member(column.name, column.isPrivate ? value.masked(masking) : value))
        }
        return .object(members)
    }

    /// A column as a person reads it, masked where that person may not see it whole: national IDs, mobiles and years in
    /// the language's digits.
    public func display(_ column: Column<Self>, _ language: Language, _ masking: Masking) -> String {
        if column.isPrivate { return language.list(masked(column, masking).map(language.digits)) }
        let text = column.display(self, language)
        return column.holdsNumbers && !text.contains(where: \.isLetter) ? language.digits(text) : text
    }

    /// A column as a cell of a sheet holds it, masked where the reader may not see it whole.
    public func cell(_ column: Column<Self>, _ language: Language, _ masking: Masking) -> Cell {
        guard column.isPrivate else { return column.cell(self, language) }
        let shown = masked(column, masking)
        return column.isStructured ? shown.cell(language) : Cell(code: shown.first)
    }

    /// The national IDs or mobiles of a column.
    private func masked(_ column: Column<Self>, _ masking: Masking) -> [String] {
        let value = column.read(self)
        return (value.list ?? [value]).compactMap(\.string).map(masking.mask)
    }

    /// Reads what ``json`` wrote; nil when a column is missing or does not fit.
    public init?(json: JSON) {
        var record = Self.blank
        guard let id = json["id"]?.string, let version = json["version"]?.integer else { return nil }
        record.id = id
        record.version = version
        for column in Self.columns {
            guard let value = json[column.name] ?? (column.isLater ? .null : nil), column.write(&record, value) else {
                return nil
            }
        }
        self = record
    }

    /// The columns in which two states of a record differ.
    public func differences(from other: Self?) -> [Column<Self>] {
        guard let other else { return Self.columns.filter { $0.read(self) != .null } }
        return Self.columns.filter { $0.read(self) != $0.read(other) }
    }

    /// The key, its national IDs masked for those who may not see them whole.
    public func key(_ masking: Masking) -> String {
        key.split(separator: "/").map { part in
            let isID = part.utf8.count == 10 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isID ? masking.nationalID(String(part)) : String(part)
        }.joined(separator: "/")
    }

    /// "group Q-0001", for sentences that name it.
    public var label: Phrase {
        Phrase(fa: "\(Self.kind.phrase) \(key)", en: "\(Self.kind.phrase) \(key)")
    }
}
