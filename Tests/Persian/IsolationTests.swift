import Persian
import Testing

/// The signs of isolates made visible: ⟨ from left to right, ⟩ from right to left, | the end.
private func shown(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case Isolate.leftToRight: view.append("⟨")
        case Isolate.rightToLeft: view.append("⟩")
        case Isolate.end: view.append("|")
        default: view.append(scalar)
        }
    }
    return String(view)
}

@Suite("What is filled into a sentence")
struct IsolationTests {
    @Test("a literal is isolated on both sides, and plain for machines")
    func literals() {
        let code = "C-014"
        let name = "Helping Hands (خدمت)"
        let phrase = Phrase(fa: "گزارش \(code) از \(name) رسید", en: "the report of \(code) from \(name) came")
        #expect(shown(phrase[.persian]) == "گزارش ⟨C-014| از ⟩Helping Hands (خدمت)| رسید")
        #expect(shown(phrase[.english]) == "the report of ⟨C-014| from ⟨Helping Hands (خدمت)| came")
        #expect(phrase.fa == "گزارش C-014 از Helping Hands (خدمت) رسید")
        #expect(phrase.en == "the report of C-014 from Helping Hands (خدمت) came")
        #expect(phrase == Phrase(fa: phrase.fa, en: phrase.en))
    }

    @Test("words of the page's own need no isolate")
    func words() {
        let name = "اردوی بهار"
        #expect(shown(Phrase(fa: "«\(name)» ثبت شد", en: "“\(name)” saved")[.persian]) == "«اردوی بهار» ثبت شد")
        #expect(shown(Phrase(fa: "«\(name)» ثبت شد", en: "“\(name)” saved")[.english]) == "“⟩اردوی بهار|” saved")
        #expect(Language.english.isolated("camp") == "camp")
        #expect(Language.persian.isolated("") == "")
    }

    @Test("a sentence inside a sentence keeps its isolates")
    func nested() {
        let name = "افتتاحیه"
        let hours = Phrase(fa: "\("SE-01") («\(name)»)", en: "\("SE-01") (“\(name)”)")
        let outer = Phrase(fa: "سالن نشست \(hours) را دارد", en: "the hall has \(hours)")
        #expect(shown(outer[.english]) == "the hall has ⟨SE-01 (“⟩افتتاحیه|”)|")
    }

    @Test("what is only sometimes there is part of the sentence", arguments: [3])
    func parts(_ days: Int) {
        let phrase = Phrase(
            fa: "گزارش\(days > 1 ? "، \(days) روز دیر" : "")", en: "report\(days > 1 ? ", \(days) days late" : "")")
        #expect(shown(phrase[.persian]) == "گزارش، ⟨۳| روز دیر")
        #expect(phrase.en == "report, 3 days late")
    }

    @Test("amounts are grouped, years are not, and one of a thing is no plural")
    func numbers() {
        func camps(_ count: Int) -> Phrase { Phrase(fa: "\(count) اردو", en: "\(count, "camp")") }
        #expect(camps(1).en == "1 camp")
        #expect(camps(2).en == "2 camps")
        #expect(camps(12_000).en == "12,000 camps")
        #expect(camps(12_000).fa == "۱۲٬۰۰۰ اردو")
        #expect(Phrase(fa: "\(2)", en: "\(2, "person", plural: "people")").en == "2 people")
        #expect(Phrase(fa: "سال \(numeral: 1401)", en: "year \(numeral: 1401)").fa == "سال ۱۴۰۱")
        #expect(persianDigits(17_000) == "۱۷٬۰۰۰")
    }

    @Test("ranges and lists begin where the reader does")
    func order() {
        #expect(shown(Language.persian.range("۱۰:۰۰", "۱۲:۰۰")) == "⟩⟨۱۰:۰۰|–⟨۱۲:۰۰||")
        #expect(shown(Language.english.range("10:00", "12:00")) == "⟨⟨10:00|–⟨12:00||")
        #expect(shown(Language.persian.list(["Q-0001", "Q-0002"])) == "⟩⟨Q-0001|، ⟨Q-0002||")
        #expect(shown(Language.persian.parts(["SF-002", nil, "", "۵۹ نفر"])) == "⟩⟨SF-002| · ⟩۵۹ نفر||")
        #expect(Language.english.list(["Q-0001"]).withoutIsolates == "Q-0001")
    }

    @Test("what a text brings along cannot reach beyond its isolate")
    func unbalanced() {
        #expect(shown(Language.persian.isolated("a\u{2069}\u{2067}b")) == "⟨a⟩b||")
        #expect(shown(Language.persian.isolated("\u{2066}a\u{2069} \u{2066}b\u{2069}")) == "⟨⟨a| ⟨b||")
        #expect(shown(Language.persian.isolated("\u{2066}a\u{2069}")) == "⟨a|")
    }

    @Test("direction by the letters a text has, not by the first of them")
    func letters() {
        #expect(Letters(of: "Helping Hands گروه").isRightToLeft(in: .persian) == true)
        #expect(Letters(of: "Helping Hands!").isRightToLeft(in: .persian) == false)
        #expect(Letters(of: "گروه Helping Hands").isRightToLeft(in: .english) == false)
        #expect(Letters(of: "گروه (۲۴)").isRightToLeft(in: .english) == true)
        #expect(Letters(of: "۱۴۰۱/۰۵/۰۹ 12").isRightToLeft(in: .persian) == nil)
        #expect(Letters(of: "z.hosseini، m.rezaei").isRightToLeft(in: .persian) == true)
    }

    @Test("A text that is cut tells so where it goes on, whichever way its last words run")
    func shortened() {
        #expect("گروه جهادی".shortened(to: 10) == "گروه جهادی")
        #expect("گروه جهادی باران".shortened(to: 10) == "گروه جهادی…")
        #expect("Helping Hands".shortened(to: 7) == "Helping…")
        #expect(shown("گروه 24 Helping Hands".shortened(to: 15)) == "گروه 24 ⟨Helping…|")
        #expect(shown("Team گروه جهادی باران".shortened(to: 9)) == "Team ⟩گروه…|")
        #expect("۱۲۳۴۵".shortened(to: 2) == "۱۲…")
    }
}
