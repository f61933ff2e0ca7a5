import Foundation
import Harness
import Testing

@Suite("Stories and bulletins on the command line", .onOwnThreads)
struct CommandLineStoriesTests {
    private static let lines = [
        """
        {"command":"group.register","code":"Q-0001","name":"باران","kind":"general","fields":["relief"],"county":"قم",\
        "size":10,"registeredOn":"1400/01/01"}
        """,
        #"{"command":"story.draft","title":"چشمه","body":"آمدیم.\n\n«آب»","about":{"group":"Q-0001"}}"#,
        #"{"command":"story.submit","code":"ST-001"}"#, #"{"command":"story.approve","code":"ST-001"}"#,
        #"{"command":"bulletin.compose","number":1,"on":"1401/05/05","title":"همدلی","stories":["ST-001"]}"#,
    ]
    private static let issue = #"{"command":"bulletin.issue","number":1}"#

    private func office(_ more: [String] = []) throws -> CommandLineOffice {
        let office = try CommandLineOffice()
        let script = (Self.lines + more).joined(separator: "\n")
        let result = try office.run("apply", "-", "--now", "1401/05/05T10:00", input: script)
        try #require(result.status == .exited(0), "\(result.outputText) \(result.errorText)")
        return office
    }

    @Test("An issue is the same bytes under every locale, zone and day, as a file and on stdout, and proved by verify")
    func sameBytes() throws {
        let office = try office([Self.issue])
        let first = try office.run("export", "bulletin", "1", "--format", "html")
        #expect(first.status == .exited(0) && first.outputText.hasPrefix("<!doctype html>"))
        for (zone, locale, now) in [("Asia/Tokyo", "C", "1402/01/01"), ("America/Lima", "de_DE.UTF-8", "1401/05/05")] {
            let file = office.path("b.html")
            let other = try office.run(
                "export", "bulletin", "۱", "--format", "html", "--output", file, "--now", now,
                environment: ["TZ": zone, "LC_ALL": locale, "LANG": locale])
            #expect(other.status == .exited(0), "\(other.errorText)")
            #expect(try Data(contentsOf: URL(filePath: file)) == Data(first.outputText.utf8))
        }
        let md = try office.run("export", "bulletin", "1", "--format", "md")
        #expect(md.outputText.hasPrefix("# همدلی\n") && md.outputText.contains("> «آب»"))
        #expect(try office.run("export", "bulletin", "1", "--format", "atom").outputText.contains("<id>tag:"))
        #expect(try office.run("verify").status == .exited(0))
        #expect(try office.run("list", "bulletins").outputText.contains("همدلی"))
        #expect(try office.run("list", "stories").outputText.contains("چشمه"))
    }

    @Test("A bulletin that is composed is not exported yet; other words are refused")
    func refusals() throws {
        let office = try office()
        let composed = try office.run("export", "bulletin", "1", "--format", "html")
        #expect(composed.status == .exited(1) && composed.outputText.isEmpty)
        for arguments in [
            ["groups", "1"], ["bulletin", "1"], ["bulletin", "1", "--format", "pdf"],
            ["bulletins", "--format", "html"],
            ["groups", "1", "--format", "html"],
        ] {
            let result = try Program.run(
                Program.khedmat, ["export"] + arguments, environment: office.environment)
            #expect(result.status == .exited(2), "\(arguments)")
        }
        let missing = try office.run("export", "bulletin", "9", "--format", "md")
        #expect(missing.status == .exited(1) && missing.errorText.contains("9"))
    }

    @Test("The office's own template prints the next issue; a broken one stops it, with its line and column")
    func template() throws {
        let office = try office()
        let folder = office.path(".config/khedmat/templates")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = URL(filePath: folder + "/bulletin.mustache")
        try Data("<h1>\n{{titel}}</h1>".utf8).write(to: file)
        let broken = try office.run("apply", "-", input: Self.issue)
        #expect(broken.status == .exited(1) && broken.outputText.contains("line 2, column 1"), "\(broken.outputText)")
        try Data("<!doctype html><h1>{{title}}</h1>".utf8).write(to: file)
        #expect(try office.run("apply", "-", input: Self.issue).status == .exited(0))
        // It is frozen with the issue.
        try FileManager.default.removeItem(at: file)
        #expect(
            try office.run("export", "bulletin", "1", "--format", "html").outputText == "<!doctype html><h1>همدلی</h1>")
        #expect(try office.run("verify").status == .exited(0))
    }

    @Test("A picture is taken in, and what is none is refused")
    func picture() throws {
        let office = try office()
        let png = try #require(
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGP4z8AARAwMAAz8Af9c/RSVAAAAAElFTkSuQmCC"))
        let file = office.path("a.png")
        try png.write(to: URL(filePath: file))
        let taken = try office.run("picture", file)
        #expect(taken.status == .exited(0) && taken.outputText.count == 65)
        let hash = taken.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
        let result = try office.run(
            "apply", "-",
            input:
                #"{"command":"story.draft","title":"x","body":"y","about":{"group":"Q-0001"},"pictures":[{"picture":"\#(hash)","alt":"چشمه"}]}"#
        )
        #expect(result.status == .exited(0), "\(result.outputText)")
        // A backup takes it along, and verify tells when it is gone.
        let copy = office.path("copy.db")
        #expect(try office.run("backup", copy).status == .exited(0))
        #expect(FileManager.default.fileExists(atPath: "\(copy)-pictures/\(hash).jpg"))
        #expect(try office.run("verify").status == .exited(0))
        try FileManager.default.removeItem(atPath: office.path(".local/share/khedmat/khedmat.db-pictures/\(hash).jpg"))
        let lacking = try office.run("verify", "--lang", "en")
        #expect(lacking.status == .exited(1) && lacking.outputText.contains("چشمه"), "\(lacking.outputText)")
        #expect(lacking.errorText.contains("1 picture"), "\(lacking.errorText)")
        #expect(try office.run("restore", copy).status == .exited(0))
        #expect(try office.run("verify").status == .exited(0))
        let trainer = #"{"command":"staff.add","account":"t.ahmadi","name":"طاهره احمدی","role":"trainer"}"#
        #expect(try office.run("apply", "-", input: trainer).status == .exited(0))
        let refused = try office.run("picture", file, "--as", "t.ahmadi")
        #expect(refused.status == .exited(1) && refused.errorText.contains("t.ahmadi"), "\(refused.errorText)")
        try Data("text".utf8).write(to: URL(filePath: file))
        #expect(try office.run("picture", file).status == .exited(1))
        #expect(try office.run("picture", office.path("none.png")).status == .exited(1))
    }
}
