import Domain
import Exchange
import Persian
import Store
import Testing

@Suite("The invented office")
struct DemoOfficeTests {
    @Test("the rules accept every command of the province, and the ledger tells of each")
    func acceptsAll() throws {
        let office = try OfficeFile()
        var last = (done: 0, all: 0)
        try DemoOffice.fill(office, by: Sender(account: "ali", station: "desk"), clock: today) { last = ($0, $1) }
        let commands = Array(DemoProvince().commands())
        #expect(last == (commands.count, commands.count))
        try office.view { (reader) throws(DecideError) in
            #expect(try reader.count(Group.kind) == 780)
            #expect(try reader.count(Council.kind) == 6)
            #expect(try reader.count(Base.kind) == 12)
            #expect(try reader.count(Person.kind) == commands.count { $0.name == "person.record" })
            #expect(try reader.find(Staff.self, key: "ali")?.role == .administrator)
        }
        let report = try office.verify { _, _ in }
        #expect(report.problems == [])
        #expect(report.entries == commands.count + 1)  // and the founder's account
    }
}
