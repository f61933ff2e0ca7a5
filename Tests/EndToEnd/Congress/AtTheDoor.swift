import Foundation
import Harness
import Testing

/// A clerk at a door without a network, with a scanner that types quickly and ends with Enter.
@Suite(.onOwnThreads) struct AtTheDoor {
    @Test("Guests are scanned on a packed file, the counter follows another door, and the pack comes home once")
    func pack() throws {
        let office = try TestOffice([])
        try office.apply(CongressOffice.commands(guests: 3))
        let pack = office.folder.appendingPathComponent("east").path
        let made = try office.run(["pack", "door", "1401", "--output", pack, "--now", "1401/05/10T08:00"])
        try #require(made.status == .exited(0), "\(made.errorText)")
        let environment = ["HOME": office.folder.path + "/laptop", "LANG": "en_US.UTF-8"]

        let session = try Session(
            Program.khedmat, ["--file", pack, "--now", "1401/05/10T09:12", "--lang", "en"], environment: environment,
            width: 80, height: 24)
        session.owner = office
        try session.waitForScreen(contains: "scan a code")
        try session.type("g-۰۰۱\r").waitForScreen(contains: "WELCOME")
        try session.type("ل-۰۰۱\r").waitForScreen(contains: "ALREADY IN").expectScreen(contains: "09:12")
        try session.type("G-900\r").waitForScreen(contains: "UNKNOWN")
        // Two scans at once are answered in their order.
        try session.type("G-002 0\rG-001\r").waitForScreen(contains: "ALREADY IN").waitForScreen(contains: "4 of 9,000")
        let other = try Program.run(
            Program.khedmat, ["apply", "-", "--file", pack, "--now", "1401/05/10T09:20"],
            input: Array(CongressOffice.checkIn(3, 1).utf8), environment: environment)
        try #require(other.status == .exited(0), "\(other.outputText)")
        try session.waitForScreen(contains: "6 of 9,000")
        #expect(try session.press(.escape).waitForIdle().press("q").waitForExit() == .exited(0))

        for _ in 1...2 {
            let brought = try office.run(["unpack", pack, "--now", "1401/05/10T20:00", "--lang", "en"])
            #expect(brought.status == .exited(0), "\(brought.outputText)")
        }
        let inside = try CongressOffice.guests(in: office, on: "1401/05/10").compactMap { $0["inside"] as? Int }
        #expect(inside.sorted() == [1, 2, 3])
        #expect(try office.run(["verify"]).status == .exited(0))
    }
}
