import Glibc

/// How the characters of a sheet were stored.
public enum SheetEncoding: Hashable, Sendable, CaseIterable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1256

    /// The name that people and `iconv` know it by.
    public var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .windows1256: "WINDOWS-1256"
        }
    }
}

/// A sheet's text in UTF-8 without byte-order mark, and what it was stored as.
struct DecodedSheet {
    var text: [UInt8]
    var encoding: SheetEncoding

    /// Finds the encoding of a file and decodes it: by the byte-order mark, else by the shape of the bytes.
    ///
    /// What is neither UTF-16 nor valid UTF-8 is taken for Windows-1256, in which every byte means something.
    /// That would turn a UTF-8 file with one broken character into rubbish without a word, so such a file is
    /// recognised and refused.
    init(_ bytes: [UInt8], name: String) throws(SheetError) {
        let (encoding, start) = Self.recognise(bytes)
        self.encoding = encoding
        switch encoding {
        case .utf8:
            if let bad = Self.firstInvalidByte(bytes) {
                throw .damagedText(name: name, encoding: .utf8, line: Self.line(of: bad, in: bytes))
            }
            text = start == 0 ? bytes : Array(bytes[start...])
        case .utf16LittleEndian, .utf16BigEndian, .windows1256:
            let (decoded, complete) = convertToUTF8(bytes[start...], from: encoding.name)
            if !complete {
                let line = Self.line(of: decoded.count, in: decoded)
                throw .damagedText(name: name, encoding: encoding, line: line)
            }
            text = decoded
        }
        if Self.looksBinary(text) { throw .foreign(name: name, format: .binary) }
    }

    /// The encoding, and where the text begins after the byte-order mark.
    private static func recognise(_ bytes: [UInt8]) -> (SheetEncoding, start: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let order = utf16OrderByShape(bytes) { return (order, 0) }
        return (firstInvalidByte(bytes) == nil || isMostlyUTF8(bytes) ? .utf8 : .windows1256, 0)
    }

    /// UTF-16 without a mark: in Persian and English text nearly every second byte is 0x00 or 0x06, the upper
    /// halves of Latin and Arabic letters. In the other encodings neither occurs.
    private static func utf16OrderByShape(_ bytes: [UInt8]) -> SheetEncoding? {
        let sample = bytes.prefix(4096)
        var upperHalves = (even: 0, odd: 0)
        for (offset, byte) in sample.enumerated() where byte == 0x00 || byte == 0x06 {
            if offset.isMultiple(of: 2) { upperHalves.even += 1 } else { upperHalves.odd += 1 }
        }
        let most = sample.count / 2 * 3 / 4
        guard most > 0 else { return nil }
        if upperHalves.odd >= most, upperHalves.even < most { return .utf16LittleEndian }
        if upperHalves.even >= most, upperHalves.odd < most { return .utf16BigEndian }
        return nil
    }

    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Whether more of the letters outside ASCII are good UTF-8 than not: Windows-1256 has next to none.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var bad = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            if scalar == "\u{FFFD}" { bad += 1 } else { good += 1 }
        }
        return good > bad
    }

    /// A text has no NUL, and of other control characters a stray one at most.
    private static func looksBinary(_ text: [UInt8]) -> Bool {
        if text.contains(0) { return true }
        let whiteSpace: ClosedRange<UInt8> = 0x09...0x0D
        let sample = text.prefix(4096)
        let controls = sample.count { $0 < 0x20 && !whiteSpace.contains($0) }
        return controls * 100 > sample.count
    }

    private static func line(of offset: Int, in text: [UInt8]) -> Int {
        1 + text[..<offset].count { $0 == UInt8(ascii: "\n") }
    }
}

/// Converts bytes to UTF-8 with the system's `iconv`. When it stops at bytes that the encoding does not have,
/// the answer holds what came before and is not `complete`.
private func convertToUTF8(_ bytes: ArraySlice<UInt8>, from encoding: String) -> (text: [UInt8], complete: Bool) {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else {
        return ([], false)
    }
    defer { iconv_close(converter) }
    var complete = false
    // One byte of Windows-1256 becomes at most three of UTF-8, two of UTF-16 likewise.
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3) { output, written in
        bytes.withUnsafeBytes { input in
            // iconv takes its input through a mutable pointer and does not write to it.
            var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var sourceLeft = input.count
            var target = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
            var targetLeft = output.count
            complete = iconv(converter, &source, &sourceLeft, &target, &targetLeft) != -1
            written = output.count - targetLeft
        }
    }
    return (text, complete)
}
