import Domain
import Foundation
import Persian
import Testing

@testable import Store

/// How long the board and its pages take to be read from a large file; asked for by `Tests/Perf/support`, which grows one of
/// 10,000 needs and 40 institutions and names it in `KHEDMAT_SUPPORT`.
@Suite("The speed of support")
struct SupportSpeedTests {
    private static let path = ProcessInfo.processInfo.environment["KHEDMAT_SUPPORT"]
    private static let today = Day(number: 19_205)

    @Test("is told", .enabled(if: path != nil))
    func speed() throws {
        let office = try OfficeFile(path: try #require(Self.path))
        try office.view { (reader) throws(DecideError) in
            let rule = try reader.supportRule(on: Self.today)
            func window(_ filter: SupportFilter, _ order: ListOrder) throws(DecideError) -> ListWindow {
                try reader.supportBoard(filter, by: order, rule, from: .beginning, limit: 400)
            }
            func rows(_ places: some Sequence<ListPlace>) throws(DecideError) -> [NeedRow] {
                var rows: [NeedRow] = []
                for place in places { if let row = try reader.needRow(at: place, rule) { rows.append(row) } }
                return rows
            }
            let institutions = try reader.supportInstitutions()
            let first = try window(SupportFilter(), .worstNeed)
            print("\(first.total) needs, \(institutions.count) institutions, \(try reader.count(Pledge.kind)) pledges")
            try Self.time("the board: window, 36 rows, columns") { () throws(DecideError) in
                let window = try window(SupportFilter(), .worstNeed)
                _ = try reader.supportInstitutions().columns(for: rows(window.places.prefix(36)))
            }
            let last = try reader.supportBoard(SupportFilter(), by: .worstNeed, rule, from: .end, limit: 400)
            try Self.time("36 rows with most pledges") { () throws(DecideError) in _ = try rows(last.places.suffix(36))
            }
            var next = 40
            try Self.time("one row down") { () throws(DecideError) in
                _ = try rows(first.places[next..<next + 1])
                next = next < 390 ? next + 1 : 40
            }
            for (name, order) in [("day", ListOrder.needDay), ("item", .needItem), ("place", .needPlace)] {
                try Self.time("sorted by \(name), 36 rows") { () throws(DecideError) in
                    _ = try rows(window(SupportFilter(), order).places.prefix(36))
                }
            }
            for (name, filter) in Self.filters {
                try Self.time("filter: \(name)") { () throws(DecideError) in _ = try window(filter, .worstNeed) }
            }
            try Self.time("figures") { () throws(DecideError) in _ = try reader.supportFigures(rule) }
            var moves: [SupportMoveOffer] = []
            try Self.time("moves") { () throws(DecideError) in moves = try reader.supportMoves(rule) }
            print("\(moves.count) overlaps, \(moves.count { !$0.gaps.isEmpty }) with a gap")
            guard let code = try rows(last.places.suffix(1)).first?.need.code else { return }
            try Self.time("a need's page") { () throws(DecideError) in _ = try reader.needSupport(code, rule) }
            try Self.time("an institution's figures") { () throws(DecideError) in
                _ = try reader.institutionFigures("SETAD", rule)
            }
            try Self.time("an institution's first 200 pledges") { () throws(DecideError) in
                _ = try reader.pledges(ofInstitution: "SETAD", rule, limit: 200)
            }
        }
    }

    private static let filters = [
        ("urgency", SupportFilter(urgency: .high)), ("province", SupportFilter(province: .ilam)),
        ("item", SupportFilter(item: "قلم 012")), ("institution", SupportFilter(institution: "SETAD")),
        ("late", SupportFilter(concern: .late)), ("untaken", SupportFilter(concern: .untaken)),
        ("words", SupportFilter(text: Filter("قلم 01"))),
        ("words and urgency", SupportFilter(text: Filter("قلم"), urgency: .low)),
    ]

    /// Prints the median and the worst of 25.
    private static func time(_ what: String, _ work: () throws(DecideError) -> Void) throws(DecideError) {
        var times: [Double] = []
        for _ in 0..<25 {
            let begin = ContinuousClock.now
            try work()
            times.append(begin.duration(to: .now) / .milliseconds(1))
        }
        times.sort()
        print("\(what): \(times[12].rounded(toPlaces: 2)) ms, at worst \(times[24].rounded(toPlaces: 2)) ms")
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        let factor = places == 2 ? 100.0 : 10
        return (self * factor).rounded() / factor
    }
}
