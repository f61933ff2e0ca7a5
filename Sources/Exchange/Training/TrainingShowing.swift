import Domain
import Persian
import Store

extension Showing {
    /// An enrolment by its course and person, `RK-1401/9990000034`, in any digits.
    mutating func showEnrolment(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let parts = code.split(separator: "/").map(String.init)
        guard parts.count == 2, let course = normalisedCode(parts[0]), let id = try? NationalID(parts[1]),
            let row = try reader.enrolmentRow(of: id.digits, in: course)
        else { throw .refused(.notFound(Enrolment.kind, code, field: "code")) }
        try show(Enrolment.self, row.enrolment.key, question, reader)
        facts.insert((Phrase(fa: "نام", en: "name"), Phrase(fa: row.person.fullName, en: row.person.fullName)), at: 0)
        json = json.adding([
            .init("name", .string(row.person.fullName)), .init("place", row.place.json),
            .init("attended", row.attended.sorted().json), .init("certificate", row.certificate.json),
        ])
    }

    /// Whether a certificate is real, and whom and what it speaks of.
    mutating func showCertificate(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let certificate = try reader.certificate(code)
        try show(Certificate.self, certificate.serial, question, reader)
        let name = try reader.find(Person.self, key: certificate.person)?.fullName ?? ""
        let title = try reader.find(Course.self, key: certificate.course)?.title ?? ""
        let (fa, en) = (
            certificate.issuedOn.longText(.jalali, .persian), certificate.issuedOn.longText(.jalali, .english)
        )
        let answer = Phrase(
            fa:
                "این گواهی درست است: «\(name)» دوره «\(title)» (\(certificate.course)) را گذرانده و گواهی در \(fa) صادر شده است.",
            en:
                "This certificate is real: “\(name)” completed “\(title)” (\(certificate.course)), and it was issued on \(en)."
        )
        facts.insert((Phrase(fa: "پاسخ", en: "answer"), answer), at: 0)
        json = json.adding([
            .init("real", .bool(true)), .init("name", .string(name)), .init("title", .string(title)),
        ])
    }

    /// The hours of one person or group.
    mutating func showHours(
        of kind: RecordKind, _ listing: any Listing.Type, _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let key = (try? NationalID(code))?.digits ?? normalisedCode(code) ?? code
        var question = question
        question.filter = Filter(key)
        var rows: [ListingRow] = []
        try listing.each(question, in: reader) { rows.append($0) }
        guard let row = rows.first else {
            throw .refused(.notFound(kind, code, field: "code"))
        }
        json = row.json
        for (header, pair) in zip(
            listing.headers(.persian), zip(listing.headers(.english), row.rows.first ?? []))
        {
            facts.append((Phrase(fa: header, en: pair.0), Phrase(fa: persianDigits(pair.1.text), en: pair.1.text)))
        }
    }
}
