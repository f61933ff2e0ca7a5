import Foundation
import Harness
import Persian
import Testing

@Suite("Arbaeen from the command line", .onOwnThreads)
struct CommandLineArbaeenTests {
    private func office() throws -> CommandLineOffice {
        let office = try CommandLineOffice()
        let lines = [
            #"{"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"1401/06/07","status":"confirmed"}"#,
            #"{"command":"season.announce","year":1444,"country":"IQ","month":"safar","startsOn":"1401/06/08","status":"provisional"}"#,
            """
            {"command":"point.plan","code":"AP-1","name":"موکب <مهران>","kind":"route","country":"IQ","season":1444,\
            "services":["food 3000","lodging 120 70 50"]}
            """,
            """
            {"command":"shift.plan","code":"SF-1","point":"AP-1","from":"1401/06/26T14:00","to":"1401/06/26T22:00",\
            "roles":["server 6"]}
            """,
            #"{"command":"shift.repeat","shift":"SF-1","until":"1401/06/28T24:00","everyHours":24}"#,
            #"{"command":"supply.receive","point":"AP-1","item":"آب","unit":"بطری","quantity":90,"reorderLevel":100}"#,
        ]
        let result = try office.run("--now", "1401/06/01T12:00", "apply", "-", input: lines.map { $0 + "\n" }.joined())
        #expect(result.status == .exited(0), "\(result.outputText)\(result.errorText)")
        #expect(result.outputText.contains(#""created":2"#) && result.outputText.contains(#""need":"N-001""#))
        #expect(result.outputText.contains("2022-09-17T14:00:00+03:00"), "by the clocks of the point")
        return office
    }

    @Test("every kind is listed, shown and counted down to")
    func lists() throws {
        let office = try office()
        for (kind, rows) in [("seasons", 2), ("points", 1), ("shifts", 3), ("supplies", 1), ("tallies", 0)] {
            let result = try office.run("list", kind, "--format", "csv")
            #expect(
                result.status == .exited(0) && result.outputText.split(whereSeparator: \.isNewline).count == rows + 1,
                "\(kind)")
        }
        let season = try office.run("--lang", "en", "--now", "1401/06/01T12:00", "show", "season", "۱۴۴۴")
        #expect(season.outputText.contains("20 Safar in Iran: 26 Shahrivar 1401 (in 25 days)"), "\(season.errorText)")
        #expect(season.outputText.contains("20 Safar in Iraq: 27 Shahrivar 1401 (in 26 days)"))
        let need = try office.run("show", "need", "N-001", "--format", "json")
        #expect(need.outputText.contains(#""point":"AP-1""#) && need.outputText.contains(#""quantity":110"#))
    }

    @Test("the sheet of a point stands alone, right-to-left and escaped; a day is needed")
    func prints() throws {
        let office = try office()
        let page = try office.run("print", "point", "ap-1/1401/06/27").outputText.withoutIsolates
        #expect(page.contains("dir=\"rtl\"") && page.contains("موکب &lt;مهران&gt;") && page.contains("۱۴:۰۰–۲۲:۰۰"))
        #expect(page.contains("۱۵:۳۰–۲۳:۳۰") && page.contains("۰/۶ !"), "in Iran's clocks too, and short of people")
        let refused = try office.run("--lang", "en", "print", "point", "AP-1")
        #expect(refused.status == .exited(1) && refused.errorText.contains("AP-1/1401/06/15"))
    }
}
