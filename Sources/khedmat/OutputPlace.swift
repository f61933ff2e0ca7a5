import Exchange
import Glibc
import Persian

extension Invocation {
    /// Refuses to write over what must not be lost: the office's file, what SQLite keeps beside it, and the sheet
    /// that is being read.
    func checkOutput(_ path: String, reading sheet: String? = nil) throws(Failure) {
        if ["", "-wal", "-shm", "-bell"].contains(where: { isSameFile(path, officePath + $0) }) {
            throw Failure(
                .wrongUse,
                Phrase(
                    fa: "«\(path)» پرونده خود دفتر است و چیزی جای آن نوشته نمی‌شود؛ نام دیگری بدهید.",
                    en: "\(path) is the office's own file, which is never written over; give another name."))
        }
        if let sheet, isSameFile(path, sheet) {
            throw Failure(
                .wrongUse,
                Phrase(
                    fa: "«\(path)» همان صفحه‌ای است که وارد می‌شود؛ برای ردیف‌های ردشده نام دیگری بدهید.",
                    en: "\(path) is the sheet being imported; give another name for the refused rows."))
        }
    }
}

extension Output {
    /// Puts a file in the place of another only when it is whole; else the old one stays.
    static func replace(_ path: String, _ write: (Output) throws(Failure) -> Void) throws(Failure) {
        let file: FileReplacement
        do throws(SheetWriteError) { file = try FileReplacement(of: path) } catch { throw Failure(error) }
        do throws(Failure) {
            try write(Output(file.descriptor, name: path))
        } catch {
            file.abandon()
            throw error
        }
        do throws(SheetWriteError) { try file.commit() } catch { throw Failure(error) }
    }
}

/// Whether two paths lead to one file, by whatever links; a file that is not there yet is known by its path.
private func isSameFile(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return a == b }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}
