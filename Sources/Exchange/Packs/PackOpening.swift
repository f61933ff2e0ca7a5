import Domain
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

extension OpenedPack {
    /// Reads a pack that came home, sealed or not.
    ///
    ///     let pack = try OpenedPack(path: "c14.sealed", passphrase: Passphrase("…"))
    ///
    /// A sealed one is opened in memory; nothing of it is written anywhere.
    ///
    /// - Parameter passphrase: what a sealed one is opened with.
    public init(path: String, passphrase: Passphrase?) throws(PackError) {
        guard SealedFile.isSealed(path) else {
            do throws(StoreError) { try self.init(path: path) } catch { throw .store(error) }
            return
        }
        guard let passphrase else { throw .sealed(path) }
        let plain: [UInt8]
        do throws(SealError) { plain = try SealedFile.unsealed(path, with: passphrase) } catch { throw .seal(error) }
        do throws(StoreError) { try self.init(bytes: plain, name: path) } catch { throw .store(error) }
    }
}
