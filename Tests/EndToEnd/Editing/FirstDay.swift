import Foundation
import Harness
import Testing

/// A new operator's first day, with the keyboard alone, at 80×24.
@Suite struct FirstDay {
    private struct Words {
        let language: String
        let undone, found, previewed, written, refusedRow, appointed, begun: String
    }

    private static let words = [
        Words(
            language: "fa", undone: "بازگردانده شد", found: "عضو تازه", previewed: "هنوز چیزی نوشته نشده است",
            written: "ثبت شد", refusedRow: "ردیف",
            appointed: "گماردن به سمت", begun: "آغاز عضویت"),
        Words(
            language: "en", undone: "Undone", found: "A new member", previewed: "nothing is written yet",
            written: "Written", refusedRow: "row",
            appointed: "Appoint to an office", begun: "Begin a membership"),
    ]

    @Test(
        "Registers a group, appoints its head, adds members, undoes the last, imports a sheet, switches the language",
        arguments: words)
    private func day(words: Words) throws {
        let office = try TestOffice(Self.people)
        let sheet = office.folder.appendingPathComponent("g.csv")
        try Self.sheet.write(to: sheet, atomically: true, encoding: .utf8)
        let session = try office.open(["--lang", words.language])

        // A group: code left empty, then name, kind, one field, county and size.
        try session.waitForIdle().press("n").press(.tab).type("گروه جهادی آفتاب").press(.tab).type(" ").press(.tab)
            .type(" ")
            .press(.tab).press(.tab).press(.tab).type("قم").press(.tab).type("20").press("s", .control)
            .waitForScreen(contains: "Q-0001")

        // Its head and three members, each by a part of the name.
        try session.press("h").type("علی").waitForIdle().press(.enter).press("s", .control)
            .waitForScreen(contains: words.appointed)
        for name in ["زهرا", "مهدی", "مریم"] {
            try session.press("a").expectScreen(contains: words.found).type(name).waitForIdle()
            try session.press(.enter).press("s", .control).waitForScreen(contains: words.begun)
        }
        try session.press("u").waitForScreen(contains: words.undone)
        try session.press(.enter).expectScreen(contains: "زهرا نوری").expectScreen(contains: "مهدی احمدی")
            .expectScreen(lacks: "مریم جعفری").expectScreen(contains: "علی کریمی").press(.escape).waitForIdle()

        // A sheet: a preview, its refusal, the rows.
        try session.press("i").type(sheet.path).press(.enter).waitForScreen(contains: words.previewed)
            .expectScreen(contains: words.refusedRow).press(.enter).waitForScreen(contains: words.written)
            .press(.enter).waitForIdle()
        #expect(FileManager.default.fileExists(atPath: office.folder.appendingPathComponent("g-refused.csv").path))

        // The other language, and the whole import taken back as one.
        try session.press("L").press("L").press("u").waitForScreen(
            contains: words.language == "fa" ? "۱ گروه" : "1 group")
        #expect(try session.press("q").waitForExit() == .exited(0))
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    private static let people = [
        ("9990000018", "علی", "کریمی"), ("9990000026", "زهرا", "نوری"), ("9990000034", "مهدی", "احمدی"),
        ("9990000042", "مریم", "جعفری"),
    ]
    .map { #"{"command":"person.record","nationalID":"\#($0.0)","firstName":"\#($0.1)","lastName":"\#($0.2)"}"# }

    private static let sheet = """
        شماره ثبت,نام گروه,نوع,حوزه فعالیت,شهرستان,تعداد اعضا,تاریخ ثبت
        Q-0101,گروه جهادی سپیده,تخصصی,پزشکی,قم,12,1400/01/05
        Q-0102,گروه جهادی چشمه,تخصصی,فضانوردی,قم,12,1400/01/05

        """
}
