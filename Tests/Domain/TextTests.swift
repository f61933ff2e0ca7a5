import Domain
import Testing

@Suite("Texts and codes")
struct TextTests {
    @Test(
        "control characters and bidi overrides are removed, ends trimmed, the rest kept as typed",
        arguments: [
            (" گروه\u{202E} بهار\n", "گروه بهار"), ("a\u{0}b\u{1B}[31mc\u{7F}\u{9B}", "ab[31mc"),
            ("\u{202A}a\u{202B}b\u{202C}c\u{202D}d\u{2066}e\u{2067}f\u{2068}g\u{2069}\u{FEFF}", "abcdefg"),
            ("\u{200C}\u{200F}شریفی‌نژاد\u{200E}\u{200C} ", "شریفی‌نژاد"), ("a\tb\u{A0}", "a b"),
            ("كاظمي  ۱۲", "كاظمي  ۱۲"),
            ("\u{1B}\u{202E} \n", ""), ("", ""), ("e\u{301}گِل", "e\u{301}گِل"),
        ])
    func cleaning(raw: String, clean: String) {
        #expect(Array(cleaned(raw).unicodeScalars) == Array(clean.unicodeScalars))
        #expect(cleaned(cleaned(raw)) == cleaned(raw))
    }

    @Test("no scalar that a terminal obeys is left", arguments: [true, false])
    func nothingLeft(lines: Bool) {
        let all = (0...0x2FFF).compactMap(Unicode.Scalar.init).map(String.init).joined(separator: "x")
        for scalar in cleaned(all, lines: lines).unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isOverride = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            #expect(!isControl || lines && scalar == "\n", "\(scalar.value)")
            #expect(!isOverride, "\(scalar.value)")
        }
    }

    @Test(
        "line breaks stay in notes, as one sort, and become spaces elsewhere",
        arguments: ["یک\nدو", "یک\r\nدو", "یک\rدو", "یک\u{2028}دو", "یک\u{85}دو", "یک\u{2029}دو"])
    func lines(text: String) {
        #expect(cleaned(text, lines: true) == "یک\nدو")
        #expect(cleaned(text) == "یک دو")
    }

    @Test("of a group's fields only the note keeps its lines")
    func noteKeepsLines() throws {
        let office = try TestOffice()
        try office.carriesOut(
            #"{"command":"group.amend","code":"Q-0002","name":"گروه\r\nباران","county":"ق\u202Eم","note":" یک\r\nدو\u0007 "}"#
        )
        let group = try office.group("Q-0002")
        #expect(group.name == "گروه باران" && group.county == "قم" && group.note == "یک\nدو")
    }

    @Test(
        "codes are stored in one form",
        arguments: [
            (" q-۰۰۰۱ ", "Q-0001"), ("sh–01", "SH-01"), ("B\u{2011}٠١\u{200F}", "B-01"), ("ق 12", "ق12"),
            ("a.b_c/d", "A.B_C/D"), ("Ｑ－０００１", "Q-0001"), ("ｓｈ-01", "SH-01"),
        ])
    func code(typed: String, kept: String) {
        #expect(normalisedCode(typed) == kept)
        #expect(normalisedCode(kept) == kept)
    }

    @Test(
        "what is no code", arguments: ["", "  ", "Q 1!", "Q\u{1B}1", "«ق»", "Q+1", String(repeating: "9", count: 41)])
    func noCode(typed: String) {
        #expect(normalisedCode(typed) == nil)
    }

    @Test("a series makes codes and knows its own")
    func series() {
        let series = CodeSeries(prefix: "Q-", digits: 4)
        #expect(series.code(7) == "Q-0007" && series.code(12345) == "Q-12345")
        #expect(series.number(of: "Q-0007") == 7 && series.number(of: "Q-12345") == 12345)
        for other in ["SH-01", "Q-", "Q-00a7", "Q-L0007", "Q--007", "Q-+007", "Q-99999999999999999999"] {
            #expect(series.number(of: other) == nil, "\(other)")
        }
    }

    @Test("codes go on from the greatest, and where numbers end from those that were passed over")
    func freeCodes() {
        let series = CodeSeries(prefix: "Q-", digits: 4)
        let taken: Set = ["Q-0001", "Q-0008", "Q-999999999"]
        func free(_ count: Int, after last: Int) -> [String] {
            series.free(count, after: last) { code throws(Never) in taken.contains(code) }
        }
        #expect(free(2, after: 7) == ["Q-0009", "Q-0010"])
        #expect(free(3, after: 999_999_998) == ["Q-0002", "Q-0003", "Q-0004"])
        #expect(free(1, after: .max) == ["Q-0002"] && free(1, after: .min) == ["Q-0002"])
        #expect(free(0, after: 7).isEmpty)
        #expect(free(3, after: 999_999_999).allSatisfy { series.number(of: $0) != nil })
    }

    @Test("choices are understood by their JSON name and by their Persian and English words")
    func choices() {
        #expect(Field(word: "پزشكي") == .medical && Field(word: "Medical") == .medical && Field(word: "مدیکال") == nil)
        #expect(Office(word: "mediaLiaison") == .mediaLiaison && Office(word: "رابط  رسانه") == .mediaLiaison)
        check(Field.self)
        check(GroupKind.self)
        check(GroupState.self)
        check(Gender.self)
        check(Office.self)
        check(Role.self)
        check(StaffState.self)
        check(ActivityStatus.self)
        check(CampKind.self)
        check(CampState.self)
        check(ReportState.self)
        check(Urgency.self)
        check(NeedSubject.self)
        check(NeedState.self)
        check(NeedOutcome.self)
        check(Severity.self)
        check(IncidentState.self)
        check(Audience.self)
        check(CourseState.self)
        check(EnrolmentState.self)
        check(LiveState.self)
        check(SessionKind.self)
        check(SessionState.self)
        check(GuestCategory.self)
        check(GuestState.self)
        check(GuestAnswer.self)
        check(MartyrState.self)
        check(SupportNature.self)
        check(SupportStep.self)
        check(PledgeState.self)
        check(CampaignState.self)
        check(Area.self)
        check(StockMove.self)
        check(MissReason.self)
        check(HouseholdJudgement.self)
    }

    /// Each value is called something of its own in both languages, and found by it.
    private func check<C: Choice>(_ type: C.Type) {
        for choice in C.allCases {
            for word in [choice.rawValue, choice.phrase.fa, choice.phrase.en] {
                #expect(C(word: word) == choice, "\(word)")
            }
        }
        #expect(Set(C.allCases.map(\.phrase.fa)).count == C.allCases.count)
    }

    @Test("the words of the office's glossary")
    func glossary() {
        let fields = Field.allCases.map(\.phrase.fa)
        #expect(fields == ["عمرانی", "فرهنگی", "پزشکی", "علمی آموزشی", "کشاورزی", "امدادی", "سایر"])
        #expect(Role.allCases.map(\.phrase.fa) == ["مدیر", "متصدی", "ناظر", "مربی"])
        #expect(Office.allCases.map(\.phrase.fa) == ["مسئول", "رابط رسانه"])
        #expect(ActivityStatus.allCases.map(\.phrase.fa) == ["فعال مستمر", "مقطعی", "راکد"])
        let kinds = RecordKind.allTypes.map { $0.kind.phrase.fa }
        #expect(
            kinds == [
                "گروه جهادی", "شورای جهادی", "قرارگاه جهادی", "دوره تصدی", "شخص", "عضویت", "اردوی جهادی",
                "گزارش روزانه", "حضور و غیاب", "نیاز", "حادثه", "دوره", "ثبت‌نام", "حضور در جلسه", "گواهی",
                "کنگره", "سالن", "نشست", "مهمان", "شهید", "موسم اربعین", "نقطه خدمت‌رسانی", "شیفت", "اقلام", "آمار زائر",
                "دستگاه پشتیبان", "تعهد", "ردیف پشتیبانی", "نپذیرفتن", "پشتیبانی معنوی",
                "رزمایش", "گردش بسته", "خانوار", "نظر درباره دو خانوار", "تحویل بسته", "تحویل‌نشده", "روایت", "خبرنامه",
                "کاربر", "تنظیم", "بسته همراه",
            ])
    }
}
