extension JSON {
    /// Reads a text as RFC 8259 has it; nil when it is no JSON, is nested more than 512 deep or holds a number beyond
    /// ``Swift/Double``. Members come sorted by name; of two with one name the first counts.
    ///
    ///     JSON(parsing: #"{"size":40}"#)?["size"]?.integer  // 40
    public init?(parsing text: String) {
        var text = text
        let value = text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return reader.document()
        }
        guard let value else { return nil }
        self = value
    }
}

/// Reads one JSON text, byte by byte. It holds no copy of it.
private struct JSONReader {
    private static let deepest = 512

    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The one value that the text is.
    mutating func document() -> JSON? {
        // A byte order mark, as some editors put before a text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        guard let value = value() else { return nil }
        skipBlanks()
        return place == bytes.count ? value : nil
    }

    private mutating func value() -> JSON? {
        skipBlanks()
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "\""): return string().map(JSON.string)
        case UInt8(ascii: "["): return nested { reader in reader.elements().map(JSON.list) }
        case UInt8(ascii: "{"): return nested { reader in reader.members().map(JSON.object) }
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    // MARK: Lists and objects

    private mutating func nested(_ read: (inout JSONReader) -> JSON?) -> JSON? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        place += 1
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func elements() -> [JSON]? {
        if isNext(UInt8(ascii: "]")) { return [] }
        var values: [JSON] = []
        while let value = value() {
            values.append(value)
            if isNext(UInt8(ascii: "]")) { return values }
            guard isNext(UInt8(ascii: ",")) else { return nil }
        }
        return nil
    }

    private mutating func members() -> [JSON.Member]? {
        if isNext(UInt8(ascii: "}")) { return [] }
        var members: [JSON.Member] = []
        repeat {
            skipBlanks()
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\""), let name = string(),
                isNext(UInt8(ascii: ":")), let value = value()
            else { return nil }
            members.append(JSON.Member(name, value))
        } while isNext(UInt8(ascii: ","))
        return isNext(UInt8(ascii: "}")) ? Self.sorted(members) : nil
    }

    private static func sorted(_ members: [JSON.Member]) -> [JSON.Member] {
        let areInOrder = zip(members, members.dropFirst()).allSatisfy { $0.name < $1.name }
        if areInOrder { return members }
        // Sorting is stable, so that of two with one name the first stays first.
        return members.sorted { $0.name < $1.name }.reduce(into: []) { kept, member in
            if kept.last?.name != member.name { kept.append(member) }
        }
    }

    /// Whether that byte comes next, behind blanks; it is passed then.
    private mutating func isNext(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipBlanks() {
        while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    // MARK: Words and numbers

    private mutating func word(_ word: StaticString, _ value: JSON) -> JSON? {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[place...].starts(with: expected) else { return nil }
        place += expected.count
        return value
    }

    /// Whole numbers are integers however they are written.
    private mutating func number() -> JSON? {
        let start = place
        pass(UInt8(ascii: "-"))
        let leading = place
        guard passDigits(), place - leading == 1 || bytes[leading] != UInt8(ascii: "0") else { return nil }
        var isPlain = true
        if pass(UInt8(ascii: ".")) {
            isPlain = false
            guard passDigits() else { return nil }
        }
        if pass(UInt8(ascii: "e")) || pass(UInt8(ascii: "E")) {
            isPlain = false
            if !pass(UInt8(ascii: "+")) { pass(UInt8(ascii: "-")) }
            guard passDigits() else { return nil }
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isPlain, let whole = Int(text) { return .integer(whole) }
        guard let number = Double(text), number.isFinite else { return nil }
        // What is written whole and has become a decimal is beyond the integers, however near.
        return isPlain ? .decimal(number) : Int(exactly: number).map(JSON.integer) ?? .decimal(number)
    }

    @discardableResult
    private mutating func pass(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// Whether there was a digit at least.
    private mutating func passDigits() -> Bool {
        let start = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
        return place > start
    }

    // MARK: Strings

    private mutating func string() -> String? {
        place += 1
        // What holds no escape is taken in one go, which is nearly always all of it.
        var start = place
        var text: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                let rest = bytes[start..<place]
                place += 1
                if text.isEmpty { return String(decoding: rest, as: UTF8.self) }
                return String(decoding: text + rest, as: UTF8.self)
            }
            guard byte >= 0x20 else { return nil }
            place += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: bytes[start..<(place - 1)])
                guard let scalar = escaped() else { return nil }
                text.append(contentsOf: scalar.utf8)
                start = place
            }
        }
        return nil
    }

    /// What stands behind a backslash.
    private mutating func escaped() -> Unicode.Scalar? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        place += 1
        return switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(byte)
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        case UInt8(ascii: "u"): escapedScalar()
        default: nil
        }
    }

    /// Four hexadecimal digits, or twice four where a scalar needs two units of UTF-16.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = unit() else { return nil }
        guard UTF16.isSurrogate(first) else { return Unicode.Scalar(first) }
        guard UTF16.isLeadSurrogate(first), pass(UInt8(ascii: "\\")), pass(UInt8(ascii: "u")), let second = unit(),
            UTF16.isTrailSurrogate(second)
        else { return nil }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func unit() -> UInt16? {
        guard place + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[place..<(place + 4)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        place += 4
        return unit
    }
}
