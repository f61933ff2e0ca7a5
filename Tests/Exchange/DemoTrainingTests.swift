import Domain
import Exchange
import Persian
import Testing

@testable import Store

@Suite("The invented courses")
struct DemoTrainingTests {
    private func row(_ code: String) throws -> CourseRow {
        let office = try demoWithNews.get()
        return try #require(try office.view { (reader) throws(DecideError) in try reader.courseRow(code) })
    }

    @Test("the two courses of the summer are full, and people wait")
    func seats() throws {
        let khedmat = try row("RK-1401")
        #expect([khedmat.taken, khedmat.course.capacity, khedmat.waiting] == [15, 15, 3])
        #expect(khedmat.course.audience == .councilAndBaseHeads && khedmat.course.days.contains(morning.today()))
        let hejrat = try row("RH-1401")
        #expect([hejrat.taken, hejrat.course.capacity, hejrat.waiting] == [60, 60, 9])
        #expect(hejrat.course.audience == .groupsAndMediaLiaisons && hejrat.course.from > morning.today())
    }

    @Test("attendance of all sessions but this morning's is taken")
    func attendance() throws {
        let khedmat = try row("RK-1401")
        #expect(khedmat.held == khedmat.course.sessions.count - 1)
        #expect(khedmat.course.sessions.last?.day == morning.today())
    }
}
