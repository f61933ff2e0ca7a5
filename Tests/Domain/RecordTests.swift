import Domain
import Persian
import Testing

@Suite("Records, changes and ledger entries as JSON")
struct RecordTests {
    let office: TestOffice

    /// An office that has at least one record of each kind, with full and with empty columns.
    init() throws {
        office = try TestOffice()
        for line in [
            #"{"command":"group.amend","code":"Q-0001","note":"یک\n«دو» \"سه\"\\"}"#,
            #"{"command":"person.amend","nationalID":"9990000050","gender":"male","mobile":"09120000050","birthYear":1360,"skills":["بنایی","جوش"]}"#,
            #"{"command":"membership.begin","group":"Q-0001","person":"9990000050","from":"1400/06/01"}"#,
            #"{"command":"membership.end","group":"Q-0001","person":"9990000050","to":"1401/01/01"}"#,
            #"{"command":"membership.begin","group":"Q-0002","person":"9990000050","from":"1400/06/01"}"#,
            #"{"command":"office.end","body":"Q-0001","office":"head","to":"1401/01/01"}"#,
            #"{"command":"staff.disable","account":"trainer1"}"#,
            #"{"command":"setting.change","name":"activity.months","value":3}"#,
            #"{"command":"setting.change","name":"report.due","value":"20:00"}"#,
            CampTests.bahar, #"{"command":"camp.approve","code":"C-001"}"#,
            #"{"command":"camp.start","code":"C-001"}"#, CampTests.report("1401/05/01"), CampTests.report("1401/05/01"),
            #"{"command":"camp.attend","camp":"C-001","day":"1401/05/02","people":["9990000018","9990000050"]}"#,
            CampTests.need, CampTests.incident("serious"), PackRuleTests.issue,
            #"{"command":"need.settle","code":"N-001","outcome":"met","note":"رسید"}"#,
            #"{"command":"incident.resolve","code":"I-001","note":"درمان شد"}"#,
            #"{"command":"record.void","kind":"council","code":"SH-02","reason":"دوباره"}"#,
            TrainingTests.course("T-1"), TrainingTests.enrol(TrainingTests.ali),
            TrainingTests.enrol(TrainingTests.zahra), TrainingTests.withdraw(TrainingTests.zahra, on: "1401/04/20"),
            TrainingTests.attend("S-1", TrainingTests.ali), TrainingTests.attend("S-2", TrainingTests.ali),
            TrainingTests.complete, TrainingTests.certify(TrainingTests.ali),
            GuestTests.congress[0], GuestTests.congress[1],
            SessionTests.schedule("SE-01", "HALL-A", "09T10:00", "09T11:00", speakers: [TrainingTests.ali]),
            GuestTests.invite("G-001", "مهمان نمونه"), GuestTests.send("G-001"), GuestTests.answer("G-001"),
            GuestTests.checkIn("G-001"),
            MartyrTests.propose("M-001", "نام نمونه"), MartyrTests.document("M-001"), MartyrTests.verify("M-001"),
            ArbaeenTests.announce("IR", "1401/06/07"),
            ArbaeenTests.plan("AP-1", services: "\"lodging 9 5 4\",\"food 9\""),
            ArbaeenTests.shift(
                "SF-1", "05/08T08:00", "05/08T16:00", roles: "\"physician 1\",\"nurse 1\",\"lostPersons 1\""),
            ArbaeenTests.license("AP-1"), ArbaeenTests.open("AP-1", on: "1401/05/08"), ArbaeenTests.assign("SF-1", 2),
            ArbaeenTests.stock("receive", 9, #","unit":"بطری","reorderLevel":10"#),
            ArbaeenTests.tally("05/08T09:00", 9, service: "lodging", #","men":5,"women":4"#),
            SupportTests.institution("HOWZEH", "حوزه"), SupportTests.raise("N-009", #""group":"Q-0001""#),
            SupportTests.pledge("PL-1", "HOWZEH", 9, need: "N-009", #","dueBy":"1401/05/12""#),
            SupportTests.say("dispatch", "PL-1", 5), SupportTests.say("confirm", "PL-1", 4, #","note":"یکی شکسته""#),
            SupportTests.withdraw("PL-1"), SupportTests.decline("N-009", "HOWZEH"),
            SupportTests.spiritual(#","outcome":"خوب""#),
            PackagesTests.open("RM-1").dropLast() + #","contents":"برنج","worth":5}"#,
            PackagesTests.stock("receive", 9, #","institution":"HOWZEH""#),
            PackagesTests.stock("allocate", 5, at: "B-01"), PackagesTests.stock("count", 4),
            PackagesTests.household("H-00001", "9990000069", #","mobile":"09120000069","base":"B-01""#),
            PackagesTests.household("H-00002", "9990000085", members: "9990000093"),
            HouseholdTests.judge("H-00001", "H-00002", "different"),
            PackagesTests.deliver("H-00001", #","by":"Q-0001","collectedBy":"همسایه""#),
            PackagesTests.deliver("H-00001", PackagesTests.reason), PackagesTests.miss("H-00002"),
            StoriesTests.draft(
                "ST-001",
                StoriesTests.liaison + StoriesTests.names(true)
                    + #","pictures":[{"picture":"\#(String(repeating: "a1", count: 32))","alt":"چشمه"}]"#),
            StoriesTests.step("submit", "ST-001"),
            StoriesTests.step("return", "ST-001", StoriesTests.note), StoriesTests.step("submit", "ST-001"),
            #"{"command":"staff.disable","account":"operator1"}"#, StoriesTests.step("approve", "ST-001"),
            StoriesTests.compose(1, "\"ST-001\"", #","title":"بهار","lead":"به نام خدا""#), StoriesTests.issue(1),
            StoriesTests.step("amend", "ST-001", #","body":"نو""#), StoriesTests.correct(1),
        ] { try office.carriesOut(line) }
    }

    @Test("every record is read back from what it writes, whole")
    func records() throws {
        let kinds = Set(office.registry.records.values.map { type(of: $0).kind.name })
        #expect(kinds == Set(RecordKind.allTypes.map { $0.kind.name }), "a kind is not tried here")
        for record in office.registry.records.values { try check(record) }
    }

    private func check<R: Record>(_ record: R) throws {
        #expect(R(json: record.json) == record)
        let text = record.json.text
        #expect(R(json: try #require(JSON(parsing: text))) == record)
        for column in R.columns {
            let isRead = R(json: record.json.without(column.name)) != nil
            #expect(isRead == column.isLater, "\(R.kind.name) without \(column.name)")
        }
        #expect(R(json: record.json.without("id")) == nil && R(json: record.json.without("version")) == nil)
        #expect(Set(R.columns.map(\.name)).count == R.columns.count)
        #expect(record.differences(from: record).isEmpty)
    }

    @Test("a value that does not fit its column is not read")
    func misfits() throws {
        let group = try office.group("Q-0001").json
        for (name, value) in [
            ("size", JSON.string("24")), ("kind", .string("secret")), ("fields", .string("medical")),
            ("fields", .list([.string("x")])), ("registeredOn", .string("1398/02/10")), ("name", .null),
            ("note", .integer(1)),
        ] {
            let members = (group.members ?? []).map { $0.name == name ? JSON.Member(name, value) : $0 }
            #expect(Group(json: .object(members)) == nil, "\(name) \(value)")
        }
    }

    @Test("every ledger entry and its changes are read back as they were written")
    func entries() throws {
        for entry in office.registry.ledger {
            let text = entry.json.text
            let read = try #require(JSON(parsing: text).flatMap(LedgerEntry.init(json:)), "\(text)")
            #expect(read.answer.sorted == entry.answer.sorted && read.json.sorted == entry.json.sorted)
            #expect(read.at == entry.at && read.title == entry.title)
            for (one, other) in zip(read.changes, entry.changes) {
                #expect(one.json == other.json && one.kind == other.kind && one.record.id == other.record.id)
            }
        }
    }

    @Test("what is no entry and no change")
    func noEntries() throws {
        let entry = try #require(office.registry.ledger.last?.json)
        for name in [
            "number", "id", "at", "as", "station", "command", "fields", "overrides", "changes", "result", "warnings",
        ] {
            #expect(LedgerEntry(json: entry.without(name)) == nil, "without \(name)")
        }
        #expect(Change(json: .object([.init("kind", .string("group"))])) == nil)
        let camel = JSON.object([.init("kind", .string("camel")), .init("after", try office.group("Q-0001").json)])
        #expect(Change(json: camel) == nil)
    }

    @Test("differences name the columns that changed")
    func differences() throws {
        let before = try office.group("Q-0001")
        var after = before
        after.size = 5
        after.note = nil
        #expect(after.differences(from: before).map(\.name) == ["size", "note"])
        #expect(after.differences(from: nil).map(\.name).contains("note") == false)
        #expect(before.label == Phrase(fa: "گروه جهادی Q-0001", en: "group Q-0001"))
    }

    @Test("ids come from the command's id and an ordinal, and are never given twice")
    func ids() throws {
        let entry = try #require(office.registry.ledger.first { $0.command == "group.register" })
        #expect(entry.changes.map(\.record.id) == (1...3).map { "\(entry.id).\($0)" })
        let made = office.registry.ledger.flatMap(\.changes).filter { $0.before == nil }.map(\.record.id)
        #expect(Set(made).count == made.count)
    }
}

extension JSON {
    /// With the members of all objects sorted by name.
    fileprivate var sorted: JSON { JSON(parsing: text) ?? .null }
}
