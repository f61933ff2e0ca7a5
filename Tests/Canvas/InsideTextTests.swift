import CFriBidi
import Persian
import Support
import Testing

@testable import Canvas

/// Rows as the eye meets them, from the left edge; letters are joined, so that Latin and digits are looked at.
@Suite("Isolates inside a text") struct InsideTextTests {
    private let persian = Language.persian
    private let english = Language.english

    @Test("fill no column and reach no cell")
    func zeroWidth() {
        let text = Phrase(fa: "کد \("C-014")", en: "code \("C-014")")[.persian]
        #expect(textWidth(text) == 8)
        #expect(row(text, 8).hasPrefix("C-014 "))
        #expect(TextLayout.sanitised(text) == "کد C-014")
        #expect(TextLayout.wrap(text, width: 5).map(\.withoutIsolates) == ["کد", "C-014"])
    }

    @Test("a code and the number behind it do not become one run")
    func codeAndNumber() {
        let phrase = Phrase(fa: "\("SF-002") · \(59) نفر آزاد", en: "\("SF-002") · \(59) free")
        // To the right stands the code, then the number.
        #expect(row(phrase[.persian], 19).hasSuffix("۵۹ · SF-002"))
        #expect(row(phrase[.english], 16, page: .leftToRight) == "SF-002 · 59 free")
    }

    @Test("two values that touch keep their order")
    func touching() {
        let (code, rest) = ("G-1", " (دد)")
        #expect(row(Phrase(fa: "دد \(3)\(rest)", en: "")[.persian], 9).hasSuffix("۳ \u{FEA9}\u{FEA9}"))
        #expect(row(Phrase(fa: "", en: "on \(code)\(rest);")[.english], 12, page: .leftToRight).hasPrefix("on G-1 ("))
        #expect(row(persian.isolated("AB") + persian.isolated("12") + "دد", 6) == "\u{FEA9}\u{FEA9}12AB")
    }

    @Test("a range begins where the reader does")
    func ranges() {
        #expect(row(persian.range("۱۰:۰۰", "۱۲:۰۰"), 11) == "۱۲:۰۰–۱۰:۰۰")
        #expect(row(persian.range("۱۰:۰۰", "۱۲:۰۰"), 11, as: .leftToRight) == "۱۲:۰۰–۱۰:۰۰")
        #expect(row(english.range("10:00", "12:00"), 11, page: .leftToRight) == "10:00–12:00")
        #expect(row(persian.list(["Q-1", "Q-2"]), 8) == "Q-2 ،Q-1")
    }

    @Test("on an English page a Persian name leaves the date and the hours behind it alone")
    func englishPage() {
        let (code, title, day) = ("SE-01", "باز", "1401/05/09")
        let phrase = Phrase(fa: "", en: "has \(code) (“\(title)”, \(day) \(english.range("10:00", "11:30")))")
        let seen = row(phrase[.english], 45, page: .leftToRight)
        #expect(seen.hasPrefix("has SE-01 (“"))
        #expect(seen.contains("”, 1401/05/09 10:00–11:30)"))
    }

    @Test("a masked number keeps its halves", arguments: ["۹۹۹••••۰۱۸", "999••••018"])
    func masks(_ mask: String) {
        #expect(row(mask, 10) == mask)
        #expect(row("کد \(mask)", 13).hasPrefix(mask))
        #expect(row(mask, 10, as: .page) == mask)
    }

    @Test("a text follows the page, whichever letter it begins with")
    func base() {
        let sentence = "a.jafari (ناظر)"
        #expect(row(sentence, 15).hasSuffix("a.jafari"))
        #expect(row("z.hosseini؛ و", 13).hasSuffix("؛z.hosseini"))
        #expect(row("Helping Hands!", 14) == "Helping Hands!")
        #expect(row("گروه AB", 7, page: .leftToRight).hasSuffix(" AB"))
        #expect(
            TextLayout.runDirection(of: "C-014: آب چاه شور است و تانکر فردا می‌رسد", page: .leftToRight) == .rightToLeft)
        #expect(TextLayout.runDirection(of: "Helping Hands گروه", page: .rightToLeft) == .page)
    }

    @Test("a cut text stands as it stood in the whole, with … where it was cut")
    func cut() {
        // The code first, then the title, whose end is to the left.
        let title = persian.parts(["C-250", "دددد ررررر ززز"])
        #expect(row(title, 14).hasPrefix(" …"))
        #expect(row(title, 14).hasSuffix(" · C-250"))
        // A Persian title in an English line is cut at its left.
        let incident = Phrase(fa: "", en: "incident: \("دد رررر زززز")")[.english]
        #expect(row(incident, 16, page: .leftToRight).hasPrefix("incident: …"))
        // Half a date is another date.
        let dated = persian.parts(["دد", "۱۴۰۱/۰۵/۱۰"])
        #expect(row(dated, 13).hasPrefix("    "), "it is all there in 15")
        #expect(!row(dated, 13).contains("۱۴۰۱"))
        #expect(row("1401/05/10", 7).hasSuffix("…"))
        // So is half a time among words, and half an amount.
        for width in 9...12 { #expect(!row("دد رر ۱۱:۳۰", width - 3).contains("۱"), "\(width)") }
        #expect(row("need 12,500", 9, page: .leftToRight).hasPrefix("need…"))
        // Inside Latin words the cut is at their right, also on a Persian page.
        #expect(row("دد Helping Hands", 11).hasPrefix("Helping… "))
    }

    @Test("what is left of a cut text has the order it has in the whole", arguments: 0..<200)
    func prefixes(seed: Int) {
        let words = [
            "گروه", "شهید", "(بهار)", "12", "C-014", "ABC", "[۳]", "Helping", "،", ":", "x(y)", "۱۴۰۱/۰۵/۰۹", "-",
            "خدمت",
        ]
        var random = SplitMix(seed: UInt64(seed))
        let text = (0...8).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        for page in [Direction.rightToLeft, .leftToRight] {
            let direction: Direction = Letters(of: text).direction(onPage: page)
            var line = Line(text)
            var bidi = Bidi()
            bidi.layOut(line, direction: direction)
            let whole = bidi.visualOrder
            let width = Int.random(in: 3..<max(4, line.width), using: &random)
            line.truncate(to: width)
            bidi.arrange(line, direction: direction)
            let kept = line.scalars.count
            #expect(bidi.visualOrder == whole.filter { $0 < kept }, "\(text) \(width)")
        }
    }

    @Test("a terminal that orders fields itself shows what the program draws", arguments: 0..<100)
    func terminals(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let values = ["C-014", "بهار", "Helping (خدمت)", "۹۹۹••••۰۱۸", persian.range("۱۰:۰۰", "۱۲:۰۰"), "12 · 13"]
        for page in [Direction.rightToLeft, .leftToRight] {
            let language: Language = page == .rightToLeft ? .persian : .english
            let text = (0..<5).map { _ in language.isolated(values.randomElement(using: &random) ?? "") }
                .joined(separator: Bool.random(using: &random) ? "" : language == .persian ? " و " : " and ")
            var frame = Frame(width: 40, height: 1, direction: page)
            frame.rows[0] = [
                Run(text, direction: .page, start: 2, width: Int.random(in: 4...36, using: &random), style: Style())
            ]
            let seen = frame.cells(row: 0).filter { $0.width > 0 }.map(\.scalar.value)
            let sent = plain(frame.logicalRow(0, isolates: true).cells)
            #expect(Oracle.visual(sent, khedmat_par_on()) == seen, "\(text.withoutIsolates)")
            // Left a line as a whole, it gets the isolates as signs without width.
            let left = frame.logicalRow(0, isolates: false).cells
            #expect(left.count == 40)
            #expect(left.allSatisfy { ($0.marks ?? []).count <= Line.marksPerSign })
            let ends = left.flatMap { $0.marks ?? [] }.filter(Isolate.contains)
            #expect(ends.filter { $0 == Isolate.end }.count * 2 == ends.count)
        }
    }

    @Test("each line of a wrapped sentence has its isolates whole")
    func wrapped() {
        let phrase = Phrase(fa: "گروه \("Helping Hands of Qom (خدمت) 24") آمد", en: "")
        for width in 6...30 {
            for line in TextLayout.wrap(phrase[.persian], width: width) {
                var depth = 0
                for scalar in line.unicodeScalars where Isolate.contains(scalar) {
                    depth += scalar == Isolate.end ? -1 : 1
                    #expect(depth >= 0)
                }
                #expect(depth == 0, "\(line)")
            }
            let lines = TextLayout.wrap(phrase[.persian], width: width).map(\.withoutIsolates)
            #expect(lines.joined(separator: " ").replacing(" ", with: "") == phrase.fa.replacing(" ", with: ""))
        }
    }
}
