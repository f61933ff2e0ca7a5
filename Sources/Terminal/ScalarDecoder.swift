/// Puts UTF-8 together byte by byte. Overlong forms, surrogates and values past U+10FFFF are invalid from the
/// first byte that shows it.
struct ScalarDecoder {
    enum Step: Equatable {
        case incomplete
        case scalar(Unicode.Scalar)
        /// The byte is no UTF-8 and belongs to nothing.
        case invalid
        /// The byte cannot go on with what was begun: that is lost, and the byte must be looked at afresh.
        case interrupted
    }

    private var value: UInt32 = 0
    private var missing = 0
    /// What the next byte may be; narrower than 80…BF only after E0, ED, F0 and F4.
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    mutating func take(_ byte: UInt8) -> Step {
        missing == 0 ? begin(byte) : proceed(byte)
    }

    private mutating func begin(_ byte: UInt8) -> Step {
        allowed = 0x80...0xBF
        switch byte {
        case 0x00...0x7F: return .scalar(Unicode.Scalar(byte))
        case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
        case 0xE0...0xEF: (value, missing) = (UInt32(byte & 0x0F), 2)
        case 0xF0...0xF4: (value, missing) = (UInt32(byte & 0x07), 3)
        default: return .invalid
        }
        switch byte {
        case 0xE0: allowed = 0xA0...0xBF
        case 0xED: allowed = 0x80...0x9F
        case 0xF0: allowed = 0x90...0xBF
        case 0xF4: allowed = 0x80...0x8F
        default: break
        }
        return .incomplete
    }

    private mutating func proceed(_ byte: UInt8) -> Step {
        guard allowed.contains(byte) else { return .interrupted }
        allowed = 0x80...0xBF
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        guard missing == 0 else { return .incomplete }
        return Unicode.Scalar(value).map(Step.scalar) ?? .invalid
    }
}
