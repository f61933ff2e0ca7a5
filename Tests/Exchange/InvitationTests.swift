import Domain
import Foundation
import Persian
import Store
import Testing

@testable import Exchange

@Suite("Invitations on paper")
struct InvitationTests {
    @Test("a guest's code fits the smallest QR code, with its three finders and its timing line")
    func matrix() throws {
        let code = try #require(QRCode("G-002"))
        #expect(code.size == 21)
        let finder = [
            "#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######",
        ].map { $0.map { $0 == "#" } }
        for (top, start) in [(0, 0), (0, 14), (14, 0)] {
            for row in 0..<7 {
                #expect((0..<7).map { code[top + row, start + $0] } == finder[row], "finder at \(top), \(start)")
            }
        }
        for place in 8..<13 {
            #expect(code[6, place] == (place % 2 == 0) && code[place, 6] == (place % 2 == 0))
        }
        #expect(code[13, 8], "the module that is always dark")
        #expect(QRCode("") == nil && QRCode("a\0b") == nil)
    }

    @Test("the picture draws each dark module once, with four free ones around")
    func picture() throws {
        let code = try #require(QRCode("G-002"))
        let svg = code.svg(side: 40)
        #expect(svg.contains(#"viewBox="0 0 29 29""#) && svg.contains(#"width="40mm""#))
        let path = try #require(svg.split(separator: " d=\"").last?.split(separator: "\"").first)
        var drawn: Set<[Int]> = []
        for stroke in path.split(separator: "M") {
            let numbers = stroke.split { !$0.isNumber }.compactMap { Int($0) }
            for column in numbers[0]..<(numbers[0] + numbers[2]) {
                #expect(drawn.insert([numbers[1], column]).inserted)
            }
        }
        let dark = (0..<21).flatMap { row in (0..<21).filter { code[row, $0] }.map { [row + 4, $0 + 4] } }
        #expect(drawn == Set(dark))
    }

    private func printed(_ code: String, in office: OfficeFile) throws -> Printed {
        try office.view { (reader) throws(DecideError) in
            try PrintKind.invitations.print(code, for: Masking(for: .administrator), on: today.today(), in: reader)
        }
    }

    @Test("stand in the order of the protocol, without those that were taken back or declined")
    func edition() throws {
        let home = try DoorOffice(guests: 3)
        try home.send(#"{"command":"guest.revoke","code":"G-002","reason":"تغییر"}"#, "08:30")
        let printed = try printed("۱۴۰۱", in: home.office)
        #expect(printed.count == 2)
        let html = try printed.pages.get().html()
        #expect(html.split(separator: "<svg class=\"qr\"").count == 3)
        #expect(html.contains(">G-001<") && html.contains(">G-003<") && !html.contains("G-002"))
        #expect(html.contains("و ۲ همراه") && html.contains("۳ نفر") && html.contains("حرم"))
        #expect(try self.printed("g-۰۰۱", in: home.office).count == 1)
    }

    @Test("are not printed without their code, and say which package is missing")
    func withoutLibrary() {
        let phrase = PageError(withoutQRCode: "G-002").phrase
        for text in [phrase.fa, phrase.en] { #expect(text.contains("G-002") && text.contains("libqrencode4")) }
    }

    @Test("are refused for whom nobody knows, who was uninvited, and an edition without guests")
    func refused() throws {
        let home = try DoorOffice(guests: 1)
        try home.send(#"{"command":"guest.revoke","code":"G-001","reason":"تغییر"}"#, "08:30")
        for (code, rule) in [("G-900", RefusalCode.notFound), ("G-001", .revoked), ("1401", .notFound)] {
            do {
                _ = try printed(code, in: home.office)
                Issue.record("\(code) was printed")
            } catch DecideError.refused(let refusal) {
                #expect(refusal.code == rule && refusal.phrase.fa != refusal.phrase.en)
            }
        }
    }
}
