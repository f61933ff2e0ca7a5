import Domain
import Mustache
import Persian
import Store

/// Prints an edition of the bulletin as one HTML file that stands alone: no script, no request, right-to-left, light and
/// dark, on a telephone and on A4.
///
///     office.use(BulletinPage())
///
/// What it prints comes from the content and its pictures alone: no clock, no order of a dictionary, no floating point. The
/// words and drawings of ``BulletinContent/currentLayout`` are proved by golden files and never change; another look is
/// another layout.
public struct BulletinPage: BulletinPress {
    public init() {}

    /// - Throws: `unknown-value` for a template that cannot be printed by, or for a layout of a newer program; `not-found`
    ///   for a picture that is gone.
    public func html(
        of content: BulletinContent, picture: (String) -> [UInt8]?
    ) throws(Refusal) -> [UInt8] {
        guard content.layout == BulletinContent.currentLayout else { throw .newerLayout(content.layout) }
        let own = content.template
        if let own { try BulletinTemplate.check(own) }
        let values = try BulletinModel(content).values(picture: picture)
        let text = own ?? String(decoding: PackageResources.bulletin_mustache, as: UTF8.self)
        do {
            return Array(try MustacheTemplate(string: text).render(values).utf8)
        } catch {
            throw BulletinTemplate.refusal(error)
        }
    }
}

extension Refusal {
    fileprivate static func newerLayout(_ layout: Int) -> Refusal {
        .unknown(
            "layout", Phrase(fa: "چیدمان خبرنامه", en: "layout of the bulletin"), value: String(layout),
            accepted: Phrase(fa: "چیدمانی که این نسخه برنامه می‌شناسد", en: "one that this version of the program knows")
        )
    }
}
