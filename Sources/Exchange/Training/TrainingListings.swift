import Domain
import Persian
import Store

/// Courses with their seats.
enum CoursesListing: RecordListing {
    typealias Item = Course
    static let id = "courses"

    static func headers(_ language: Language) -> [String] {
        Course.columns.map { $0.phrase[language] }
            + [
                Phrase(fa: "ثبت‌نام‌شده", en: "enrolled"), Phrase(fa: "در نوبت", en: "waiting"),
                Phrase(fa: "جای خالی", en: "free"),
            ].map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Course.self, matching: question.filter, limit: question.limit) { (course) throws(DecideError) in
            guard let row = try reader.courseRow(course.code) else { return }
            let seats = [row.taken, row.waiting, row.free]
            let json = course.json(question.masking).adding(
                zip(["enrolled", "waiting", "free"], seats).map { .init($0, .integer($1)) })
            try body(ListingRow(cells: question.cells(course) + seats.map(String.init), json: json))
        }
    }
}

/// Enrolments in the columns of the sheet from which people are enrolled.
enum EnrolmentsListing: RecordListing {
    typealias Item = Enrolment
    static let id = "enrolments"
    static let shows = [Enrolment.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showEnrolment(code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        EnrolmentsSheet.written.map { EnrolmentsSheet.header(of: $0, in: language) }
            + [Phrase(fa: "نوبت", en: "place"), Phrase(fa: "جلسه‌های حاضر", en: "sessions attended")].map {
                $0[language]
            }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Enrolment.self, matching: question.filter, limit: question.limit) {
            (enrolment) throws(DecideError) in
            guard let row = try reader.enrolmentRow(of: enrolment) else { return }
            let cells = EnrolmentsSheet.written.map { column in
                switch column {
                case .course: enrolment.course
                case .nationalID: question.mask(enrolment.person)
                case .name: row.person.fullName
                case .lastName: ""
                case .state: enrolment.state.phrase[question.language]
                }
            }
            let json = enrolment.json(question.masking).adding([
                .init("name", .string(row.person.fullName)), .init("place", row.place.json),
                .init("attended", .integer(row.attended.count)), .init("certificate", row.certificate.json),
            ])
            try body(
                ListingRow(cells: cells + [row.place.map(String.init) ?? "", String(row.attended.count)], json: json))
        }
    }
}

/// Certificates with whom and what they speak of.
enum CertificatesListing: RecordListing {
    typealias Item = Certificate
    static let id = "certificates"
    static let shows = [Certificate.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showCertificate(code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        Certificate.columns.map { $0.phrase[language] }
            + [Phrase(fa: "نام", en: "name"), Phrase(fa: "عنوان دوره", en: "title")].map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Certificate.self, matching: question.filter, limit: question.limit) {
            (certificate) throws(DecideError) in
            let name = try reader.find(Person.self, key: certificate.person)?.fullName ?? ""
            let title = try reader.find(Course.self, key: certificate.course)?.title ?? ""
            let json = certificate.json(question.masking).adding([
                .init("name", .string(name)), .init("title", .string(title)),
            ])
            try body(ListingRow(cells: question.cells(certificate) + [name, title], json: json))
        }
    }
}

/// How long each person sat in courses.
enum HoursListing: Listing {
    static let id = "hours"
    static let title = Phrase(fa: "ساعت آموزش", en: "training hours")
    static let shows = [Course.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showHours(of: Person.kind, self, code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        [
            Phrase(fa: "کد ملی", en: "national id"), Phrase(fa: "نام", en: "name"), Phrase(fa: "دوره‌ها", en: "courses"),
            Phrase(fa: "جلسه‌ها", en: "sessions"), Phrase(fa: "ساعت", en: "hours"),
        ].map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        for line in question.matches(try reader.hoursByPerson()) {
            let id = question.mask(line.key)
            let json = JSON.object([
                .init("person", .string(id)), .init("name", .string(line.name)),
                .init("courses", .integer(line.courses)),
                .init("sessions", .integer(line.sessions)), .init("hours", .decimal(line.hours)),
            ])
            let cells = [id, line.name, String(line.courses), String(line.sessions), line.hoursText]
            try body(ListingRow(cells: cells, json: json))
        }
    }
}

/// How long the people of each group sat in courses.
enum GroupHoursListing: Listing {
    static let id = "group-hours"
    static let title = Phrase(fa: "ساعت آموزش گروه", en: "training hours of a group")
    static let shows = [Course.kind, Group.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showHours(of: Group.kind, self, code, question, reader)
    }

    static func headers(_ language: Language) -> [String] {
        [
            Phrase(fa: "شماره ثبت", en: "group"), Phrase(fa: "نام گروه", en: "name"),
            Phrase(fa: "نفر", en: "people"), Phrase(fa: "دوره‌ها", en: "courses"),
            Phrase(fa: "نفرجلسه", en: "attendances"), Phrase(fa: "نفرساعت", en: "person-hours"),
        ].map { $0[language] }
    }

    static func each(
        _ question: ListingQuestion, in reader: Reader, _ body: (ListingRow) throws(DecideError) -> Void
    ) throws(DecideError) {
        for line in question.matches(try reader.hoursByGroup()) {
            let json = JSON.object([
                .init("group", .string(line.key)), .init("name", .string(line.name)),
                .init("people", .integer(line.people)), .init("courses", .integer(line.courses)),
                .init("attendances", .integer(line.sessions)), .init("hours", .decimal(line.hours)),
            ])
            let cells = [
                line.key, line.name, String(line.people), String(line.courses), String(line.sessions), line.hoursText,
            ]
            try body(ListingRow(cells: cells, json: json))
        }
    }
}

extension TrainingHours {
    fileprivate var hours: Double { Double(minutes) / 60 }
    /// "4.5", "12"
    fileprivate var hoursText: String {
        let tenths = (minutes * 10 + 30) / 60
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

extension ListingQuestion {
    /// The columns of a record as cells of a sheet.
    func cells<R: Record>(_ record: R) -> [String] {
        R.columns.map { record.cell($0, language, masking) }
    }

    /// The lines of a report that hold all words of the filter, as far as the limit.
    fileprivate func matches(_ lines: [TrainingHours]) -> [TrainingHours] {
        let matching = lines.filter { line in
            let text = "\(line.key) \(line.name)".folded()
            return filter.words.allSatisfy { text.contains($0) }
        }
        return Array(matching.prefix(limit ?? .max))
    }
}
