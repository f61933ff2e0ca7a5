import Domain
import Foundation
import Glibc
import Persian
import Store

/// Why a pack could not be read; nothing was changed then.
public enum PackError: Error, Hashable, Sendable {
    /// It is sealed, and no passphrase was given.
    case sealed(String)
    case seal(SealError)
    case store(StoreError)

    public var phrase: Phrase {
        switch self {
        case .sealed(let path):
            Phrase(
                fa: "\(path) مهرشده است و گذرعبارت می‌خواهد.", en: "\(path) is sealed and needs its passphrase.")
        case .seal(let error): error.phrase
        case .store(let error): error.phrase
        }
    }
}

extension BroughtPack {
    /// Reads a pack that came home, sealed or not.
    ///
    ///     let pack = try BroughtPack(path: "c14.sealed", passphrase: Passphrase("…"))
    ///
    /// - Parameter passphrase: what a sealed one is opened with.
    public init(path: String, passphrase: Passphrase?) throws(PackError) {
        guard SealedFile.isSealed(path) else {
            do throws(StoreError) { try self.init(path: path) } catch { throw .store(error) }
            return
        }
        guard let passphrase else { throw .sealed(path) }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let plain = folder.path + "/pack"
        do throws(SealError) { try SealedFile.unseal(path, to: plain, with: passphrase) } catch { throw .seal(error) }
        do throws(StoreError) { try self.init(path: plain, name: path) } catch { throw .store(error) }
    }
}

/// A folder that only its owner reads, for what is unsealed for a moment.
private struct TemporaryFolder {
    let path: String

    init() throws(PackError) {
        var template = Array((FileManager.default.temporaryDirectory.path + "/khedmat.XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            let error = SheetWriteError(path: FileManager.default.temporaryDirectory.path, code: errno)
            throw .seal(.unwritable(error.phrase))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
