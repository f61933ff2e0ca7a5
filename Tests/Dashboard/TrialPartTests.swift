import Canvas
import Foundation
import Persian
import Testing

@testable import Dashboard
@testable import Domain
@testable import Exchange
@testable import Store

/// A part made for the purpose – one record, two commands, a table, a listing, a sheet, a screen – that each room is told of in one
/// line. It runs in a process of its own, because the lists of parts are read once.
@Suite("A new part") struct TrialPartTests {
    @Test("A line in each room's list, and it is everywhere: commands, file, lists, menu, palette, ledger, undo, void")
    func everywhere() async {
        await #expect(processExitsWith: .success) { @MainActor in
            Parts.trial = [.tools]
            StoredParts.trial = [.tools]
            SentParts.trial = [.tools]
            ShownParts.trial = [.tools]
            let folder = FileManager.default.temporaryDirectory.appending(path: "khedmat-trial-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            try TrialOffice(in: folder.path).live()
        }
    }
}

/// A tool that the office lends.
private struct Tool: Coded {
    var id = ""
    var version = 1
    var code: String
    var name: String

    static let kind = RecordKind("tool", Phrase(fa: "ابزار", en: "tool"))
    static let series = CodeSeries(prefix: "TL-", digits: 2)
    static let blank = Tool(code: "", name: "")
    static let columns = ToolFields.columns
}

private enum ToolFields {
    static let code = RecordField(\Tool.code, .code("code", Phrase(fa: "کد ابزار", en: "code")), [.identifies])
    static let name = RecordField(\Tool.name, .text("name", Phrase(fa: "نام ابزار", en: "name"), limit: 100))
    static let columns = listed(code, name)
}

private struct ToolAdd: Adding {
    static let name = "tool.add"
    static let title = Phrase(fa: "افزودن ابزار", en: "add a tool")
    static let fields: [FieldUse<Tool>] = [ToolFields.code.coined, ToolFields.name.required]
    let given: Arguments
    init(_ given: Arguments) { self.given = given }
}

private struct ToolAmend: Amending {
    static let name = "tool.amend"
    static let title = Phrase(fa: "ویرایش ابزار", en: "amend a tool")
    static let fields: [FieldUse<Tool>] = [ToolFields.code.required, ToolFields.name.kept]
    let given: Arguments
    init(_ given: Arguments) { self.given = given }
}

extension Part {
    fileprivate static let tools = Part("tools", records: [Tool.self], commands: [ToolAdd.self, ToolAmend.self])
}

extension StoredPart {
    fileprivate static let tools = StoredPart(
        part: .tools,
        tables: [
            .of(Tool.self) {
                Table(
                    Tool.self, name: "tools", keyColumn: "code",
                    derived: Table.listed(Tool.self, name: \.name) { tool, _ in [tool.code, tool.name] })
            }
        ])

    /// The step that the part would bring for its table.
    fileprivate static let step = """
        CREATE TABLE tools (
            rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
            code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, nameKey BLOB NOT NULL, search TEXT NOT NULL
        ) STRICT;
        CREATE INDEX toolsByName ON tools (nameKey);
        CREATE VIEW toolsText (row, search) AS SELECT rowid, search || char(10, 10) FROM tools;
        CREATE VIRTUAL TABLE toolsSearch USING fts5
            (search, content='toolsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE toolsTerms USING fts5vocab (toolsSearch, instance);
        INSERT INTO counters (name, value) VALUES ('tools', 0);
        CREATE TRIGGER toolsCountUp AFTER INSERT ON tools BEGIN
            UPDATE counters SET value = value + 1 WHERE name = 'tools';
        END;
        CREATE TRIGGER toolsCountDown AFTER DELETE ON tools BEGIN
            UPDATE counters SET value = value - 1 WHERE name = 'tools';
        END;
        """
}

private enum ToolsListing: PlainListing {
    typealias Item = Tool
    static let id = "tools"
}

private enum ToolsSheet: ImportedSheet {
    enum Column: CaseIterable, Sendable { case code, name }

    static let name = "tools"
    static let title = Phrase(fa: "ابزارها", en: "tools")
    static let command: any Command.Type = ToolAdd.self
    static let codeColumn = Column.code
    static let nameColumns = [Column.name]
    static let columns = SheetTable<Column>([.init(.code, ToolFields.code), .init(.name, ToolFields.name)])

    static func carryOut(_ row: ImportedRow<ToolsSheet>) throws(RowError<Column>) -> RowOutcome {
        guard let code = row.code(.code), let known = try row.known(Tool.self, key: code) else {
            try row.send(ToolAdd.self, row.fields(.code, .name))
            return .added
        }
        return try row.amend(ToolAmend.self, known, row.fields(.name)) ? .changed : .same
    }
}

extension SentPart {
    fileprivate static let tools = SentPart(part: .tools, listings: [ToolsListing.self], sheets: [ToolsSheet.self])
}

private enum ToolList: RecordList {
    static let id = "tools"
    static let title = Phrase(fa: "ابزارها", en: "Tools")
    static let icon = "⚒"
    static let columns = [
        Column(Phrase(fa: "کد", en: "Code"), minimum: 6, priority: 9),
        Column(Phrase(fa: "نام", en: "Name"), minimum: 12, weight: 1, priority: 10),
    ]
    static let actions: [RecordAction<Tool>] = [.new(ToolAdd.self), .amend(ToolAmend.self, "code"), .void()]

    static func window(
        _ filter: Filter, from start: ListStart, limit: Int, in reader: Reader
    ) throws(DecideError) -> ListWindow {
        try reader.window(of: Tool.kind, matching: filter, from: start, limit: limit)
    }

    static func item(at place: ListPlace, in reader: Reader, _ context: ScreenContext) throws(DecideError) -> Tool? {
        try reader.record(Tool.self, at: place)
    }

    static func cells(_ tool: Tool, _ context: ScreenContext) -> [TableCell] {
        [TableCell(tool.code), TableCell(tool.name)]
    }

    static func facts(_ tool: Tool, _ context: ScreenContext) -> [Facts.Fact] { tool.facts(context) }
}

extension ShownPart {
    fileprivate static let tools = ShownPart(part: .tools, registers: [RecordScreen<ToolList>.self])
}

/// A day with the new part.
@MainActor
private struct TrialOffice {
    private let office: OfficeFile
    private let folder: String
    private let sender = Sender(account: "maryam", station: "test")
    private let clock: Domain.Clock
    private let dashboard: Dashboard

    init(in folder: String) throws {
        self.folder = folder
        clock = Domain.Clock(fixed: try Moment(parsing: "1401/05/10T10:00", in: .tehran))
        office = try OfficeFile(
            path: folder + "/office.db", steps: Migrations.steps + [StoredPart.step], isScratch: true)
        let staff = try office.admit(sender, clock: clock)
        dashboard = Dashboard(
            office, staff: staff, writer: Writer(office, sender: sender, clock: clock),
            drafts: Drafts(path: nil, office: "trial"), language: .english, clock: clock)
        dashboard.resize(width: 120, height: 40)
        try dashboard.refresh()
    }

    private func send(_ command: String) throws {
        try office.send(try Request(try #require(JSON(parsing: command))), by: sender, clock: clock)
        try dashboard.refresh()
    }

    private var text: String {
        dashboard.frame().rows.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n").withoutIsolates
    }

    private func press(_ keys: String) throws {
        for key in keys.split(separator: " ") {
            _ = try dashboard.handle(.key(try #require(Key(parsing: String(key)))))
        }
    }

    func live() throws {
        #expect(Commands.named("tool.add") != nil && RecordKind.type(named: "tool") != nil)
        try send(#"{"command":"tool.add","name":"بیل"}"#)
        try send(#"{"command":"tool.add","name":"کلنگ"}"#)
        try send(#"{"command":"tool.amend","code":"TL-02","name":"کلنگ بزرگ"}"#)

        // The menu, the list, and the form that its key opens.
        #expect(text.contains("Tools"))
        #expect(dashboard.open("tools"))
        try dashboard.refresh()
        #expect(text.contains("TL-01") && text.contains("کلنگ بزرگ"))
        try press("n")
        #expect(text.contains("Add a tool"))
        try press("escape")

        // The palette finds its records and its forms.
        try press(":")
        for scalar in "کلنگ".unicodeScalars { _ = try dashboard.handle(.key(Key(.character(scalar)))) }
        #expect(text.contains("کلنگ بزرگ (TL-02)"))
        try press("escape")

        // What is listed and exported.
        let kind = try #require(ListingKind(word: "ابزار"))
        let question = ListingQuestion(limit: nil, masking: Masking(for: .administrator), day: clock.today())
        var rows: [[Domain.Cell]] = []
        try office.view { (reader) throws(DecideError) in
            try kind.listing.each(question, in: reader) { (row) throws(DecideError) in rows += row.rows }
        }
        #expect(rows == [[.code("TL-01"), .text("بیل")], [.code("TL-02"), .text("کلنگ بزرگ")]])

        // What was exported is imported: the same, and a new one.
        #expect(Sheets.all.contains { $0 == ToolsSheet.self })
        let sheet = folder + "/tools.csv"
        try "کد ابزار,نام ابزار\nTL-01,بیل\nTL-03,فرغون\n".write(toFile: sheet, atomically: true, encoding: .utf8)
        let report = try SheetImport<ToolsSheet>(path: sheet).run(in: office, by: sender, clock: clock)
        #expect(report.same == 1 && report.added == 1)
        try dashboard.refresh()
        #expect(text.contains("فرغون"))

        // The ledger tells of it; what was done is undone; what is not used is voided.
        let last = try office.view { (reader) throws(DecideError) in
            try reader.ledger(matching: Filter(), limit: 5).first { $0.command == "tool.amend" }
        }
        let amended = try #require(last)
        #expect(amended.title.en == "amend a tool")
        try send(#"{"command":"ledger.undo","undo":"\#(amended.id)"}"#)
        #expect(!text.contains("کلنگ بزرگ") && text.contains("کلنگ"))
        try send(#"{"command":"record.void","kind":"tool","code":"TL-01","reason":"نمونه"}"#)
        let gone = try office.view { (reader) throws(DecideError) in try reader.find(Tool.self, key: "TL-01") }
        #expect(gone == nil)
    }
}
