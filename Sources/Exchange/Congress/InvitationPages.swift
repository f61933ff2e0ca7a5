import Domain
import Persian
import Store

/// Invitations to the congress, each on a page of its own, with the guest's code as text and as a QR code that a door
/// reads.
struct InvitationPages: Printable {
    let guests: [Guest]
    let congress: Congress
    let office: String

    /// The invitation of a guest, or those of a year's edition that stand, in the order of the protocol.
    ///
    /// - Throws: `not-found` when there is neither such a guest nor such an edition, or when nobody is invited to it;
    ///   `revoked` for an invitation that was taken back.
    init(_ codeOrYear: String, in reader: Reader) throws(DecideError) {
        office = try reader.setting("office.name").string ?? ""
        let code = normalisedCode(codeOrYear) ?? codeOrYear
        if let congress = try reader.find(Congress.self, key: code) {
            self.congress = congress
            var standing: [Guest] = []
            try reader.each(Guest.self, matching: Filter(), limit: nil) { (guest) throws(DecideError) in
                if guest.congress == congress.year, guest.isStanding { standing.append(guest) }
            }
            if standing.isEmpty { throw .refused(Self.nobody(congress)) }
            guests = standing
            return
        }
        guard let guest = try reader.find(Guest.self, key: code),
            let congress = try reader.find(Congress.self, key: guest.congress)
        else { throw .refused(.notFound(Guest.kind, codeOrYear, field: "code")) }
        if !guest.isStanding { throw .refused(Self.notStanding(guest)) }
        self.congress = congress
        guests = [guest]
    }

    private static func nobody(_ congress: Congress) -> Refusal {
        Refusal(
            .notFound, field: "code",
            Phrase(
                fa:
                    "به کنگره \(numeral: congress.year) هنوز کسی دعوت نشده است؛ نخست مهمانان را دعوت کنید.",
                en:
                    "Nobody is invited to the congress of \(numeral: congress.year) yet; invite guests first."
            ))
    }

    private static func notStanding(_ guest: Guest) -> Refusal {
        Refusal(
            guest.state == .revoked ? .revoked : .wrongState, field: "code",
            Phrase(
                fa: "دعوت \(guest.code) («\(guest.name)») \(guest.state.phrase) است و چاپ نمی‌شود.",
                en: "The invitation \(guest.code) (“\(guest.name)”) is \(guest.state.phrase) and is not printed."))
    }

    var count: Int { guests.count }

    func pages() throws(PageError) -> PrintedPages {
        var pages: [String] = []
        for guest in guests {
            pages.append(try PrintedPages.render(PackageResources.invitation_mustache, try values(guest)))
        }
        let title =
            guests.count == 1
            ? "دعوت‌نامه \(guests[0].code)" : "دعوت‌نامه‌های کنگره \(persianDigits(congress.year))"
        return PrintedPages(title: title, style: Self.style, sheets: pages)
    }

    private func values(_ guest: Guest) throws(PageError) -> [String: Any] {
        guard let qr = QRCode(guest.code) else { throw PageError(withoutQRCode: guest.code) }
        let language = Language.persian
        let companions = guest.companions > 0 ? " و \(language.number(guest.companions)) همراه" : ""
        return [
            "office": office, "year": language.digits(congress.year), "number": language.number(congress.number),
            "city": congress.city, "venue": congress.venue, "from": congress.from.longText(.jalali, language),
            "to": congress.to.longText(.jalali, language), "name": guest.name, "title": guest.title ?? "",
            "companions": companions, "seats": language.number(guest.seats), "category": guest.category.phrase.fa,
            "code": guest.code, "qr": qr.svg(side: 46),
        ]
    }

    private static let style = """
        .frame { height: 100%; border: .8mm solid #14705c; outline: .3mm solid #c5a24a; outline-offset: -3mm; padding: 16mm 18mm; text-align: center; display: flex; flex-direction: column; justify-content: space-between }
        .invocation { font-size: 11pt; color: #52606d }
        .office { font-size: 12pt; color: #52606d; margin-top: 2mm }
        h1 { font-size: 26pt; color: #14705c; margin-top: 4mm; line-height: 1.5 }
        .name { font-size: 24pt; font-weight: bold; overflow-wrap: anywhere; max-height: 40mm; overflow: hidden }
        .title { font-size: 14pt; color: #52606d; margin-top: 2mm; overflow-wrap: anywhere; max-height: 16mm; overflow: hidden }
        .text { font-size: 15pt; line-height: 2.1 }
        .pass { display: flex; align-items: center; gap: 10mm; border-top: .3mm dotted #52606d; padding-top: 8mm; text-align: start; font-size: 12pt; line-height: 1.8 }
        .qr { flex: none }
        .code { font-size: 26pt; font-weight: bold; letter-spacing: .05em }
        .check { color: #52606d; font-size: 10pt }
        """
}

extension Guest {
    /// Whether the invitation is one that may still be used.
    fileprivate var isStanding: Bool { state != .revoked && state != .declined }
}
