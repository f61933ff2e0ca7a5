import Foundation

/// A JSON value: what commands come in, what answers and ledger entries go out as, and the common tongue
/// between a record and a row of the file.
///
/// Members keep their order, and ``text`` writes one value always as the same bytes, because the ledger's hash
/// is taken over them. Foundation's encoder can sort keys but takes ten times as long as the whole command.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case list([JSON])
    case object([Member])

    public struct Member: Hashable, Sendable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The member of that name; nil when it is absent or this is no object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    public var integer: Int? {
        if case .integer(let number) = self { number } else { nil }
    }

    public var list: [JSON]? {
        if case .list(let values) = self { values } else { nil }
    }

    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }
}

extension JSON: Decodable {
    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Reads any JSON; members come sorted by name, since decoders do not keep their order.
    public init(from decoder: any Decoder) throws {
        // What is asked in vain throws, so texts, which most values are, come first.
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let container = try? decoder.container(keyedBy: AnyKey.self) {
            let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(try keys.map { Member($0.stringValue, try container.decode(JSON.self, forKey: $0)) })
        } else if var container = try? decoder.unkeyedContainer() {
            var values: [JSON] = []
            while !container.isAtEnd { values.append(try container.decode(JSON.self)) }
            self = .list(values)
        } else if let number = try? value.decode(Int.self) {
            self = .integer(number)
        } else if let truth = try? value.decode(Bool.self) {
            self = .bool(truth)
        } else {
            self = .decimal(try value.decode(Double.self))
        }
    }

    /// Reads a text; nil when it is no JSON.
    ///
    ///     JSON(parsing: #"{"size":40}"#)?["size"]?.integer  // 40
    public init?(parsing text: String) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        guard let value = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8)) else { return nil }
        self = value
    }
}

extension JSON {
    /// A whole number, a string or a list of strings, written as ``text`` writes them and without escapes; nil for all
    /// else. It is nearly all that columns of the file hold, and Foundation's decoder would take most of the time in
    /// which a list is read.
    private static func plain(_ text: String) -> JSON? {
        let bytes = text.utf8
        guard let first = bytes.first else { return nil }
        switch first {
        case UInt8(ascii: "\""): return plainStrings(bytes[...]).flatMap { $0.count == 1 ? .string($0[0]) : nil }
        case UInt8(ascii: "["):
            guard bytes.last == UInt8(ascii: "]"), bytes.count >= 2 else { return nil }
            return bytes.count == 2
                ? .list([]) : plainStrings(bytes.dropFirst().dropLast()).map { .list($0.map(JSON.string)) }
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            let isWhole = bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return isWhole ? Int(text).map(JSON.integer) : nil
        default: return nil
        }
    }

    /// Quoted strings with a comma between each two, and nothing besides.
    private static func plainStrings(_ bytes: Substring.UTF8View) -> [String]? {
        var strings: [String] = []
        var rest = bytes
        while rest.popFirst() == UInt8(ascii: "\""), let end = rest.firstIndex(of: UInt8(ascii: "\"")) {
            let inside = rest[..<end]
            guard inside.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\\") }) else { return nil }
            strings.append(String(Substring(inside)))
            rest = rest[end...].dropFirst()
            if rest.isEmpty { return strings }
            guard rest.popFirst() == UInt8(ascii: ",") else { return nil }
        }
        return nil
    }
}

extension JSON {
    /// The value as JSON text on one line, without needless blanks, letters as they are.
    public var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends ``text`` as UTF-8.
    public func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .decimal(let number): bytes.append(contentsOf: String(number).utf8)
        case .string(let text): Self.write(text, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { text in
            bytes.append(UInt8(ascii: "\""))
            // What needs no escape is copied in one go, which is nearly always all of it.
            var start = 0
            for place in text.indices where needsEscape(text[place]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
                writeEscaped(text[place], to: &bytes)
                start = place + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
            bytes.append(UInt8(ascii: "\""))
        }
    }

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        case 0..<0x20:
            bytes.append(contentsOf: "\\u00".utf8)
            let hex = String(byte, radix: 16)
            bytes.append(contentsOf: (hex.utf8.count == 1 ? "0" + hex : hex).utf8)
        default:
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        }
    }
}
