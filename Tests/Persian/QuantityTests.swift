import Persian
import Testing

@Suite("Quantities")
struct QuantityTests {
    @Test(
        "a point, a Persian one or a slash stand before up to three decimals, in digits of any script",
        arguments: [
            ("7.5", 7500), ("۷٫۵", 7500), ("7/5", 7500), ("٧٫٥", 7500), (" ۱٬۲۳۴٫۵ ", 1_234_500), ("1,234", 1_234_000),
            ("0.001", 1), ("12.500", 12_500), ("12.5000", 12_500), (".5", 500), ("-0.5", -500), ("−۳", -3000),
        ])
    func read(text: String, thousandths: Int) {
        #expect(Quantity(parsing: text)?.thousandths == thousandths)
    }

    @Test(
        "anything else is no quantity",
        arguments: ["", "7.", "7/", "1.2.3", "7.1234", "۱۲،۵", "1,70", "seven", "7 5", "--7", "9999999999999999999"])
    func unreadable(text: String) {
        #expect(Quantity(parsing: text) == nil)
    }

    @Test("it is written without needless zeros, for files and for people")
    func written() {
        #expect(Quantity(thousandths: 7500).text == "7.5" && Quantity(120).text == "120")
        #expect(Quantity(thousandths: -50).text == "-0.05")
        #expect(Language.persian.quantity(Quantity(thousandths: 1_234_500)) == "۱٬۲۳۴٫۵")
        #expect(Language.english.quantity(Quantity(thousandths: 1_234_567)) == "1,234.567")
        #expect(Language.persian.quantity(17_000) == "۱۷٬۰۰۰")
    }

    @Test("numbers of JSON keep up to three decimals, and sums are exact")
    func numbers() {
        #expect(Quantity(0.1).map { $0 + $0 + $0 } == Quantity(thousandths: 300))
        #expect(Quantity(7.1234) == nil && Quantity(1e13) == nil)
        #expect(Quantity(thousandths: 7500).double == 7.5 && Quantity(thousandths: 7500).whole == nil)
        #expect(Quantity(3).whole == 3 && Quantity(thousandths: 2999) < 3)
    }
}
