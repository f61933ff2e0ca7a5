import Domain
import Exchange
import Persian
import Testing

@testable import Store

/// What of the invented office is told; made beside the first screen, after the campaigns.
@Suite("The invented stories")
struct DemoStoriesTests {
    private func look<T>(_ body: (Reader) throws(DecideError) -> T) throws -> T {
        try wholeDemo.get().view { (reader) throws(DecideError) in try body(reader) }
    }

    private func content(_ key: String) throws -> BulletinContent {
        let found = try look { (reader) throws(DecideError) in
            try reader.bulletin(key).flatMapTyped { (bulletin) throws(DecideError) in try reader.content(of: bulletin) }
        }
        return try #require(found)
    }

    @Test("two dozen in every state, a bulletin issued and one being composed")
    func states() throws {
        let counts = try look { (reader) throws(DecideError) in try reader.storyCounts() }
        #expect(Set(counts.keys) == Set(StoryState.allCases) && counts.values.reduce(0, +) == 24)
        let bulletins = try look { (reader) throws(DecideError) in try reader.bulletins() }
        #expect(bulletins.map(\.state) == [.composed, .issued])
        let composed = try content("2")
        #expect(composed.stories.count == 4)
    }

    @Test("the issue stands alone, small, with the season's figures of all that is there")
    func issue() throws {
        let content = try content("1")
        #expect(content.stories.count == 8)
        let figures = Dictionary(uniqueKeysWithValues: content.figures.counts.map { ($0.figure, $0.value) })
        #expect((figures[.groups] ?? 0) > 700 && (figures[.packages] ?? 0) > 16_000 && (figures[.camps] ?? 0) > 50)
        let html = try wholeDemo.get().printed(content)
        #expect(html.utf8.count < 60_000, "\(html.utf8.count)")
        let hash = try look { (reader) throws(DecideError) in try reader.bulletin("1")?.sha256 }
        #expect(Digest.hexadecimal(of: Array(html.utf8)) == hash)
    }
}
