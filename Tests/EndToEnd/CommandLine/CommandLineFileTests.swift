import Foundation
import Harness
import Testing

@Suite("Looking after the file from the command line", .onOwnThreads)
struct CommandLineFileTests {
    @Test("A sound file is verified; one that was tampered with is not")
    func verify() throws {
        let office = try CommandLineOffice.withGroups()
        let sound = try office.run("verify")
        #expect(sound.status == .exited(0))
        #expect(sound.outputText.hasPrefix("Sound: "))

        let file = ".local/share/khedmat/khedmat.db"
        var bytes = try Data(contentsOf: office.folder.appending(path: file))
        let text = try #require(bytes.range(of: Data(#""command":"group.register""#.utf8)))
        bytes.replaceSubrange(text, with: Data(#""command":"group.dissolve""#.utf8))
        try bytes.write(to: office.folder.appending(path: file))
        let broken = try office.run("verify")
        #expect(broken.status == .exited(1))
        #expect(broken.outputText.contains("The chain of the ledger breaks at entry"))
        #expect(broken.errorText.split(separator: "\n").count == 1)

        #expect(try office.run("verify", "--file", office.path("no.db")).status == .exited(1))
        #expect(!office.exists("no.db"))
    }

    @Test("A backup overwrites nothing, and restores what there was")
    func backup() throws {
        let office = try CommandLineOffice.withGroups()
        #expect(try office.run("backup", office.path("copy.db")).status == .exited(0))
        #expect(try office.run("backup", office.path("copy.db")).status == .exited(1))
        _ = try office.run("apply", "-", input: #"{"command":"council.found","code":"SH-01","name":"شورا"}"#)
        let restored = try office.run("restore", office.path("copy.db"))
        #expect(restored.status == .exited(0))
        #expect(try office.run("list", "councils").lines.count == 1, "only the header")
        #expect(try office.run("list", "groups").lines.count == 61)
        #expect(try office.run("restore", office.path("no.db")).status == .exited(1))
    }

    @Test("An export never replaces the office's file, by whatever name it is called")
    func exportOverTheFile() throws {
        let office = try CommandLineOffice.withGroups()
        let file = office.path(".local/share/khedmat/khedmat.db")
        let link = office.path("link.csv")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        for target in [file, link] {
            let result = try office.run("export", "bases", "--output", target)
            #expect(result.status == .exited(2))
            #expect(result.errorText.contains("the office's own file"))
        }
        #expect(try office.run("verify").status == .exited(0))
    }

    @Test("A backup without a name is none, and is not said to be one")
    func namelessBackup() throws {
        let office = try CommandLineOffice.withGroups()
        let result = try office.run("backup", "")
        #expect(result.status == .exited(2))
        #expect(result.output.isEmpty)
    }

    @Test("What is no file of ours is left as it is, and the log says so in one line")
    func foreign() throws {
        let office = try CommandLineOffice()
        let file = try office.file("notes.db", String(repeating: "no database\n", count: 500))
        let result = try office.run("list", "groups", "--file", file)
        #expect(result.status == .exited(1))
        #expect(result.errorText.split(separator: "\n").count == 1)
        #expect(try office.text("notes.db").hasPrefix("no database\nno database"))
        #expect(try office.text(".local/state/khedmat/khedmat.log").split(separator: "\n").count == 1)
        #expect(try office.permissions(".local/state/khedmat/khedmat.log") == 0o600)
    }

    @Test("A log that cannot be written stops nothing")
    func noLog() throws {
        let office = try CommandLineOffice()
        _ = try office.file(".local", "a file in the folder's place")
        let result = try office.run("date", "1400/12/30")
        #expect(result.status == .exited(1))
        #expect(result.errorText == "khedmat: Esfand 1400 has 29 days\n")
    }
}
