import Persian

/// Ids of commands and of batches of them.
public enum CommandID {
    /// A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits.
    public static func new(at moment: Moment) -> String {
        var random = SystemRandomNumberGenerator()
        let time = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = time << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &random)
        let low = UInt64.random(in: 0...UInt64.max >> 2, using: &random) | 1 << 63
        let digits = hex(high) + hex(low)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    private static func hex(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
