import Foundation
import Harness
import Testing

/// A new operator's first day, with the keyboard alone, at 80×24.
@Suite(.onOwnThreads) struct FirstDay {
    private struct Words {
        let language: String
        let undone, found, appointed, begun, recorded: String
        /// What the screen says after the language was switched half-way.
        let previewed, refusal, written, refusedFile, oneGroup: String
    }

    private static let words = [
        Words(
            language: "fa", undone: "بازگردانده شد: آغاز عضویت", found: "عضو تازه", appointed: "گماردن به سمت",
            begun: "آغاز عضویت", recorded: "ثبت شخص: مریم جعفری", previewed: "nothing is written yet",
            refusal: "is not accepted; accepted: construction", written: "Written",
            refusedFile: "The refused rows, to be mended, are in", oneGroup: "1 group"),
        Words(
            language: "en", undone: "Undone: begin a membership", found: "New member",
            appointed: "Appoint to an office", begun: "Begin a membership", recorded: "Record a person:",
            previewed: "هنوز چیزی نوشته نشده است", refusal: "پذیرفته نیست", written: "ثبت شد",
            refusedFile: "ردیف‌های ردشده برای اصلاح اینجاست", oneGroup: "۱ گروه"),
    ]

    @Test(
        "Registers a group, appoints its head, adds members, undoes the last, switches the language, imports a sheet",
        arguments: words)
    private func day(words: Words) throws {
        let office = try TestOffice(Self.people)
        let sheet = office.folder.appendingPathComponent("g.csv")
        try Self.sheet.write(to: sheet, atomically: true, encoding: .utf8)
        let session = try office.open(["--lang", words.language])

        // A group: name, kind, one field, county and size; the code is left empty.
        try session.waitForIdle().press("n").type("گروه جهادی آفتاب").press(.tab).type(" ").press(.tab)
            .type(" ")
            .press(.tab).press(.tab).press(.tab).type("قم").press(.tab).type("20").press("s", .control)
            .waitForScreen(contains: "Q-0001")

        // Its head and three members, each by a part of the name; the last is nobody the office knows yet.
        try session.press("h").type("علی").waitForIdle().press(.enter).press("s", .control)
            .waitForScreen(contains: words.appointed)
        for name in ["زهرا", "مهدی"] {
            try session.press("a").expectScreen(contains: words.found).type(name).waitForIdle()
            try session.press(.enter).press("s", .control).waitForScreen(contains: words.begun)
        }
        try session.press("a").expectScreen(contains: words.found).type("مریم جعفری").waitForIdle()
        try session.press("n", .control).expectScreen(contains: "جعفری").type("9990000042").press("s", .control)
            .waitForScreen(contains: words.recorded).waitForIdle().press("s", .control)
            .waitForScreen(contains: words.begun)
        try session.press("u").waitForScreen(contains: words.undone).expectScreen(contains: "مریم جعفری")
        try session.press(.enter).expectScreen(contains: "زهرا نوری").expectScreen(contains: "مهدی احمدی")
            .expectScreen(lacks: "9990000042").expectScreen(lacks: "۹۹۹۰۰۰۰۰۴۲").expectScreen(contains: "علی کریمی")
            .press(.escape).waitForIdle()

        // The other language, then a sheet: a preview, its refusal with the reason, the rows.
        try session.press("L").press("i").type(sheet.path).press(.enter).waitForScreen(contains: words.previewed)
            .expectRow(containing: "✕", "Q-0102").expectScreen(contains: words.refusal)
            .press(.enter).waitForScreen(contains: words.written).expectScreen(contains: words.refusedFile)
            .expectRow(containing: "✕", "Q-0102").press(.enter).waitForIdle()
        let refused = office.folder.appendingPathComponent("g-refused.csv")
        #expect(try String(contentsOf: refused, encoding: .utf8).contains("فضانوردی"))

        // The whole import is taken back as one.
        try session.expectScreen(contains: "Q-0101").press("u").press(.tab).press(.enter).waitForScreen(
            contains: words.oneGroup)
        #expect(try session.press("q").waitForExit() == .exited(0))
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    private static let people = [
        ("9990000018", "علی", "کریمی"), ("9990000026", "زهرا", "نوری"), ("9990000034", "مهدی", "احمدی"),
    ]
    .map { #"{"command":"person.record","nationalID":"\#($0.0)","firstName":"\#($0.1)","lastName":"\#($0.2)"}"# }

    private static let sheet = """
        شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت
        Q-0101,گروه جهادی سپیده,تخصصی,پزشکی,قم,12,1400/01/05
        Q-0102,گروه جهادی چشمه,تخصصی,فضانوردی,قم,12,1400/01/05

        """
}
