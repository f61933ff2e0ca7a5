/// How the cells of a sheet are divided.
struct Delimiter {
    /// Comma, semicolon or tab.
    let byte: UInt8
    /// How many bytes at the start of the text only say so.
    let hintLength: Int

    private static let candidates = ",;\t".utf8.map { $0 }

    init(of text: [UInt8]) {
        if let hint = Self.hint(in: text) {
            self = hint
        } else {
            self.init(byte: Self.mostFrequent(inFirstLineOf: text), hintLength: 0)
        }
    }

    private init(byte: UInt8, hintLength: Int) {
        self.byte = byte
        self.hintLength = hintLength
    }

    /// A first line `sep=;`, which Excel reads and does not show: the header below it is row 1.
    private static func hint(in text: [UInt8]) -> Delimiter? {
        let end = text.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? text.count
        var line = text[..<end]
        if line.count > 2, line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\"") {
            line = line.dropFirst().dropLast()
        }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let byte = line.last, candidates.contains(byte)
        else { return nil }
        let isPair = text[end...].starts(with: "\r\n".utf8)
        return Delimiter(byte: byte, hintLength: min(text.count, end + (isPair ? 2 : 1)))
    }

    /// Which of comma, semicolon and tab occurs most in the first line that is not blank, outside quotation marks.
    /// The Persian comma is text: it divides lists inside a cell.
    private static func mostFrequent(inFirstLineOf text: [UInt8]) -> UInt8 {
        var counts = Array(repeating: 0, count: candidates.count)
        var quoted = false
        for byte in text.drop(while: { $0 <= UInt8(ascii: " ") }) {
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if quoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
        }
        let most = counts.max() ?? 0
        return candidates[counts.firstIndex(of: most) ?? 0]
    }
}
