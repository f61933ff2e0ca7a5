import Domain
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

/// What screens read of support, in an office of a few needs. Noon is 1401/05/05 (19,200 days after 1970).
@Suite("Support in the file")
struct SupportTests {
    private let office: OfficeFile

    init() throws {
        office = try newOffice()
        for line in Self.beginning { try office.send(line) }
    }

    private static let today = noon.today()

    static let beginning =
        [
            """
            {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",
            "size":40,"registeredOn":"1400/01/05"}
            """,
            camp("C-001", "ایلام", "اردوی بهار"), camp("C-002", "مرکزی", "اردوی پاییز"),
            camp("C-003", "کرمان", "اردوی امید"),
            institution("HOWZEH", "حوزه علمیه", true), institution("SETAD", "ستاد اجرایی", true),
            institution("D-01", "بنیاد باران"), institution("D-02", "انجمن آب"),
            need("N-001", "C-001", "پتو", 100, 3), need("N-002", "C-002", "پتـو", 40, 9),
            need("N-003", "C-003", "پتو", 30, 9),
            need("N-004", "C-001", "سیمان", 100, 1), need("N-005", "C-001", "چای", 10, nil),
            #"{"command":"need.raise","code":"N-006","for":{"group":"Q-0001"},"item":"پتو","quantity":5,"unit":"عدد","urgency":"high"}"#,
            pledge("PL-1", "N-001", "HOWZEH", 80), pledge("PL-2", "N-001", "D-01", 70),
            say("dispatch", "PL-1", 80), say("deliver", "PL-1", 60), say("confirm", "PL-1", 50),
            pledge("PL-3", "N-004", "SETAD", 100), pledge("PL-4", "N-002", "HOWZEH", 10),
            #"{"command":"support.decline","need":"N-005","institution":"D-02","reason":"موجود نیست"}"#,
            """
            {"command":"support.record","institution":"HOWZEH","for":{"camp":"C-001"},"nature":"spiritual","what":"سخنرانی",
            "on":"1401/05/03","outcome":"ده سخنرانی"}
            """,
        ]

    private static func camp(_ code: String, _ province: String, _ title: String) -> String {
        """
        {"command":"camp.plan","code":"\(code)","title":"\(title)","groups":["Q-0001 5"],"kind":"village",
        "province":"\(province)","county":"مهران","place":"ده","fields":["relief"],"from":"1401/05/01","to":"1401/05/10"}
        """
    }

    private static func institution(_ code: String, _ name: String, _ custodian: Bool = false) -> String {
        #"{"command":"institution.register","code":"\#(code)","name":"\#(name)","custodian":\#(custodian)}"#
    }

    /// - Parameter days: how many days from today it is needed; nil for no day.
    private static func need(_ code: String, _ camp: String, _ item: String, _ quantity: Int, _ days: Int?) -> String {
        let by = days.map { "\"\(today.advanced(by: $0).iso)\"" } ?? "null"
        return """
            {"command":"need.raise","code":"\(code)","for":{"camp":"\(camp)"},"item":"\(item)","quantity":\(quantity),
            "unit":"عدد","urgency":"low","neededBy":\(by)}
            """
    }

    private static func pledge(_ code: String, _ need: String, _ institution: String, _ quantity: Int) -> String {
        """
        {"command":"support.pledge","code":"\(code)","need":"\(need)","institution":"\(institution)",
        "quantity":\(quantity)}
        """
    }

    private static func say(_ step: String, _ pledge: String, _ quantity: Int) -> String {
        #"{"command":"support.\#(step)","pledge":"\#(pledge)","quantity":\#(quantity),"on":"\#(today.iso)"}"#
    }

    private func read<T>(_ work: (Reader, SupportRule) throws(DecideError) -> T) throws -> T {
        try office.view { (reader) throws(DecideError) in try work(reader, try reader.supportRule(on: Self.today)) }
    }

    /// The codes of the board's rows.
    private func board(
        _ filter: SupportFilter = SupportFilter(), by order: ListOrder = .worstNeed, later days: Int = 0
    ) throws -> [String] {
        try office.view { (reader) throws(DecideError) in
            let rule = try reader.supportRule(on: Self.today.advanced(by: days))
            let window = try reader.supportBoard(filter, by: order, rule, from: .beginning, limit: 100)
            #expect(window.total == window.places.count && window.offset == 0)
            var codes: [String] = []
            for place in window.places {
                if let row = try reader.needRow(at: place, rule) { codes.append(row.need.code) }
            }
            return codes
        }
    }

    @Test("the board: what nobody has taken first, then by what has not come, then by the day")
    func order() throws {
        #expect(try board() == ["N-003", "N-005", "N-006", "N-004", "N-002", "N-001"])
        #expect(try board(by: .worstNeed.reversed()).first == "N-001")
        #expect(try board(by: .needDay).prefix(2) == ["N-004", "N-001"])
        #expect(try board(by: .needItem).first == "N-001" && board(by: .needItem).last == "N-004")
        #expect(try board(by: .needPlace) == ["N-003", "N-001", "N-004", "N-005", "N-002", "N-006"])
        try office.send(#"{"command":"need.settle","code":"N-003","outcome":"unmet"}"#)
        #expect(try !board().contains("N-003"))
    }

    @Test("filters by place, item, institution, urgency, words and what is wrong")
    func filters() throws {
        let camp = NeedTarget(subject: .camp, code: "C-001")
        #expect(try board(SupportFilter(target: camp)) == ["N-005", "N-004", "N-001"])
        #expect(try board(SupportFilter(province: .markazi)) == ["N-002"])
        #expect(
            try board(SupportFilter(province: .qom)) == ["N-006"], "what has no place is needed where the office is")
        #expect(try board(SupportFilter(item: "پتو")) == ["N-003", "N-006", "N-002", "N-001"])
        #expect(try board(SupportFilter(institution: "HOWZEH")) == ["N-002", "N-001"])
        #expect(try board(SupportFilter(institution: "D-02")) == ["N-005"])
        #expect(try board(SupportFilter(urgency: .high)) == ["N-006"])
        #expect(try board(SupportFilter(text: Filter("بهار"), urgency: .low)) == ["N-005", "N-004", "N-001"])
        #expect(try board(SupportFilter(text: Filter("پتو"), target: camp)) == ["N-001"])
        #expect(try board(SupportFilter(concern: .untaken)) == ["N-003", "N-005", "N-006"])
        #expect(try board(SupportFilter(concern: .untakenUntil(Self.today.advanced(by: 9)))) == ["N-003"])
        #expect(try board(SupportFilter(concern: .overlapping)) == ["N-001"])
        #expect(try board(SupportFilter(concern: .inDoubt)) == ["N-001"])
        #expect(try board(SupportFilter(concern: .late)) == [])
        #expect(try board(SupportFilter(concern: .late), later: 2) == ["N-004"])
        #expect(try board(SupportFilter(concern: .silent), later: 13) == [])
        #expect(try board(SupportFilter(concern: .silent), later: 14) == ["N-004", "N-002", "N-001"])
        #expect(SupportFilter().isEmpty && !SupportFilter(urgency: .low).isEmpty)
    }

    @Test("a row tells its cover, and of each institution what it promised and what came of it")
    func row() throws {
        let row = try #require(
            try read { (reader, rule) throws(DecideError) in try reader.needRow(ofNeed: "N-001", rule) })
        #expect(row.cover == Cover(requested: 100, pledged: 150, dispatched: 80, delivered: 60, confirmed: 50))
        #expect(row.targetName == "اردوی بهار" && row.province == .ilam)
        let cell = try #require(row.cell("HOWZEH"))
        #expect((cell.promised, cell.dispatched, cell.delivered, cell.confirmed) == (80, 80, 60, 50))
        #expect(cell.isInDoubt && !cell.isLate && !cell.isSilent && !cell.isKept && cell.pledges == ["PL-1"])
        #expect(cell.heardAt == noon.now() && row.cell("SETAD") == nil)
        let declined = try #require(
            try read { (reader, rule) throws(DecideError) in try reader.needRow(ofNeed: "N-005", rule) })
        #expect(declined.cells.map(\.institution) == ["D-02"] && declined.cells[0].isDeclined)
        let columns = try read { (reader, _) throws(DecideError) in try reader.supportInstitutions() }
        #expect(columns.map(\.code) == ["HOWZEH", "SETAD", "D-02", "D-01"], "custodians first")
        #expect(columns.columns(for: [declined]).map(\.code) == ["D-02", "HOWZEH", "SETAD", "D-01"])
    }

    @Test("a cell tells that its pledge was withdrawn; a group's page what it was given that is no goods")
    func told() throws {
        try office.send(#"{"command":"support.withdraw","pledge":"PL-4","reason":"در توان نیست"}"#)
        let row = try read { (reader, rule) throws(DecideError) in try reader.needRow(ofNeed: "N-002", rule) }
        let cell = try #require(row?.cell("HOWZEH"))
        #expect(cell.isWithdrawn && cell.standing == 0 && cell.promised == 0 && !cell.isDeclined)
        try office.send(
            """
            {"command":"support.record","institution":"SETAD","for":{"group":"Q-0001"},"nature":"spiritual","what":"نشست",
            "on":"1401/05/02"}
            """)
        let group = try read { (reader, rule) throws(DecideError) in
            try reader.groupDetail("Q-0001", memberLimit: 9, on: try reader.activityRule(on: rule.today))
        }
        #expect(group?.spiritual.map(\.support.what) == ["نشست"])
        #expect(group?.spiritual.map(\.institutionName) == ["ستاد اجرایی"])
    }

    @Test("the figures count what the filters show")
    func figures() throws {
        let figures = try read { (reader, rule) throws(DecideError) in try reader.supportFigures(rule) }
        #expect((figures.needs, figures.untaken, figures.uncovered, figures.overlapping) == (6, 3, 6, 1))
        #expect((figures.late, figures.silent, figures.inDoubt) == (0, 0, 1))
        #expect((figures.institutions, figures.spiritual) == (4, 1))
        let days = Self.today...Self.today.advanced(by: 9)
        let untaken = try read { (reader, _) throws(DecideError) in try reader.untakenNeeds(on: days, limit: 5) }
        #expect(untaken.map(\.code) == ["N-003"])
        #expect(try read { (reader, _) throws(DecideError) in try reader.untakenCount(on: days) } == 1)
    }

    @Test(
        "an overlap goes to the soonest gap of its item and unit, of one day to the nearest province; undo takes it back"
    )
    func moves() throws {
        let offers = try read { (reader, rule) throws(DecideError) in try reader.supportMoves(rule) }
        let offer = try #require(offers.first)
        #expect(offers.count == 1 && offer.need == "N-001" && offer.overlap == 50 && offer.institution == "D-01")
        #expect(offer.pledge == "PL-2" && offer.movable == 50)
        #expect(offer.gaps.map(\.need) == ["N-002", "N-003", "N-006"], "Markazi is nearer to Ilam than Kerman")
        #expect(offer.gaps.map(\.quantity) == [30, 30, 5] && offer.gaps.map(\.gap) == [30, 30, 5])
        let row = try read { (reader, rule) throws(DecideError) in try reader.needRow(ofNeed: "N-001", rule) }
        #expect(row?.move == offer)
        let moved = try office.send(
            try Request(SupportMove.self, offer.fields(to: offer.gaps[0])), by: ali, clock: noon)
        var left = try read { (reader, rule) throws(DecideError) in try reader.supportMoves(rule) }
        #expect(left.first?.overlap == 20 && left.first?.gaps.map(\.need) == ["N-003", "N-006"])
        try office.send(#"{"command":"ledger.undo","undo":"\#(moved.id)"}"#)
        left = try read { (reader, rule) throws(DecideError) in try reader.supportMoves(rule) }
        #expect(left == offers)
    }

    @Test("a need's page has every line and who said it; an institution's what it promised, declined and gave")
    func pages() throws {
        let page = try #require(
            try read { (reader, rule) throws(DecideError) in try reader.needSupport("N-001", rule) })
        #expect(page.pledges.map(\.row.pledge.code) == ["PL-1", "PL-2"])
        #expect(page.pledges[0].lines.map(\.step) == [.dispatched, .delivered, .confirmed])
        #expect(page.pledges[0].lines.allSatisfy { $0.account == "ali" } && page.row.need.code == "N-001")
        #expect(
            page.pledges[0].row.standing == PledgeStanding(page.pledges[0].row.pledge, lines: page.pledges[0].lines))
        let declined = try read { (reader, rule) throws(DecideError) in try reader.needSupport("N-005", rule) }
        #expect(declined?.declines.map(\.decline.reason) == ["موجود نیست"])

        let figures = try read { (reader, rule) throws(DecideError) in try reader.institutionFigures("HOWZEH", rule) }
        #expect(
            (figures.promised, figures.kept, figures.awaited, figures.inDoubt, figures.spiritual) == (2, 0, 2, 1, 1))
        let pledges = try read { (reader, rule) throws(DecideError) in
            try reader.pledges(ofInstitution: "HOWZEH", rule, limit: 9)
        }
        #expect(pledges.map(\.pledge.code) == ["PL-1", "PL-4"], "the soonest due first")
        for choice in [PledgeChoice.standing, .kept, .late, .silent, .inDoubt, .withdrawn] {
            _ = try read { (reader, rule) throws(DecideError) in
                try reader.pledges(ofInstitution: "HOWZEH", rule, only: choice, limit: 9)
            }
        }
        let asked = try read { (reader, _) throws(DecideError) in try reader.declines(ofInstitution: "D-02", limit: 9) }
        #expect(asked.map(\.need.item) == ["چای"] && asked.map(\.institutionName) == ["انجمن آب"])
        let camp = NeedTarget(subject: .camp, code: "C-001")
        let spirit = try read { (reader, _) throws(DecideError) in try reader.spiritualSupport(of: camp, limit: 9) }
        #expect(spirit.map(\.support.outcome) == ["ده سخنرانی"] && spirit.map(\.targetName) == ["اردوی بهار"])
        #expect(
            try read { (reader, _) throws(DecideError) in try reader.spiritualSupport(ofInstitution: "HOWZEH", limit: 9)
            }
                == spirit)
        let none = try read { (reader, rule) throws(DecideError) in try reader.needSupport("N-099", rule) }
        #expect(none == nil)
    }

    @Test("a need that is settled waits for nothing; a camp that moves takes its needs along, and a new name is found")
    func ripples() throws {
        try office.send(#"{"command":"need.settle","code":"N-004","outcome":"met"}"#)
        #expect(try office.count("SELECT count(*) FROM pledges WHERE awaited = 1 AND need = 'N-004'") == 0)
        try office.send(#"{"command":"camp.amend","code":"C-002","province":"یزد","title":"اردوی زمستان"}"#)
        #expect(try board(SupportFilter(province: .yazd)) == ["N-002"])
        #expect(try board(SupportFilter(text: Filter("زمستان"))) == ["N-002"])
        try office.send(#"{"command":"institution.amend","code":"SETAD","name":"ستاد نو"}"#)
        let found = try office.view { (reader) throws(DecideError) in
            try reader.window(of: Pledge.kind, matching: Filter("ستاد نو"), from: .beginning, limit: 9).places.count
        }
        #expect(found == 1)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test(
        "what is typed finds the needs that an institution of that name helps with or declined, and those of that text")
    func byInstitution() throws {
        #expect(try board(SupportFilter(text: Filter("HOWZEH"))) == ["N-002", "N-001"])
        #expect(try board(SupportFilter(text: Filter("حوزه"))) == ["N-002", "N-001"])
        #expect(try board(SupportFilter(text: Filter("انجمن آب"))) == ["N-005"], "it declined")
        #expect(try board(SupportFilter(text: Filter("بنیاد"), concern: .overlapping)) == ["N-001"])
        #expect(try board(SupportFilter(text: Filter("setad"), concern: .untaken)) == [])
        #expect(try board(SupportFilter(text: Filter("اردوی"))).count == 5)
        try office.send(Self.institution("D-03", "پتوبافی"))
        #expect(try board(SupportFilter(text: Filter("پتو"))).count == 4, "what is called so stays found")
    }

    @Test("who is late, the longest first; a pledge of which more is confirmed than was sent is in doubt")
    func late() throws {
        let late = try office.view { (reader) throws(DecideError) in
            try reader.latePledges(try reader.supportRule(on: Self.today.advanced(by: 10)))
        }
        #expect(late.map(\.pledge.code) == ["PL-3", "PL-1", "PL-2", "PL-4"])
        #expect(late.map { $0.standing.daysLate(for: $0.need, on: Self.today.advanced(by: 10)) } == [9, 7, 7, 1])
        try office.send(Self.say("deliver", "PL-1", 20))
        try office.send(Self.say("confirm", "PL-1", 30))
        #expect(try office.count("SELECT inDoubt FROM pledges WHERE code = 'PL-1'") == 0)
        try office.send(Self.say("confirm", "PL-1", 1))
        let figures = try read { (reader, rule) throws(DecideError) in try reader.institutionFigures("HOWZEH", rule) }
        #expect(figures.inDoubt == 1)
        let row = try read { (reader, rule) throws(DecideError) in try reader.needRow(ofNeed: "N-001", rule) }
        #expect(row?.cell("HOWZEH")?.isInDoubt == true)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("what is too much and on its way already is told, with nothing to move; a pledge has an offer of its own")
    func sent() throws {
        try office.send(Self.say("dispatch", "PL-2", 70))
        let offer = try #require(
            try read { (reader, rule) throws(DecideError) in try reader.supportMoves(rule) }.first)
        #expect(offer.isSent && offer.gaps.isEmpty && offer.overlap == 50)
        let page = try read { (reader, rule) throws(DecideError) in try reader.needSupport("N-001", rule) }
        #expect(page?.pledges.map { $0.row.move?.pledge } == ["PL-1", "PL-2"])
        let own = try read { (reader, rule) throws(DecideError) in
            try reader.pledges(ofInstitution: "HOWZEH", rule, limit: 9)
        }
        #expect(own.map { $0.move?.need } == ["N-001", nil], "of a need that has not too much there is none")
    }

    // MARK: Constraints and plans

    @Test(
        "what no rule catches the file refuses",
        arguments: [
            "UPDATE pledges SET need = 'N-099'", "UPDATE pledges SET institution = 'NAJA'",
            "UPDATE pledges SET quantity = -1", "UPDATE pledges SET quantity = 0", "UPDATE pledges SET state = 'lost'",
            "UPDATE pledges SET state = 'withdrawn'", "UPDATE pledges SET code = 'PL-1'",
            "UPDATE supportLines SET pledge = 'PL-9'", "UPDATE supportLines SET step = 'lost'",
            "UPDATE supportLines SET quantity = -1", "UPDATE supportLines SET quantity = 0",
            "UPDATE supportLines SET quantity = 81 WHERE step = 'delivered'",
            "UPDATE supportLines SET quantity = 59 WHERE step = 'dispatched'",
            "DELETE FROM supportLines WHERE step = 'dispatched'", "DELETE FROM pledges", "DELETE FROM institutions",
            "DELETE FROM needs", "UPDATE declines SET need = 'N-099'", "UPDATE declines SET reason = ''",
            "INSERT INTO declines SELECT 99, 'x', 1, need, institution, reason, account, at, moment FROM declines",
            "UPDATE supports SET camp = 'C-099'", "UPDATE supports SET camp = NULL",
            "UPDATE supports SET point = 'AP-9'",
            "UPDATE supports SET \"group\" = 'Q-0001'", "UPDATE institutions SET custodian = 2",
            "UPDATE institutions SET name = ''", "INSERT INTO excesses VALUES (1)",
        ])
    func constraints(sql: String) throws {
        #expect(throws: (any Error).self, "\(sql)") { try office.execute(sql) }
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("within one transaction the lines of a pledge come and go in any order")
    func anyOrder() throws {
        let voided = try office.send(#"{"command":"record.void","kind":"pledge","code":"PL-1","reason":"دوباره"}"#)
        #expect(try office.count("SELECT count(*) FROM supportLines") == 0)
        try office.send(#"{"command":"ledger.undo","undo":"\#(voided.id)"}"#)
        #expect(try office.count("SELECT delivered FROM pledges WHERE code = 'PL-1'") == 60)
        #expect(try office.verify { _, _ in }.problems == [])
    }

    @Test("a sum that somebody changed past the rules is found")
    func tampered() throws {
        try office.execute("UPDATE needs SET delivered = 99 WHERE code = 'N-001'")
        #expect(try office.verify { _, _ in }.problems.contains { $0.en.contains("needs") })
    }

    @Test("every question of the board and its pages is answered by an index")
    func plans() throws {
        let plans = QueryPlanTests()
        let camp = NeedTarget(subject: .camp, code: "C-001")
        let filters = [
            SupportFilter(), SupportFilter(text: Filter("پتو")), SupportFilter(text: Filter("HOWZEH")),
            SupportFilter(concern: .partly), SupportFilter(target: camp),
            SupportFilter(province: .qom), SupportFilter(item: "پتو"), SupportFilter(institution: "HOWZEH"),
            SupportFilter(urgency: .low), SupportFilter(concern: .untaken), SupportFilter(concern: .uncovered),
            SupportFilter(concern: .overlapping), SupportFilter(concern: .late), SupportFilter(concern: .silent),
            SupportFilter(concern: .inDoubt), SupportFilter(concern: .untakenUntil(Self.today)),
        ]
        let asked = try plans.questions(office) {
            try read { (reader, rule) throws(DecideError) in
                for filter in filters {
                    for order in [ListOrder.worstNeed, .needDay, .needItem, .needPlace, .worstNeed.reversed()] {
                        let window = try reader.supportBoard(filter, by: order, rule, from: .beginning, limit: 9)
                        _ = try reader.supportBoard(filter, by: order, rule, from: .end, limit: 9)
                        for place in window.places.prefix(2) {
                            _ = try reader.needRow(at: place, rule)
                            _ = try reader.supportBoard(filter, by: order, rule, from: .around(place), limit: 9)
                        }
                    }
                }
                _ = try reader.supportFigures(rule)
                _ = try reader.untakenNeeds(on: Self.today...Self.today, limit: 9)
                _ = try reader.untakenCount(on: Self.today...Self.today)
                _ = try reader.supportMoves(rule)
                _ = try reader.latePledges(rule)
                _ = try reader.pledges(for: camp)
                _ = try reader.needSupport("N-001", rule)
                for institution in ["HOWZEH", "D-02"] {
                    _ = try reader.institutionFigures(institution, rule)
                    for choice in [PledgeChoice.all, .standing, .kept, .late, .silent, .inDoubt, .withdrawn] {
                        _ = try reader.pledges(ofInstitution: institution, rule, only: choice, limit: 9)
                    }
                    _ = try reader.declines(ofInstitution: institution, limit: 9)
                    _ = try reader.spiritualSupport(ofInstitution: institution, limit: 9)
                }
                for subject in NeedSubject.allCases {
                    _ = try reader.spiritualSupport(of: NeedTarget(subject: subject, code: "C-001"), limit: 9)
                }
                _ = try reader.registry.openNeeds(ofItem: "پتو", unit: "عدد", limit: 5)
                _ = try reader.registry.pledges(for: "N-001")
                _ = try reader.registry.supportLines(of: "PL-1")
            }
        }
        #expect(asked.count > 60)
        let tables = ["needs", "n", "pledges", "p", "supportLines", "declines", "supports", "institutions"]
        for sql in asked {
            let plan = try plans.plan(sql, office)
            let scans = plan.filter { step in
                let words = step.split(separator: " ")
                return words.first == "SCAN" && words.count > 1 && tables.contains(String(words[1]))
                    && !step.contains("USING")
            }
            #expect(scans == [], "\(sql): \(plan)")
        }
    }
}
