import Canvas
import Domain
import Foundation
import Persian
import Support
import Testing

@testable import Dashboard
@testable import Exchange
@testable import Store

@MainActor
@Suite("The pictures of a story by keys") struct StoryPicturesTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/khedmat-\(UUID().uuidString)"

    /// An office of which the pictures lie in a folder, and a picture that is to be taken in.
    private func opened(_ language: Language = .english, _ size: [Int] = [120, 40]) throws -> TestDashboard {
        let test = try StoriesExample.open(language, size)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        test.office.beside.withLock { $0.pictures = PictureFolder(besideFile: "\(folder)/office.db") }
        try Data(try jpeg(120)).write(to: URL(fileURLWithPath: "\(folder)/well.jpg"))
        return test
    }

    private func jpeg(_ shade: UInt8) throws -> [UInt8] {
        let rgb = (0..<40 * 30).flatMap { [UInt8($0 % 200), shade, 40] as [UInt8] }
        return try #require(Pixels(width: 40, height: 30, rgb: rgb).jpeg(quality: 90))
    }

    private func story(_ code: String, _ test: TestDashboard) throws -> Story {
        try #require(try test.office.view { (reader) throws(DecideError) in try reader.find(Story.self, key: code) })
    }

    private func find(_ code: String, _ test: TestDashboard) throws {
        try test.press("[ /")
        try test.type(code)
        try test.press("enter")
    }

    @Test("One is taken in with what it shows, stands on the page, and is taken away again")
    func taken() throws {
        let test = try opened()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try find("ST-005", test)
        try test.press("p")
        try test.type("\(folder)/well.jpg")
        // What it shows is asked for before it is taken in.
        try test.press("enter")
        try test.type("The well")
        try test.press("enter")
        // The picture was taken in, and the story changed after that.
        test.settle()
        let pictures = try story("ST-005", test).pictures
        #expect(pictures.map(\.alt) == ["The well"])
        #expect(test.office.pictures?.holds(pictures.first?.picture ?? "") == true)
        #expect(test.text.contains("▣"))
        try test.press("escape enter")
        #expect(test.text.contains("The well"))
        try test.press("p down down delete")
        #expect(try story("ST-005", test).pictures.isEmpty)
    }

    @Test("What is no picture, and a file that is not there, is said; nothing that was typed is lost")
    func refused() throws {
        let test = try opened()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: "\(folder)/text.jpg"))
        try find("ST-005", test)
        try test.press("p")
        try test.type("\(folder)/text.jpg")
        try test.press("down")
        try test.type("The well")
        try test.press("enter")
        #expect(test.text.contains("no sound JPEG or PNG") && test.text.contains("The well"))
        try test.press("alt+a")
        try test.type("\(folder)/gone.jpg")
        try test.press("enter")
        #expect(test.text.contains("could not be read"))
        #expect(try story("ST-005", test).pictures.isEmpty)
    }

    @Test("The panel of pictures", arguments: Language.allCases)
    func picture(language: Language) throws {
        let test = try opened(language, [80, 24])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shown = ["چاه تازه روستا، با بچه‌هایی که دورش ایستاده‌اند", "Helping hands on the roof"]
        let pictures = try shown.enumerated().map { (number, alt) -> String in
            let hash = try StoryPictures.keep(try jpeg(UInt8(number * 90)), in: try #require(test.office.pictures))
            return #"{"picture":"\#(hash)","alt":"\#(alt)"}"#
        }.joined(separator: ",")
        try test.send(#"{"command":"story.amend","code":"ST-005","pictures":[\#(pictures)]}"#)
        try find("ST-005", test)
        try test.press("p down down")
        expectScreen(test.dashboard, named: "stories-pictures-80x24-\(language.rawValue)")
    }
}
