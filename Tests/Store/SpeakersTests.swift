import Domain
import Persian
import Testing

@testable import Store

/// Whoever a session names as a speaker is in use, whenever the name came in.
@Suite struct SpeakersTests {
    @Test("a speaker whom an amendment named cannot be voided, and one whom it took out can")
    func amended() throws {
        let office = try OfficeFile()
        for line in [
            #"{"command":"staff.add","account":"ali","name":"علی","role":"administrator"}"#,
            #"{"command":"person.record","nationalID":"9990000018","firstName":"علی","lastName":"کریمی"}"#,
            #"{"command":"person.record","nationalID":"9990000026","firstName":"زهرا","lastName":"نوری"}"#,
            #"{"command":"congress.open","year":1401,"number":2,"city":"قم","venue":"مجتمع","from":"1401/05/09","to":"1401/05/11"}"#,
            #"{"command":"hall.add","congress":1401,"code":"HALL-01","name":"شبستان","seats":600}"#,
            #"{"command":"session.schedule","congress":1401,"code":"SE-01","hall":"HALL-01","from":"1401/05/10T08:00","to":"1401/05/10T09:00","title":"آغاز","kind":"سخنرانی","speakers":["9990000018"]}"#,
            #"{"command":"session.amend","code":"SE-01","speakers":["9990000026"]}"#,
        ] { try office.send(line) }
        let void = { (id: String) in #"{"command":"record.void","kind":"person","code":"\#(id)","reason":"اشتباه"}"# }
        #expect(throws: DecideError.self) { try office.send(void("9990000026")) }
        try office.send(void("9990000018"))
    }
}
