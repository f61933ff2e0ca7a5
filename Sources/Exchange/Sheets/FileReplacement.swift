import Glibc
import Store

/// A new file beside the one that it will replace. A device or a pipe is not replaced but written to.
///
///     let file = try FileReplacement(of: "groups.json")
///     // write to file.descriptor, then
///     try file.commit()  // or file.abandon()
public struct FileReplacement {
    /// Where the new content is written.
    public let descriptor: Int32
    private let temporary: String?
    /// Its place in the ``Sweep``.
    private let place: Int
    private let target: String

    /// Opens it. The old file's permissions stay; a new one is 0600, or 0660 in a set-group-ID folder.
    public init(of path: String) throws(SheetWriteError) {
        target = Self.resolved(path)
        var status = stat()
        let exists = stat(target, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw SheetWriteError(path: path, code: EISDIR) }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            temporary = nil
            place = -1
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw SheetWriteError(path: path, code: errno) }
            return
        }
        let mode = exists ? status.st_mode & 0o777 : Self.newFileMode(in: Self.folder(of: target))

        // mkstemp fills in the six letters and never opens a file that another one made.
        var template = (target + ".XXXXXX").utf8CString.map { $0 }
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw SheetWriteError(path: path, code: errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        temporary = name
        place = Sweep.add(name)
        guard fchmod(descriptor, mode) == 0 else {
            let code = errno
            abandon()
            throw SheetWriteError(path: path, code: code)
        }
    }

    /// Writes the whole content and puts it in the place of the old one.
    func write(_ text: String) throws(SheetWriteError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR {
                let code = errno
                abandon()
                throw SheetWriteError(path: target, code: code)
            }
            rest = rest.dropFirst(max(0, count))
        }
        try commit()
    }

    /// Puts the new file in the place of the old one.
    public func commit() throws(SheetWriteError) {
        guard let temporary else {
            close(descriptor)
            return
        }
        guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
            let code = errno
            abandon()
            throw SheetWriteError(path: target, code: code)
        }
        close(descriptor)
        Sweep.forget(place)
        // The rename itself lasts once the folder is on the disk; not every file system can say so.
        let folder = open(Self.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// Puts the new file under the first name that nothing bears yet, and answers which it was.
    func commit(asFirstFreeOf names: some Sequence<String>) throws(SheetWriteError) -> String {
        guard let temporary else {
            close(descriptor)
            return target
        }
        for name in names {
            // Whoever makes a file of that name at the same time finds this one there.
            let reserved = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if reserved < 0, errno == EEXIST { continue }
            let code = errno
            if reserved < 0 {
                abandon()
                throw SheetWriteError(path: name, code: code)
            }
            close(reserved)
            guard fsync(descriptor) == 0, rename(temporary, name) == 0 else {
                let code = errno
                unlink(name)
                abandon()
                throw SheetWriteError(path: name, code: code)
            }
            close(descriptor)
            return name
        }
        abandon()
        throw SheetWriteError(path: target, code: EEXIST)
    }

    /// Leaves the old file as it is.
    public func abandon() {
        close(descriptor)
        if let temporary { unlink(temporary) }
        Sweep.forget(place)
    }

    /// The file behind a symbolic link: the link stays and its file is replaced.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func newFileMode(in folder: String) -> mode_t {
        var status = stat()
        let isShared = stat(folder, &status) == 0 && status.st_mode & S_ISGID != 0
        return isShared ? 0o660 : 0o600
    }
}

extension FileReplacement {
    /// Puts a file of these bytes in the place of another, or writes a new one.
    static func write(_ bytes: [UInt8], to path: String) throws(SheetWriteError) {
        let file = try FileReplacement(of: path)
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file.descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno != EINTR {
                let code = errno
                file.abandon()
                throw SheetWriteError(path: path, code: code)
            }
            rest = rest.dropFirst(max(0, written))
        }
        try file.commit()
    }
}
