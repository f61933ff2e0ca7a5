import Domain
import Persian
import Store

/// Courses with their seats.
enum CoursesListing: RecordListing, ColumnListing {
    typealias Item = Course
    typealias Line = CourseRow
    static let id = "courses"

    static let columns: [ListingColumn<CourseRow>] =
        ListingColumn.fields { $0.course } + [
            .init(Phrase(fa: "ثبت‌نام‌شده", en: "enrolled"), json: "enrolled") { row, _ in .number(row.taken) },
            .init(Phrase(fa: "در نوبت", en: "waiting"), json: "waiting") { row, _ in .number(row.waiting) },
            .init(Phrase(fa: "جای خالی", en: "free"), json: "free") { row, _ in .number(row.free) },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([CourseRow], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Course.self, matching: question.filter, limit: question.limit) { (course) throws(DecideError) in
            guard let row = try reader.courseRow(course.code) else { return }
            try body([row], course.json(question.masking))
        }
    }
}

/// Enrolments in the columns of the sheet from which people are enrolled.
enum EnrolmentsListing: RecordListing, ColumnListing {
    typealias Item = Enrolment
    typealias Line = EnrolmentRow
    static let id = "enrolments"
    static let shows = [Enrolment.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showEnrolment(code, question, reader)
    }

    static let columns: [ListingColumn<EnrolmentRow>] =
        EnrolmentsSheet.listed(
            of: { $0.enrolment },
            [
                .name: { row, _ in Cell(row.person.fullName) },
                .state: { Cell($0.enrolment.state.phrase[$1.language]) },
            ]) + [
            .init(Phrase(fa: "نوبت", en: "place")) { row, _ in Cell(row.place) },
            .init(Phrase(fa: "جلسه‌های حاضر", en: "sessions attended")) { row, _ in .number(row.attended.count) },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([EnrolmentRow], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Enrolment.self, matching: question.filter, limit: question.limit) {
            (enrolment) throws(DecideError) in
            guard let row = try reader.enrolmentRow(of: enrolment) else { return }
            let json = enrolment.json(question.masking).adding([
                .init("name", .string(row.person.fullName)), .init("place", row.place.json),
                .init("attended", .integer(row.attended.count)), .init("certificate", row.certificate.json),
            ])
            try body([row], json)
        }
    }
}

/// Certificates with whom and what they speak of.
enum CertificatesListing: RecordListing, ColumnListing {
    typealias Item = Certificate
    typealias Line = (certificate: Certificate, name: String?, title: String?)
    static let id = "certificates"
    static let shows = [Certificate.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showCertificate(code, question, reader)
    }

    static let columns: [ListingColumn<Line>] =
        ListingColumn.fields { $0.certificate } + [
            .init(Phrase(fa: "نام", en: "name")) { line, _ in Cell(line.name) },
            .init(Phrase(fa: "عنوان دوره", en: "title")) { line, _ in Cell(line.title) },
        ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([Line], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        try reader.each(Certificate.self, matching: question.filter, limit: question.limit) {
            (certificate) throws(DecideError) in
            let name = try reader.find(Person.self, key: certificate.person)?.fullName
            let title = try reader.find(Course.self, key: certificate.course)?.title
            let json = certificate.json(question.masking).adding([
                .init("name", .string(name ?? "")), .init("title", .string(title ?? "")),
            ])
            try body([(certificate, name, title)], json)
        }
    }
}

/// How long each person sat in courses.
enum HoursListing: ColumnListing {
    static let id = "hours"
    static let title = Phrase(fa: "ساعت آموزش", en: "training hours")
    static let shows = [Course.kind, Person.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showHours(of: Person.kind, self, code, question, reader)
    }

    static let columns: [ListingColumn<TrainingHours>] = [
        .init(Phrase(fa: "کد ملی", en: "national id")) { $1.mask($0.key) },
        .init(Phrase(fa: "نام", en: "name")) { line, _ in Cell(line.name) },
        .init(Phrase(fa: "دوره‌ها", en: "courses")) { line, _ in .number(line.courses) },
        .init(Phrase(fa: "جلسه‌ها", en: "sessions")) { line, _ in .number(line.sessions) },
        .init(Phrase(fa: "ساعت", en: "hours")) { line, _ in .quantity(line.rounded) },
    ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([TrainingHours], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        for line in question.matches(try reader.hoursByPerson()) {
            let json = JSON.object([
                .init("person", question.masked(line.key)), .init("name", .string(line.name)),
                .init("courses", .integer(line.courses)),
                .init("sessions", .integer(line.sessions)), .init("hours", .decimal(line.hours)),
            ])
            try body([line], json)
        }
    }
}

/// How long the people of each group sat in courses.
enum GroupHoursListing: ColumnListing {
    static let id = "group-hours"
    static let title = Phrase(fa: "ساعت آموزش گروه", en: "training hours of a group")
    static let shows = [Course.kind, Group.kind]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showHours(of: Group.kind, self, code, question, reader)
    }

    static let columns: [ListingColumn<TrainingHours>] = [
        .init(Phrase(fa: "شماره ثبت", en: "group")) { line, _ in Cell(code: line.key) },
        .init(Phrase(fa: "نام گروه", en: "name")) { line, _ in Cell(line.name) },
        .init(Phrase(fa: "نفر", en: "people")) { line, _ in .number(line.people) },
        .init(Phrase(fa: "دوره‌ها", en: "courses")) { line, _ in .number(line.courses) },
        .init(Phrase(fa: "نفرجلسه", en: "attendances")) { line, _ in .number(line.sessions) },
        .init(Phrase(fa: "نفرساعت", en: "person-hours")) { line, _ in .quantity(line.rounded) },
    ]

    static func read(
        _ question: ListingQuestion, in reader: Reader, _ body: ([TrainingHours], JSON) throws(DecideError) -> Void
    ) throws(DecideError) {
        for line in question.matches(try reader.hoursByGroup()) {
            let json = JSON.object([
                .init("group", .string(line.key)), .init("name", .string(line.name)),
                .init("people", .integer(line.people)), .init("courses", .integer(line.courses)),
                .init("attendances", .integer(line.sessions)), .init("hours", .decimal(line.hours)),
            ])
            try body([line], json)
        }
    }
}

extension TrainingHours {
    fileprivate var hours: Double { Double(minutes) / 60 }
    /// To a tenth of an hour.
    fileprivate var rounded: Quantity { Quantity(thousandths: (minutes * 10 + 30) / 60 * 100) }
}

extension ListingQuestion {
    /// The lines of a report that hold all words of the filter, as far as the limit.
    fileprivate func matches(_ lines: [TrainingHours]) -> [TrainingHours] {
        let matching = lines.filter { line in
            let text = "\(line.key) \(line.name)".folded()
            return filter.words.allSatisfy { text.contains($0) }
        }
        return Array(matching.prefix(limit ?? .max))
    }
}
