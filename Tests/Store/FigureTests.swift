import Domain
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

@Suite("A number that no office has ends nothing: the file is damaged")
struct FigureTests {
    private static let ends = ["9223372036854775807", "-9223372036854775808"]

    @Test(
        "planted in what is read and added",
        arguments: [
            "UPDATE counters SET value = #", "UPDATE dayCounts SET change = #", "UPDATE groups SET size = #",
            "UPDATE groups SET version = #", "UPDATE activity SET count = #", "UPDATE series SET last = #",
        ])
    func planted(_ sql: String) throws {
        for number in Self.ends {
            let office = try LedgerChainTests.worked()
            try office.writer().write { db in
                try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                try db.execute(sql: sql.replacing("#", with: number))
            }
            // Each is read and told, or refused as damaged; none ends the program.
            let reasons = [
                reason { try office.groups(matching: "") }, reason { try office.people(matching: "") },
                reason { try office.register("Q-0099", name: "نو") },
                reason { try office.send(#"{"command":"council.found","name":"نو"}"#) },
                reason { try office.view { (reader) throws(DecideError) in try reader.count(Group.kind) } },
                reason {
                    try office.view { (reader) throws(DecideError) in
                        try reader.openNeeds(until: noon.today(), days: 7)
                    }
                },
            ]
            #expect(reasons.allSatisfy { $0 == nil || $0 == .damaged }, "\(sql) \(number): \(reasons)")
        }
    }

    private static func congress() throws -> OfficeFile {
        let office = try newOffice()
        try office.send(
            """
            {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"مجتمع","from":"1401/06/29",
            "to":"1401/06/31"}
            """)
        return office
    }

    @Test("the series' numbers and the counts of guests and seats", arguments: ends)
    func counted(_ number: String) throws {
        let office = try Self.congress()
        let day = try Day(parsing: "1401/05/09")
        try office.execute(
            "INSERT INTO guestCounts VALUES ('1401', 'sent', \(number), \(number), \(number), \(number))")
        try office.execute(
            "INSERT INTO guestCounts VALUES ('1401', 'draft', \(number), \(number), \(number), \(number))")
        #expect(
            reason {
                try office.view { (reader) throws(DecideError) in try reader.guestCounts(ofCongress: "1401", on: day) }
            }
                == .damaged)
        try office.execute("INSERT INTO series VALUES ('SH-', \(number))")
        let said = reason { try office.send(#"{"command":"council.found","name":"نو"}"#) }
        #expect(said == .damaged)
    }

    @Test("numbers of any office are read as they are")
    func accepted() throws {
        let office = try Self.congress()
        let day = try Day(parsing: "1401/05/09")
        try office.execute("INSERT INTO guestCounts VALUES ('1401', 'sent', 2400, 3100, 12, 14)")
        let counts = try office.view { (reader) throws(DecideError) in
            try reader.guestCounts(ofCongress: "1401", on: day)
        }
        #expect(counts.byState[.sent]?.seats == 3100 && counts.inside.guests == 12)
        #expect(try Figure.checked(-7) == -7)
        #expect(reason { try Figure.checked(.max) } == .damaged)
    }
}
