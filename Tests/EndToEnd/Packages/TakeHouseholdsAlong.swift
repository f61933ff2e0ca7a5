import Foundation
import Harness
import Testing

/// What leaves the program of the households of a campaign: to a base's laptop, into a sheet, onto paper.
@Suite(.onOwnThreads) struct TakeHouseholdsAlong {
    private static let lines = [
        #"{"command":"staff.add","account":"desk1","name":"میز قرارگاه","role":"operator"}"#,
        #"{"command":"staff.add","account":"nazer","name":"ناظر","role":"supervisor"}"#,
        #"{"command":"base.found","code":"B-01","name":"قرارگاه نور"}"#,
        """
        {"command":"campaign.open","code":"RM-1401","title":"رزمایش مؤمنانه","from":"1401/04/19","to":"1401/04/27",\
        "target":10}
        """,
        #"{"command":"campaign.receive","campaign":"RM-1401","quantity":10,"on":"1401/04/18"}"#,
        #"{"command":"campaign.allocate","campaign":"RM-1401","base":"B-01","quantity":8}"#,
        """
        {"command":"household.record","head":"9990000034","headName":"مهدی احمدی","size":4,"area":"village",\
        "place":"گل‌دره","base":"B-01"}
        """,
        """
        {"command":"household.record","head":"9990000042","headName":"زهرا نوری","size":2,"area":"village",\
        "place":"ده بالا","base":"B-01"}
        """,
    ]

    private func office() throws -> TestOffice {
        let office = try TestOffice([])
        try office.apply(Self.lines, now: "1401/04/18T08:00")
        return office
    }

    @Test("a base's pack hands out on a laptop and comes home; which campaign has to be said, and only for a base")
    func pack() throws {
        let office = try office()
        let pack = office.folder.appendingPathComponent("b01.khedmat").path
        let asked = try office.run(["pack", "base", "B-01", "--output", pack, "--lang", "en"])
        #expect(asked.status == .exited(2) && asked.errorText.contains("--campaign RM-1401"))
        let refused = try office.run(
            ["pack", "door", "1401", "--campaign", "RM-1401", "--output", pack, "--lang", "en"])
        #expect(refused.status == .exited(1) && refused.errorText.contains("is of no campaign"))
        let made = try office.run(
            [
                "pack", "base", "B-01", "--campaign", "rm-1401", "--output", pack, "--for", "desk1", "--now",
                "1401/04/19T07:00",
            ])
        try #require(made.status == .exited(0), "\(made.errorText)")
        let handed = try Program.run(
            Program.khedmat, ["apply", "-", "--file", pack, "--now", "1401/04/20T09:00"],
            input: Array(
                """
                {"command":"campaign.deliver","campaign":"RM-1401","base":"B-01","nationalID":"9990000034","quantity":1,\
                "on":"1401/04/20"}
                """.utf8),
            environment: ["HOME": office.folder.path + "/laptop", "LANG": "en_US.UTF-8"])
        #expect(handed.status == .exited(0) && handed.outputText.contains(#""atBase":7"#), "\(handed.outputText)")
        #expect(try office.run(["unpack", pack, "--now", "1401/04/21T09:00"]).status == .exited(0))
        #expect(try office.run(["list", "unserved", "--format", "csv"]).outputText.contains("H-00002"))
        #expect(!(try office.run(["list", "unserved", "--format", "csv"]).outputText.contains("H-00001")))
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    @Test("a sheet goes out masked, and whole only with a reason that the ledger keeps")
    func export() throws {
        let office = try office()
        let masked = try office.run(["export", "households", "--lang", "en"])
        #expect(masked.status == .exited(0) && masked.errorText.contains("--whole"))
        #expect(!masked.outputText.contains("احمدی") && masked.outputText.contains("999••••034"))
        #expect(try office.run(["list", "households", "--format", "json"]).outputText.contains("999••••034"))
        // A table that goes into another program or a file leaves as a sheet does.
        #expect(try !office.run(["list", "households"]).outputText.contains("مهدی احمدی"))
        let unreasoned = try office.run(["export", "households", "--whole", "--lang", "en"])
        #expect(unreasoned.status == .exited(2) && unreasoned.errorText.contains("--reason"))
        let whole = try office.run(["export", "households", "--whole", "--reason", "ارسال به کمیته امداد"])
        #expect(whole.status == .exited(0) && whole.outputText.contains("مهدی احمدی"))
        let ledger = try office.run(["list", "ledger", "--match", "household.disclose"]).outputText
        #expect(ledger.contains("ارسال به کمیته امداد") && ledger.split(separator: "\n").count == 2)
        let other = try office.run(["export", "groups", "--whole", "--reason", "x", "--lang", "en"])
        #expect(other.status == .exited(2) && other.errorText.contains("households"))
        let supervisor = try office.run(
            ["export", "households", "--whole", "--reason", "x", "--as", "nazer", "--lang", "en"])
        #expect(supervisor.status == .exited(1) && supervisor.outputText.isEmpty)
    }

    @Test("the hand-out list is printed by place, and the ledger knows of it")
    func print() throws {
        let office = try office()
        let page = try office.run(["print", "base", "B-01/RM-1401"])
        #expect(page.status == .exited(0) && page.outputText.contains("مهدی احمدی"))
        #expect(
            try office.run(["list", "ledger", "--match", "household.disclose"]).outputText.contains("B-01/RM-1401"))
        let masked = try office.run(["print", "base", "B-01/RM-1401", "--as", "nazer"])
        #expect(masked.status == .exited(0) && !masked.outputText.contains("احمدی"))
    }
}
