import Foundation
import Harness
import Testing

/// A camp's leader takes a pack along, reports ten days in it on a laptop, and brings it home twice.
@Suite(.onOwnThreads) struct VillageWithoutANetwork {
    private static let camp =
        TestOffice.groups
        + [
            #"{"command":"staff.add","account":"leader1","name":"سرپرست اردو","role":"supervisor"}"#,
            """
            {"command":"camp.plan","code":"C-014","title":"بهار","groups":[{"group":"Q-0001","headcount":20}],\
            "kind":"village","province":"ایلام","county":"مهران","place":"ده بالا","fields":["medical"],\
            "from":"1401/05/01","to":"1401/05/10"}
            """, #"{"command":"camp.approve","code":"C-014"}"#, #"{"command":"camp.start","code":"C-014"}"#,
        ]

    private func office() throws -> TestOffice {
        let office = try TestOffice([])
        try office.apply(Self.camp, now: "1401/05/01T07:00")
        return office
    }

    /// Runs the program on a pack, as somebody whose home is elsewhere.
    @discardableResult
    private func laptop(_ office: TestOffice, _ arguments: [String], input: String = "") throws -> Program.Result {
        try Program.run(
            Program.khedmat, arguments, input: Array(input.utf8),
            environment: ["HOME": office.folder.path + "/laptop", "LANG": "en_US.UTF-8"])
    }

    private func report(_ day: Int) -> String {
        let day = day < 10 ? "0\(day)" : "\(day)"
        return #"{"command":"camp.report","camp":"C-014","day":"1401/05/\#(day)","present":18,"beneficiaries":40}"#
    }

    @Test("Ten days reported on a packed file under another account, brought back twice, are on the board once")
    func tenDays() throws {
        let office = try office()
        let pack = office.folder.appendingPathComponent("c14.khedmat").path
        let made = try office.run(
            [
                "pack", "camp", "C-014", "--output", pack, "--for", "leader1", "--now", "1401/05/01T08:00", "--lang",
                "en",
            ])
        try #require(made.status == .exited(0), "\(made.errorText)")
        #expect(made.outputText.contains("PK-001") && made.outputText.contains("letter A"))

        for day in 1...10 {
            let sent = try laptop(
                office, ["apply", "-", "--file", pack, "--now", "1401/05/\(day < 10 ? "0" : "")\(day)T21:00"],
                input: report(day))
            #expect(sent.status == .exited(0) && sent.outputText.contains(#""author":"leader1""#), "\(sent.outputText)")
        }
        let refused = try laptop(
            office, ["apply", "-", "--file", pack], input: #"{"command":"camp.close","code":"C-014"}"#)
        #expect(refused.status == .exited(1) && refused.outputText.contains("holds no"))

        for round in 1...2 {
            let brought = try office.run(["unpack", pack, "--now", "1401/05/11T09:00", "--lang", "en"])
            #expect(brought.status == .exited(0), "\(brought.errorText)")
            let count = round == 1 ? "10 commands, 10 done, 0 done before" : "10 commands, 0 done, 10 done before"
            #expect(brought.outputText.contains(count))
            #expect(try office.run(["verify"]).status == .exited(0))
            #expect(try laptop(office, ["verify", "--file", pack]).status == .exited(0))
        }
        let listed = try office.run(["list", "reports", "--format", "json"]).outputText
        #expect(listed.split(separator: "\"author\":\"leader1\"").count == 11)
        let board = try office.open(["--lang", "en"], width: 120, height: 40)
        try board.press("3").waitForScreen(contains: "C-014").expectScreen(contains: "18/20")
    }

    @Test("What is refused is mended on the office's screen and sent again")
    func mended() throws {
        let office = try office()
        let pack = office.folder.appendingPathComponent("c14.khedmat").path
        try office.run(["pack", "camp", "C-014", "--output", pack, "--for", "leader1", "--now", "1401/05/01T08:00"])
        try laptop(office, ["apply", "-", "--file", pack, "--now", "1401/05/02T21:00"], input: report(2))
        try office.apply(
            [#"{"command":"staff.amend","account":"leader1","role":"trainer"}"#], now: "1401/05/02T10:00")
        let brought = try office.run(["unpack", pack, "--now", "1401/05/11T09:00", "--lang", "en"])
        #expect(brought.status == .exited(1) && brought.outputText.contains("1 refused"))
        #expect(brought.outputText.contains("leader1 (trainer) may not"))
        let session = try office.open(["--lang", "en"], width: 120, height: 40)
        try session.press(":").type("returned").press(.enter).waitForScreen(contains: "PK-001")
        // Sent as it is it is refused again, with the same words.
        try session.press("s").waitForScreen(contains: "leader1 (trainer) may not")
        try office.apply(
            [#"{"command":"staff.amend","account":"leader1","role":"supervisor"}"#], now: "1401/05/02T10:00")
        try session.press("s").waitForScreen(contains: "report of C-014")
        try session.waitForScreen(contains: "Nothing is recorded yet")
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("Sealed on its way: the passphrase comes from the terminal and is not shown, or from a file")
    func sealed() throws {
        let office = try office()
        let folder = office.folder
        let (pack, sealed) = (
            folder.appendingPathComponent("c14").path, folder.appendingPathComponent("c14.sealed").path
        )
        let file = folder.appendingPathComponent("passphrase").path
        try Data("بهار در مهران ۱۴۰۱\n".utf8).write(to: URL(fileURLWithPath: file))
        let made = try office.run([
            "pack", "camp", "C-014", "--output", sealed, "--seal", "--passphrase-file", file, "--now",
            "1401/05/01T08:00",
        ])
        try #require(made.status == .exited(0), "\(made.errorText)")
        #expect(!FileManager.default.fileExists(atPath: sealed + ".unsealed"))
        let closed = try laptop(office, ["list", "camps", "--file", sealed])
        #expect(closed.status == .exited(1) && closed.errorText.contains("unseal"))

        let wrong = try Session(
            Program.khedmat, ["unseal", sealed, "--output", pack, "--lang", "en"],
            environment: ["HOME": folder.path], width: 80, height: 24)
        wrong.owner = office
        try wrong.waitForScreen(contains: "Passphrase:").type("چیز دیگری ۱۴۰۱").press(.enter)
        #expect(try wrong.waitForExit() == .exited(1))
        try wrong.expectScreen(contains: "is wrong")
        #expect(!wrong.screenText.contains("دیگری"))
        #expect(!FileManager.default.fileExists(atPath: pack))

        let opened = try laptop(office, ["unseal", sealed, "--output", pack, "--passphrase-file", file])
        #expect(opened.status == .exited(0), "\(opened.errorText)")
        try laptop(office, ["apply", "-", "--file", pack, "--now", "1401/05/02T21:00"], input: report(2))
        let home = folder.appendingPathComponent("home.sealed").path
        try laptop(office, ["seal", pack, "--output", home, "--passphrase-file", file])
        let brought = try office.run([
            "unpack", home, "--passphrase-file", file, "--now", "1401/05/03T09:00", "--lang", "en",
        ])
        #expect(brought.status == .exited(0) && brought.outputText.contains("1 done"))
    }

    @Test("What is no pack, is damaged or is already there: one clear sentence, and nothing changes")
    func refused() throws {
        let office = try office()
        let pack = office.folder.appendingPathComponent("c14.khedmat").path
        try office.run(["pack", "camp", "C-014", "--output", pack])
        let there = try office.run(["pack", "camp", "C-014", "--output", pack, "--lang", "en"])
        #expect(there.status == .exited(1) && there.errorText.contains("already there"))
        let half = office.folder.appendingPathComponent("half").path
        try Data(contentsOf: URL(fileURLWithPath: pack)).prefix(200_000).write(to: URL(fileURLWithPath: half))
        for (path, words) in [(half, "damaged or not whole"), (office.file, "is no pack"), ("/nowhere", "is missing")] {
            let result = try office.run(["unpack", path, "--lang", "en"])
            #expect(result.status == .exited(1) && result.errorText.contains(words), "\(result.errorText)")
            #expect(result.errorText.split(separator: "\n").count == 1)
        }
        #expect(try office.run(["verify"]).status == .exited(0))
        let asOther = try laptop(office, ["list", "camps", "--file", pack, "--as", "leader1"])
        #expect(asOther.status == .exited(1) && asOther.errorText.contains("was made for the account"))
    }
}
