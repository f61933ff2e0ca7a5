import Domain
import Testing

@Suite("The serial of a certificate")
struct CertificateSerialTests {
    @Test("Damm's own example, and what is printed")
    func printed() {
        #expect(CertificateSerial.checkDigitOf572 == 4)
        #expect(CertificateSerial(number: 12).text == "G-0000125")
        for number in [1, 9, 10, 572, 999_999, 1_000_000] {
            #expect(CertificateSerial(parsing: CertificateSerial(number: number).text)?.number == number)
        }
    }

    @Test(
        "typed in any digits, with or without the letter", arguments: ["g ۰۰۰۰۱۲۵", "G-٠٠٠٠١٢٥", "0000125", "G0000125"])
    func typed(text: String) { #expect(CertificateSerial(parsing: text)?.number == 12) }

    @Test(
        "no serial",
        arguments: ["", "G-", "G-126", "Q-0000125", "G-00001A6", "رسم", "G-0000000", "G-99999999999999999999"])
    func none(text: String) { #expect(CertificateSerial(parsing: text) == nil) }

    @Test("every wrong digit and every two neighbours that changed places are found")
    func slips() {
        for number in stride(from: 1, through: 999_999, by: 7_919) {
            let digits = Array(CertificateSerial(number: number).text.dropFirst(2))
            for place in digits.indices {
                for digit in "0123456789" where digit != digits[place] {
                    var wrong = digits
                    wrong[place] = digit
                    #expect(CertificateSerial(parsing: String(wrong)) == nil)
                }
                guard place > 0, digits[place] != digits[place - 1] else { continue }
                var swapped = digits
                swapped.swapAt(place, place - 1)
                #expect(CertificateSerial(parsing: String(swapped)) == nil)
            }
        }
    }
}

extension CertificateSerial {
    /// The last digit of 572, from what is printed for it.
    fileprivate static var checkDigitOf572: Int? { Int(CertificateSerial(number: 572).text.suffix(1)) }
}
