import Domain
import Exchange
import Offices
import Persian
import Testing

@testable import Store

/// What random offices list and write, and what becomes of it when it is taken back, brought in again or told anew.
@Suite("The lists and sheets of random offices")
struct RandomListsTests {
    private static let kinds = ListingKind.allCases.filter { ![.ledger].contains($0) }

    @Test("undo leads every list back exactly, and redo to what it was", arguments: 1...4)
    func undoRedo(seed: UInt64) throws {
        let (office, twin) = (try OfficeFile(), RandomOffice(seed: seed))
        try office.begin(twin)
        var tried = 0
        for number in 0..<60 {
            let line = twin.dice.line(in: twin.registry).json
            let isLooked = number.isMultiple(of: 3)
            let before = isLooked ? try office.lists(Self.kinds) : [:]
            let last = try office.lastNumber()
            // What was carried out before is only told again.
            guard let entry = try? office.sending(twin, line), isLooked, entry.number > last else { continue }
            let after = try office.lists(Self.kinds)
            // Packs and deaths stay; what somebody built on it since stands.
            guard let undo = try? office.sending(twin, .undo(entry.id)) else { continue }
            let undone = try office.lists(Self.kinds).differences(from: before)
            #expect(undone == [], "\(line.text) \(undone)")
            try office.sending(twin, .undo(undo.id))
            let redone = try office.lists(Self.kinds).differences(from: after)
            #expect(redone == [], "\(line.text) \(redone)")
            tried += 1
        }
        #expect(tried > 0)
    }

    @Test("what a random office writes is the same when it comes back", arguments: 1...8)
    func sameSheets(seed: UInt64) throws {
        let (office, twin) = (try OfficeFile(), RandomOffice(seed: seed + 100))
        try office.begin(twin)
        for _ in 0..<120 { _ = try? office.sending(twin, twin.dice.line(in: twin.registry).json) }
        let clerk = #"{"command":"staff.add","account":"ali","name":"علی","role":"administrator"}"#
        try office.sending(twin, #require(JSON(parsing: clerk)))
        for sheet in Sheets.all {
            let kind = try #require(ListingKind(rawValue: sheet.name))
            let text = try office.exported(kind)
            guard let report = try? office.importing(sheet, text: text) else {
                Issue.record("\(sheet.name) is not read: \(text)")
                continue
            }
            let refused = report.refusals.map { "\($0.row) \($0.refusal.phrase.en)" }
            #expect(refused == [], "\(sheet.name)\n\(text)")
            #expect(report.same == report.rows, "\(sheet.name)\n\(text)")
        }
    }

    @Test("the same lines on two files give the same records", arguments: 1...3)
    func twice(seed: UInt64) throws {
        let (one, other) = (try OfficeFile(), try OfficeFile())
        let twin = RandomOffice(seed: seed + 200)
        try one.begin(twin)
        other.use(BulletinPage())
        for _ in 0..<100 { _ = try? one.sending(twin, twin.dice.line(in: twin.registry).json) }
        for entry in try one.entries() {
            let members = [JSON.Member("command", .string(entry.command))] + entry.fields
            var request = try Request(.object(members))
            (request.id, request.at, request.account) = (entry.id, entry.at, entry.account)
            (request.station, request.version, request.reason) = (entry.station, entry.version, entry.reason)
            let again = try? other.send(request, by: RandomOffice.sender, clock: .evening)
            // What was only noted is refused here as well.
            let answer = entry.refusal == nil ? JSON(parsing: entry.answer.text) : nil
            #expect(again.flatMap { JSON(parsing: $0.answer.text) } == answer, "\(entry.json.text)")
        }
        let differences = try one.lists(Self.kinds).differences(from: other.lists(Self.kinds))
        #expect(differences == [], "\(differences)")
    }
}

extension OfficeFile {
    fileprivate func begin(_ twin: RandomOffice) throws {
        use(BulletinPage())
        for line in RandomOffice.beginning { try sending(twin, #require(JSON(parsing: line))) }
    }

    /// Sends a request to both.
    @discardableResult
    fileprivate func sending(_ twin: RandomOffice, _ line: JSON) throws -> LedgerEntry {
        var request = try Request(line)
        twin.tick()
        twin.fill(&request)
        let entry = try send(request, by: RandomOffice.sender, clock: .evening)
        _ = try twin.send(request)
        return entry
    }

    fileprivate func lastNumber() throws -> Int {
        try view { (reader) throws(DecideError) in try reader.ledger(matching: Filter(), limit: 1).first?.number ?? 0 }
    }

    /// All lists as JSON, without the versions, which only rise.
    fileprivate func lists(_ kinds: [ListingKind]) throws -> [ListingKind: String] {
        var lists: [ListingKind: String] = [:]
        for kind in kinds {
            let rows = JSON(parsing: try exported(kind, as: .json))?.list ?? []
            lists[kind] = rows.map { row in
                JSON.object((row.members ?? []).filter { $0.name != "version" }).text
            }.joined(separator: "\n")
        }
        return lists
    }
}

extension [ListingKind: String] {
    /// The lines in which two states of all lists differ.
    fileprivate func differences(from other: Self) -> [String] {
        keys.sorted { $0.rawValue < $1.rawValue }.filter { self[$0] != other[$0] }.map { kind in
            "\(kind.rawValue): \(other[kind] ?? "")\n→ \(self[kind] ?? "")"
        }
    }
}

extension JSON {
    fileprivate static func undo(_ id: String) -> JSON {
        .object([.init("command", .string("ledger.undo")), .init("undo", .string(id))])
    }
}

extension Domain.Clock {
    fileprivate static let evening = Domain.Clock(fixed: RandomOffice.evening)
}
