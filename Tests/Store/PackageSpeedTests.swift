import Domain
import Foundation
import Persian
import Testing

@testable import Store

/// How long the desk, its commits and the screens of packages take in a large file; asked for by `Tests/Perf/packages`, which
/// grows one of 1,000,000 households and names it in `KHEDMAT_PACKAGES`.
@Suite("The speed of packages")
struct PackageSpeedTests {
    private static let path = ProcessInfo.processInfo.environment["KHEDMAT_PACKAGES"]
    private static let campaign = "GRM-1402"
    private static let today = Day(iso: "2023-07-05") ?? Day(number: 0)
    private static let noon = Domain.Clock(fixed: Moment(day: today, hour: 12, minute: 0, in: .tehran))

    @Test("is told", .enabled(if: path != nil))
    func speed() throws {
        let office = try OfficeFile(path: try #require(Self.path))
        let account = try #require(
            try office.read { db in
                try Staff.fetch(db, where: "role = 'administrator' AND state = 'active'").first?.account
            })
        let sender = Sender(account: account, station: "desk")
        let count = try office.view { (reader) throws(DecideError) in
            let figures = try reader.campaignFigures(Self.campaign)
            print("\(figures?.households ?? 0) households, \(figures?.served ?? 0) served")
            return figures?.households ?? 0
        }
        try screens(office)
        try desk(office, sender, count)
        try typing(office)
    }

    // MARK: The desk

    private func desk(_ office: OfficeFile, _ sender: Sender, _ count: Int) throws {
        var number = 0
        /// Households all over the list, one in ten of which was not served.
        func next(_ rest: Int) -> Int {
            number += 1
            let place = number * 7_919 % max(1, count - 200)
            return place - place % 10 + rest
        }
        for (name, rest) in [("a household that waits", 9), ("one that was served", 3)] {
            try Self.time("the desk's answer: \(name)", 500) {
                let person = String(9_990_000_000 + next(rest) * 6 + 2)
                try office.view { (reader) throws(DecideError) in
                    for household in try reader.households(of: person) {
                        _ = try reader.householdRow(household, campaign: Self.campaign)
                    }
                    do throws(DecideError) {
                        _ = try reader.foresee(try Self.delivery(to: person), by: sender, at: Self.noon.now())
                    } catch {
                        guard case .refused(let refusal) = error, refusal.code == .alreadyDelivered else { throw error }
                    }
                }
            }
        }
        try Self.time("the desk's answer: nobody's number", 500) {
            number += 1
            let person = String(9_980_000_000 + number)
            try office.view { (reader) throws(DecideError) in _ = try reader.households(of: person) }
        }
        var sent: [String] = []
        try Self.time("a commit of the desk", 200) {
            let person = String(9_990_000_000 + next(9) * 6 + 2)
            sent.append(try office.send(Self.delivery(to: person), by: sender, clock: Self.noon).id)
        }
        try Self.time("a commit of its undo", 200) {
            let undo = try Request(LedgerUndo.self, [.init("undo", .string(sent.removeLast()))])
            _ = try office.send(undo, by: sender, clock: Self.noon)
        }
    }

    private static func delivery(to person: String) throws(DecideError) -> Request {
        // What is measured needs no valid number.
        let household = "G-" + String(String(10_000_000 + (Int(person) ?? 0) % 10_000_000 / 6).dropFirst())
        do throws(Refusal) {
            return try Request(
                CampaignDeliver.self,
                [
                    .init("campaign", .string(campaign)), .init("base", .string("GB-07")),
                    .init("household", .string(household)), .init("quantity", .integer(1)),
                    .init("on", .string(today.iso)),
                ])
        } catch {
            throw .refused(error)
        }
    }

    // MARK: Screens

    private func screens(_ office: OfficeFile) throws {
        let days = Self.today.advanced(by: -4)...Self.today
        try read("figures of the campaign", office) { (reader) throws(DecideError) in
            _ = try reader.campaignFigures(Self.campaign)
        }
        try read("the store and the bases", office) { (reader) throws(DecideError) in
            _ = try reader.stockRows(of: Self.campaign, days: days)
        }
        try read("how many suspects", office) { (reader) throws(DecideError) in
            _ = try reader.undecidedSuspectsCount()
        }
        let scopes: [(String, HouseholdFilter.Scope)] = [
            ("all", .all), ("not served", .unserved), ("missed", .missed), ("served", .served),
        ]
        for (name, scope) in scopes {
            for campaign in [Self.campaign, "RM-none"] {
                for base in [nil, "GB-07"] {
                    let filter = HouseholdFilter(scope: scope, campaign: campaign, base: base)
                    let what = "households: \(name)" + (base == nil ? "" : " of a base")
                    try read(what + (campaign == Self.campaign ? "" : ", a new campaign"), office) {
                        (reader) throws(DecideError) in
                        let window = try reader.households(filter, from: .beginning, limit: 240)
                        for place in window.places.prefix(40) {
                            _ = try reader.householdRow(at: place, campaign: campaign)
                        }
                    }
                }
            }
        }
        let all = HouseholdFilter(campaign: Self.campaign)
        try read("households: the last", office) { (reader) throws(DecideError) in
            _ = try reader.households(all, from: .end, limit: 240)
        }
        for text in ["ده 007", "سرپرست 12345", "0912000", "g-04"] {
            let filter = HouseholdFilter(text: Filter(text), campaign: Self.campaign)
            try read("households: found by \(text.count) letters, first page", office) { (reader) throws(DecideError) in
                _ = try reader.households(filter, from: .firstPage, limit: 240)
            }
        }
        try read("the first 40 suspects", office) { (reader) throws(DecideError) in
            _ = try reader.suspects(undecidedOnly: true, limit: 40)
        }
        try Self.time("all suspects", 5) {
            try office.view { (reader) throws(DecideError) in
                print("\(try reader.suspects(undecidedOnly: false, limit: .max).count) suspects")
            }
        }
        try Self.time("doubles of the campaign", 15) {
            try office.view { (reader) throws(DecideError) in _ = try reader.doubles(of: Self.campaign) }
        }
    }

    private func typing(_ office: OfficeFile) throws {
        var number = 0
        try Self.time("households like one that is typed", 200) {
            number += 1
            var typed = Household.blank
            (typed.head, typed.headName) = (String(9_990_000_000 + number * 6_011), "سرپرست \(number * 500)")
            typed.place = "ده \(String(1000 + number * 500 % 900).dropFirst())"
            try office.view { (reader) throws(DecideError) in _ = try reader.households(like: typed, limit: 5) }
        }
    }

    private func read(_ what: String, _ office: OfficeFile, _ work: (Reader) throws(DecideError) -> Void) throws {
        try Self.time(what, 15) { try office.view(work) }
    }

    /// Prints the median, the 99th of a hundred and the worst.
    private static func time(_ what: String, _ count: Int, _ work: () throws -> Void) throws {
        var times: [Double] = []
        for _ in 0..<count {
            let begin = ContinuousClock.now
            try work()
            times.append(begin.duration(to: .now) / .milliseconds(1))
        }
        times.sort()
        func told(_ share: Double) -> String { String(format: "%.2f", times[Int(Double(count - 1) * share)]) }
        print("\(what): \(told(0.5)) ms, p99 \(told(0.99)) ms, at worst \(told(1)) ms")
    }
}
