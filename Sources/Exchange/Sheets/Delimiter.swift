/// How the cells of a sheet are divided.
struct Delimiter: Hashable {
    let scalar: Unicode.Scalar
    /// How many bytes at the start of the text only say so.
    let hintLength: Int

    /// What spreadsheets divide by, and what people divide by who write a sheet by hand.
    private static let candidates: [Unicode.Scalar] = [",", ";", "\t", "|", "؛", "،"]
    /// Those by which a sheet is divided when nothing else is known of it: the others occur in texts too.
    private static let ordinary: [Unicode.Scalar] = [",", ";", "\t"]

    init(_ scalar: Unicode.Scalar, hintLength: Int = 0) {
        self.scalar = scalar
        self.hintLength = hintLength
    }

    /// By what a text may be divided, the likeliest first: what its first line says of itself, else by how often each
    /// occurs in that line.
    static func likely(in text: [UInt8]) -> [Delimiter] {
        if let hint = hint(in: text) { return [hint] }
        let counts = counts(inFirstLineOf: text)
        let most = ordinary.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
        let first = counts[most, default: 0] > 0 ? most : ","
        return ([first] + candidates.filter { $0 != first }).map { Delimiter($0) }
    }

    /// A first line `sep=;`, which Excel reads and does not show: the header below it is row 1.
    private static func hint(in text: [UInt8]) -> Delimiter? {
        let end = text.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? text.count
        if end > 12 { return nil }
        var line = text[..<end]
        if line.count > 2, line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\"") {
            line = line.dropFirst().dropLast()
        }
        let scalars = String(decoding: line, as: UTF8.self).lowercased().unicodeScalars
        guard scalars.count == 5, scalars.starts(with: "sep=".unicodeScalars), let scalar = scalars.last,
            candidates.contains(scalar)
        else { return nil }
        let isPair = text[end...].starts(with: "\r\n".utf8)
        return Delimiter(scalar, hintLength: min(text.count, end + (isPair ? 2 : 1)))
    }

    /// How often each occurs in the first line that is not blank, outside quotation marks.
    private static func counts(inFirstLineOf text: [UInt8]) -> [Unicode.Scalar: Int] {
        var line: [UInt8] = []
        for byte in text.drop(while: { $0 <= UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }).prefix(64 * 1024) {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            line.append(byte)
        }
        var counts: [Unicode.Scalar: Int] = [:]
        var isQuoted = false
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            if scalar == "\"" { isQuoted.toggle() }
            if !isQuoted, candidates.contains(scalar) { counts[scalar, default: 0] += 1 }
        }
        return counts
    }

    /// The byte that the parser is told to divide by.
    var byte: UInt8 { scalar.isASCII ? UInt8(ascii: scalar) : Self.standIn }

    /// The separator of units, which no text holds.
    private static let standIn: UInt8 = 0x1F

    /// The text as the parser takes it, which divides by single bytes: a Persian comma outside quotation marks is
    /// replaced.
    func divisible(_ text: ArraySlice<UInt8>) -> [UInt8] {
        if scalar.isASCII { return Array(text) }
        let sign = Array(String(scalar).utf8)
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var isQuoted = false
        var rest = text
        while let byte = rest.first {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == sign[0], rest.starts(with: sign) {
                result.append(Self.standIn)
                rest = rest.dropFirst(sign.count)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
