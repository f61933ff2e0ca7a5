import Domain
import GRDB
import Persian

/// Proves the issued bulletins of a file: each is printed again from what the file froze of it. A picture that is gone is
/// told as such: it says nothing against the issue, whose file may still be sound.
struct BulletinProof {
    let db: Database
    let beside: Beside

    /// - Throws: what SQLite reports.
    func check(into report: inout VerifyReport) throws {
        let issues = try Bulletin.fetch(db, where: "state = 'issued' ORDER BY number, edition")
        for issue in issues {
            guard let content = issue.content else { continue }
            let gone = content.stories.flatMap { story in lost(story.pictures).map { (story.code, $0) } }
            for (story, picture) in gone { report.lacks.append(Self.gone(picture, of: story, in: issue)) }
            if let press = beside.press, gone.isEmpty { report.problems += problem(of: issue, content, press) }
        }
        if beside.press == nil, !issues.isEmpty { report.lacks.append(Self.unproved(issues.count)) }
        for story in try Story.fetch(db, where: "pictures <> '[]' AND state <> 'withdrawn' ORDER BY code") {
            for picture in lost(story.pictures) { report.lacks.append(Self.gone(picture, of: story.code, in: nil)) }
        }
    }

    /// Those of which the folder has no sound copy.
    private func lost(_ pictures: [StoryPicture]) -> [StoryPicture] {
        pictures.filter { beside.pictures?.bytes(of: $0.picture) == nil }
    }

    private func problem(
        of issue: Bulletin, _ content: BulletinContent, _ press: any BulletinPress
    ) -> [Phrase] {
        do throws(Refusal) {
            let html = try press.html(of: content) { beside.pictures?.bytes(of: $0) }
            if Digest.hexadecimal(of: html) == issue.sha256 { return [] }
            return [
                Phrase(
                    fa: "\(issue.called) آن نیست که منتشر شده بود: اثر انگشت آن با دفتر نمی‌خواند.",
                    en: "The \(issue.called) is not what was issued: its SHA-256 differs from the ledger's.")
            ]
        } catch {
            return [
                Phrase(
                    fa: "\(issue.called) را نمی‌توان دوباره ساخت: \(error.phrase)",
                    en: "The \(issue.called) cannot be printed again: \(error.phrase)")
            ]
        }
    }

    private static func gone(_ picture: StoryPicture, of story: String, in issue: Bulletin?) -> Phrase {
        let place =
            issue.map {
                Phrase(fa: "روایت \(story) در \($0.called)", en: "the story \(story) in the \($0.called)")
            } ?? Phrase(fa: "روایت \(story)", en: "the story \(story)")
        return Phrase(
            fa: "تصویر «\(picture.alt.excerpt)» از \(place) در پوشه تصویرها نیست، یا دگرگون شده است.",
            en:
                "The picture “\(picture.alt.excerpt)” of \(place) is not in the folder of pictures, or was changed.")
    }

    private static func unproved(_ count: Int) -> Phrase {
        Phrase(
            fa: "\(count) خبرنامه منتشرشده سنجیده نشد، چون این پرونده بی چاپگر خبرنامه باز است.",
            en: "\(count, "issued bulletin") not proved, for this file is open without what prints bulletins.")
    }
}
