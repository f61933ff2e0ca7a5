import Glibc
import Persian

/// Writes a sheet row by row to a file or an open descriptor, through a buffer.
///
///     let writer = try SheetWriter(replacing: "refused.csv")
///     try writer.write(["ردیف", "علت"])
///     try writer.write(["17", "کد ملی نادرست است"])
///     try writer.finish()
///
/// A file is written beside its target and takes its place in `finish`, so that nobody ever reads half of it and
/// the old one stays when something fails. Without `finish` nothing is replaced.
public final class SheetWriter {
    private let descriptor: Int32
    private let name: String
    /// Where the file stands once it is finished; nil for a descriptor.
    public private(set) var path: String?
    private let isNew: Bool
    private var replacement: FileReplacement?
    private var sheet: SheetText

    /// Writes to a descriptor that stays the caller's, such as standard output.
    public init(descriptor: Int32, byteOrderMark: Bool = true) {
        self.descriptor = descriptor
        name = "–"
        isNew = false
        sheet = SheetText(byteOrderMark: byteOrderMark)
    }

    /// Writes a new file that will stand at `path`. The old one's permissions stay; a new one is 0600, or 0660 in a
    /// folder whose files belong to a group.
    public init(replacing path: String) throws(SheetWriteError) {
        let replacement = try FileReplacement(of: path)
        self.replacement = replacement
        descriptor = replacement.descriptor
        name = path
        self.path = path
        isNew = false
        sheet = SheetText()
    }

    /// Writes a file that takes no other's place: where there is one of that name, it gets a number, `a-2.csv`. A device
    /// or a pipe is written to.
    public init(beside path: String) throws(SheetWriteError) {
        let replacement = try FileReplacement(of: path)
        self.replacement = replacement
        descriptor = replacement.descriptor
        name = path
        self.path = path
        isNew = true
        sheet = SheetText()
    }

    deinit {
        replacement?.abandon()
    }

    /// Writes one row; it may stay in the buffer until `finish`.
    public func write(_ fields: [String]) throws(SheetWriteError) {
        sheet.append(fields)
        if sheet.bytes.count >= 64 * 1024 { try flush() }
    }

    /// Writes what is left and, when replacing a file, puts the new one in its place, safe from a power cut.
    public func finish() throws(SheetWriteError) {
        try flush()
        let pending = replacement
        replacement = nil
        if isNew {
            path = try pending?.commit(asFirstFreeOf: PathCompletion.names(from: name)) ?? name
        } else {
            try pending?.commit()
        }
    }

    private func flush() throws(SheetWriteError) {
        var rest = sheet.bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw SheetWriteError(path: name, code: errno)
            }
            rest = rest.dropFirst(written)
        }
        sheet.removeAll()
    }
}

/// A sheet that could not be written; `code` is the system's `errno`.
public struct SheetWriteError: Error, Hashable, Sendable {
    public let path: String
    public let code: Int32

    public init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    public var phrase: Phrase {
        let reason = systemReason(code)
        return Phrase(
            fa: "نوشتن در «\(path)» انجام نشد: \(reason).",
            en: "Writing to \"\(path)\" failed: \(reason).")
    }
}
