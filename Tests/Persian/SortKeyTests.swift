import Foundation
import Persian
import Testing

/// The order of ICU's Persian collation. Foundation asks ICU only where neither
/// text begins with the other, decomposed (ا begins آ); a tab, which comes before
/// all else, ends both so that none does.
private func icu(_ a: String, _ b: String) -> ComparisonResult {
    (a + "\t").compare(b + "\t", locale: Locale(identifier: "fa_IR"))
}

private func precedes(_ a: String, _ b: String) -> Bool {
    sortKey(a).lexicographicallyPrecedes(sortKey(b))
}

@Suite("Sort keys")
struct SortKeyTests {
    @Test("eight thousand names come in ICU's order")
    func names() throws {
        let names = inventedNames()
        #expect(names.count > 8000)
        try expectOrderOfICU(names)
    }

    @Test("letters, spellings, marks, digits and capitals come in ICU's order, however they are mixed")
    func anyText() throws {
        var random = SplitMix(state: 1401)
        let kinds = [
            "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", "ٱءأإؤئكةۀہىي",
            "0129abzABZ -(،\u{200C}",
        ].map { Array($0.unicodeScalars) }
        let marks = Array("\u{064E}\u{064F}\u{0650}\u{0651}\u{064B}\u{0670}".unicodeScalars)
        let texts = (0..<10_000).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                text.append(
                    contentsOf: kinds.randomElement(using: &random)?.randomElement(using: &random).map { [$0] } ?? [])
                if Int.random(in: 0..<9, using: &random) == 0 {
                    text.append(contentsOf: marks.randomElement(using: &random).map { [$0] } ?? [])
                }
            }
            return String(text)
        }
        try expectOrderOfICU(texts)
    }

    @Test("the alphabet, with what stands before and after it")
    func alphabet() {
        let order = [
            " ", "-", "(", "0", "9", "آ", "ا", "ئ", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ",
            "س",
            "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی", "a", "Z",
        ]
        #expect(order.shuffled().sorted(by: precedes) == order)
    }

    @Test("letters decide before spellings, spellings before capitals, ZWNJ and digit scripts last")
    func levels() {
        #expect(precedes("كاظم", "کاظمی"))
        #expect(precedes("کاظمی", "كاظمي"))
        #expect(precedes("محمد", "مُحمد"))
        #expect(precedes("مُحمد", "محمدی"))
        #expect(precedes("گروه 1", "گروه ۱") && precedes("گروه ۱", "گروه 2"))
        #expect(precedes("ali", "Ali") && precedes("Ali", "alib"))
        #expect(precedes("روحالله", "روح‌الله") && precedes("روح‌الله", "روحاللهی"))
        #expect(precedes("علی احمدی", "علیا"))
    }

    @Test("a letter in two pieces has its place")
    func decomposed() {
        for (pieces, one) in [("ا\u{0653}", "آ"), ("ا\u{0654}", "أ"), ("و\u{0654}", "ؤ"), ("ي\u{0654}", "ئ")] {
            #expect(sortKey(pieces).prefix(1) == sortKey(one).prefix(1))
        }
    }

    @Test("different texts never have equal keys, whatever they hold")
    func total() {
        let texts = [
            "", " ", "\u{00A0}", "علی", "علي", "عل\u{200C}ی", "علی\u{200C}", "علـی", "۱", "1", "١", "１", "قم–کاشان",
            "ڤ", "ڵ",
            "é", "e\u{0301}", "Ω", "漢字", "🙂", "a", "A", "\u{200F}a",
        ]
        #expect(Set(texts.map { sortKey($0) }).count == texts.count)
        #expect(
            precedes("ی", "ڤ") && precedes("ڤ", "a") && precedes("z", "漢字") && precedes("~", "🙂") && precedes("🙂", "0"))
    }

    @Test("a key of plain Persian text is a byte a letter and one")
    func short() {
        #expect(sortKey("مریم شریفی").count == 11)
    }

    private func expectOrderOfICU(_ texts: [String]) throws {
        let sorted = texts.map { (text: $0, key: sortKey($0)) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map(\.text)
        for (a, b) in zip(sorted, sorted.dropFirst()) {
            try #require(icu(a, b) != .orderedDescending, "\(a.debugDescription) | \(b.debugDescription)")
        }
    }
}

/// First and last names in all combinations, some as offices mistype them.
private func inventedNames() -> [String] {
    let first = [
        "علی", "علی‌اصغر", "علی اکبر", "امیرعلی", "محمد", "محمّد", "محمدرضا", "محمد رضا", "روح‌الله", "روح الله", "مریم",
        "آرزو", "آذر", "احمد", "أحمد", "پارسا", "پریسا", "بهرام", "چیستا", "جواد", "ژاله", "زهرا", "کاظم", "كاظم",
        "گلناز", "لیلا",
        "یاسر", "ياسر", "هادی", "وحید", "نسیم", "رؤیا", "رویا", "فائزه", "فایزه", "فاطمة", "فاطمه", "حسین", "خدیجه",
        "صادق",
        "ضحی", "طاهره", "ظریفه", "عباس", "غلامرضا", "قاسم", "ثریا", "سید علی", "سیدعلی", "شهلا", "ذبیح‌الله", "دانیال",
    ]
    let last = [
        "احمدی", "احمدی‌پور", "احمدی پور", "احمدیان", "آقایی", "اکبری", "أکبری", "بهرامی‌نژاد", "پورمحمدی", "چراغی",
        "جعفری",
        "رضایی", "رضائی", "رضایي", "ژیان", "شریفی‌نژاد", "شریفی نژاد", "شریفیان", "شریفی", "طاهری", "عزّتی", "کاظمی",
        "كاظمي",
        "کاظمی‌فر", "گودرزی‌پور", "گلستانی", "موسوی", "موسوي", "موسوی ۲", "موسوی 2", "موسوی 12", "مؤمنی", "مومنی", "نوری",
        "وکیلی", "هاشمی", "یزدی", "یوسفی", "قائمی", "قایمی", "قاسمی", "Smith", "smith", "de Vries", "(الف)", "- ب",
        "خانۀ نور",
        "خانه نور", "رحمـانی", "رحمانی", "ثابتی", "ذاکری", "صفایی", "ضیایی", "ظهوری", "غفاری", "فرهادی", "لطفی",
        "حسینی", "خسروی",
        "دهقان", "زارع", "سلیمانی", "توکلی",
    ]
    let both = first.flatMap { first in last.map { "\(first) \($0)" } }
    return first + last + both + both.map { $0.replacing(" ", with: "، ") }
        + last.flatMap { last in first.map { "\(last)\($0)" } }
}

/// Random numbers that are the same in each run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
