import CLibCSV
import Persian

/// CSV as Excel opens it with a double click: UTF-8 with byte-order mark, comma, CR LF.
///
///     var sheet = SheetText()
///     sheet.append(["کد", "نام"])
///     sheet.append(["Q-0001", "گروه جهادی «کوثر»، قم"])
///     sheet.bytes  // EF BB BF DA A9 …
///
/// Texts are written as they are; a cell that would not come back as it was is set in quotation marks.
public struct SheetText: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8]

    /// An empty sheet; without `byteOrderMark` for programs that do not expect one.
    public init(byteOrderMark: Bool = true) {
        bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    }

    /// Writes one row.
    public mutating func append(_ fields: [String]) {
        for (position, field) in fields.lazy.map(\.withoutIsolates).enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field, quoted: needsQuotes(field) || (fields.count == 1 && field.isEmpty))
        }
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    /// Takes out what was written so far, keeping the room for more.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ field: String, quoted: Bool) {
        guard quoted else {
            bytes += field.utf8
            return
        }
        let source = Array(field.utf8)
        // libcsv doubles the quotation marks within and adds the two around.
        bytes += [UInt8](unsafeUninitializedCapacity: source.count * 2 + 2) { buffer, count in
            count = csv_write(buffer.baseAddress, buffer.count, source, source.count)
        }
    }
}

/// Delimiters of all kinds are quoted, so that a reader that guesses the delimiter guesses right; spaces at the
/// ends, because many readers take them away.
private func needsQuotes(_ field: String) -> Bool {
    if field.utf8.first == UInt8(ascii: " ") || field.utf8.last == UInt8(ascii: " ") { return true }
    return field.utf8.contains { byte in
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"): true
        case UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }
}
