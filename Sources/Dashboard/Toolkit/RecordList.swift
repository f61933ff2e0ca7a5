import Canvas
import Domain
import Persian
import Store

/// What a plain screen of records is made of: a list with a filter, the facts of the selected record, and actions.
/// Most parts of the office need no more; ``RecordScreen`` does the rest.
@MainActor
protocol RecordList {
    associatedtype Item: Hashable & Sendable

    static var id: String { get }
    static var title: Phrase { get }
    static var icon: String { get }
    /// The digit that opens it; nil when it lives under `:`.
    static var number: Int? { get }
    /// The kinds of record whose content it shows.
    static var shows: [RecordKind] { get }
    static var columns: [Column] { get }
    /// What records it shows.
    static var homes: [Home] { get }
    /// The number of the row of a key in the table of the list.
    static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64?
    static var actions: [RecordAction<Item>] { get }

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow
    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Item?
    static func cells(_ item: Item, _ context: ScreenContext) -> [TableCell]
    /// What stands in the first column where that is a code, which is never cut; nil where it is something else.
    static func code(_ item: Item) -> String?
    static func facts(_ item: Item, _ context: ScreenContext) -> [Facts.Fact]
    static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String
    /// What else is told of the selected record, read for it alone.
    static func more(_ item: Item, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> [Facts.Fact]
    /// Whether the facts stand below the list where there is no room beside it.
    static var showsFactsBelow: Bool { get }
    static func isListed(_ reader: Reader) throws(DecideError) -> Bool
    static func isFilled(by pack: any PackKind.Type) -> Bool
}

extension RecordList where Item: Record {
    static var shows: [RecordKind] { [Item.kind] }
}

extension RecordList {
    static func more(_ item: Item, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> [Facts.Fact] {
        []
    }
    static var number: Int? { nil }
    static var homes: [Home] { [] }
    static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? {
        guard let kind = homes.first?.kind else { return nil }
        return try reader.row(of: kind, key: key)
    }
    static func code(_ item: Item) -> String? { nil }
    static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String { "" }
    static var showsFactsBelow: Bool { false }
    static func isListed(_ reader: Reader) throws(DecideError) -> Bool { true }
    static func isFilled(by pack: any PackKind.Type) -> Bool { false }
}

extension RecordList where Item: Record {
    static var homes: [Home] { [Home(Item.self)] }
}

/// What a key does with the selected record of a plain screen.
@MainActor
struct RecordAction<Item> {
    let id: String
    let keys: String
    let phrase: Phrase
    /// The command it leads to: who may send that may press the key.
    let command: (any Command.Type)?
    /// Whether it needs a selected record.
    let needsItem: Bool
    let effect: (Item?) -> Effect?

    init(
        _ id: String, _ keys: String, _ phrase: Phrase, command: (any Command.Type)? = nil, needsItem: Bool = true,
        _ effect: @escaping (Item?) -> Effect?
    ) {
        self.id = id
        self.keys = keys
        self.phrase = phrase
        self.command = command
        self.needsItem = needsItem
        self.effect = effect
    }
}

extension RecordAction {
    /// The same for items that hold what it is done to.
    func on<Other>(_ path: @escaping (Other) -> Item) -> RecordAction<Other> {
        RecordAction<Other>(id, keys, phrase, command: command, needsItem: needsItem) { other in
            effect(other.map(path))
        }
    }
}

// What nearly every list begins with.
extension RecordAction {
    /// `n`: the empty form of the command that records one more.
    static func new(_ command: any Command.Type) -> RecordAction {
        RecordAction("record.new", "n", command.title, command: command, needsItem: false) { _ in
            .form(FormRequest(command))
        }
    }
}

extension RecordAction where Item: Record {
    /// `e` and Enter: the form that amends the selected record, whose key the command calls `name`.
    static func amend(_ command: any Command.Type, _ name: String) -> RecordAction {
        RecordAction("record.amend", "e enter", command.title, command: command) { item in
            item.map {
                .form(
                    FormRequest(
                        command, fixed: [.init(name, .string($0.key))], record: RecordName(Item.kind, $0.key)))
            }
        }
    }

    /// `D`: the form that asks for the reason of voiding the selected record.
    static func void() -> RecordAction {
        RecordAction("record.void", "D", RecordVoid.title, command: RecordVoid.self) { item in
            item.map { .form(.void(Item.kind, $0.key)) }
        }
    }
}
