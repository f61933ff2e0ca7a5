import Domain
import Foundation
import Persian

/// The pictures of an office's stories: JPEG files in a folder beside the office's file, `qom.db-pictures`, each called by
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
            let file = Int(NewFile.mode(in: path))
            let folder = file | (file & 0o660) >> 2 & 0o110 | (file == 0o660 ? 0o2000 : 0)
            if !FileManager.default.fileExists(atPath: path) {
                try FileManager.default.createDirectory(
                    atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: folder])
            }
            let place = place(of: hash)
            try Data(bytes).write(to: URL(fileURLWithPath: place), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: file], ofItemAtPath: place)
        } catch {
            throw StoreError(
                .cannotWrite,
                Phrase(
                    fa: "تصویر در \(path) نوشته نشد: \(Self.reason(error))",
                    en: "The picture could not be written to \(path): \(Self.reason(error))"))
        }
        return hash
    }

    private static func reason(_ error: any Error) -> Phrase {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return systemReason(Int32(truncatingIfNeeded: cause?.code ?? Int(EIO)))
    }
}
