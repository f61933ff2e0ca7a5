import Domain
import Foundation
import Glibc
import Persian

/// The pictures of an office's stories, as they were taken in: JPEG files in a folder beside the office's file, `qom.db-pictures`, each called by
/// the SHA-256 of its bytes. The records hold these names alone.
public struct PictureFolder: Sendable {
    public let path: String

    init(besideFile file: String) { path = file + "-pictures" }

    /// Where the picture of a hash is.
    public func place(of hash: String) -> String { "\(path)/\(hash).jpg" }

    /// Whether there is one of that hash.
    public func holds(_ hash: String) -> Bool { FileManager.default.fileExists(atPath: place(of: hash)) }

    /// The bytes of a picture; nil when it is gone, or is not what its name says.
    public func bytes(of hash: String) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: place(of: hash)) else { return nil }
        let bytes = [UInt8](data)
        return Digest.hexadecimal(of: bytes) == hash ? bytes : nil
    }

    /// Keeps a picture; one that is there already stays. A crash leaves no half of one under its name.
    ///
    /// - Returns: the hash by which a story names it.
    /// - Throws: `cannotWrite`.
    public func keep(_ bytes: [UInt8]) throws(StoreError) -> String {
        let hash = Digest.hexadecimal(of: bytes)
        if self.bytes(of: hash) != nil { return hash }
        do {
            try write(bytes, called: hash)
        } catch {
            throw notWritten(error)
        }
        return hash
    }

    private func write(_ bytes: [UInt8], called hash: String) throws {
        try makeFolder()
        let place = place(of: hash)
        try Data(bytes).write(to: URL(fileURLWithPath: place), options: .atomic)
        try FileManager.default.setAttributes(
            [.posixPermissions: Int(NewFile.mode(in: path))], ofItemAtPath: place)
    }

    private func makeFolder() throws {
        if FileManager.default.fileExists(atPath: path) { return }
        let file = Int(NewFile.mode(in: path))
        let folder = file | (file & 0o660) >> 2 & 0o110 | (file == 0o660 ? 0o2000 : 0)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: folder])
    }

    /// The hashes of all that are there, in order.
    public var hashes: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".jpg") }.map { String($0.dropLast(4)) }
            .filter { hash in hash.utf8.count == 64 && hash.utf8.allSatisfy(Self.isDigit) }.sorted()
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// Copies the sound ones among them to another file's folder; none that is there is replaced by another.
    ///
    /// - Throws: `cannotWrite`.
    func copy(to other: PictureFolder) throws(StoreError) {
        for hash in hashes {
            guard let bytes = bytes(of: hash) else { continue }
            _ = try other.keep(bytes)
        }
    }

    /// The same beside a copy that is kept on the same disk: another name for the same bytes, where the disk has such.
    func share(with other: PictureFolder) throws(StoreError) {
        for hash in hashes where !other.holds(hash) {
            do { try other.makeFolder() } catch { throw other.notWritten(error) }
            if link(place(of: hash), other.place(of: hash)) == 0 { continue }
            guard let bytes = bytes(of: hash) else { continue }
            _ = try other.keep(bytes)
        }
    }

    private func notWritten(_ error: any Error) -> StoreError {
        StoreError(
            .cannotWrite,
            Phrase(
                fa: "تصویر در \(path) نوشته نشد: \(Self.reason(error))",
                en: "The picture could not be written to \(path): \(Self.reason(error))"))
    }

    private static func reason(_ error: any Error) -> Phrase {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return systemReason(Int32(truncatingIfNeeded: cause?.code ?? Int(EIO)))
    }
}
