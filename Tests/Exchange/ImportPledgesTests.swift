import Domain
import Foundation
import Persian
import Testing

@testable import Exchange
@testable import Store

/// Sheets as institutions send them: a row a need and institution. The clock stands at 1401/05/05.
@Suite("Institutions, pledges and deliveries in sheets")
struct ImportPledgesTests {
    private let office: OfficeFile

    init() throws {
        office = try newOffice()
        for line in [
            """
            {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",\
            "size":40,"registeredOn":"1400/01/05"}
            """,
            Self.camp("C-001", "اردوی بهار"), Self.camp("C-002", "اردوی پاییز"),
            #"{"command":"institution.register","code":"SETAD","name":"ستاد اجرایی"}"#,
            Self.need("N-001", "C-001", "پتو"), Self.need("N-002", "C-002", "پتو"), Self.need("N-003", "C-001", "چای"),
        ] { try office.send(line) }
    }

    private static func camp(_ code: String, _ title: String) -> String {
        """
        {"command":"camp.plan","code":"\(code)","title":"\(title)","groups":["Q-0001 5"],"kind":"village","province":"قم",\
        "county":"قم","place":"ده","fields":["relief"],"from":"1401/05/01","to":"1401/05/10"}
        """
    }

    private static func need(_ code: String, _ camp: String, _ item: String) -> String {
        """
        {"command":"need.raise","code":"\(code)","for":{"camp":"\(camp)"},"item":"\(item)","quantity":50,"unit":"عدد",\
        "urgency":"low"}
        """
    }

    /// Added, same, changed and refused.
    private func read(_ sheet: any ImportedSheet.Type, _ text: String) throws -> ([Int], [Refusal]) {
        let report = try office.importing(sheet, text: text)
        return (
            [report.added, report.same, report.changed, report.refusals.count], report.refusals.map(\.refusal)
        )
    }

    private func pledge(_ code: String) throws -> PledgeHistory {
        try #require(try office.view { (reader) throws(DecideError) in try reader.pledgeHistory(code) })
    }

    @Test("institutions are found by their code or name, and say who is a custodian")
    func institutions() throws {
        let header = "کد دستگاه,نام دستگاه,متولی اصلی\n"
        #expect(
            try read(InstitutionsSheet.self, header + "HOWZEH,حوزه علمیه,بله\n,بنیاد نمونه,\n,ستاد اجرایی,خیر\n").0
                == [2, 1, 0, 0])
        #expect(try office.find(Institution.self, "HOWZEH")?.custodian == true)
        #expect(try read(InstitutionsSheet.self, header + ",بنیاد نمونه,بلی\nSETAD,ستاد نو,\n").0 == [0, 0, 2, 0])
        let (counts, refusals) = try read(InstitutionsSheet.self, header + "X-1,نام,شاید\n")
        #expect(counts == [0, 0, 0, 1] && refusals[0].code == .unknownValue)
    }

    private static let pledges = "نیاز,قلم,اردو,دستگاه,تعهد,مهلت\n"

    @Test("a list of pledges finds needs by code or by item and camp, and sent again changes only what differs")
    func monthly() throws {
        let list = "N-001,,,SETAD,30,1401/05/08\n,پتو,اردوي پاييز,ستاد اجرایی,20,\n,چاي,,SETAD,۱۰,\n"
        #expect(try read(PledgesSheet.self, Self.pledges + list).0 == [3, 0, 0, 0])
        let entries = try office.entries().count
        #expect(try read(PledgesSheet.self, Self.pledges + list).0 == [0, 3, 0, 0])
        #expect(try office.entries().count == entries)
        let next = list.replacing("SETAD,30", with: "SETAD,35")
        #expect(try read(PledgesSheet.self, Self.pledges + next).0 == [0, 2, 1, 0])
        #expect(try office.entries().count == entries + 1)
        #expect(try pledge("PL-001").row.pledge.quantity == 35)
        // One that was withdrawn is not promised again by the same list.
        try office.send(#"{"command":"support.withdraw","pledge":"PL-002","reason":"نشد"}"#)
        #expect(try read(PledgesSheet.self, Self.pledges + next).0 == [0, 3, 0, 0])
    }

    @Test("a row whose words are of another need or institution than its pledge is refused")
    func contradictions() throws {
        try office.send(#"{"command":"support.pledge","need":"N-001","institution":"SETAD","quantity":10}"#)
        try office.send(#"{"command":"institution.register","code":"SEPAH","name":"سپاه"}"#)
        let header = "شماره تعهد,نیاز,قلم,برای,دستگاه,تحویل‌شده,تاریخ\n"
        for row in ["N-002,,,SETAD", "N-001,چای,,SETAD", "N-001,پتو,C-002,SETAD", "N-001,پتو,C-001,SEPAH"] {
            let (counts, refusals) = try read(HandoversSheet.self, header + "PL-001,\(row),5,1401/05/02\n")
            #expect(counts == [0, 0, 0, 1] && refusals.first?.code == .notMatching, "\(row): \(refusals)")
        }
        let row = "PL-001,N-001,پتو,اردوی بهار,ستاد اجرایی,5,1401/05/02\n"
        #expect(try read(HandoversSheet.self, header + row).0[3] == 0)
    }

    @Test("what is not there, not told or not alone is refused, and says why")
    func refusals() throws {
        let rows = [
            (",پتو,,SETAD,5,", RefusalCode.unknownValue), (",قند,,SETAD,5,", .notFound),
            ("N-009,,,SETAD,5,", .notFound),
            ("N-001,,,NAJA,5,", .notFound), ("N-001,,,,5,", .missingValue), (",,,SETAD,5,", .missingValue),
            // A code and words that name two needs: one column alone was sorted.
            ("N-001,چای,,SETAD,5,", .notMatching), ("N-001,,C-002,SETAD,5,", .notMatching),
            ("N-001,,,SETAD,زیاد,", .invalidNumber), ("N-001,,,SETAD,,", .missingValue),
        ]
        for (row, code) in rows {
            let (counts, refusals) = try read(PledgesSheet.self, Self.pledges + row + "\n")
            #expect(counts == [0, 0, 0, 1] && refusals.first?.code == code, "\(row): \(refusals)")
        }
        for line in [1, 2] {
            try office.send(
                #"{"command":"support.pledge","need":"N-001","institution":"SETAD","quantity":\#(line * 10)}"#)
        }
        #expect(try read(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,30,\n").0 == [0, 1, 0, 0], "together 30")
        let (_, several) = try read(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,31,\n")
        #expect(several.first?.code == .unknownValue && several.first?.phrase.en.contains("PL-001") == true)
        try office.send(#"{"command":"need.settle","code":"N-003","outcome":"met"}"#)
        #expect(try read(PledgesSheet.self, Self.pledges + "N-003,,,SETAD,5,\n").1.first?.code == .wrongState)
    }

    @Test(
        "two rows of one sheet for one pledge are never one upon the other, and another quantity is told by what changes"
    )
    func twice() throws {
        let (counts, refusals) = try read(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,10,\nN-001,,,SETAD,20,\n")
        #expect(counts == [1, 0, 0, 1] && refusals.first?.code == .overlap)
        #expect(try pledge("PL-001").row.pledge.quantity == 10)
        let report = try office.importing(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,5 عدد,\n")
        #expect(report.changed == 1 && report.warnings.map(\.warning.code) == [.otherQuantity])
        let said = try #require(report.warnings.first?.warning.phrase.en)
        #expect(said.contains("PL-001") && said.contains("from 10 to 5"), "\(said)")
        let far = try office.importing(PledgesSheet.self, Self.pledges + "N-003,,,SETAD,5,1443/01/05\n")
        #expect(far.warnings.map(\.warning.code) == [.futureDate])
    }

    @Test("the receiver's word comes in with the list of deliveries, as a sum to date")
    func confirmed() throws {
        _ = try read(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,30,\n")
        for (column, sum) in [("تأییدشده", 10), ("تاییدشده", 12), ("تأیید", 14)] {
            let text = "نیاز,دستگاه,ارسال‌شده,تحویل‌شده,تاریخ,\(column)\nN-001,SETAD,20,20,1401/05/04,\(sum)\n"
            _ = try read(HandoversSheet.self, text)
            #expect(try pledge("PL-001").row.standing.confirmed == sum, "\(column)")
        }
        let less = "نیاز,دستگاه,تحویل‌شده,تاریخ,تأیید\nN-001,SETAD,20,1401/05/04,3\n"
        #expect(try read(HandoversSheet.self, less).1.first?.code == .invalidNumber)
    }

    @Test("lists and show say how a pledge stands as the screen does; the letter lists what was withdrawn")
    func outlook() throws {
        _ = try read(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,30,1401/05/03\nN-003,,,SETAD,10,\n")
        for line in [
            #"{"command":"support.dispatch","pledge":"PL-002","quantity":8,"on":"1401/05/04"}"#,
            #"{"command":"support.deliver","pledge":"PL-002","quantity":8,"on":"1401/05/04"}"#,
            #"{"command":"support.withdraw","pledge":"PL-002","reason":"در توان نبود"}"#,
        ] { try office.send(line) }
        try office.view { (reader) throws(DecideError) in
            let question = ListingQuestion(masking: Masking(for: .operator), day: today.today())
            let showing = try Showing(.pledges, "PL-001", for: question, in: reader)
            #expect(showing.facts.contains { $0.value.en == "2 days late" }, "\(showing.facts)")
            let letter = try InstitutionLetter("SETAD", on: today.today(), in: reader)
            let html = try? Printed(letter).pages.get().html()
            #expect(html?.contains("در توان نبود") == true && html?.contains("پس‌گرفته") == true)
        }
    }

    @Test("deliveries are sums to date: only what is new is recorded, and nothing shrinks")
    func deliveries() throws {
        _ = try read(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,30,\nN-003,,,SETAD,10,\n")
        let header = "نیاز,دستگاه,ارسال‌شده,تحویل‌شده,تاریخ\n"
        func sums(_ rows: String) throws -> [Int] { try read(HandoversSheet.self, header + rows).0 }
        #expect(try sums("N-001,SETAD,20,12,1401/05/04\nN-003,SETAD,,4,1401/05/04\n") == [2, 0, 0, 0])
        #expect(try pledge("PL-001").lines.map(\.quantity) == [20, 12])
        #expect(try pledge("PL-002").lines.map(\.step) == [.dispatched, .delivered], "what came was sent")
        #expect(try sums("N-001,SETAD,20,12,1401/05/05\nN-003,SETAD,,4,1401/05/05\n") == [0, 2, 0, 0])
        #expect(try sums("N-001,SETAD,30,25,1401/05/05\n") == [0, 0, 1, 0])
        #expect(try pledge("PL-001").lines.map(\.quantity) == [20, 12, 10, 13])
        let (_, less) = try read(HandoversSheet.self, header + "N-001,SETAD,30,20,1401/05/05\n")
        #expect(less.first?.code == .invalidNumber && less.first?.phrase.fa.contains("۲۵") == true)
        #expect(
            try read(HandoversSheet.self, header + "N-001,SETAD,40,31,1401/05/05\n").1.first?.code == .exceedsPledged)
        #expect(try read(HandoversSheet.self, header + "N-002,SETAD,1,1,1401/05/05\n").1.first?.code == .notFound)
    }

    @Test("a letter of another day, and what show tells of a need, a pledge and an institution")
    func out() throws {
        _ = try read(PledgesSheet.self, Self.pledges + "N-001,,,SETAD,30,1401/05/06\n")
        try office.send(#"{"command":"support.decline","need":"N-003","institution":"SETAD","reason":"نداریم"}"#)
        try office.view { (reader) throws(DecideError) in
            let question = ListingQuestion(masking: Masking(for: .operator), day: today.today())
            for (kind, code, part) in [
                (ListingKind.needs, "N-001", "ستاد اجرایی"), (.pledges, "PL-001", "پتو"),
                (.institutions, "setad", "نداریم"),
                (.needs, "N-003", "نداریم"), (.handovers, "PL-001", "پتو"),
            ] {
                let showing = try Showing(kind, code, for: question, in: reader)
                #expect(showing.facts.contains { $0.value.fa.contains(part) }, "\(code)")
            }
            for (key, isLate) in [("SETAD", false), ("SETAD/1401/05/20", true)] {
                let letter = try InstitutionLetter(key, on: today.today(), in: reader)
                let html = try? Printed(letter).pages.get().html()
                #expect(html?.contains("دیر شده") == isLate, "\(key)")
            }
            do throws(DecideError) {
                _ = try InstitutionLetter("NAJA/1401/05/20", on: today.today(), in: reader)
                Issue.record("there is no such institution")
            } catch {
                guard case .refused(let refusal) = error else { throw error }
                #expect(refusal.code == .notFound)
            }
        }
    }
}
