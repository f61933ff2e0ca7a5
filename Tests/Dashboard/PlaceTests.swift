import Canvas
import Domain
import Foundation
import Persian
import Store
import Support
import Testing

@testable import Dashboard

/// Every record has a screen that shows it: the feed and the palette lead there.
@MainActor
@Suite struct PlaceTests {
    /// A whole year of an invented office: something of every kind.
    static func office() throws -> TestDashboard {
        let test = try TestDashboard(.english, [], now: "1402/01/15T10:00")
        let script = try String(
            contentsOf: fixtures.appendingPathComponent("Dashboard/season-1401.jsonl"), encoding: .utf8)
        // Some of its commands are there to be refused.
        for line in script.split(separator: "\n") {
            guard let json = JSON(parsing: String(line)), let request = try? Request(json) else { continue }
            _ = try? test.office.send(request, by: test.sender, clock: test.clock)
        }
        try test.dashboard.refresh()
        return test
    }

    @Test("Each kind of record has a home, and each record's home shows it selected")
    func everyKind() throws {
        let test = try Self.office()
        let homes = Set(test.dashboard.screens.flatMap(\.homes).map(\.kind.name))
        for type in RecordKind.allTypes { #expect(homes.contains(type.kind.name), "\(type.kind.name) has no screen") }
        let entries = try test.office.view { (reader) throws(DecideError) in
            try reader.ledger(matching: Filter(), limit: nil)
        }
        var seen: Set<String> = []
        for record in entries.flatMap(\.changes).map(\.record) {
            let kind = type(of: record).kind.name
            guard !seen.contains(kind) else { continue }
            let found = try test.office.view { (reader) throws(DecideError) in
                try reader.record(named: RecordName(record))
            }
            // A cancelled session stands in no programme.
            guard let found, (found as? CongressSession)?.state != .cancelled else { continue }
            seen.insert(kind)
            _ = test.dashboard.open("overview")
            _ = try test.dashboard.carryOut([.record(RecordName(record))])
            #expect(test.dashboard.screen.homes.contains { $0.kind.name == kind }, "\(kind) \(record.key)")
            let place = try #require(
                try test.office.view { (reader) throws(DecideError) in
                    try test.dashboard.place(of: record, in: reader)
                })
            #expect(place.screen == test.dashboard.screen.id)
            // Seasons have no row, and settings are called by their phrases.
            let isNamed = record is Season || record is Setting
            #expect(isNamed || test.text.contains(place.shown.key), "\(kind) \(record.key)\n\(test.text)")
        }
        // No script makes a pack: that writes a file.
        for kind in RecordKind.allTypes.map({ $0.kind }) where kind != Pack.kind {
            #expect(seen.contains(kind.name), "no example of \(kind.name)")
        }
    }

    @Test("A record that was voided since leads to its entry in the ledger")
    func voided() throws {
        let test = try TestDashboard(
            .english,
            TestDashboard.office + [
                #"{"command":"council.found","code":"SH-09","name":"شورای دیگر"}"#,
                #"{"command":"record.void","kind":"council","code":"SH-09","reason":"دوباره"}"#,
            ])
        _ = test.dashboard.open("overview")
        try test.dashboard.refresh()
        try test.press("home enter")
        #expect(test.dashboard.screen.id == "ledger")
        #expect(test.selectedRow?.contains("void a record") == true)
    }
}
