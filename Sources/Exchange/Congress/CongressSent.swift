import Domain
import Persian

extension SentPart {
    static let congress = SentPart(
        part: .congress,
        listings: [
            CongressesListing.self, HallsListing.self, SessionsListing.self, GuestsListing.self, MartyrsListing.self,
        ],
        sheets: [CongressesSheet.self, HallsSheet.self, SessionsSheet.self, GuestsSheet.self, MartyrsSheet.self],
        pages: [.programme, .invitations, .roll])
}

extension ListingKind {
    public static let congresses = ListingKind(CongressesListing.self)
    public static let halls = ListingKind(HallsListing.self)
    public static let sessions = ListingKind(SessionsListing.self)
    public static let guests = ListingKind(GuestsListing.self)
    public static let martyrs = ListingKind(MartyrsListing.self)
}

extension PrintKind {
    /// The programme of a day of the congress, by its date.
    public static let programme = PrintKind(
        "programme", Phrase(fa: "برنامه روز", en: "programme"), reading: SessionsListing.self
    ) { (code, _, reader) throws(DecideError) in try Printed(ProgrammePages(code, in: reader)) }

    /// The invitation of a guest, or all of the congress of a year.
    public static let invitations = PrintKind(
        "invitations", Phrase(fa: "دعوت‌نامه", en: "invitation"), reading: GuestsListing.self
    ) { (code, _, reader) throws(DecideError) in try Printed(InvitationPages(code, in: reader)) }

    /// The roll of honour of an edition of the congress, by its year.
    public static let roll = PrintKind(
        "roll", Phrase(fa: "نام در فهرست شهدا", en: "name of the roll of honour"), reading: MartyrsListing.self
    ) { (code, _, reader) throws(DecideError) in try Printed(RollPages(code, in: reader)) }
}
