import Domain
import Persian
import Store

/// What comes from outside and not from a key.
extension Dashboard {
    /// Goes on with the file that took the place of the one before. Half-filled forms are closed; their drafts stay.
    public func follow(_ office: OfficeFile, _ staff: Staff, _ writer: Writer) {
        self.office = office
        self.staff = staff
        self.writer = writer
        modals = []
        settle { () throws(DecideError) in try refresh() }
        toast = Toast(
            .warning,
            Phrase(
                fa: "پرونده دفتر با پرونده دیگری عوض شد؛ این آن است که اکنون در جای آن است.",
                en: "Another file took the place of the office's; this is what it holds now."))
    }

    /// What is asked before leaving while something that was typed is saved nowhere; nil when all is.
    var unsavedQuestion: Question? {
        let unsaved = screens.compactMap { $0.unsaved() }
        guard !unsaved.isEmpty else { return nil }
        return Question(
            title: Phrase(fa: "هنوز ثبت نشده است", en: "Not recorded yet"),
            text: keymap.telling(unsaved.joined(fa: "\n", en: "\n")),
            answers: [
                .init(Phrase(fa: "ماندن", en: "Stay")),
                .init(Phrase(fa: "رها کردن و بیرون رفتن", en: "Drop it and leave"), .quitLosing),
            ])
    }

    /// Tells of something that came from no key.
    public func say(_ trouble: Phrase) { toast = Toast(.alarm, trouble) }
}
