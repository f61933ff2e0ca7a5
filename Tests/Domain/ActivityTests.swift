import Domain
import Persian
import Testing

@Suite("Continuously active")
struct ActivityTests {
    private func status(_ months: [String], on text: String, needed: Int = 4, window: Int = 12) throws -> Activity {
        let evidence = try months.map { month in
            Evidence(group: "Q-0001", month: JalaliMonth(of: try day("\(month)/01")), source: "camp-days")
        }
        return Activity(evidence, on: try day(text), needed: needed, window: window)
    }

    @Test(
        "none dormant, one to three occasional, four and more continuous",
        arguments: [
            (0, ActivityStatus.dormant), (1, .occasional), (3, .occasional), (4, .continuous), (5, .continuous),
            (12, .continuous),
        ])
    func thresholds(count: Int, expected: ActivityStatus) throws {
        let months = [
            "1400/05", "1400/06", "1400/07", "1400/08", "1400/09", "1400/10", "1400/11", "1400/12", "1401/01",
            "1401/02", "1401/03", "1401/04",
        ]
        for few in [months.prefix(count), months.suffix(count)] {
            #expect(try status(Array(few), on: "1401/05/09").status == expected)
        }
    }

    @Test("of the twelve whole months before the current one: not this month, not the thirteenth before it")
    func window() throws {
        let edges = ["1400/05", "1401/04", "1400/12", "1401/01"]
        for date in ["1401/05/01", "1401/05/31"] {
            #expect(try status(edges, on: date).status == .continuous)
        }
        #expect(try status(edges, on: "1401/04/31").status == .occasional, "Tir is still going on")
        #expect(try status(edges, on: "1401/06/01").status == .occasional, "Mordad 1400 is too long ago")
        #expect(try status(["1401/05", "1400/04", "1402/01"], on: "1401/05/31").status == .dormant)
    }

    @Test("months count once, however much they hold; what they hold is shown, the oldest first")
    func evidence() throws {
        let activity = try status(["1401/04", "1401/04", "1401/04", "1401/03", "1400/05"], on: "1401/05/09")
        #expect(activity.status == .occasional)
        #expect(activity.months == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3])
        #expect(activity.firstMonth.text == "1400/05")
        let many = Evidence(group: "Q-0001", month: activity.firstMonth, source: "camp-days", count: 7)
        #expect(Activity([many], on: try day("1401/05/09")).months.first == 7)
    }

    @Test("other thresholds, as the office set them")
    func settings() throws {
        let months = ["1401/03", "1401/04", "1400/12"]
        #expect(try status(months, on: "1401/05/09", needed: 3).status == .continuous)
        #expect(try status(months, on: "1401/05/09", needed: 2, window: 2).status == .continuous)
        #expect(try status(months, on: "1401/05/09", needed: 3, window: 2).status == .occasional)
        #expect(try status(["1399/05"], on: "1401/05/09", needed: 1, window: 24).status == .continuous)
        #expect(try status(["1399/04"], on: "1401/05/09", needed: 1, window: 24).status == .dormant)
    }

    @Test("months are counted over the turn of the year")
    func months() throws {
        let esfand = JalaliMonth(of: try day("1400/12/29"))
        #expect(esfand.year == 1400 && esfand.month == 12 && esfand.text == "1400/12")
        let farvardin = JalaliMonth(of: try day("1401/01/01"))
        #expect(esfand.advanced(by: 1) == farvardin && esfand < farvardin && esfand.distance(to: farvardin) == 1)
        #expect(farvardin.year == 1401 && farvardin.month == 1 && farvardin.text == "1401/01")
        #expect(JalaliMonth(of: try day("2022-03-20")) == esfand)
        #expect(JalaliMonth(of: try day("2022-03-21")) == farvardin)
    }

    // MARK: Sources

    /// A part of the office as later ones will be: here, who joins a group shows that it is active.
    private enum Joining: ActivitySource {
        static let id = "joining"
        static let title = Phrase(fa: "پیوستن", en: "joining")

        static func evidence(of record: any Record, in registry: some Registry) throws(DecideError) -> [Evidence] {
            guard let membership = record as? Membership else { return [] }
            let group = try registry.find(Group.self, key: membership.group)
            guard group?.state == .registered else { return [] }
            return [Evidence(group: membership.group, month: JalaliMonth(of: membership.from), source: id)]
        }
    }

    @Test("a part adds its evidence through one protocol")
    func source() throws {
        let office = try TestOffice()
        let people = ["9990000018", "9990000026", "9990000034", "9990000042"]
        func activity(of group: String) throws -> ActivityStatus {
            var found: [Evidence] = []
            for record in office.registry.records.values {
                found += try Joining.evidence(of: record, in: office.registry).filter { $0.group == group }
            }
            return Activity(found, on: office.now.day(in: .tehran)).status
        }
        #expect(try activity(of: "Q-0001") == .dormant)
        for (month, person) in zip(1...4, people) {
            #expect(try activity(of: "Q-0001") == (month == 1 ? .dormant : .occasional))
            try office.carriesOut(
                #"{"command":"membership.begin","group":"Q-0001","person":"\#(person)","from":"1401/0\#(month)/15"}"#)
        }
        #expect(try activity(of: "Q-0001") == .continuous)
        #expect(try activity(of: "Q-0002") == .dormant)
    }
}
