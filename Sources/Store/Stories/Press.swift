import CNettle
import Domain
import GRDB
import Persian

/// What prints an issue of the bulletin. The rules freeze what an issue says, the press makes the HTML of it, and the ledger
/// keeps the SHA-256 of that; the office's file knows nothing of HTML.
///
///     let office = try OfficeFile(path: "qom.db")
///     office.use(press)
public protocol BulletinPress: Sendable {
    /// The HTML of an edition: the same bytes from the same content and pictures, on whatever machine and day.
    ///
    /// - Parameter picture: the bytes of a picture by its hash; nil when there is none.
    /// - Throws: `unknown-value` for a template that cannot be printed by; `not-found` for a picture that is gone.
    func html(of content: BulletinContent, picture: (String) -> [UInt8]?) throws(Refusal) -> [UInt8]

    /// The office's own template, by which the next issue is printed; nil for the program's.
    ///
    /// - Throws: `unknown-value` for one that cannot be read or printed by.
    func ownTemplate() throws(Refusal) -> String?
}

extension BulletinPress {
    /// None.
    ///
    /// - Throws: nothing.
    public func ownTemplate() throws(Refusal) -> String? { nil }
}

/// What stands beside an office's file: its pictures, and what prints its bulletins.
struct Beside: Sendable {
    var pictures: PictureFolder?
    var press: (any BulletinPress)?
}

extension OfficeFile {
    /// Tells by what bulletins are printed when they are issued and proved.
    public func use(_ press: any BulletinPress) { beside.withLock { $0.press = press } }

    /// The HTML of what a bulletin says.
    ///
    /// - Throws: `unknown-value` for a template that cannot be printed by; `not-found` for a picture that is gone;
    ///   `cannotWrite` without a press.
    public func printed(_ content: BulletinContent) throws(DecideError) -> String {
        let beside = beside.withLock { $0 }
        guard let press = beside.press else { throw .store(.noPress) }
        do throws(Refusal) {
            let html = try press.html(of: content) { beside.pictures?.bytes(of: $0) }
            return String(decoding: html, as: UTF8.self)
        } catch {
            throw .refused(error)
        }
    }

    /// Whether bulletins can be printed.
    public var hasPress: Bool { beside.withLock { $0.press != nil } }

    /// The folder of the pictures beside the file; nil where the file is only in memory.
    public var pictures: PictureFolder? { beside.withLock { $0.pictures } }
}

/// SHA-256.
public enum Digest {
    /// As 64 hexadecimal digits in small letters.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hash = Ledger.hash(bytes, after: [])
        return String(decoding: hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
