import Harness
import Testing

@Suite("Applying scripts of commands", .onOwnThreads)
struct CommandLineApplyTests {
    private let found = #"{"command":"council.found","code":"SH-01","name":"شورای پردیسان"}"#
    private let again = #"{"command":"council.found","code":"SH-01","name":"شورای دیگر"}"#
    private let base = #"{"command":"base.found","code":"B-01","name":"قرارگاه کوثر"}"#

    @Test("Each command is answered by a line; all carried out is status 0")
    func answers() throws {
        let office = try CommandLineOffice()
        let script = try office.file("script.jsonl", "\(found)\n\n\(base)\r\n")
        let result = try office.run("apply", script)
        #expect(result.status == .exited(0))
        let answers = try result.objects()
        #expect(answers.map { $0["ok"] as? Bool } == [true, true])
        #expect(answers.map { $0["command"] as? String } == ["council.found", "base.found"])
        #expect((answers[0]["result"] as? [String: Any])?["code"] as? String == "SH-01")
    }

    @Test("A refusal names its code, field and reason in both languages, and stops the script")
    func stops() throws {
        let office = try CommandLineOffice()
        let result = try office.run("apply", "-", input: "\(found)\n\(again)\n\(base)")
        #expect(result.status == .exited(1))
        #expect(result.errors.isEmpty, "the answer said it all")
        let answers = try result.objects()
        #expect(answers.count == 2)
        #expect(answers[1]["refusal"] as? String == "duplicate-code")
        #expect(answers[1]["field"] as? String == "code")
        #expect(answers[1]["override"] == nil)
        #expect((answers[1]["fa"] as? String)?.contains("شورای پردیسان") == true)
        #expect((answers[1]["en"] as? String)?.contains("already belongs") == true)
        #expect(try office.run("list", "bases").lines.count == 1, "only the header")
    }

    @Test("With --keep-going the rest is carried out, and the status still tells")
    func keepsGoing() throws {
        let office = try CommandLineOffice()
        let result = try office.run("apply", "-", "--keep-going", input: "\(found)\n\(again)\n\(base)")
        #expect(result.status == .exited(1))
        #expect(try result.objects().map { $0["ok"] as? Bool } == [true, false, true])
        #expect(try office.run("list", "bases").lines.count == 2)
    }

    @Test("A line that is no command is refused by its number, whatever it holds")
    func noJSON() throws {
        let office = try CommandLineOffice()
        let deep = String(repeating: "[", count: 10_000)
        let bad = try Program.run(
            Program.khedmat, ["apply", "-", "--keep-going"],
            input: Array("\(found)\n\n{\n\(deep)\n[1]\n".utf8) + [0xFF, 0xFE, 0x0A]
                + Array("{\"command\":7}\n\(base)".utf8),
            environment: office.environment)
        #expect(bad.status == .exited(1))
        let answers = try bad.objects()
        #expect(answers.map { $0["ok"] as? Bool } == [true, false, false, false, false, false, true])
        #expect(answers.dropFirst().dropLast().allSatisfy { $0["refusal"] as? String == "unknown-command" })
        #expect((answers[1]["en"] as? String)?.contains("Line 3") == true)
        #expect((answers[1]["fa"] as? String)?.contains("سطر ۳") == true)
    }

    @Test("An answer comes before the next command is read")
    func streams() throws {
        let office = try CommandLineOffice()
        let session = try Session(
            Program.khedmat, ["apply", "-"], environment: office.environment, width: 200, height: 24)
        try session.type(#"{"command":"council.found","code":"SH-07","name":"x"}"# + "\n")
            .waitForScreen(contains: #"{"ok":true,"command":"council.found""#)
        try session.press("d", .control).expectExit(.exited(0))
    }

    @Test("Administrators act for others; what others may not do is refused")
    func onBehalf() throws {
        let office = try CommandLineOffice()
        let staff = #"{"command":"staff.add","account":"trainer1","name":"مربی","role":"trainer"}"#
        _ = try office.run("apply", "-", input: staff)
        let refused = try office.run("--as", "trainer1", "apply", "-", input: found)
        #expect(try refused.objects().first?["refusal"] as? String == "not-permitted")
        #expect(try office.run("--as", "trainer1", "list", "ledger").status == .exited(1))
        #expect(try office.run("--as", "trainer1", "list", "councils").status == .exited(0))
        #expect(try office.run("--as", "nobody", "list", "groups").errorText.contains("“nobody”"))
    }

    @Test("With the clock fixed the ledger holds that time")
    func fixedClock() throws {
        let office = try CommandLineOffice()
        _ = try office.run("--now", "1401/05/09T10:00", "apply", "-", input: found)
        #expect(try office.run("list", "ledger").lines[1].contains("1401/05/09 10:00"))
    }
}
