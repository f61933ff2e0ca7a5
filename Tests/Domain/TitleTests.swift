import Offices
import Persian
import Testing

@testable import Domain

/// What people call a record.
@Suite("Titles")
struct TitleTests {
    private static let id = "9990000018"

    private struct Example {
        let record: any Record
        let fa, en: String

        init(_ record: any Record, _ fa: String, _ en: String) { (self.record, self.fa, self.en) = (record, fa, en) }
    }

    private static let five = JalaliDate.day(1401, 5, 5)
    private static let hour = clock(10)
    private static let noon = clock(12)

    private static func clock(_ hour: Int) -> LocalTime {
        LocalTime(Moment(day: JalaliDate.day(1401, 6, 15), hour: hour, minute: 0, in: .tehran), in: .tehran)
    }

    private static let report = DailyReport(
        camp: "C-001", day: five, number: 1, present: 1, beneficiaries: 1, work: [], author: "a", at: hour.moment,
        late: false)

    /// One record of each kind that the office keeps, and what it is called.
    private static var examples: [Example] {
        get throws {
            try people() + camps() + training() + congress() + arbaeen() + support() + packages() + stories() + office()
        }
    }

    private static func people() throws -> [Example] {
        [
            Example(try group(), "گروه جهادی باران (Q-0208)", "group گروه جهادی باران (Q-0208)"),
            Example(Council(code: "SH-01", name: "کهک"), "شورای جهادی کهک (SH-01)", "council کهک (SH-01)"),
            Example(Base(code: "B-01", name: "قرارگاه کوثر"), "قرارگاه کوثر (B-01)", "base قرارگاه کوثر (B-01)"),
            Example(Person(nationalID: id, firstName: "علی", lastName: "کریمی"), "علی کریمی", "علی کریمی"),
            Example(
                Membership(group: "Q-0208", person: id, from: five), "عضویت علی کریمی در Q-0208",
                "membership of علی کریمی in Q-0208"),
            Example(
                Term(body: "SH-01", office: .head, person: id, from: five), "مسئول SH-01: علی کریمی",
                "head of SH-01: علی کریمی"),
        ]
    }

    private static func camps() throws -> [Example] {
        [
            Example(try camp(), "اردوی بهار (C-001)", "camp اردوی بهار (C-001)"),
            Example(report, "گزارش C-001، ۵ مرداد (اردوی بهار)", "report of C-001, 5 Mordad (اردوی بهار)"),
            Example(
                Attendance(camp: "C-001", day: five, people: [id]), "حضور و غیاب C-001، ۵ مرداد (اردوی بهار)",
                "attendance of C-001, 5 Mordad (اردوی بهار)"),
            Example(
                Need(code: "N-001", item: "پتو", quantity: 1, unit: "تخته", urgency: .low), "نیاز پتو (N-001)",
                "need پتو (N-001)"),
            Example(
                Incident(code: "I-001", when: hour, severity: .minor, what: "تب", people: []), "حادثه تب (I-001)",
                "incident تب (I-001)"),
        ]
    }

    private static func training() throws -> [Example] {
        [
            Example(try course(), "دوره رسانه (T-001)", "course رسانه (T-001)"),
            Example(
                Enrolment(course: "T-001", person: id, number: 1, state: .enrolled, enrolledOn: five),
                "ثبت‌نام علی کریمی در T-001", "enrolment of علی کریمی in T-001"),
            Example(
                CourseAttendance(course: "T-001", session: "S-1", people: []), "حضور در جلسه S-1، دوره T-001",
                "attendance at S-1, course T-001"),
            Example(
                Certificate(serial: "G-0000125", course: "T-001", person: id, issuedOn: five, issuedBy: "a"),
                "گواهی علی کریمی (G-0000125)", "certificate of علی کریمی (G-0000125)"),
        ]
    }

    private static func congress() throws -> [Example] {
        [
            Example(
                Congress(year: "1401", number: 2, city: "قم", venue: "شبستان", from: five, to: five), "کنگره ۱۴۰۱ (قم)",
                "congress of 1401 (قم)"),
            Example(
                Hall(code: "HALL-A", congress: "1401", name: "شبستان", seats: 5, turnaround: 0), "سالن شبستان (HALL-A)",
                "hall شبستان (HALL-A)"),
            Example(
                CongressSession(
                    code: "SE-01", congress: "1401", hall: "HALL-A", from: hour.moment, to: hour.moment,
                    title: "افتتاحیه", sort: .panel), "نشست افتتاحیه (SE-01)", "session افتتاحیه (SE-01)"),
            Example(
                Guest(code: "G-001", congress: "1401", name: "رضا حسینی", category: .other, rank: 1, companions: 0),
                "مهمان رضا حسینی (G-001)", "guest رضا حسینی (G-001)"),
            Example(
                Martyr(code: "M-001", name: "حسن نمونه", diedOn: five, place: "قم"), "شهید حسن نمونه (M-001)",
                "martyr حسن نمونه (M-001)"),
        ]
    }

    private static func arbaeen() throws -> [Example] {
        [
            Example(Season(year: 1444, announcements: []), "موسم اربعین ۱۴۴۴", "season of 1444"),
            Example(
                ServicePoint(code: "AP-1", name: "مهران", kind: .border, country: .iran, services: [], season: 1444),
                "نقطه خدمت‌رسانی مهران (AP-1)", "service point مهران (AP-1)"),
            Example(
                Shift(code: "SF-001", point: "AP-1", from: hour, to: noon, roles: []),
                "شیفت SF-001، AP-1، ۱۵ شهریور ۱۰:۰۰–۱۲:۰۰", "shift SF-001, AP-1, 15 Shahrivar 10:00–12:00"),
            Example(
                Supply(point: "AP-4", item: "آب معدنی", unit: "بطری", stock: 0), "آب معدنی در AP-4", "آب معدنی at AP-4"),
            Example(
                Tally(point: "AP-1", service: .food, hour: hour, served: 3), "آمار غذا، AP-1، ۱۵ شهریور ۱۰:۰۰",
                "tally of food, AP-1, 15 Shahrivar 10:00"),
            Example(
                Staff(account: "leader1", name: "سرپرست", role: .operator), "کاربر سرپرست (leader1)",
                "account of سرپرست (leader1)"),
        ]
    }

    private static func support() -> [Example] {
        let moment = hour.moment
        return [
            Example(
                Institution(code: "SETAD", name: "ستاد مهر"), "دستگاه پشتیبان ستاد مهر (SETAD)",
                "institution ستاد مهر (SETAD)"),
            Example(
                Pledge(code: "PL-1", need: "N-1", institution: "SETAD", quantity: 5, account: "a", at: moment),
                "تعهد SETAD برای N-1 (PL-1)", "pledge of SETAD for N-1 (PL-1)"),
            Example(
                SupportLine(pledge: "PL-1", step: .delivered, quantity: 1200, on: five, account: "a", at: moment),
                "تحویل ۱٬۲۰۰، PL-1، ۵ مرداد", "delivery of 1,200, PL-1, 5 Mordad"),
            Example(
                Decline(need: "N-1", institution: "SETAD", reason: "ندارد", account: "a", at: moment),
                "نپذیرفتن N-1 از سوی SETAD", "decline of N-1 by SETAD"),
            Example(
                SpiritualSupport(code: "SP-001", institution: "SETAD", what: "سخنرانی", on: five),
                "پشتیبانی معنوی سخنرانی (SP-001)", "spiritual support سخنرانی (SP-001)"),
        ]
    }

    private static func packages() -> [Example] {
        let moment = hour.moment
        return [
            Example(
                Campaign(code: "RM-001", title: "دهه ولایت", from: five, to: five, target: 9),
                "رزمایش دهه ولایت (RM-001)",
                "campaign دهه ولایت (RM-001)"),
            Example(
                StockLine(
                    campaign: "RM-001", move: .allocated, base: "B-01", quantity: 1200, on: five, account: "a",
                    at: moment),
                "تخصیص ۱٬۲۰۰ بسته، قرارگاه جهادی کوثر (B-01)، ۵ مرداد",
                "allocation of 1,200 packages, the base قرارگاه جهادی کوثر (B-01), 5 Mordad"),
            Example(
                Household(
                    code: "H-00001", head: "9990000018", headName: "علی کریمی", size: 1, area: .village, place: "گل‌دره"),
                "خانوار گل‌دره (H-00001)", "household گل‌دره (H-00001)"),
            Example(
                HouseholdVerdict(a: "H-00001", b: "H-00002", verdict: .same, account: "a", at: moment),
                "نظر درباره H-00001 و H-00002 (یکی)", "verdict on H-00001 and H-00002 (the same)"),
            Example(
                Delivery(
                    campaign: "RM-001", base: "B-09", household: "H-00001", people: [], quantity: 1, on: five,
                    account: "a",
                    at: moment), "تحویل ۱ بسته به H-00001، B-09 (B-09)، ۵ مرداد",
                "delivery of 1 package to H-00001, the base B-09 (B-09), 5 Mordad"),
            Example(
                Miss(
                    campaign: "RM-001", base: "B-01", household: "H-00001", reason: .moved, on: five, account: "a",
                    at: moment), "تحویل‌نشده به H-00001 (جابه‌جا شده)، ۵ مرداد",
                "miss of H-00001 (moved away), 5 Mordad"),
        ]
    }

    private static func office() throws -> [Example] {
        [
            Example(
                Setting(name: "report.due", value: .string("21:00")), "تنظیم مهلت گزارش روزانه",
                "setting daily report due"),
            Example(
                Pack(
                    code: "PK-001", letter: "A", kind: "camp", about: "C-001", account: "leader1", office: "قم",
                    seal: "", madeAt: hour.moment, madeBy: "a"), "بسته PK-001 (اردو C-001)", "pack PK-001 (camp C-001)"),
        ]
    }

    private static func group() throws -> Group {
        Group(
            code: "Q-0208", name: "گروه جهادی باران", kind: .general, fields: [.relief], county: "قم", size: 3,
            registeredOn: try day("1400/01/01"))
    }

    private static func stories() throws -> [Example] {
        var story = Story.blank
        (story.code, story.title) = ("ST-001", "روزی که چشمه جوشید")
        var bulletin = Bulletin.blank
        (bulletin.number, bulletin.edition, bulletin.title) = (3, 2, "بهار")
        return [
            Example(story, "روایت روزی که چشمه جوشید (ST-001)", "story روزی که چشمه جوشید (ST-001)"),
            Example(bulletin, "خبرنامه شماره ۳، نوبت ۲ («بهار»)", "bulletin number 3, edition 2 (“بهار”)"),
        ]
    }

    private static func camp() throws -> Camp {
        Camp(
            code: "C-001", title: "اردوی بهار", groups: [], kind: .village, province: "قم", county: "قم", place: "ده‌نو",
            fields: [], from: try day("1401/05/01"), to: try day("1401/05/10"))
    }

    private static func course() throws -> Course {
        let days = (try day("1401/05/01"), try day("1401/05/02"))
        return Course(
            code: "T-001", title: "رسانه", audience: .anyone, capacity: 3, from: days.0, to: days.1, sessions: [],
            threshold: 75)
    }

    @Test("every kind of record has a title of names, codes and Jalali days")
    func titles() throws {
        let office = try TestOffice()
        try office.carriesOut(CampTests.bahar)
        let examples = try Self.examples
        for example in examples {
            let title = try example.record.title(in: office.registry)
            #expect(title.fa == example.fa)
            #expect(title.en == example.en)
        }
        let missing = RecordKind.allTypes.map { $0.kind }.filter { kind in
            !examples.contains { type(of: $0.record).kind == kind }
        }
        #expect(missing == [], "write down what these are called")
    }

    @Test("somebody who is no longer recorded shows no national ID")
    func gone() throws {
        let membership = Membership(group: "Q-0001", person: "9990000077", from: try day("1400/01/01"))
        #expect(try membership.title(in: MemoryRegistry()).fa == "عضویت ۹۹۹••••۰۷۷ در Q-0001")
    }

    @Test("a correction says that it is one, and a long text is cut")
    func details() throws {
        let office = try TestOffice()
        let report = DailyReport(
            camp: "C-009", day: try day("1401/05/05"), number: 3, present: 1, beneficiaries: 1, work: [], author: "a",
            at: office.now, late: false)
        #expect(try report.title(in: office.registry).fa == "اصلاح ۲ گزارش C-009، ۵ مرداد")
        let need = Need(
            code: "N-001", item: String(repeating: "پ", count: 90), quantity: 1, unit: "تخته", urgency: .low)
        #expect(try need.title(in: office.registry).fa.count < 60)
    }

    @Test("undo says what was undone, and so does the refusal of an undo")
    func undo() throws {
        let office = try TestOffice()
        let first = try office.carriesOut(
            #"{"command":"membership.begin","group":"Q-0002","person":"9990000018","from":"1400/01/01"}"#)
        let ended = try office.carriesOut(
            #"{"command":"membership.end","group":"Q-0002","person":"9990000018","to":"1400/02/01"}"#)
        let refusal = office.refuses(
            #"{"command":"ledger.undo","undo":"\#(first.id)"}"#, as: .overlap, saying: "علی کریمی", "Q-0002")
        #expect(refusal?.phrase.fa.contains("پایان عضویت") == true)
        #expect(refusal?.phrase.fa.contains("01890000") == false)
        let undo = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(ended.id)"}"#)
        #expect(
            try undo.headline(in: office.registry).fa == "بازگرداندن «پایان عضویت»: عضویت علی کریمی در Q-0002")
        let redo = try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(undo.id)"}"#)
        #expect(
            try redo.headline(in: office.registry).fa
                == "انجام دوباره «پایان عضویت»: عضویت علی کریمی در Q-0002")
    }

    @Test("an entry is about what was asked for, not about what came with it")
    func mainChange() throws {
        let office = try TestOffice()
        let appointed = try office.carriesOut(
            """
            {"command":"office.appoint","body":"Q-0001","office":"head","person":"9990000034","from":"1401/01/01",\
            "succeed":true}
            """)
        #expect(try appointed.subject(in: office.registry)?.fa == "مسئول Q-0001: مهدی احمدی")
        let voided = try office.carriesOut(
            #"{"command":"record.void","kind":"group","code":"Q-0002","reason":"آزمایش"}"#)
        #expect(try voided.subject(in: office.registry)?.fa == "گروه جهادی باران (Q-0002)")
        let used = office.refuses(
            #"{"command":"record.void","kind":"person","code":"9990000018","reason":"آزمایش"}"#, as: .wrongState,
            saying: "علی کریمی", "Q-0001")
        #expect(used?.phrase.fa.contains("/") == false)
    }
}

extension JalaliDate {
    fileprivate static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        (try? JalaliDate(year: year, month: month, day: day).asDay) ?? Day(number: 0)
    }
}
