import Foundation
import Persian

/// All bytes of a file that somebody named.
enum SmallFile {
    enum Fault: Error {
        /// The `errno` of what is against it.
        case system(Int32)
        case tooLarge
    }

    static func read(_ path: String, limit: Int) throws(Fault) -> [UInt8] {
        let (descriptor, error) = PlainFile.open(path)
        guard descriptor >= 0 else { throw .system(error) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let data: Data
        do { data = try file.read(upToCount: limit + 1) ?? Data() } catch { throw .system(EIO) }
        if data.count > limit { throw .tooLarge }
        return [UInt8](data)
    }
}
