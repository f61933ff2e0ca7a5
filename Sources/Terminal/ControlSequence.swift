/// The pieces of `CSI … final` or `SS3 … final` as they come in.
struct ControlSequence {
    enum Step {
        case more, complete
        /// The byte cannot stand here: the sequence is given up and the byte looked at afresh.
        case broken
        case linuxFunction
    }

    /// `[` or `O`, the byte after Escape.
    let introducer: UInt8
    /// One of `< = > ?`: a report or an answer rather than a key.
    private(set) var prefix: UInt8?
    private(set) var hasIntermediate = false
    private(set) var isEmpty = true
    private var text: [UInt8] = []

    /// Longer than any key's; the rest is swallowed unread.
    private static let limit = 64

    init(introducer: UInt8) {
        self.introducer = introducer
    }

    mutating func take(_ byte: UInt8) -> Step {
        defer { isEmpty = false }
        switch byte {
        case UInt8(ascii: "[") where isEmpty && introducer == UInt8(ascii: "["):
            return .linuxFunction
        case UInt8(ascii: "$") where isShiftOfRxvt:
            return .complete
        case 0x3C...0x3F where isEmpty:
            prefix = byte
        case 0x30...0x3F:
            if text.count < Self.limit { text.append(byte) }
        case 0x20...0x2F:
            hasIntermediate = true
        case 0x40...0x7E:
            return .complete
        default:
            return .broken
        }
        return .more
    }

    /// rxvt ends a key held with Shift in `$` (`CSI 7 $`), where others have an answer's inner byte (`CSI 8;1$y`):
    /// only the answer has a second parameter.
    private var isShiftOfRxvt: Bool {
        introducer == UInt8(ascii: "[") && prefix == nil && !text.isEmpty && text.allSatisfy { $0 < 0x3A }
    }

    /// The parameters between semicolons, each with its parts between colons; nil where none is written.
    var parameters: [[Int?]] {
        text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
            parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
                Int(String(decoding: $0, as: UTF8.self))
            }
        }
    }
}
