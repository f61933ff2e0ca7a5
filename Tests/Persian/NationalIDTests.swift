import Persian
import Testing

@Suite("National IDs")
struct NationalIDTests {
    @Test("valid ones", arguments: ["9990000018", "9990000050", "9990000141"])
    func valid(text: String) throws {
        #expect(try NationalID(text).digits == text)
    }

    @Test("digits of any script, spaces and hyphens, lost leading zeros")
    func normalised() throws {
        #expect(try NationalID(" ۹۹۹-۰۰۰۰۰۱-۸ ").digits == "9990000018")
        #expect(try NationalID("٩٩٩ ٠٠٠ ٠٠١٨").digits == "9990000018")
        #expect(try NationalID("999–000001‑8\u{200E}").digits == "9990000018")
        #expect(try NationalID("12345679").digits == "0012345679")
        #expect(try NationalID("012345679") == NationalID("0012345679"))
    }

    @Test(
        "what is none, and why",
        arguments: [
            ("1111111111", NationalIDError.equalDigits), ("00000000", .equalDigits),
            ("9991324561", .checkDigit(expected: 9, found: 1)), ("1234567", .length(7)), ("99900000180", .length(11)),
            ("", .length(0)), ("999000001A", .notDigits("A")), ("9990000018.0", .notDigits(".")),
        ])
    func refused(text: String, reason: NationalIDError) {
        #expect(throws: reason) { try NationalID(text) }
    }

    @Test("exactly one last digit is right for any nine before it")
    func oneCheckDigit() {
        for nine in stride(from: 100_000_007, through: 999_999_999, by: 9_999_991) {
            let accepted = (0...9).filter { (try? NationalID("\(nine)\($0)")) != nil }
            #expect(accepted.count == 1, "\(nine)")
        }
    }

    @Test("masked, described and ordered")
    func shown() throws {
        let id = try NationalID("9990000018")
        #expect(id.masked() == "999••••018")
        #expect("\(id)" == "9990000018")
        #expect(try NationalID("0012345679") < id)
    }
}

@Suite("Mobiles")
struct MobileTests {
    @Test(
        "every way of writing one number",
        arguments: [
            "09120000018", "9120000018", "989120000018", "00989120000018", "+989120000018", "+98 912 000 0018",
            "(0912) 000-0018",
            "0912-000-0018", "۰۹۱۲۰۰۰۰۰۱۸", "+٩٨٩١٢٠٠٠٠٠١٨", "\u{200E}+98 0912 000 00 18",
        ])
    func normalised(text: String) throws {
        #expect(try Mobile(text).digits == "09120000018")
    }

    @Test("a number that itself begins with 98 is not taken for the country code")
    func ninetyEight() throws {
        #expect(try Mobile("9812345678").digits == "09812345678")
    }

    @Test(
        "what is none, and why",
        arguments: [
            ("0912000001", MobileError.length(10)), ("091200000189", .length(12)), ("", .length(0)),
            ("02537740000", .prefix("02")), ("+44 7700 900123", .prefix("+44")), ("0912 ندارد", .notDigits("ن")),
            ("09+120000018", .notDigits("+")),
        ])
    func refused(text: String, reason: MobileError) {
        #expect(throws: reason) { try Mobile(text) }
    }

    @Test("masked")
    func masked() throws {
        #expect(try Mobile("09120000018").masked() == "0912••••018")
    }
}
