import Exchange
import Foundation
import Glibc
import Testing

/// A sample of the office's own sheets.
func fixture(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Exchange/\(name)").path()
}

/// The cells of all rows, the header first.
func table(_ sheet: SheetFile) -> [[String]] {
    var rows = [sheet.header]
    sheet.forEachRow { rows.append($0.fields) }
    return rows
}

/// A sheet from a text, as if read from a file.
func sheet(_ text: String) throws -> SheetFile {
    try SheetFile(bytes: Array(text.utf8), name: "sheet.csv")
}

/// CSV of any delimiter and line end, every cell quoted that needs it.
func csv(_ rows: [[String]], delimiter: String, lineEnd: String) -> String {
    rows.map { row in
        row.map { field in
            let special = ["\"", "\n", "\r", delimiter].contains { field.contains($0) }
            return special ? "\"\(field.replacingOccurrences(of: "\"", with: "\"\""))\"" : field
        }.joined(separator: delimiter) + lineEnd
    }.joined()
}

/// A text in another encoding, by the system's `iconv`, an independent judge.
func encoded(_ text: String, as encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    var inputLeft = input.count
    var outputLeft = output.count
    let result = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            return iconv(converter, &from, &inputLeft, &to, &outputLeft)
        }
    }
    try #require(result != -1, "the sample has a character that \(encoding) lacks")
    return output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
}

/// A folder of its own for one test.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        var template = Array("/tmp/khedmat-sheets.XXXXXX".utf8CString)
        path = String(cString: try #require(mkdtemp(&template)))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}
