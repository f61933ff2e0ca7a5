import Canvas
import Domain
import Exchange
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// An office with a few invented groups, and the dashboard on it, driven by keys.
@MainActor
struct TestDashboard {
    let office: OfficeFile
    /// The administrator, who sends what the office begins with.
    let sender: Sender
    let clock: Clock
    let writer: Writer
    let dashboard: Dashboard
    /// What was sent to it at the beginning.
    let commands: [String]

    /// - Parameters:
    ///   - commands: sent by the administrator, one JSON object each.
    ///   - account: who sits at the dashboard; the administrator when nil.
    init(
        _ language: Language = .persian, _ commands: [String] = TestDashboard.office, as account: String? = nil,
        now: String = "1401/05/10T10:00"
    ) throws {
        self.commands = commands
        sender = Sender(account: "maryam", station: "test")
        clock = Clock(fixed: try Moment(parsing: now, in: .tehran))
        office = try Self.filled(commands, now, by: sender, clock)
        var staff = try office.admit(sender, clock: clock)
        if let account {
            staff = try #require(
                try office.view { (reader) throws(DecideError) in try reader.find(Staff.self, key: account) })
        }
        writer = Writer(office, sender: Sender(account: staff.account, station: "test"), clock: clock)
        dashboard = Dashboard(
            office, staff: staff, writer: writer, drafts: Drafts(path: nil, office: "test"), language: language,
            clock: clock)
        dashboard.resize(width: 80, height: 24)
        try dashboard.refresh()
    }

    /// Offices as their commands leave them, of which each test has a copy: to send them all again takes longer than
    /// most tests do.
    private static var offices: [[String]: OfficeFile] = [:]

    private static func filled(
        _ commands: [String], _ now: String, by sender: Sender, _ clock: Clock
    ) throws -> OfficeFile {
        if let office = offices[[now] + commands] { return try office.copyInMemory() }
        let office = try OfficeFile()
        office.use(BulletinPage())
        _ = try office.admit(sender, clock: clock)
        for (number, command) in commands.enumerated() {
            var request = try Request(try #require(JSON(parsing: command)))
            // The same in every run, for the golden frames of the ledger.
            request.id = "01890000-0000-7000-8000-\(100_000_000_000 + number)"
            try office.send(request, by: sender, clock: clock)
        }
        offices[[now] + commands] = office
        return try office.copyInMemory()
    }

    /// Another session on the office of a test, of the same person or of an operator.
    init(on test: TestDashboard, _ language: Language, account: String? = nil) throws {
        (office, clock, commands) = (test.office, test.clock, test.commands)
        sender = Sender(account: account ?? test.sender.account, station: "other")
        if let account {
            try test.send(#"{"command":"staff.add","account":"\#(account)","name":"\#(account)","role":"operator"}"#)
        }
        writer = Writer(office, sender: sender, clock: clock)
        dashboard = Dashboard(
            office, staff: try office.admit(sender, clock: clock), writer: writer,
            drafts: Drafts(path: nil, office: "test"), language: language, clock: clock)
        dashboard.resize(width: 80, height: 24)
        try dashboard.refresh()
    }

    func send(_ command: String) throws {
        try office.send(try Request(try #require(JSON(parsing: command))), by: sender, clock: clock)
    }

    /// Keys as bindings write them, divided by blanks.
    @discardableResult
    func press(_ keys: String) throws -> Effect? {
        var effect: Effect?
        for key in keys.split(separator: " ") {
            effect = try dashboard.handle(.key(try #require(Key(parsing: String(key)))))
            settle()
        }
        return effect
    }

    /// The names of the screens that this office puts something on, or all of them: what an empty screen says is looked at in
    /// one office, not in each.
    func screens(all: Bool) throws -> [String] {
        try dashboard.screens.filter { screen in
            try all
                || screen.shows.filter { $0 != Person.kind }.contains { kind in
                    try office.view { (reader) throws(DecideError) in
                        do throws(DecideError) { return try reader.count(kind) > 0 } catch { return false }
                    }
                }
        }.map(\.id)
    }

    /// Waits for what was sent, and lets the dashboard have its answers.
    func settle() {
        writer.finish()
        writer.deliver()
    }

    func type(_ text: String) throws {
        for scalar in text.unicodeScalars { _ = try dashboard.handle(.key(Key(.character(scalar)))) }
    }

    /// The logical text of every run on the screen.
    var text: String {
        dashboard.frame().rows.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n").withoutIsolates
    }

    /// The logical text of the selected row.
    var selectedRow: String? {
        dashboard.frame().rows.dropFirst(2).first { row in
            row.contains { $0.text == "▌" && $0.start > 5 }
        }?.map(\.text).joined(separator: " ").withoutIsolates
    }

    /// Invented; every national ID begins with 999.
    nonisolated static let office: [String] = [
        #"{"command":"council.found","code":"SH-01","name":"شورای جهادی شهرک پردیسان"}"#,
        #"{"command":"base.found","code":"B-01","name":"قرارگاه جهادی کوثر","council":"SH-01"}"#,
        #"{"command":"person.record","nationalID":"9990000018","firstName":"علی","lastName":"کریمی","mobile":"09120000018"}"#,
        #"{"command":"person.record","nationalID":"9990000026","firstName":"زهرا","lastName":"نوری","mobile":"09120000026"}"#,
        #"{"command":"person.record","nationalID":"9990000034","firstName":"مهدی","lastName":"شریفی‌نژاد"}"#,
        #"{"command":"person.record","nationalID":"9990000042","firstName":"مریم","lastName":"جعفری"}"#,
        #"{"command":"group.register","code":"Q-0001","name":"گروه جهادی شهید کاظمی","kind":"specialised","fields":["medical"],"council":"SH-01","base":"B-01","county":"قم","size":24,"registeredOn":"1398/02/10","head":"9990000018","mediaLiaison":"9990000026","note":"معروف به «خادمان»"}"#,
        #"{"command":"group.register","code":"Q-0002","name":"گروه  جهادي  باران رحمت","kind":"general","fields":["construction","education","agriculture"],"base":"B-01","county":"کهک","size":140,"registeredOn":"1400/01/05","head":"9990000034"}"#,
        #"{"command":"group.register","code":"Q-0003","name":"گروه جهادی Helping Hands (خدمت ۲۴)","kind":"general","fields":["relief","cultural"],"county":"جعفرآباد","size":9,"registeredOn":"1401/03/01"}"#,
        #"{"command":"group.register","code":"Q-0004","name":"گروه جهادی پیشگامان آبادانی و پیشرفت روستاهای کم‌برخوردار بخش خلجستان و سلفچگان","kind":"general","fields":["construction","cultural","medical","education","agriculture","relief","other"],"county":"سلفچگان","size":60,"registeredOn":"1395/12/29"}"#,
        #"{"command":"group.suspend","code":"Q-0003","reason":"نبود گزارش"}"#,
        #"{"command":"membership.begin","group":"Q-0001","person":"9990000034","from":"1400/06/01"}"#,
        #"{"command":"membership.begin","group":"Q-0001","person":"9990000042","from":"1400/06/01"}"#,
        #"{"command":"office.appoint","body":"Q-0001","office":"head","person":"9990000042","from":"1401/04/15","succeed":true}"#,
    ]
}

/// Expects the screen, and what stands over it, to look as its golden file says: without title bar, menu and footer,
/// which have files of their own, so that another entry of the menu changes those alone.
@MainActor
func expectScreen(_ dashboard: Dashboard, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let layout = dashboard.layout
    let frame = Region.frame(
        width: layout.contentWidth, height: layout.contentHeight, language: dashboard.language
    ) { dashboard.drawContent(in: &$0) }
    expectGolden(frame, named: name, room: "Dashboard", sourceLocation: sourceLocation)
}

extension Reader {
    /// The latest entry of an account.
    func lastEntry(of account: String) throws(DecideError) -> LedgerEntry? {
        try ledger(matching: Filter(), limit: 50).first { $0.account == account }
    }
}

/// A hundred groups with nothing but a name and a code.
func manyGroups(_ count: Int) -> [String] {
    (1...count).map { number in
        """
        {"command":"group.register","name":"گروه جهادی شماره \(number)","kind":"specialised","fields":["medical"],\
        "county":"قم","size":\(number),"registeredOn":"1400/01/05"}
        """
    }
}
