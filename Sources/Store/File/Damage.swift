import Domain
import Glibc
import Persian

/// A note beside a file that was found damaged, `NAME-damaged`: until a backup is restored, or the file is found sound
/// again, nothing is written to it, whoever opens it.
enum Damage {
    private static func path(of file: String) -> String { file + "-damaged" }

    /// What brings a damaged file back.
    enum Remedy: Equatable {
        /// Its ledger is sound: everything else is made anew from it.
        case rebuild
        /// A sound copy beside it.
        case backup(String)
        /// Somebody has to look for a backup.
        case unknown

        /// The newest sound copy beside a file. To find it copies are verified one after another, which is slow.
        static func backup(beside path: String) -> Remedy {
            Backup.newestSound(beside: path).map { .backup($0) } ?? .unknown
        }

        /// The remedy's line in the note; a path means a backup.
        fileprivate var line: String {
            switch self {
            case .rebuild: "rebuild"
            case .backup(let path): path
            case .unknown: ""
            }
        }

        fileprivate init(line: String) {
            switch line {
            case "rebuild": self = .rebuild
            case _ where !line.isEmpty && access(line, R_OK) == 0: self = .backup(line)
            default: self = .unknown
            }
        }

        fileprivate var phrase: Phrase {
            switch self {
            case .rebuild:
                Phrase(
                    fa: "دفتر رویدادهای آن درست است: «khedmat verify --rebuild» بقیه را از نو از آن می‌سازد",
                    en: "its ledger is sound: “khedmat verify --rebuild” makes all the rest anew from it")
            case .backup(let path):
                Phrase(
                    fa: "تازه‌ترین پشتیبان سالم کنار آن: «khedmat restore \(path)»",
                    en: "the newest sound backup beside it: “khedmat restore \(path)”")
            case .unknown:
                Phrase(
                    fa:
                        "پشتیبانی را با «khedmat restore» بازگردانید؛ «khedmat verify» تازه‌ترین پشتیبان سالم کنار آن را می‌یابد",
                    en:
                        "bring back a backup with “khedmat restore”; “khedmat verify” finds the newest sound one beside it"
                )
            }
        }
    }

    /// Writes the note. Where that fails, other processes do not learn of the damage.
    static func note(_ problem: Phrase, of file: String, remedy: Remedy) {
        let descriptor = NewFile.open(path(of: file), O_WRONLY | O_TRUNC)
        guard descriptor >= 0 else { return }
        let text = [problem.fa, problem.en, remedy.line, ""].joined(separator: "\n")
        _ = text.withCString { write(descriptor, $0, strlen($0)) }
        close(descriptor)
    }

    /// Removes the note: the file was found sound, or a sound one took its place.
    static func forget(of file: String) { unlink(path(of: file)) }

    /// The error for writing to a file that has a note; nil when it has none.
    static func noted(of file: String) -> StoreError? {
        var status = stat()
        guard lstat(path(of: file), &status) == 0 else { return nil }
        return .knownDamaged(file, remedy(noted: file))
    }

    private static func remedy(noted file: String) -> Remedy {
        let descriptor = open(path(of: file), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return .unknown }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = read(descriptor, &bytes, bytes.count)
        let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.count > 2 ? Remedy(line: String(lines[2])) : .unknown
    }
}

extension StoreError {
    /// Says what brings the file back.
    fileprivate static func knownDamaged(_ path: String, _ remedy: Damage.Remedy) -> StoreError {
        let remedy = remedy.phrase
        return StoreError(
            .damaged,
            Phrase(
                fa:
                    "پرونده \(path) آسیب‌دیده یافته شد و دیگر چیزی در آن نوشته نمی‌شود؛ خواندن و «khedmat export» کار می‌کند. \(remedy).",
                en:
                    "\(path) was found damaged, and nothing more is written to it; reading and “khedmat export” work. \(remedy.capitalisedFirst)."
            ))
    }
}

extension OfficeFile {
    /// Remembers what was found damaged, so that nothing is written to it any more.
    func noteDamage(_ error: StoreError) {
        guard error.reason == .damaged, let path else { return }
        damage.withLock { $0 = $0 ?? error }
        Damage.note(error.phrase, of: path, remedy: .unknown)
    }
}
