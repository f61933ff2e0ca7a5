import Domain
import Exchange
import Foundation
import Persian
import Support
import Testing

@testable import Store

/// An office with an edition of the congress and its guests, everything in it invented, and the packs of its doors.
final class DoorOffice {
    let office: OfficeFile
    let folder: TemporaryFolder

    init(guests: Int = 4, seats: Int = 600) throws {
        folder = try TemporaryFolder()
        office = try OfficeFile()
        let clock = try PackOffice.clock("1401/05/08T08:00")
        _ = try office.admit(clerk, clock: clock)
        let lines =
            [
                #"{"command":"staff.add","account":"door1","name":"در شرقی","role":"operator"}"#,
                #"{"command":"staff.add","account":"door2","name":"در غربی","role":"operator"}"#,
                """
                {"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"حرم","from":"1401/05/09",\
                "to":"1401/05/11"}
                """,
                #"{"command":"hall.add","congress":1401,"code":"HALL-A","name":"شبستان","seats":\#(seats),"turnaround":0}"#,
            ]
            + (1...guests).flatMap { number in
                [
                    """
                    {"command":"guest.invite","congress":1401,"code":"\(Self.code(number))","name":"مهمان نمونه",\
                    "category":"group","rank":1,"companions":2}
                    """, #"{"command":"guest.send","code":"\#(Self.code(number))"}"#,
                    #"{"command":"guest.answer","code":"\#(Self.code(number))","answer":"accepted"}"#,
                ]
            }
        let requests = try lines.map { try Request(#require(JSON(parsing: $0))) }
        try office.transaction(by: clerk, clock: clock) { (session) throws(DecideError) in
            for request in requests { try session.send(request) }
        }
    }

    static func code(_ number: Int) -> String { Guest.series.code(number) }

    func door(_ name: String, for account: String = "door1") throws -> Laptop {
        let path = folder.file(name)
        let pack = try office.makePack(
            DoorPack.self, about: "1401", for: account, at: path, by: clerk,
            clock: PackOffice.clock("1401/05/09T07:00"))
        return try Laptop(path: path, pack: pack)
    }

    @discardableResult
    func send(_ line: String, _ at: String) throws -> LedgerEntry {
        try office.send(
            Request(#require(JSON(parsing: line))), by: clerk, clock: PackOffice.clock("1401/05/09T" + at))
    }

    @discardableResult
    func bring(_ laptop: Laptop, to other: OfficeFile? = nil) throws -> PackReport {
        try (other ?? office).take(
            OpenedPack(path: laptop.path), by: clerk, clock: PackOffice.clock("1401/05/09T20:00"))
    }

    func guest(_ number: Int, in other: OfficeFile? = nil) throws -> Guest {
        try #require(try (other ?? office).find(Guest.self, Self.code(number)))
    }
}

extension Laptop {
    @discardableResult
    func checkIn(_ number: Int, _ companions: Int, _ at: String) throws -> LedgerEntry {
        try send(
            #"{"command":"guest.checkIn","code":"\#(DoorOffice.code(number))","companions":\#(companions)}"#,
            "1401/05/09T" + at)
    }

    @discardableResult
    func checkOut(_ number: Int, _ at: String) throws -> LedgerEntry {
        try send(#"{"command":"guest.checkOut","code":"\#(DoorOffice.code(number))"}"#, "1401/05/09T" + at)
    }
}

@Suite("The pack of a door of the congress")
struct DoorPackTests {
    @Test("checks guests in without a network, and brings them home once")
    func home() throws {
        let home = try DoorOffice()
        let door = try home.door("east")
        let entry = try door.checkIn(1, 2, "09:12")
        #expect(entry.answer["result"]?["seats"] == .integer(3))
        #expect(try door.checkIn(1, 2, "09:30").answer["result"]?["repeat"] == .bool(true))
        #expect(try home.bring(door).count("done") == 2)
        #expect(try home.bring(door).count("already") == 2)
        #expect(try home.guest(1).visits.map(\.seats) == [3])
        #expect(try home.guest(1).visit?.from == Moment(parsing: "1401/05/09T09:12", in: .tehran))
        #expect(try home.office.isSound())
    }

    @Test("takes no invitations and no revocations: those stay with the office")
    func others() throws {
        let home = try DoorOffice()
        let door = try home.door("east")
        for command in [#""guest.revoke","reason":"x""#, #""guest.send""#, #""guest.answer","answer":"declined""#] {
            let line = #"{"command":\#(command),"code":"G-001"}"#
            #expect(throws: DecideError.self) { try door.send(line, "1401/05/09T09:00") }
        }
        #expect(throws: DecideError.self) {
            try home.office.makePack(
                DoorPack.self, about: "1399", for: "door1", at: home.folder.file("none"), by: clerk, clock: today)
        }
    }

    @Test(
        "a guest whom two doors let in came in once, at the first of them, in either order", arguments: [true, false])
    func twice(eastFirst: Bool) throws {
        let home = try DoorOffice(seats: 3)
        let (east, west) = (try home.door("east"), try home.door("west", for: "door2"))
        try east.checkIn(1, 2, "09:12")
        try west.checkIn(1, 0, "09:40")
        let reports = try (eastFirst ? [east, west] : [west, east]).map { try home.bring($0) }
        #expect(reports.map { $0.count("refused") } == [0, 0], "no seat is taken twice")
        let visit = try #require(try home.guest(1).visit)
        #expect(visit.station == east.pack.code && visit.seats == 3)
        #expect(try home.guest(1).visits.count == 1)
        let counts = try home.office.view { (reader) throws(DecideError) in
            try reader.guestCounts(ofCongress: "1401", on: visit.from.day(in: .tehran))
        }
        #expect(counts.inside == .init(guests: 1, seats: 3))
    }

    @Test("what the office did meanwhile: a later scan stands, a revocation counts from when it was made")
    func meanwhile() throws {
        let home = try DoorOffice()
        let east = try home.door("east")
        try east.checkIn(1, 0, "09:00")
        try east.checkIn(2, 0, "09:00")
        try east.checkIn(3, 0, "11:00")
        try home.send(#"{"command":"guest.checkIn","code":"G-001","companions":2}"#, "10:00")
        for code in ["G-002", "G-003"] {
            try home.send(#"{"command":"guest.revoke","code":"\#(code)","reason":"تغییر"}"#, "10:00")
        }
        let report = try home.bring(east)
        #expect(report.count("done") == 2 && report.count("refused") == 1)
        #expect(try home.guest(1).visits.map(\.companions) == [0], "the first of both doors counts")
        #expect(try home.guest(2).state == .revoked && home.guest(2).isInside, "came in before it was revoked")
        #expect(try home.guest(3).scans.isEmpty, "came too late, and waits to be mended")
        #expect(try home.office.isSound())
    }

    @Test("the order in which packs are brought does not matter, nor how often", arguments: 1...4)
    func order(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let home = try DoorOffice(guests: 3)
        let doors = try ["a", "b", "c"].map { try home.door($0) }
        for minute in 0..<45 {
            // Several doors at once, and a guest who left one may come in at another.
            let time = "\(10 + minute / 20):\(10 + minute % 20)"
            let (door, number) = (doors.randomElement(using: &random), Int.random(in: 1...3, using: &random))
            guard Bool.random(using: &random) else {
                _ = try? door?.checkOut(number, time)
                continue
            }
            try door?.checkIn(number, Int.random(in: 0...2, using: &random), time)
        }
        let other = try home.office.copyInMemory()
        for door in doors + [doors[0]] { try home.bring(door) }
        for door in doors.reversed() + [doors[1]] { try home.bring(door, to: other) }
        for number in 1...3 {
            let (one, two) = (try home.guest(number), try home.guest(number, in: other))
            #expect(one.scans.map(\.json) == two.scans.map(\.json) && one.state == two.state)
            #expect(one.seatsInside == two.seatsInside)
        }
        #expect(try home.office.isSound() && other.isSound())
    }
}
