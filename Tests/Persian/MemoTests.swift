import Persian
import Testing

@Suite("Answers that are kept") struct MemoTests {
    @Test("Each is worked out once, until there are too many")
    func once() {
        let memo = Memo<Int, String>(limit: 3)
        var asked: [Int] = []
        func answer(_ key: Int) -> String {
            memo.value(for: key) { key in
                asked.append(key)
                return "\(key)"
            }
        }
        #expect([1, 2, 1, 2, 3, 3].map(answer) == ["1", "2", "1", "2", "3", "3"])
        #expect(asked == [1, 2, 3])
        // The fourth does not fit: those before are worked out again when they are asked for.
        #expect([4, 1, 4].map(answer) == ["4", "1", "4"])
        #expect(asked == [1, 2, 3, 4, 1])
    }
}
