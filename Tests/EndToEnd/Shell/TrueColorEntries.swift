import Foundation
import Harness
import Testing

/// Terminals whose users added a flag for true colour to their entry of terminfo.
@Suite(.onOwnThreads) struct TrueColorEntries {
    /// A folder of entries: a terminal of 256 colours with a flag more, and the same that counts colours as 0xRRGGBB.
    private func entries(_ flag: String, in office: TestOffice) throws -> String {
        let folder = office.folder.appendingPathComponent("terminfo").path
        let source = """
            tuned-256color|with a flag of its user's,
            \t\(flag), use=xterm-256color,
            tuned-direct|the same by its colours,
            \tuse=vte-direct,

            """
        let result = try Program.run("/usr/bin/env", ["tic", "-x", "-o", folder, "-"], input: Array(source.utf8))
        try #require(result.status == .exited(0), "\(result.errorText)")
        return folder
    }

    @Test(
        "The theme's very colours are sent where the entry says Tc or RGB, and nowhere else",
        arguments: ["Tc", "RGB", "Xx"])
    func flag(_ flag: String) throws {
        let office = try TestOffice()
        let session = try office.open(
            ["--lang", "en"],
            environment: [
                "TERM": "tuned-256color", "TERMINFO": try entries(flag, in: office), "COLORTERM": "",
                "TERMINFO_DIRS": "/etc/terminfo:/lib/terminfo:/usr/share/terminfo",
            ])
        try session.expectRow(containing: "4 groups")
        let isSent = String(decoding: session.rawOutput, as: UTF8.self).contains("48;2;")
        #expect(isSent == (flag != "Xx"))
    }
}
