import Domain
import Exchange
import Persian
import Testing

@testable import Store

@Suite("The invented Arbaeen")
struct DemoArbaeenTests {
    private func look<T>(_ body: (Reader) throws(DecideError) -> T) throws -> T {
        try demoWithNews.get().view(body)
    }

    @Test("two points at the border and two on the route, three of them licensed, with their shifts ahead")
    func points() throws {
        let points = try look { (reader) throws(DecideError) in try reader.points(ofSeason: 1444) }
        #expect(points.map(\.country) == [.iran, .iran, .iraq, .iraq])
        #expect(points.map(\.state) == [.licensed, .licensed, .licensed, .planned])
        #expect(try look { (reader) throws(DecideError) in try reader.count(Shift.kind) } == 4 * 3 * 12)
        for point in points {
            let row = try look { (reader) throws(DecideError) in try reader.pointRow(point.code, morning.now()) }
            #expect(row?.shifts == 36 && row?.gap != nil && row?.supplies == 4)
        }
    }

    @Test("both countries expect 20 Safar on 26 Shahrivar, and no group serves at two points")
    func season() throws {
        let dates = try #require(try look { (reader) throws(DecideError) in try reader.season(on: morning.today()) })
        #expect(Set(dates.arbaeen.values) == [try Day(parsing: "1401/06/26")])
        var points: [String: Set<String>] = [:]
        try look { (reader) throws(DecideError) in
            try reader.each(Shift.self, matching: Filter(), limit: nil) { shift in
                for part in shift.groups { points[part.group, default: []].insert(shift.point) }
            }
        }
        #expect(points.count > 12 && points.values.allSatisfy { $0.count == 1 })
    }

    @Test("one item is short, and a need was raised by itself")
    func needs() throws {
        let needs = try look { (reader) throws(DecideError) in
            try reader.needs(of: NeedTarget(subject: .point, code: "AP-2"))
        }
        #expect(needs.filter { $0.item == "برنج" }.map(\.quantity) == [900])
    }
}
