import Domain
import Glibc
import Persian

/// A note beside a file that was found damaged, `NAME-damaged`: until a backup is restored, or the file is found sound
/// again, nothing is written to it, whoever opens it.
enum Damage {
    private static func path(of file: String) -> String { file + "-damaged" }

    /// Keeps the note. Where it cannot be written nobody else is told, and this process still writes nothing.
    static func note(_ problem: Phrase, of file: String) {
        let descriptor = NewFile.open(path(of: file), O_WRONLY | O_EXCL)
        guard descriptor >= 0 else { return }
        let text = problem.fa + "\n" + problem.en + "\n"
        _ = text.withCString { write(descriptor, $0, strlen($0)) }
        close(descriptor)
    }

    /// The file was found sound, or a sound one took its place.
    static func forget(of file: String) { unlink(path(of: file)) }

    /// What is said to whoever would write to a file of which that is noted; nil when nothing is.
    static func noted(of file: String) -> StoreError? {
        var status = stat()
        return lstat(path(of: file), &status) == 0 ? .knownDamaged(file) : nil
    }
}

extension StoreError {
    /// Names the newest sound backup beside the file, where there is one.
    static func knownDamaged(_ path: String) -> StoreError {
        let backup = Backup.newestSound(beside: path)
        let remedy =
            backup.map {
                Phrase(
                    fa: "تازه‌ترین پشتیبان سالم کنار آن: «khedmat restore \($0)»",
                    en: "the newest sound backup beside it: “khedmat restore \($0)”")
            }
            ?? Phrase(
                fa: "پشتیبانی را با «khedmat restore» بازگردانید", en: "bring back a backup with “khedmat restore”")
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
        Damage.note(error.phrase, of: path)
    }
}
