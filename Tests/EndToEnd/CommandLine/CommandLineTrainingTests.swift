import Foundation
import Harness
import Testing

@Suite("Courses from the command line", .onOwnThreads)
struct CommandLineTrainingTests {
    /// An office with a trainer and a course of two seats that two people completed; one of them has a certificate.
    private func office() throws -> CommandLineOffice {
        let office = try CommandLineOffice()
        let people = [("9990000018", "علی"), ("9990000026", "زهرا"), ("9990000034", "مهدی"), ("9990000042", "مریم")]
        let lines =
            people.map {
                #"{"command":"person.record","nationalID":"\#($0.0)","firstName":"\#($0.1)","lastName":"کریمی"}"#
            } + [
                #"{"command":"staff.add","account":"tra","name":"مربی","role":"trainer"}"#,
                """
                {"command":"course.announce","code":"RK-1","title":"رسم <خدمت>","audience":"anyone","capacity":2,\
                "from":"1401/05/01","to":"1401/05/02","sessions":["S-1 1401/05/01 09:00-12:00","S-2 1401/05/02 14:00-15:30"]}
                """,
                """
                {"command":"course.announce","code":"RH-1","title":"رسم هجرت","audience":"groupsAndMediaLiaisons",\
                "capacity":1,"from":"1401/06/01","to":"1401/06/01","sessions":["S-1 1401/06/01 09:00-12:00"]}
                """,
            ]
        try apply(office, lines)
        return office
    }

    private func apply(_ office: CommandLineOffice, _ lines: [String]) throws {
        let result = try office.run(
            "--now", "1401/05/03T12:00", "apply", "-", input: lines.map { $0 + "\n" }.joined())
        #expect(result.status == .exited(0), "\(result.outputText)\(result.errorText)")
    }

    private func certified() throws -> CommandLineOffice {
        let office = try office()
        let both = #"["9990000018","9990000026"]"#
        try apply(
            office,
            [
                #"{"command":"course.enrol","course":"RK-1","person":"9990000018"}"#,
                #"{"command":"course.enrol","course":"RK-1","person":"9990000026"}"#,
                #"{"command":"course.enrol","course":"RK-1","person":"9990000034"}"#,
                #"{"command":"course.attend","course":"RK-1","session":"S-1","people":\#(both)}"#,
                #"{"command":"course.attend","course":"RK-1","session":"S-2","people":\#(both)}"#,
                #"{"command":"course.complete","code":"RK-1"}"#,
                #"{"command":"course.certify","course":"RK-1","person":"9990000018"}"#,
            ])
        return office
    }

    @Test("people are enrolled from a list with the rules' own refusals, and what is exported is all the same")
    func enrol() throws {
        let office = try office()
        let sheet = try office.file(
            "list.csv",
            "کد دوره,کد ملی,نام\r\nrk-1,۹۹۹۰۰۰۰۰۱۸,علی\r\nRK-1,9990000026,\r\nRK-1,9990000034,\r\nRK-1,9990000018,\r\n"
                + "RH-1,9990000042,مریم\r\nRK-1,9991324561,\r\nRK-1,9991234561,\r\nX-9,9990000042,\r\n")
        let result = try office.run("--as", "tra", "import", "enrolments", sheet, "--refused", office.path("no.csv"))
        #expect(result.status == .exited(0), "\(result.errorText)")
        #expect(result.outputText.hasPrefix("8 rows: 3 added, 1 same, 0 changed, 4 refused"), "\(result.outputText)")
        let refused = try office.text("no.csv")
        for reason in [
            "holds no office and is in no group", "its last digit", "no person 9991234561",
            "no course of the code or name “X-9”",
        ] {
            #expect(refused.contains(reason), "\(refused)")
        }
        let waiting = try office.run("list", "enrolments", "--match", "مهدی", "--lang", "en").lines
        #expect(waiting.count == 2 && waiting[1].contains("waiting\t1"))
        #expect(try office.run("export", "enrolments", "--output", office.path("out.csv")).status == .exited(0))
        let again = try office.run("import", "enrolments", office.path("out.csv"))
        #expect(again.outputText == "3 rows: 0 added, 3 same, 0 changed, 0 refused\n")
    }

    @Test("courses tell their seats; an enrolment is shown by course and person")
    func listed() throws {
        let office = try certified()
        let courses = try #require(
            try office.run("list", "courses", "--match", "RK-1", "--format", "json").json() as? [[String: Any]])
        #expect(courses.count == 1 && courses[0]["enrolled"] as? Int == 2 && courses[0]["waiting"] as? Int == 0)
        #expect(try office.run("show", "course", "rk-۱", "--lang", "fa").outputText.contains("عنوان: رسم <خدمت>"))
        let shown = try #require(
            try office.run("show", "enrolment", "RK-1/9990000018", "--format", "json").json() as? [String: Any])
        #expect(shown["state"] as? String == "completed" && shown["attended"] as? [String] == ["S-1", "S-2"])
        #expect(try office.run("show", "enrolment", "RK-1/9990000042").status == .exited(1))
        #expect(try office.run("export", "certificates").outputText.contains("G-0000013"))
        #expect(try office.run("export", "courses").outputText.contains("RH-1"))
    }

    @Test("hours of people and of groups are reports")
    func hours() throws {
        let office = try certified()
        let lines = try office.run("list", "hours", "--lang", "en").lines
        #expect(lines.count == 3 && lines[1...].allSatisfy { $0.hasSuffix("\t1\t2\t4.5") })
        #expect(try office.run("list", "hours", "--match", "زهرا").lines.count == 2)
        #expect(try office.run("show", "hours", "9990000026", "--lang", "en").outputText.contains("hours: 4.5"))
        #expect(try office.run("list", "group-hours", "--lang", "en").lines.count == 1)
        #expect(try office.run("--as", "tra", "list", "hours").outputText.contains("999••••018"))
    }

    @Test("a certificate is real, mistyped, never issued, voided or none at all")
    func real() throws {
        let office = try certified()
        func show(_ serial: String) throws -> Program.Result {
            try office.run("show", "certificate", serial, "--lang", "en")
        }
        let real = try show("g ۰۰۰۰۰۱۳")
        #expect(real.status == .exited(0))
        #expect(real.outputText.contains("This certificate is real: “علی کریمی” completed “رسم <خدمت>” (RK-1)"))
        for (serial, answer) in [
            ("G-0000031", "its check digit does not fit"), ("G-0000021", "was never issued"),
            ("hello", "is no serial of a certificate"),
        ] {
            let result = try show(serial)
            #expect(result.status == .exited(1) && result.errorText.contains(answer), "\(result.errorText)")
        }
        try apply(
            office,
            [#"{"command":"record.void","kind":"certificate","code":"G-0000013","reason":"نام اشتباه"}"#])
        #expect(try show("G-0000013").errorText.contains("was issued but has been voided"))
        #expect(try office.run("verify").status == .exited(0))
    }

    @Test("a certificate, or all of a course, is printed as one page that stands alone, right-to-left and escaped")
    func printed() throws {
        let office = try certified()
        try apply(office, [#"{"command":"course.certify","course":"RK-1","person":"9990000026"}"#])
        let one = try office.run("print", "certificate", "G-0000013")
        #expect(one.status == .exited(0))
        for text in [
            "dir=\"rtl\"", "size: A4 landscape", "علی کریمی", "رسم &lt;خدمت&gt;", "۹۹۹۰۰۰۰۰۱۸", "۴٫۵ ساعت", "G-0000013",
            "۳ مرداد ۱۴۰۱",
        ] { #expect(one.outputText.contains(text), "\(text)") }
        #expect(!one.outputText.contains("http"), "nothing is fetched")
        let all = office.path("all.html")
        #expect(try office.run("--as", "tra", "print", "certificate", "rk-1", "--output", all).status == .exited(0))
        let text = try office.text("all.html")
        #expect(text.components(separatedBy: "<section class=\"sheet\">").count == 3)
        #expect(!text.contains("۹۹۹۰۰۰۰۰۱۸") && text.contains("۹۹۹••••۰۱۸"), "masked for a trainer")
        let none = try office.run("print", "certificate", "RH-1")
        #expect(none.status == .exited(1) && none.errorText.contains("No certificate of RH-1"))
        #expect(try office.run("print", "poster", "RK-1").status == .exited(2))
    }
}
