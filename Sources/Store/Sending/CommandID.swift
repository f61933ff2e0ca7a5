import Persian

/// Ids of commands and of batches of them.
public enum CommandID {
    /// A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits.
    public static func new(at moment: Moment) -> String {
        var random = SystemRandomNumberGenerator()
        let time = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = time << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &random)
        let low = UInt64.random(in: 0...UInt64.max >> 2, using: &random) | 1 << 63
        return String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for (index, digit) in (digits(high) + digits(low)).enumerated() {
                if [8, 12, 16, 20].contains(index) {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                text[place] = digit
                place += 1
            }
            return place
        }
    }

    /// Sixteen hexadecimal digits.
    private static func digits(_ number: UInt64) -> [UInt8] {
        (1...16).map { place in
            let digit = UInt8(truncatingIfNeeded: number >> (64 - place * 4)) & 0xF
            return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
    }
}
