import Domain
import Persian
import Store

/// Certificates to be printed, each on one A4 page across.
struct CertificatePages: Printable {
    /// What stands on one of them.
    struct Sheet: Sendable {
        let certificate: Certificate
        let course: Course
        let person: Person
        let attended: Int
    }

    let sheets: [Sheet]
    let office: String
    let masking: Masking

    /// The certificate of a serial, or all of a course, by the names of those who hold them.
    ///
    /// - Throws: `not-found` when there is no such certificate, or none was issued for the course.
    init(_ serialOrCourse: String, for masking: Masking, in reader: Reader) throws(DecideError) {
        self.masking = masking
        office = try reader.setting("office.name").string ?? ""
        let code = normalisedCode(serialOrCourse) ?? serialOrCourse
        var sheets: [Sheet] = []
        if let course = try reader.find(Course.self, key: code) {
            for place in try reader.roster(of: course.code, withSeat: true) {
                guard let row = try reader.enrolmentRow(at: place), let serial = row.certificate,
                    let certificate = try reader.find(Certificate.self, key: serial)
                else { continue }
                sheets.append(
                    Sheet(
                        certificate: certificate, course: course, person: row.person, attended: row.attended.count))
            }
            if sheets.isEmpty { throw .refused(Self.none(of: course)) }
        } else {
            let certificate = try reader.certificate(serialOrCourse)
            guard let course = try reader.find(Course.self, key: certificate.course),
                let person = try reader.find(Person.self, key: certificate.person)
            else { throw .refused(.notFound(Certificate.kind, serialOrCourse, field: "code")) }
            let row = try reader.enrolmentRow(of: certificate.person, in: course.code)
            sheets.append(
                Sheet(
                    certificate: certificate, course: course, person: person, attended: row?.attended.count ?? 0))
        }
        self.sheets = sheets
    }

    private static func none(of course: Course) -> Refusal {
        Refusal(
            .notFound, field: "code",
            Phrase(
                fa: "برای دوره \(course.code) هنوز گواهی صادر نشده است؛ نخست آن را صادر کنید.",
                en: "No certificate of \(course.code) has been issued yet; issue it first."))
    }

    /// How many there are.
    var count: Int { sheets.count }

    /// The file that prints them.
    func pages() throws(PageError) -> PrintedPages {
        var pages: [String] = []
        for sheet in sheets {
            pages.append(try PrintedPages.render(PackageResources.certificate_mustache, values(sheet)))
        }
        let title = sheets.count == 1 ? "گواهی \(sheets[0].certificate.serial)" : "گواهی‌های \(sheets[0].course.code)"
        return PrintedPages(title: title, isLandscape: true, style: Self.style, sheets: pages)
    }

    private func values(_ sheet: Sheet) -> [String: Any] {
        let (course, language) = (sheet.course, Language.persian)
        let (hours, minutes) = (course.minutes / 60, course.minutes % 60)
        return [
            "office": office, "name": sheet.person.fullName,
            "nationalID": language.digits(masking.nationalID(sheet.person.nationalID)), "title": course.title,
            "course": course.code, "from": course.from.longText(.jalali, language),
            "to": course.to.longText(.jalali, language), "sessions": language.number(course.sessions.count),
            "hours": language.digits(minutes == 0 ? "\(hours)" : "\(hours)٫\(minutes * 10 / 60)"),
            "attended": language.number(sheet.attended), "serial": sheet.certificate.serial,
            "issuedOn": sheet.certificate.issuedOn.longText(.jalali, language),
        ]
    }

    private static let style = """
        .frame { height: 100%; border: .8mm solid #14705c; outline: .3mm solid #c5a24a; outline-offset: -3mm; padding: 12mm 20mm; text-align: center; display: flex; flex-direction: column; justify-content: space-between }
        .invocation { font-size: 11pt; color: #52606d }
        .office { font-size: 14pt; color: #14705c; margin-top: 2mm }
        h1 { font-size: 30pt; color: #14705c; margin-top: 4mm }
        .text { font-size: 15pt; line-height: 2 }
        .name { font-size: 27pt; font-weight: bold; overflow-wrap: anywhere; max-height: 32mm; overflow: hidden }
        footer { display: flex; justify-content: space-between; align-items: flex-end; font-size: 12pt; line-height: 1.8 }
        footer p { width: 30% }
        .signature { border-top: .3mm dotted #52606d; padding-top: 2mm; color: #52606d }
        .check { font-size: 9pt; color: #52606d }
        """
}

extension Reader {
    /// The certificate of a serial, however it is typed.
    ///
    /// - Throws: `not-found`, saying whether the serial is mistyped, was never given, or was voided.
    public func certificate(_ text: String) throws(DecideError) -> Certificate {
        guard let serial = CertificateSerial(parsing: text) else {
            throw .refused(CertificateSerial.isSerial(text) ? .mistyped(text) : .noSerial(text))
        }
        if let certificate = try find(Certificate.self, key: serial.text) { return certificate }
        let wasIssued = serial.number <= (try lastCertificate())
        throw .refused(wasIssued ? .voided(serial) : .neverIssued(serial))
    }
}

extension Refusal {
    private static func unreal(_ phrase: Phrase) -> Refusal { Refusal(.notFound, field: "code", phrase) }

    fileprivate static func noSerial(_ text: String) -> Refusal {
        let example = CertificateSerial(number: 1).text
        return unreal(
            Phrase(
                fa: "«\(text)» شماره گواهی نیست؛ شماره‌ای مانند \(example) بنویسید.",
                en: "“\(text)” is no serial of a certificate; write one such as \(example)."))
    }

    fileprivate static func mistyped(_ text: String) -> Refusal {
        unreal(
            Phrase(
                fa:
                    "شماره \(text) درست نیست: رقم آزمون آن با بقیه نمی‌خواند. اگر از روی گواهی نوشته‌اید، دوباره بخوانید؛ اگر همین است، گواهی ساختگی است.",
                en:
                    "The serial \(text) is not real: its check digit does not fit. Read it from the paper again; if it stands there so, the certificate is forged."
            ))
    }

    fileprivate static func neverIssued(_ serial: CertificateSerial) -> Refusal {
        unreal(
            Phrase(
                fa: "گواهی \(serial.text) هرگز صادر نشده است.",
                en: "The certificate \(serial.text) was never issued."))
    }

    fileprivate static func voided(_ serial: CertificateSerial) -> Refusal {
        unreal(
            Phrase(
                fa: "گواهی \(serial.text) صادر شده بود، ولی باطل شده است؛ علت در دفتر رویدادها هست.",
                en: "The certificate \(serial.text) was issued but has been voided; the ledger tells why."))
    }
}
