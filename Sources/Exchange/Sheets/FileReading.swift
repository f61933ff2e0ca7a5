import Glibc

/// All bytes of a file.
func readFile(_ path: String, name: String) throws(SheetError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(name: name, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(name: name, code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory(name: name) }

    var bytes: [UInt8] = []
    // A pipe has no size and is read in growing pieces.
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
        room = 64 * 1024
    }
}
