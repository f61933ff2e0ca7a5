import Glibc

/// Gathers a bracketed paste up to `ESC [ 201 ~`, in time linear in its length however it is cut.
struct PasteBuffer {
    private static let end = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    /// How much of the end bracket has been seen.
    private var matched = 0
    private var isFinished = false

    /// Takes what belongs to the paste and returns how many bytes that was.
    mutating func take(_ input: UnsafeRawBufferPointer) -> Int {
        var position = 0
        while position < input.count, !isFinished {
            if matched == 0 {
                let rest = UnsafeRawBufferPointer(rebasing: input[position...])
                let plain = Self.distanceToEscape(rest)
                bytes.append(contentsOf: rest[..<plain])
                position += plain
                guard position < input.count else { break }
            }
            if input[position] == Self.end[matched] {
                matched += 1
                position += 1
                isFinished = matched == Self.end.count
            } else {
                // Escape stands only at the front of the bracket, so nothing of what matched can begin another.
                bytes.append(contentsOf: Self.end[..<matched])
                matched = 0
            }
        }
        return position
    }

    /// The text, once its end has come; the buffer is then ready for the next.
    mutating func finished() -> String? {
        guard isFinished else { return nil }
        defer { self = PasteBuffer() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func distanceToEscape(_ input: UnsafeRawBufferPointer) -> Int {
        guard let base = input.baseAddress, let escape = memchr(base, 0x1B, input.count) else { return input.count }
        return base.distance(to: UnsafeRawPointer(escape))
    }
}
