import Domain
import Glibc
import Mustache
import Persian
import Store

/// Prints an edition of the bulletin as one HTML file that stands alone: no script, no request, right-to-left, light and
/// dark, on a telephone and on A4.
///
///     office.use(BulletinPage(templateFile: "/home/ali/.config/khedmat/templates/bulletin.mustache"))
///
/// What it prints comes from the content and its pictures alone: no clock, no order of a dictionary, no floating point. The
/// words and drawings of ``BulletinContent/currentLayout`` are proved by golden files and never change; another look is
/// another layout. An office's own template is frozen in the content.
public struct BulletinPage: BulletinPress {
    /// Where the office's own template may be; nil for none.
    public let templateFile: String?

    public init(templateFile: String? = nil) { self.templateFile = templateFile }

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
            return Array(try Template(text).render(values).utf8)
        } catch {
            throw TemplateFault.refusal(error)
        }
    }

    /// - Throws: `unknown-value` for one that is no text, larger than 100,000 bytes, or breaks a rule of
    ///   ``BulletinTemplate``.
    public func ownTemplate() throws(Refusal) -> String? {
        guard let templateFile else { return nil }
        let bytes: [UInt8]
        do throws(SmallFile.Fault) {
            bytes = try SmallFile.read(templateFile, limit: 100_000)
        } catch {
            switch error {
            case .system(ENOENT), .system(ENOTDIR): return nil
            case .system(let code): throw .unreadable(templateFile, systemReason(code))
            case .tooLarge:
                throw .unreadable(
                    templateFile, Phrase(fa: "بیش از ۱۰۰٬۰۰۰ بایت است", en: "it has more than 100,000 bytes"))
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(templateFile, Phrase(fa: "UTF-8 نیست", en: "it is not UTF-8"))
        }
        if text.isEmpty { return nil }
        try BulletinTemplate.check(text)
        return text
    }
}

extension Refusal {
    fileprivate static func newerLayout(_ layout: Int) -> Refusal {
        .unknown(
            "layout", Phrase(fa: "چیدمان خبرنامه", en: "layout of the bulletin"), value: String(layout),
            accepted: Phrase(fa: "چیدمانی که این نسخه برنامه می‌شناسد", en: "one that this version of the program knows")
        )
    }

    fileprivate static func unreadable(_ path: String, _ what: Phrase) -> Refusal {
        Refusal(
            .unknownValue, field: "template",
            Phrase(
                fa: "قالب خبرنامه در \(path) خوانده نشد: \(what). آن را درست کنید یا بردارید.",
                en: "The bulletin's template at \(path) could not be read: \(what). Mend it or take it away."))
    }
}
