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
}

/// What stands beside an office's file: its pictures, and what prints its bulletins.
struct Beside: Sendable {
    var pictures: PictureFolder?
    var press: (any BulletinPress)?
}

extension OfficeFile {
    /// Tells by what bulletins are printed when they are issued and proved.
    public func use(_ press: any BulletinPress) { beside.withLock { $0.press = press } }

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

/// Proves the issued bulletins of a file: each is printed again from what the file froze of it.
enum BulletinProof {
    static func problems(in db: Database, beside: Beside) throws -> [Phrase] {
        guard let press = beside.press else { return [] }
        var problems: [Phrase] = []
        for bulletin in try Bulletin.fetch(db, where: "state = 'issued' ORDER BY number, edition") {
            guard let content = bulletin.content else { continue }
            do throws(Refusal) {
                let html = try press.html(of: content) { beside.pictures?.bytes(of: $0) }
                if Digest.hexadecimal(of: html) == bulletin.sha256 { continue }
                problems.append(
                    Phrase(
                        fa: "\(bulletin.called) آن نیست که منتشر شده بود: اثر انگشت آن با دفتر نمی‌خواند.",
                        en: "The \(bulletin.called) is not what was issued: its SHA-256 differs from the ledger's."))
            } catch {
                problems.append(
                    Phrase(
                        fa: "\(bulletin.called) را نمی‌توان دوباره ساخت: \(error.phrase)",
                        en: "The \(bulletin.called) cannot be printed again: \(error.phrase)"))
            }
        }
        return problems
    }
}
