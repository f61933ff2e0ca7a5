import Domain
import Foundation
import Persian
import Support
import Testing

@testable import Exchange
@testable import Store

/// Pictures of stories on their way in.
@Suite("Pictures of stories")
struct PictureTests {
    /// A JPEG that compresses badly.
    static func noise(_ width: Int, _ height: Int) throws -> [UInt8] {
        var random = SplitMix(seed: 5)
        let rgb = (0..<width * height * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        return try #require(Pixels(width: width, height: height, rgb: rgb).jpeg(quality: 90))
    }

    /// Red on the left, blue on the right.
    private static func flag(_ width: Int = 40, _ height: Int = 20) -> Pixels {
        let row = (0..<width).map { $0 < width / 2 ? [250, 0, 0] : [0, 0, 250] as [UInt8] }.joined()
        return Pixels(width: width, height: height, rgb: Array((0..<height).map { _ in row }.joined()))
    }

    /// The same JPEG with an EXIF that tells an orientation and a place.
    private static func tagged(_ jpeg: [UInt8], orientation: UInt8, little: Bool) -> [UInt8] {
        let tiff: [UInt8] =
            little
            ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
            : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        let body = Array("Exif\0\0".utf8) + tiff + Array("GPS 34.64 50.87".utf8)
        let length = body.count + 2
        return [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + body + jpeg.dropFirst(2)
    }

    private func color(_ pixels: Pixels, _ x: Int, _ y: Int) -> Character {
        let place = (y * pixels.width + x) * 3
        return pixels.rgb[place] > pixels.rgb[place + 2] ? "r" : "b"
    }

    @Test("nothing stays but what can be seen, and it is small")
    func reduced() throws {
        let jpeg = try Self.noise(1_500, 1_000)
        let small = try StoryPictures.reduced(Self.tagged(jpeg, orientation: 1, little: true))
        #expect(small.count <= StoryPictures.mostBytes)
        #expect(try Pixels(small).width <= 800)
        let text = String(decoding: small, as: UTF8.self)
        #expect(!text.contains("Exif") && !text.contains("GPS"))
        #expect(try StoryPictures.reduced(jpeg) == StoryPictures.reduced(jpeg))
    }

    @Test("it stands as the camera was held", arguments: [true, false])
    func turned(little: Bool) throws {
        let jpeg = try #require(Self.flag().jpeg(quality: 95))
        let expected: [UInt8: (String, Int, Int)] = [
            1: ("rb", 40, 20), 2: ("br", 40, 20), 3: ("br", 40, 20), 4: ("rb", 40, 20), 5: ("rb", 20, 40),
            6: ("rb", 20, 40),
            7: ("br", 20, 40), 8: ("br", 20, 40),
        ]
        for (orientation, (colors, width, height)) in expected {
            let pixels = try Pixels(Self.tagged(jpeg, orientation: orientation, little: little))
            #expect(pixels.width == width && pixels.height == height)
            // Along the longer side.
            let ends = orientation < 5 ? [(2, 10), (37, 10)] : [(10, 2), (10, 37)]
            #expect(String(ends.map { color(pixels, $0.0, $0.1) }) == colors, "\(orientation)")
        }
        #expect(orientation(ofJPEG: Self.tagged(jpeg, orientation: 9, little: little)) == 1)
        #expect(orientation(ofJPEG: [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 0]) == 1)
    }

    @Test("a transparent PNG stands on white")
    func png() throws {
        // One red point, and one that is transparent.
        let bytes = try #require(
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGP4z8AARAwMAAz8Af9c/RSVAAAAAElFTkSuQmCC"))
        let pixels = try Pixels([UInt8](bytes))
        #expect(pixels.width == 2 && pixels.height == 1)
        #expect(pixels.rgb == [255, 0, 0, 255, 255, 255])
    }

    @Test("what is no sound picture is refused")
    func refused() throws {
        let jpeg = try #require(Self.flag(400, 300).jpeg(quality: 90))
        for bytes in [[], [1, 2, 3], Array(jpeg.prefix(20)), Array("GIF89a".utf8), [0x89, 0x50, 0x4E, 0x47, 1, 2]]
            as [[UInt8]]
        {
            #expect(throws: Refusal.self) { try StoryPictures.reduced(bytes) }
        }
        // A header that claims 60,000 by 60,000 points.
        var bomb = jpeg
        let frame = try #require(bomb.indices.first { bomb[$0] == 0xFF && bomb[$0 + 1] == 0xC0 })
        for place in [frame + 5, frame + 7] { (bomb[place], bomb[place + 1]) = (0xEA, 0x60) }
        do throws(Refusal) {
            _ = try StoryPictures.reduced(bomb)
            Issue.record("taken")
        } catch {
            #expect(error.phrase.en.contains("50,000,000"))
        }
    }

    @Test("a file is kept by its hash, and one that cannot be read is named")
    func kept() throws {
        let folder = try TemporaryFolder()
        let office = try OfficeFile(path: folder.file("office.db"))
        let pictures = try #require(office.pictures)
        let jpeg = try #require(Self.flag().jpeg(quality: 90))
        try Data(jpeg).write(to: URL(filePath: folder.file("a.jpg")))
        let hash = try StoryPictures.keep(file: folder.file("a.jpg"), in: pictures)
        #expect(pictures.holds(hash) && pictures.bytes(of: hash)?.isEmpty == false)
        for name in ["none.jpg", ""] {
            #expect(throws: DecideError.self) { try StoryPictures.keep(file: folder.file(name), in: pictures) }
        }
    }
}
