import Domain
import Persian
import Store

/// What comes from outside and from no key.
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

    /// Tells of something that came from no key.
    public func say(_ trouble: Phrase) { toast = Toast(.alarm, trouble) }
}
