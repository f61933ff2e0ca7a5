import Exchange
import Foundation
import Glibc
import Testing

@Suite("A written sheet")
struct SheetsWriterTests {
    @Test("opens in Excel: UTF-8 with mark, comma, CR LF, quotation marks only where needed")
    func bytes() {
        var text = SheetText()
        text.append(["کد", "نام"])
        text.append(["Q-1", "گروه «کوثر»، قم"])
        text.append(["a,b", "say \"hi\"", "x\ny", " z", "", "=1+1"])
        let expected = "\u{FEFF}کد,نام\r\nQ-1,گروه «کوثر»، قم\r\n\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",\" z\",,=1+1\r\n"
        #expect(text.bytes == Array(expected.utf8))
    }

    @Test("reads back as it was, whatever the cells hold")
    func roundTrip() throws {
        var random = SystemRandomNumberGenerator()
        let alphabet = [
            "ک", "ی", "\u{200C}", "\u{064E}", "\"", ",", ";", "\t", "\n", "\r", " ", "،", "a", "۵", "😀", "-", "é",
        ]
        for _ in 0..<300 {
            let columns = Int.random(in: 2...6, using: &random)
            let rows = (0..<20).map { number in
                ["\(number)x"]
                    + (1..<columns).map { _ in
                        (0..<Int.random(in: 0...8, using: &random))
                            .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
                    }
            }
            var text = SheetText()
            text.append((0..<columns).map { "ستون \($0)" })
            rows.forEach { text.append($0) }
            let file = try SheetFile(bytes: text.bytes, name: "f")
            var read: [[String]] = []
            file.forEachRow { read.append($0.fields) }
            let same = read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }
            #expect(same, "\(rows.debugDescription)")
            if !same { return }
        }
    }

    @Test("the office's sheet written and read again is the same")
    func officeSample() throws {
        let rows = table(try SheetFile(path: fixture("groups.csv")))
        let folder = try TemporaryFolder()
        let writer = try SheetWriter(replacing: folder.file("out.csv"))
        for row in rows { try writer.write(row) }
        try writer.finish()
        #expect(table(try SheetFile(path: folder.file("out.csv"))) == rows)
    }

    @Test("takes the place of the old file only when it is whole")
    func replaces() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("out.csv")
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
        chmod(path, 0o640)
        try unfinished(path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        #expect(try folder.names() == ["out.csv"])

        let writer = try SheetWriter(replacing: path)
        try writer.write(["a", "b"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        try writer.finish()
        #expect(try SheetFile(path: path).header == ["a", "b"])
        #expect(try folder.names() == ["out.csv"])
        #expect(try mode(of: path) == 0o640)
    }

    /// A writer that is given up before its end.
    func unfinished(_ path: String) throws {
        let writer = try SheetWriter(replacing: path)
        try writer.write((0..<50_000).map { "\($0)" })
    }

    @Test("is for its owner alone, or for the group where the folder says so")
    func permissions() throws {
        let folder = try TemporaryFolder()
        try SheetWriter(replacing: folder.file("own.csv")).finish()
        #expect(try mode(of: folder.file("own.csv")) == 0o600)
        chmod(folder.path, 0o2770)
        try SheetWriter(replacing: folder.file("shared.csv")).finish()
        #expect(try mode(of: folder.file("shared.csv")) == 0o660)
    }

    func mode(of path: String) throws -> mode_t {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_mode & 0o777
    }

    @Test("goes through a link to the file behind it")
    func symbolicLink() throws {
        let folder = try TemporaryFolder()
        try "old".write(toFile: folder.file("real.csv"), atomically: false, encoding: .utf8)
        symlink("real.csv", folder.file("link.csv"))
        let writer = try SheetWriter(replacing: folder.file("link.csv"))
        try writer.write(["new", "x"])
        try writer.finish()
        #expect(try String(contentsOfFile: folder.file("real.csv"), encoding: .utf8).contains("new"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.csv")) == "real.csv")
    }

    @Test("that cannot be written says why")
    func refusals() throws {
        let folder = try TemporaryFolder()
        let none = folder.file("none/out.csv")
        #expect(throws: SheetWriteError(path: none, code: ENOENT)) { try SheetWriter(replacing: none) }
        #expect(throws: SheetWriteError(path: folder.path, code: EISDIR)) { try SheetWriter(replacing: folder.path) }
        #expect(throws: SheetWriteError(path: "/dev/full", code: ENOSPC)) {
            let writer = try SheetWriter(replacing: "/dev/full")
            try writer.write(["a"])
            try writer.finish()
        }
        let phrase = SheetWriteError(path: "/dev/full", code: ENOSPC).phrase
        #expect(phrase.en.contains("no space left") && phrase.fa.contains("جا روی دیسک"))
    }
}
