import Testing

@testable import Exchange

@Suite struct MadeAheadTests {
    @Test("All are made, in their order", arguments: [0, 1, 255, 256, 257, 5_000])
    func order(count: Int) {
        let made = MadeAhead(of: Array(0..<count)) { $0 * 2 }
        #expect(Array(made) == (0..<count).map { $0 * 2 })
    }

    @Test("Whoever takes none, or stops, is not waited for")
    func stopping() {
        var made = MadeAhead(of: Array(0..<2_000)) { String($0) }
        #expect(made.next() == "0" && made.next() == "1")
        _ = MadeAhead(of: Array(0..<2_000)) { String($0) }
    }
}
