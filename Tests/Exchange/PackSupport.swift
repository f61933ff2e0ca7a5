import Domain
import Exchange
import Foundation
import GRDB
import Persian
import Testing

@testable import Store

/// An office with two running camps of Q-0001 on 1401/05/03–12, everything in it invented, and its packs.
final class PackOffice {
    let office: OfficeFile
    let folder: TemporaryFolder

    static let people = ["9990000018", "9990000026", "9990000034", "9990000042"]

    /// - Parameter isInMemory: false for an office whose file is looked at.
    init(isInMemory: Bool = true) throws {
        folder = try TemporaryFolder()
        office = isInMemory ? try OfficeFile() : try OfficeFile(path: folder.file("office.db"))
        let clock = try Self.clock("1401/05/01T08:00")
        _ = try office.admit(clerk, clock: clock)
        let requests = try Self.beginning.map { try Request(#require(JSON(parsing: $0))) }
        try office.transaction(by: clerk, clock: clock) { (session) throws(DecideError) in
            for request in requests { try session.send(request) }
        }
        try send(Self.attend("C-002", "04", [Self.people[3]]), "1401/05/04T20:00")
        try send(Self.report("C-001", "03", 7), "1401/05/03T20:00")
        try send(Self.attend("C-001", "03", [Self.people[0]]), "1401/05/03T20:00")
    }

    private static var beginning: [String] {
        [
            #"{"command":"setting.change","name":"office.name","value":"قم"}"#,
            #"{"command":"staff.add","account":"leader1","name":"سرپرست بهار","role":"supervisor"}"#,
            #"{"command":"staff.add","account":"leader2","name":"سرپرست دیگر","role":"operator"}"#,
            #"{"command":"staff.add","account":"trainer1","name":"مربی","role":"trainer"}"#,
            #"{"command":"council.found","code":"SH-01","name":"شورای جهادی پردیسان"}"#,
            #"{"command":"council.found","code":"SH-02","name":"شورای جهادی نیروگاه"}"#,
            #"{"command":"base.found","code":"B-01","name":"قرارگاه جهادی کوثر","council":"SH-01"}"#,
        ]
            + zip(people, ["علی", "زهرا", "مهدی", "مریم"]).map {
                #"{"command":"person.record","nationalID":"\#($0)","firstName":"\#($1)","lastName":"نمونه"}"#
            } + [group("Q-0001", "باران"), group("Q-0002", "نسیم")] + [
                #"{"command":"membership.begin","group":"Q-0001","person":"\#(people[0])","from":"1400/06/01"}"#,
                #"{"command":"membership.begin","group":"Q-0001","person":"\#(people[1])","from":"1400/06/01"}"#,
                #"{"command":"membership.begin","group":"Q-0001","person":"\#(people[3])","from":"1400/06/01"}"#,
                #"{"command":"membership.begin","group":"Q-0002","person":"\#(people[2])","from":"1400/06/01"}"#,
                #"{"command":"office.appoint","body":"Q-0001","office":"head","person":"\#(people[0])","from":"1400/06/01"}"#,
            ] + camp("C-001", "Q-0001") + camp("C-002", "Q-0002") + [
                need("C-001", "پتو"), need("C-001", "چادر"), need("C-002", "نان"),
                incident("C-001", "تب"), incident("C-002", "سقوط"),
            ]
    }

    private static func group(_ code: String, _ name: String) -> String {
        """
        {"command":"group.register","code":"\(code)","name":"\(name)","kind":"general","fields":["relief"],\
        "council":"SH-01","base":"B-01","county":"قم","size":20,"registeredOn":"1398/02/10"}
        """
    }

    private static func camp(_ code: String, _ group: String) -> [String] {
        [
            """
            {"command":"camp.plan","code":"\(code)","title":"بهار","groups":["\(group) 12"],"kind":"village",\
            "province":"ایلام","county":"مهران","place":"ده بالا","fields":["relief"],"from":"1401/05/01",\
            "to":"1401/05/12"}
            """, #"{"command":"camp.approve","code":"\#(code)"}"#, #"{"command":"camp.start","code":"\#(code)"}"#,
        ]
    }

    static func need(_ camp: String, _ item: String) -> String {
        """
        {"command":"need.raise","for":{"camp":"\(camp)"},"item":"\(item)","quantity":5,"unit":"عدد","urgency":"high"}
        """
    }

    static func incident(_ camp: String, _ what: String, day: String = "01") -> String {
        """
        {"command":"incident.record","camp":"\(camp)","when":"1401/05/\(day)T07:30","severity":"minor","what":"\(what)"}
        """
    }

    static func report(_ camp: String, _ day: String, _ present: Int) -> String {
        #"{"command":"camp.report","camp":"\#(camp)","day":"1401/05/\#(day)","present":\#(present),"beneficiaries":9}"#
    }

    static func attend(_ camp: String, _ day: String, _ people: [String]) -> String {
        #"{"command":"camp.attend","camp":"\#(camp)","day":"1401/05/\#(day)","people":\#(people.json.text)}"#
    }

    static func clock(_ text: String) throws -> Domain.Clock { Clock(fixed: try Moment(parsing: text, in: .tehran)) }

    @discardableResult
    func send(_ line: String, _ at: String, by account: String = "ali") throws -> LedgerEntry {
        try office.send(
            Request(#require(JSON(parsing: line))), by: Sender(account: account, station: "desk"), clock: Self.clock(at)
        )
    }

    /// Makes a pack of C-001 and opens it, as a laptop would.
    func pack(
        _ name: String, for account: String = "leader1", about: String = "C-001", at: String = "1401/05/05T08:00"
    ) throws -> Laptop {
        let path = folder.file(name)
        let pack = try office.makePack(
            CampPack.self, about: about, for: account, at: path, by: clerk, clock: Self.clock(at))
        return try Laptop(path: path, pack: pack)
    }

    @discardableResult
    func bring(
        _ laptop: Laptop, to other: OfficeFile? = nil, at: String = "1401/05/13T08:00", by sender: Sender = clerk
    ) throws -> PackReport {
        try (other ?? office).take(OpenedPack(path: laptop.path), by: sender, clock: Self.clock(at))
    }

    func find<R: Domain.Record>(_ type: R.Type, _ key: String) throws -> R? { try office.find(type, key) }

    func waiting() throws -> [ReturnedCommand] {
        try office.view { (reader) throws(DecideError) in
            var found: [ReturnedCommand] = []
            for place in try reader.waitingCommands(limit: 100) {
                if let command = try reader.returnedCommand(at: place) { found.append(command) }
            }
            return found
        }
    }
}

/// A pack's file on a laptop without a network.
struct Laptop {
    let path: String
    let pack: Pack
    let office: OfficeFile

    init(path: String, pack: Pack) throws {
        self.path = path
        self.pack = pack
        office = try OfficeFile(path: path)
    }

    @discardableResult
    func send(_ line: String, _ at: String) throws -> LedgerEntry {
        try office.send(
            Request(#require(JSON(parsing: line))),
            by: Sender(account: pack.account, user: "reza@laptop", station: pack.code), clock: PackOffice.clock(at))
    }
}

extension OfficeFile {
    /// All its records by kind and key, as people see them: without what only tells in which order they came, their
    /// ids and versions.
    func contents() throws -> [String: String] {
        var contents: [String: String] = [:]
        try view { (reader) throws(DecideError) in
            for type in RecordKind.allTypes where type != Pack.self { try reader.collect(type, &contents) }
        }
        return contents
    }

    func isSound() throws -> Bool { try verify { _, _ in }.problems.isEmpty }
}

extension Reader {
    fileprivate func collect<R: Domain.Record>(
        _ type: R.Type, _ contents: inout [String: String]
    ) throws(DecideError) {
        for record in try all(type) {
            let members = (record.json.members ?? []).filter { $0.name != "id" && $0.name != "version" }
            contents["\(R.kind.name) \(record.key)"] = JSON.object(members).text
        }
    }

    private func all<R: Domain.Record>(_ type: R.Type) throws(DecideError) -> [R] {
        do { return try R.fetch(db, where: "1") } catch { throw .store(StoreError(error)) }
    }
}
