import Dispatch
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
        var stopped = MadeAhead(of: Array(0..<200_000)) { String($0) }
        #expect(stopped.next() == "0")
        stopped.stop()
        #expect(Array(stopped).count < 200_000)
    }

    @Test("Whoever waits for the next learns when there is none yet, and when there is no more")
    func waiting() {
        let gate = DispatchSemaphore(value: 0)
        var made = MadeAhead(
            of: {
                gate.wait()
                return [1]
            }
        ) { $0 }
        let early = made.wait(.milliseconds(1))
        gate.signal()
        let (first, one) = (made.wait(.seconds(60)), made.next())
        let (last, none) = (made.wait(.seconds(60)), made.next())
        #expect(!early && first && one == 1 && last && none == nil)
    }
}
