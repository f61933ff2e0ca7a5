import Glibc

/// No sheet of an office is larger: a million rows of 250 letters.
let largestSheet = 256 << 20

/// All bytes of a file of at most `limit`.
func readFile(_ path: String, name: String, limit: Int = .max) throws(SheetError) -> [UInt8] {
    // A pipe would be waited for; whether it is one is seen once it is open.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(name: name, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(name: name, code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory(name: name) }
    if status.st_mode & S_IFMT != S_IFREG { throw .noFile(name: name) }
    if status.st_size > limit { throw .tooLarge(name: name) }

    var bytes: [UInt8] = []
    // What is still being written may grow meanwhile.
    var room = max(Int(status.st_size) + 1, 64 * 1024)
    while true {
        var code: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var read = -1
            repeat { read = Glibc.read(descriptor, buffer.baseAddress, room) } while read < 0 && errno == EINTR
            code = read < 0 ? errno : 0
            count = max(0, read)
        }
        if code != 0 { throw .unreadable(name: name, code: code) }
        if piece.isEmpty { return bytes }
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        if bytes.count > limit { throw .tooLarge(name: name) }
        room = 64 * 1024
    }
}
