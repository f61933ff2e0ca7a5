import Domain
import Exchange
import Persian
import Testing

@testable import Store

@Suite("Showing one record")
struct ShowingTests {
    @Test(
        "a report is found by its camp and day, and by its number, also where the camp's code holds a slash",
        arguments: [
            ("C/1/1401/05/03", 2), ("C/1/1401/05/03/1", 1), ("c/1/2022-07-25/2", 2), ("C/1/۱۴۰۱/۰۵/۰۳/۲", 2),
            ("C-2/1401/05/03", 1),
        ])
    func report(code: String, number: Int) throws {
        let office = try newOffice()
        for line in Self.lines { try office.send(line, clock: PackOffice.clock("1401/05/04T10:00")) }
        let question = ListingQuestion(masking: Masking(for: .administrator), day: Day(number: 19_205))
        let found = try office.view { (reader) throws(DecideError) in
            try Showing(.reports, code, for: question, in: reader)
        }
        #expect(found.json["number"] == .integer(number))
        #expect(found.json["camp"]?.string == (code.hasPrefix("C-2") ? "C-2" : "C/1"))
    }

    private static let lines =
        [
            """
            {"command":"group.register","name":"باران","kind":"general","fields":["relief"],"county":"قم","size":20,\
            "registeredOn":"1400/01/05"}
            """
        ] + camp("C/1") + camp("C-2") + ["C/1", "C/1", "C-2"].map { PackOffice.report($0, "03", 4) }

    private static func camp(_ code: String) -> [String] {
        [
            """
            {"command":"camp.plan","code":"\(code)","title":"بهار","groups":["Q-0001 5"],"kind":"village","province":"قم",\
            "county":"قم","place":"ده‌نو","fields":["relief"],"from":"1401/05/01","to":"1401/05/10"}
            """, #"{"command":"camp.approve","code":"\#(code)"}"#, #"{"command":"camp.start","code":"\#(code)"}"#,
        ]
    }
}
