import Canvas
import Domain
import Persian
import Store

/// One screen of the dashboard: a state, what it loads, what keys do to it, and how it looks.
///
/// Everything is a value or a pure function but `load`, so that a screen can be drawn, tested and exported with no
/// terminal at all.
@MainActor
public protocol Screen {
    associatedtype State

    /// The name that `khedmat snapshot` and the palette know it by: "groups".
    static var id: String { get }
    static var title: Phrase { get }
    /// One sign, for the folded menu.
    static var icon: String { get }
    /// The digit that opens it and its place in the menu; nil for those that live under `:`.
    static var number: Int? { get }
    /// The kinds of record whose content it shows: whoever may not read all of them is told so in its place.
    static var shows: [RecordKind] { get }
    /// What its keys do.
    static var actions: [ScreenAction<State>] { get }

    static func initial() -> State
    /// What is shown now: what it reads, and what moves do there.
    static func pane(_ state: State) -> Pane<State>
    /// Reads the rows that the next frame shows: when the screen opens, after each change of the file, after each key. The
    /// shell decides when; ``Loaded`` and ``VirtualList`` know what was read already.
    static func load(_ state: inout State, from reader: Reader, _ context: ScreenContext) throws(DecideError)
    /// Reads what stands beside those rows; while moves follow each other it waits for the last of them.
    static func loadBeside(_ state: inout State, from reader: Reader, _ context: ScreenContext) throws(DecideError)
    /// The fields that take keys before the bindings do, the topmost first.
    static var fields: [ScreenField<State>] { get }
    static func view(_ state: State, in region: inout Region, _ context: ScreenContext)
    /// The kinds of record it shows, and where.
    static var homes: [Home] { get }
    /// The number of the row of a key in the table of its list.
    static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64?
    /// Selects a record in its list, whatever filter stands there.
    static func reveal(_ state: inout State, _ shown: Shown)
    /// What stands after the screen's title in the breadcrumb.
    static func path(_ state: State) -> [String]
    /// What the menu says beside its title; empty for nothing.
    static func badge(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> String
    /// What it asks for once it has read what a key wanted to know; asked after each reading until there is nothing more.
    static func followUp(_ state: inout State, _ context: ScreenContext) -> Effect?
    /// What became of a command that it sent. A screen that tells this itself answers true; else a toast tells it.
    static func answered(
        _ state: inout State, _ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext
    ) -> Bool
    /// Notes what this program carried out by a form over it; what it sent itself is told by `answered`.
    static func carriedOut(_ state: inout State, _ entry: LedgerEntry)
    /// What was typed into it and is saved nowhere yet: leaving the program asks first.
    static func unsaved(_ state: State) -> Phrase?
    /// Whether the menu shows it; the palette finds it in any case.
    static func isListed(_ reader: Reader) throws(DecideError) -> Bool
    /// Whether a pack of that kind holds enough to fill it; screens that it cannot fill are absent there.
    static func isFilled(by pack: any PackKind.Type) -> Bool
}

extension Screen {
    public static func answered(
        _ state: inout State, _ sending: Sending, _ answer: Writer.Answer, _ context: ScreenContext
    ) -> Bool { false }
    public static func carriedOut(_ state: inout State, _ entry: LedgerEntry) {}
    public static func followUp(_ state: inout State, _ context: ScreenContext) -> Effect? { nil }
    public static func unsaved(_ state: State) -> Phrase? { nil }
    public static var fields: [ScreenField<State>] { [] }
    public static var homes: [Home] { [] }
    public static func row(_ key: String, in reader: Reader) throws(DecideError) -> Int64? {
        guard let kind = homes.first?.kind else { return nil }
        return try reader.row(of: kind, key: key)
    }
    public static func reveal(_ state: inout State, _ shown: Shown) {}
    public static func isListed(_ reader: Reader) throws(DecideError) -> Bool { true }
    public static func isFilled(by pack: any PackKind.Type) -> Bool { false }
    public static func pane(_ state: State) -> Pane<State> { Pane() }
    public static func load(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) { try pane(state).load(&state, reader, context) }
    public static func loadBeside(
        _ state: inout State, from reader: Reader, _ context: ScreenContext
    ) throws(DecideError) { try pane(state).loadBeside(&state, reader, context) }
    public static func view(_ state: State, in region: inout Region, _ context: ScreenContext) {
        pane(state).view(state, &region, context)
    }
    /// The keys that move in what is shown.
    static var moves: [ScreenAction<State>] { Binding.moves { pane($0).move(&$0, $1, $2) } }
}

/// What a screen knows of the world around it.
public struct ScreenContext {
    public var language: Language
    /// Who looks, and as what.
    public var account = ""
    public var role: Role
    public var masking: Masking
    /// What the clock says.
    public var now: Moment
    /// The office's day.
    public var day: Day
    /// The size of the screen's own region, in cells.
    public var width: Int
    public var height: Int
    /// Nothing else is to be done: a list may read rows that are not shown yet.
    var isPrefetching = false
    /// Counts the changes of the file, and whatever else makes what was read stale; see ``LoadMark``.
    var revision = 0
    /// The pack that the file is; nil in an office.
    var pack: Pack?
    /// Which key does what.
    var keymap: Keymap

    var direction: Direction { language == .persian ? .rightToLeft : .leftToRight }
}
