import Domain
import Testing

@Suite("Editions of the congress and their halls")
struct CongressTests {
    let office: TestOffice
    init() throws {
        office = try TestOffice()
        for line in GuestTests.congress { try office.carriesOut(line) }
    }

    private func open(_ year: String, from: String = "1402/05/09", to: String = "1402/05/11") -> String {
        """
        {"command":"congress.open","year":\(year),"number":3,"city":"اهواز","venue":"مصلا","from":"\(from)","to":"\(to)"}
        """
    }

    @Test("a year has one edition, whose days have an order")
    func editions() throws {
        office.refuses(open("1401"), as: .duplicateCode, field: "year", fa: "۱۴۰۱", en: "1401")
        office.refuses(open("1402", to: "1402/05/08"), as: .invalidDate, field: "to")
        office.refuses(open("22"), as: .invalidNumber, field: "year")
        try office.carriesOut(open("1402"))
        #expect(office.registry.find(Congress.self, key: "1402")?.previousCity == nil)
    }

    @Test("a hall belongs to an edition, and its code to no other hall")
    func halls() throws {
        func add(_ code: String, congress: Int = 1401, seats: Int = 10) -> String {
            #"{"command":"hall.add","congress":\#(congress),"code":"\#(code)","name":"سالن","seats":\#(seats)}"#
        }
        office.refuses(add("HALL-A"), as: .duplicateCode, saying: "HALL-A", "شبستان")
        office.refuses(add("HALL-C", congress: 1399), as: .notFound, field: "congress", saying: "1399")
        office.refuses(add("HALL-C", seats: 0), as: .invalidNumber, field: "seats")
        try office.carriesOut(add("HALL-C"))
        #expect(office.registry.find(Hall.self, key: "HALL-C")?.turnaround == 0)
    }
}
