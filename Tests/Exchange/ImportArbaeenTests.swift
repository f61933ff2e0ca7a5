import Domain
import Exchange
import Foundation
import Persian
import Store
import Testing

/// What an office writes out it reads in again, and nothing is new.
@Suite("Arbaeen in sheets")
struct ImportArbaeenTests {
    @Test("every sheet of Arbaeen that was written is the same when it is read, and fills a new office")
    func whole() throws {
        let folder = try TemporaryFolder()
        let office = try newOffice()
        for line in Self.lines { try office.send(line, clock: Self.clock) }
        let fresh = try newOffice()
        try fresh.send(Self.group)
        for kind in ["seasons", "points", "shifts", "supplies", "tallies"] {
            let path = folder.file("\(kind).csv")
            try sheet(kind, of: office).write(toFile: path, atomically: true, encoding: .utf8)
            let type = try #require(Sheets.all.first { $0.name == kind })
            let rows = try type.open(path: path).rowCount
            let same = try read(type, path, into: office)
            #expect(same.same == rows && rows > 0, "\(kind): \(same.refusals.map(\.refusal.phrase.en))")
            if kind == "tallies" { try fresh.send(Self.open, clock: Self.clock) }
            let added = try read(type, path, into: fresh)
            #expect(added.added == rows, "\(kind): \(added.refusals.map(\.refusal.phrase.en))")
        }
    }

    @Test("a sheet of shifts without codes makes them once, however often it comes")
    func shiftsWithoutCodes() throws {
        let office = try newOffice()
        for line in Self.lines { try office.send(line, clock: Self.clock) }
        let folder = try TemporaryFolder()
        func report(_ rows: String) throws -> [Int] {
            let path = folder.file("shifts.csv")
            try "موکب,از,تا,نقش‌ها,گروه‌ها\n\(rows)\n".write(toFile: path, atomically: true, encoding: .utf8)
            let report = try read(ShiftsSheet.self, path, into: office)
            return [report.added, report.same, report.changed, report.refusals.count]
        }
        let row = "AP-1,1401/06/26 08:00,1401/06/26 16:00,آشپز 4،پذیرایی 2,"
        #expect(try report(row) == [1, 0, 0, 0])
        #expect(try report(row) == [0, 1, 0, 0])
        #expect(try report("موکب,1401/06/26T08:00,1401/06/26 16:00,پذیرایی 2؛ آشپز ۴,") == [0, 1, 0, 0])
        #expect(try report(row + "Q-0001 5") == [0, 0, 1, 0], "a group that comes changes the shift that is there")
        #expect(try report("AP-1,1401/06/26 08:00,1401/06/26 16:00,آشپز 5,") == [1, 0, 0, 0])
    }

    private func sheet(_ kind: String, of office: OfficeFile) throws -> String {
        let kind = try #require(ListingKind(word: kind))
        let question = ListingQuestion(masking: Masking(for: .administrator), day: today.today())
        var text = ""
        try office.view { (reader) throws(DecideError) in try kind.write(question, as: .csv, in: reader) { text += $0 }
        }
        return text
    }

    private func read(_ type: any ImportedSheet.Type, _ path: String, into office: OfficeFile) throws -> ImportReport {
        try type.open(path: path).run(in: office, by: clerk, clock: Self.clock, ImportTerms()) { _ in true }
    }

    /// After the day of the tallies.
    static let clock = Domain.Clock(fixed: Moment(day: Day(number: 19_260), hour: 12, minute: 0, in: .tehran))
    static let open = #"{"command":"point.open","code":"AP-1","on":"1401/06/20"}"#

    static let group = """
        {"command":"group.register","code":"Q-0001","name":"گروه","kind":"general","fields":["relief"],"county":"قم",\
        "size":24,"registeredOn":"1400/01/05"}
        """

    static let lines = [
        group,
        #"{"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"1401/06/07","status":"confirmed"}"#,
        """
        {"command":"point.plan","code":"AP-1","name":"موکب","kind":"border","country":"IR","season":1444,"pole":285,\
        "services":["food 3000","lodging 120 70 50"]}
        """,
        #"{"command":"point.license","code":"AP-1","permit":"م-۱","validUntil":"1401/07/10"}"#,
        """
        {"command":"shift.plan","code":"SF-1","point":"AP-1","from":"1401/06/20T16:00","to":"1401/06/20T24:00",\
        "roles":["physician 1","nurse 1","lostPersons 1"]}
        """,
        #"{"command":"shift.assign","shift":"SF-1","group":"Q-0001","headcount":3}"#,
        open,
        #"{"command":"supply.receive","point":"AP-1","item":"آب","unit":"بطری","quantity":50,"reorderLevel":10}"#,
        """
        {"command":"tally.count","point":"AP-1","service":"lodging","hour":"1401/06/20T22:00","served":9,"men":5,"women":4}
        """,
    ]
}
