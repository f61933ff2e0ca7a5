import CSodium
import Domain
import Foundation
import Glibc
import Persian
import Store

/// What a pack is sealed with on its way: a sentence, known to the office and to the camp's leader.
public struct Passphrase: Sendable {
    let bytes: [UInt8]

    /// The fewest characters that are accepted.
    public static let shortest = 8

    /// Letters that look alike are alike, on whichever keyboard they were typed.
    ///
    /// - Throws: ``SealError/shortPassphrase``.
    public init(_ text: String) throws(SealError) {
        let plain = text.precomposedStringWithCanonicalMapping
        guard plain.count >= Self.shortest else { throw .shortPassphrase }
        bytes = Array(plain.utf8)
    }
}

/// A file sealed with a passphrase, in the manner of age: a key that Argon2id (RFC 9106, 3 passes over 64 MiB) makes of
/// the passphrase and a random salt, and pieces of 64 KiB under XChaCha20-Poly1305 in libsodium's `secretstream`, which
/// does not let them be changed, exchanged or left out.
///
/// The first piece is empty: when it does not open, the passphrase is wrong; when a later one does not, the file is
/// damaged.
///
///     magic 16 · salt 16 · passes 4 · memory in KiB 4 · stream header 24 · empty piece 17 · pieces of up to 65,553
public enum SealedFile {
    private static let magic = Array("khedmat-sealed-1".utf8)
    private static let piece = 64 * 1024
    private static let passes: UInt32 = 3
    private static let memory: UInt32 = 64 * 1024
    /// Numbers are little-endian. What a file asks for beyond these is not tried.
    private static let mostPasses: UInt32 = 4
    private static let mostMemory: UInt32 = 256 * 1024

    private static var saltSize: Int { Int(crypto_pwhash_SALTBYTES) }
    private static var overhead: Int { Int(crypto_secretstream_xchacha20poly1305_abytes()) }
    private static var headerSize: Int { Int(crypto_secretstream_xchacha20poly1305_headerbytes()) }
    private static var frontSize: Int { magic.count + saltSize + 8 }

    /// Whether a file is sealed; false when it cannot be read.
    public static func isSealed(_ path: String) -> Bool {
        // Runs at each start, of which Foundation's FileHandle would take a tenth.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var front = [UInt8](repeating: 0, count: magic.count)
        return Glibc.read(descriptor, &front, front.count) == front.count && front == magic
    }

    /// A key made of a passphrase, ready to seal: making it takes a fifth of a second.
    public struct Sealer: Sendable {
        fileprivate let front: [UInt8]
        fileprivate let key: [UInt8]

        /// - Throws: ``SealError/noMemory``.
        public init(_ passphrase: Passphrase) throws(SealError) {
            try SealedFile.start()
            var salt = [UInt8](repeating: 0, count: SealedFile.saltSize)
            randombytes_buf(&salt, salt.count)
            front = SealedFile.magic + salt + SealedFile.bytes(of: passes) + SealedFile.bytes(of: memory)
            key = try SealedFile.key(of: passphrase, front)
        }

        /// The bytes of a sealed file; use a sealer for one file only.
        public func sealed(_ plain: [UInt8]) -> [UInt8] {
            var state = crypto_secretstream_xchacha20poly1305_state()
            var header = [UInt8](repeating: 0, count: SealedFile.headerSize)
            crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key)
            var sealed = front + header + SealedFile.push(&state, [], front, isLast: false)
            var start = 0
            repeat {
                let end = min(start + SealedFile.piece, plain.count)
                sealed += SealedFile.push(&state, Array(plain[start..<end]), [], isLast: end == plain.count)
                start = end
            } while start < plain.count
            return sealed
        }
    }

    /// Writes a sealed copy of a file under a new name.
    public static func seal(_ source: String, to target: String, with passphrase: Passphrase) throws(SealError) {
        let plain = try read(source)
        if plain.starts(with: magic) { throw .alreadySealed(source) }
        try write(Sealer(passphrase).sealed(plain), to: target)
    }

    /// Writes what is in a sealed file to another under a new name.
    public static func unseal(_ source: String, to target: String, with passphrase: Passphrase) throws(SealError) {
        try write(unsealed(source, with: passphrase), to: target)
    }

    /// What is in a sealed file, in memory alone.
    public static func unsealed(_ source: String, with passphrase: Passphrase) throws(SealError) -> [UInt8] {
        let sealed = try read(source)
        guard sealed.starts(with: magic) else { throw .notSealed(source) }
        guard sealed.count >= frontSize + headerSize + overhead else { throw .damaged(source) }
        try start()
        let front = Array(sealed[..<frontSize])
        let key = try key(of: passphrase, front, source)
        var state = crypto_secretstream_xchacha20poly1305_state()
        var rest = sealed[frontSize...]
        guard crypto_secretstream_xchacha20poly1305_init_pull(&state, Array(rest.prefix(headerSize)), key) == 0 else {
            throw .damaged(source)
        }
        rest = rest.dropFirst(headerSize)
        guard pull(&state, Array(rest.prefix(overhead)), front)?.isLast == false else { throw .wrongPassphrase(source) }
        rest = rest.dropFirst(overhead)
        var plain: [UInt8] = []
        var isWhole = false
        while !rest.isEmpty, !isWhole {
            guard let opened = pull(&state, Array(rest.prefix(piece + overhead)), []) else { throw .damaged(source) }
            plain += opened.bytes
            isWhole = opened.isLast
            rest = rest.dropFirst(piece + overhead)
        }
        guard isWhole, rest.isEmpty else { throw .damaged(source) }
        return plain
    }

    // MARK: Pieces

    private static func push(
        _ state: inout crypto_secretstream_xchacha20poly1305_state, _ plain: [UInt8], _ beside: [UInt8], isLast: Bool
    ) -> [UInt8] {
        var sealed = [UInt8](repeating: 0, count: plain.count + overhead)
        let tag =
            isLast
            ? crypto_secretstream_xchacha20poly1305_tag_final() : crypto_secretstream_xchacha20poly1305_tag_message()
        crypto_secretstream_xchacha20poly1305_push(
            &state, &sealed, nil, plain, UInt64(plain.count), beside, UInt64(beside.count), tag)
        return sealed
    }

    private static func pull(
        _ state: inout crypto_secretstream_xchacha20poly1305_state, _ sealed: [UInt8], _ beside: [UInt8]
    ) -> (bytes: [UInt8], isLast: Bool)? {
        guard sealed.count >= overhead else { return nil }
        // One byte more than needed: an empty array has no place to write to.
        var plain = [UInt8](repeating: 0, count: sealed.count - overhead + 1)
        var tag: UInt8 = 0
        let result = crypto_secretstream_xchacha20poly1305_pull(
            &state, &plain, nil, &tag, sealed, UInt64(sealed.count), beside, UInt64(beside.count))
        guard result == 0 else { return nil }
        return (Array(plain.dropLast()), tag == crypto_secretstream_xchacha20poly1305_tag_final())
    }

    // MARK: Keys

    private static func start() throws(SealError) {
        if sodium_init() < 0 { throw .noMemory }
    }

    private static func key(
        of passphrase: Passphrase, _ front: [UInt8], _ source: String = ""
    ) throws(SealError) -> [UInt8] {
        let salt = Array(front[magic.count..<(magic.count + saltSize)])
        let (passes, memory) = (number(front, at: frontSize - 8), number(front, at: frontSize - 4))
        guard (1...mostPasses).contains(passes), (8...mostMemory).contains(memory) else { throw .damaged(source) }
        var key = [UInt8](repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_keybytes()))
        let result = passphrase.bytes.withUnsafeBytes { bytes in
            bytes.bindMemory(to: CChar.self).baseAddress.map { text in
                crypto_pwhash(
                    &key, UInt64(key.count), text, UInt64(bytes.count), salt, UInt64(passes), Int(memory) * 1024,
                    crypto_pwhash_alg_argon2id13())
            }
        }
        guard result == 0 else { throw .noMemory }
        return key
    }

    private static func bytes(of number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func number(_ bytes: [UInt8], at start: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << ($1 * 8) }
    }

    // MARK: Files

    private static func read(_ path: String) throws(SealError) -> [UInt8] {
        do throws(SheetError) { return try readFile(path, name: path) } catch { throw .unreadable(error.phrase) }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(SealError) {
        do throws(StoreError) {
            let file = try UnfinishedFile(for: path)
            do throws(StoreError) { try file.write(bytes) } catch {
                file.abandon()
                throw error
            }
            try file.finish()
        } catch {
            throw .unwritable(error.phrase)
        }
    }
}

/// Why a file was not sealed or not unsealed; nothing was written then.
public enum SealError: Error, Hashable, Sendable {
    case wrongPassphrase(String)
    case damaged(String)
    case notSealed(String)
    case alreadySealed(String)
    case shortPassphrase
    /// The machine has too little memory for the key.
    case noMemory
    case unreadable(Phrase)
    case unwritable(Phrase)

    public var phrase: Phrase {
        switch self {
        case .wrongPassphrase(let path):
            Phrase(
                fa: "گذرعبارت \(path) درست نیست؛ با همان گذرعبارتی که مهر شده است دوباره بکوشید.",
                en: "The passphrase of \(path) is wrong; try again with the one it was sealed with.")
        case .damaged(let path):
            Phrase(
                fa: "پرونده مهرشده \(path) آسیب دیده یا ناتمام است؛ آن را دوباره از مبدأ رونویسی کنید.",
                en: "The sealed file \(path) is damaged or not whole; copy it again from where it came.")
        case .notSealed(let path):
            Phrase(
                fa: "\(path) مهرشده نیست؛ همان‌گونه که هست به کار می‌رود.",
                en: "\(path) is not sealed; it can be used as it is.")
        case .alreadySealed(let path):
            Phrase(fa: "\(path) از پیش مهر شده است.", en: "\(path) is sealed already.")
        case .shortPassphrase:
            Phrase(
                fa: "گذرعبارت باید دست‌کم \(persianDigits(Passphrase.shortest)) نویسه داشته باشد؛ چند واژه بنویسید.",
                en: "A passphrase has at least \(Passphrase.shortest) characters; write a few words.")
        case .noMemory:
            Phrase(
                fa: "حافظه رایانه برای مهر کردن بس نیست؛ ۶۴ مگابایت آزاد لازم است.",
                en: "The machine has too little memory for sealing; it needs 64 MB.")
        case .unreadable(let phrase), .unwritable(let phrase): phrase
        }
    }
}
