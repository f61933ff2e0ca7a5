import Domain
import Exchange
import Persian
import Store
import Testing

/// The demo opens on the morning of 10 Mordad 1401.
let morning = Domain.Clock(fixed: Moment(day: Day(number: 19_205), hour: 10, minute: 0, in: .tehran))

/// The invented office as its first screen finds it, filled once for all tests that look at it, what was told of the
/// progress last, and what is made beside the screen.
let filledDemo = Result {
    let office = try OfficeFile()
    var last = (done: 0, all: 0)
    let rest = try DemoOffice.begin(office, by: clerk, clock: morning) { last = ($0, $1) }
    return (office: office, last: last, rest: rest)
}

/// The same with the news of the last hours, which come after all that is made beside the screen.
let demoWithNews = Result {
    let office = try filledDemo.get().office.copyInMemory()
    let news = try DemoProvince().commands().suffix(DemoRest.news).map { try $0.request() }
    try office.transactions(over: news, by: clerk, clock: morning) { session, request throws(DecideError) in
        try session.send(request)
        return true
    }
    return office
}

@Suite("The invented office")
struct DemoOfficeTests {
    @Test("the rules accept every command of the province, and the ledger tells of each")
    func acceptsAll() throws {
        let (office, last, _) = try filledDemo.get()
        let commands = Array(DemoProvince().commands())
        #expect(last == (commands.count - DemoRest.news, commands.count - DemoRest.news))
        try office.view { (reader) throws(DecideError) in
            #expect(try reader.count(Group.kind) == 780)
            #expect(try reader.count(Council.kind) == 6)
            #expect(try reader.count(Base.kind) == 12)
            #expect(try reader.count(Person.kind) == commands.count { $0.name == "person.record" })
            #expect(try reader.find(Staff.self, key: "ali")?.role == .administrator)
        }
        let report = try office.verify { _, _ in }
        #expect(report.problems == [])
        #expect(report.entries == last.done + 1)  // and the founder's account
    }
}
