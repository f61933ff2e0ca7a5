/// Reproducible random numbers: SplitMix64 (Steele, Lea and Flood 2014). The choices are drawn here and not by the
/// standard library, which does not promise the same ones in its next version.
struct DemoRandom {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number of the range.
    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
    }

    /// True in so many cases of a hundred.
    mutating func chance(_ percent: Int) -> Bool {
        number(1...100) <= percent
    }

    /// One of a list, which is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[number(0...list.count - 1)]
    }

    /// One of a list, as often as its weight says.
    mutating func pick<Element>(_ list: [(Element, weight: Int)]) -> Element {
        var rest = number(1...list.reduce(0) { $0 + $1.weight })
        var index = 0
        while rest > list[index].weight {
            rest -= list[index].weight
            index += 1
        }
        return list[index].0
    }

    /// So many different ones of a list, in random order.
    mutating func sample<Element>(_ list: [Element], _ count: Int) -> [Element] {
        var rest = list
        return (0..<min(count, list.count)).map { _ in rest.remove(at: number(0...rest.count - 1)) }
    }
}
