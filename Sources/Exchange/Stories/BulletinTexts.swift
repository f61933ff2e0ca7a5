import Domain
import Persian
import Store

/// The forms in which a bulletin leaves the program.
public enum BulletinForm: String, CaseIterable, Sendable {
    case html, md, atom
}

extension BulletinContent {
    /// The edition in a form: the same bytes whenever and wherever.
    ///
    /// - Throws: what ``BulletinPage/html(of:picture:)`` refuses.
    public func text(as form: BulletinForm, picture: (String) -> [UInt8]?) throws(Refusal) -> String {
        switch form {
        case .html: String(decoding: try BulletinPage().html(of: self, picture: picture), as: UTF8.self)
        case .md: markdown
        case .atom: atom
        }
    }

    /// Markdown, without the drawings: their figures stand in tables.
    var markdown: String {
        let (language, model) = (Language.persian, BulletinModel(self))
        var lines = [
            "# \(Self.marked(title))", "", "\(Self.marked(office)) · \(model.called) · \(on.jalaliText(language))",
        ]
        for erratum in errata {
            let edition = language.digits(String(erratum.edition))
            lines += [
                "", "> **اصلاحیه نوبت \(edition)** (\(erratum.on.jalaliText(language))): \(Self.marked(erratum.note))",
            ]
        }
        for paragraph in BulletinModel.paragraphs(lead ?? "") { lines += ["", Self.marked(paragraph)] }
        for story in stories {
            let by = story.author.isEmpty ? "" : " · نویسنده: \(Self.marked(story.author))"
            lines += ["", "## \(Self.marked(story.title))", "", "*\(Self.marked(story.about))*\(by)"]
            for block in StoryBlock.blocks(of: story.body) {
                lines.append("")
                switch block {
                case .paragraph(let text): lines.append(Self.marked(text))
                case .quotation(let text): lines.append("> «\(Self.marked(text))»")
                case .list(let items): lines += items.map { "- \(Self.marked($0))" }
                }
            }
            for picture in story.pictures { lines += ["", "*تصویر: \(Self.marked(picture.alt))*"] }
        }
        lines += ["", "## کار این سال به رقم", "", "| عنوان | شمار | از چه شمرده شد |", "|---|---|---|"]
        for count in figures.counts {
            let source = "\(model.source(count)) (`khedmat list \(count.figure.listing)`)"
            lines.append("| \(count.figure.phrase.fa) | \(language.number(count.value)) | \(source) |")
        }
        lines += ["", "| ماه | نفرروز | بسته |", "|---|---|---|"]
        for (month, packages) in zip(figures.personDays, figures.packages) {
            lines.append(
                "| \(language.digits(month.name)) | \(language.number(month.value)) | \(language.number(packages.value)) |"
            )
        }
        lines += ["", "| استان | نفرروز |", "|---|---|"]
        for part in figures.provinces { lines.append("| \(Self.marked(part.name)) | \(language.number(part.value)) |") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// An Atom feed (RFC 4287): an entry a story. Its ids are `tag:` URIs (RFC 4151), its dates the issue's own.
    var atom: String {
        let updated = "\(on.iso)T00:00:00+03:30"
        // A tag's day must be one on which its authority stood; that of the issue itself.
        let tag = "tag:khedmat.invalid,\(on.iso):bulletin/\(number)/\(edition)"
        func element(_ name: String, _ text: String) -> String {
            "<\(name)>\(BulletinModel.escaped(BulletinModel.plain(text)))</\(name)>"
        }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fa\">", element("title", title),
            element("subtitle", BulletinModel(self).called), element("id", tag), element("updated", updated),
            "<author>\(element("name", office))</author>",
        ]
        for story in stories {
            lines += [
                "<entry>", element("title", story.title), element("id", "\(tag)/\(story.code)"),
                element("updated", updated), element("published", updated),
            ]
            if !story.author.isEmpty { lines.append("<author>\(element("name", story.author))</author>") }
            let html = BulletinModel.escaped("<div dir=\"rtl\">\(BulletinModel.html(of: story.body))</div>")
            lines += ["<content type=\"html\">\(html)</content>", "</entry>"]
        }
        return (lines + ["</feed>"]).joined(separator: "\n") + "\n"
    }

    /// Text in which nothing means anything to Markdown or HTML.
    private static func marked(_ text: String) -> String {
        var marked = ""
        for scalar in BulletinModel.plain(text).unicodeScalars {
            if "\\`*_{}[]<>#|!&~".unicodeScalars.contains(scalar) { marked += "\\" }
            // A number with a full stop or a sign at the beginning would be a list.
            if marked.isEmpty, "+-=0123456789".unicodeScalars.contains(scalar) { marked += "\u{200E}" }
            marked.unicodeScalars.append(scalar)
        }
        return marked
    }
}

extension Reader {
    /// An issued bulletin in a form, by its number, or "1/2" for an edition that is not the latest.
    ///
    /// - Throws: `not-found`, `wrong-state` for one that is still composed; what the store reports.
    public func bulletin(
        _ key: String, as form: BulletinForm, picture: (String) -> [UInt8]?
    ) throws(DecideError) -> String {
        let plain = latinDigits(key)
        guard let bulletin = try bulletin(plain) else {
            throw .refused(.notFound(Bulletin.kind, plain, field: "number"))
        }
        guard let content = bulletin.content else { throw .refused(.notIssued(bulletin)) }
        do throws(Refusal) {
            return try content.text(as: form, picture: picture)
        } catch {
            throw .refused(error)
        }
    }
}

extension Refusal {
    fileprivate static func notIssued(_ bulletin: Bulletin) -> Refusal {
        Refusal(
            .wrongState, field: "number",
            Phrase(
                fa: "\(bulletin.called) هنوز منتشر نشده است؛ نخست آن را منتشر کنید.",
                en: "The \(bulletin.called) is not issued yet; issue it first."))
    }
}
