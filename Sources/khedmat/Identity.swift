import Domain
import Glibc
import Persian

extension Sender {
    /// The account of the operating system on this machine.
    ///
    /// - Parameter other: the account that an administrator acts for.
    /// - Throws: where the system itself does not say who this is.
    static func ofThisProcess(actingFor other: String?) throws(Failure) -> Sender {
        guard UserNamespace.isWhole else { throw .nobodyKnown }
        let user = geteuid()
        let own = getpwuid(user).map { String(cString: $0.pointee.pw_name) } ?? String(user)
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let station = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard let other, other != own else { return Sender(account: own, station: station) }
        return Sender(account: other, administrator: own, station: station)
    }
}

/// Where Linux gives a program other account numbers than the machine's (`unshare --user`, some containers), anybody may
/// call himself root, and one such place inside another hides whose number it was.
private enum UserNamespace {
    /// Whether account numbers here are the machine's own: all of them, each as itself.
    static var isWhole: Bool {
        let descriptor = open("/proc/self/uid_map", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return true }
        let numbers = bytes[..<count].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
            .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        return numbers == [0, 0, Int(UInt32.max)]
    }
}

extension Failure {
    /// Said before anything is read.
    fileprivate static let nobodyKnown = Failure(
        .failed,
        Phrase(
            fa:
                "در این فضا شماره حساب‌ها از خود دستگاه نیست (user namespace) و نمی‌توان دانست شما کیستید؛ برنامه را بیرون از آن اجرا کنید.",
            en:
                "Account numbers here are not the machine's own (a user namespace), so nobody can tell who you are; run the program outside of it."
        ))
}
