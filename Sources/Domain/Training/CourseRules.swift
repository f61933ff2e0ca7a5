import Persian

extension Course {
    /// The session of a code, or `not-found` naming those there are.
    func session(_ code: String) throws(DecideError) -> CourseSession {
        if let session = sessions.first(where: { $0.code == code }) { return session }
        let known = Language.persian.list(sessions.map(\.code))
        throw .refused(
            Refusal(
                .notFound, field: "session",
                Phrase(
                    fa: "دوره \(self.code) جلسه‌ای با کد «\(code.excerpt)» ندارد؛ جلسه‌های آن: \(known).",
                    en: "The course \(self.code) has no session \(code.excerpt); its sessions: \(known).")))
    }

    /// The course ends no sooner than it begins, and each session lies within its days.
    func checkDays() throws(Refusal) {
        if to < from { throw .endBeforeBeginning("to", from: from, to: to) }
        for session in sessions where session.day < from || session.lastDay > to {
            throw Refusal(
                .invalidDate, field: "sessions",
                Phrase(
                    fa:
                        "جلسه \(session.code) (\(session.display(.persian))) بیرون از روزهای دوره است؛ از \(from.jalaliText(.persian)) تا \(to.jalaliText(.persian)) پذیرفته است.",
                    en:
                        "The session \(session.display(.english)) lies outside the course; accepted: \(from.jalaliText(.english)) to \(to.jalaliText(.english))."
                ))
        }
    }

    /// Refuses fewer seats than are taken, and to drop a session at which people were present.
    ///
    /// - Throws: `invalid-date`, `capacity`, `wrong-state`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        do throws(Refusal) { try checkDays() } catch { throw .refused(error) }
        let taken = try registry.seats(in: code).taken
        if taken > capacity { throw .refused(Self.tooFewSeats(capacity, taken, code)) }
        for attendance in try registry.attendance(ofCourse: code) where !moving.contains(attendance.id) {
            if sessions.contains(where: { $0.code == attendance.session }) { continue }
            throw .refused(
                Refusal(
                    .wrongState, field: "sessions",
                    Phrase(
                        fa:
                            "برای جلسه \(attendance.session) دوره \(code) حضور ثبت شده است؛ این جلسه را نمی‌توان برداشت.",
                        en:
                            "Attendance was taken at the session \(attendance.session) of \(code); it cannot be dropped."
                    )))
        }
    }

    private static func tooFewSeats(_ capacity: Int, _ taken: Int, _ code: String) -> Refusal {
        Refusal(
            .capacity, field: "capacity",
            Phrase(
                fa:
                    "\(persianDigits(taken)) جای دوره \(code) گرفته شده است؛ ظرفیت نمی‌تواند \(persianDigits(capacity)) باشد: \(persianDigits(taken)) یا بیشتر بنویسید.",
                en:
                    "The course \(code) has \(taken, "seat") taken; its capacity cannot be \(capacity): write \(taken) or more."
            ))
    }

    /// Warns of other courses of the same trainer at the same hours.
    func warnOfTrainer(_ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        guard let trainer else { return }
        for other in try registry.courses(taughtBy: trainer, during: days).prefix(3) where other.code != code {
            guard let clash = clash(with: other) else { continue }
            let name = try registry.find(Person.self, key: trainer)?.fullName ?? trainer
            decision.warn(.clash(name, clash, of: other))
        }
    }

    /// The first session of the other course that takes place at hours of this one.
    func clash(with other: Course) -> CourseSession? {
        other.sessions.first { session in sessions.contains { $0.overlaps(session) } }
    }
}

extension Warning {
    /// Somebody has two courses at the same hours.
    static func clash(_ name: String, _ session: CourseSession, of course: Course) -> Warning {
        Warning(
            .overlap,
            Phrase(
                fa:
                    "«\(name)» در همین ساعت‌ها دوره \(course.code) (\(course.title)) را هم دارد: جلسه \(session.display(.persian)).",
                en:
                    "“\(name)” also has the course \(course.code) (\(course.title)) at these hours: session \(session.display(.english))."
            ))
    }
}

extension Enrolment {
    /// Refuses as `wrong-state` unless it is in one of these states.
    func require(_ states: [EnrolmentState], in registry: some Registry) throws(DecideError) {
        if states.contains(state) { return }
        let name = try registry.fullName(ofPerson: person)
        throw .refused(
            .wrongState(
                Phrase(fa: "ثبت‌نام «\(name)» در دوره \(course)", en: "the enrolment of “\(name)” in \(course)"),
                is: state.phrase, accepted: states.map(\.phrase).alternatives()))
    }

    /// Refuses as `wrong-state` somebody who cannot have been present on a day of the course.
    func require(attendingOn day: Day, in registry: some Registry) throws(DecideError) {
        if !mayAttend(on: day) { try require([.enrolled], in: registry) }
    }

    /// Nobody takes a seat that is not there, and whoever holds a certificate has completed the course.
    ///
    /// - Throws: `capacity`, `invalid-date`, `wrong-state`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let course = try registry.find(Course.self, key: course) else { return }
        let others = try registry.enrolments(in: course.code).count {
            $0.state.takesSeat && $0.id != id && !moving.contains($0.id)
        }
        if state.takesSeat, others >= course.capacity {
            throw .refused(
                Refusal(
                    .capacity, field: "course",
                    Phrase(
                        fa:
                            "دوره \(course.code) پر است (\(persianDigits(course.capacity)) جا)؛ نخست ظرفیت را بیفزایید یا ثبت‌نامی را پس بگیرید.",
                        en:
                            "The course \(course.code) is full (\(course.capacity, "seat")); raise its capacity or withdraw somebody first."
                    )))
        }
        try checkAbsent(of: course, beside: moving, in: registry) { !mayAttend(on: $0) }
        if state != .completed { try checkUncertified(beside: moving, in: registry) }
    }

    /// What a certificate or attendance speaks of stays.
    ///
    /// - Throws: `invalid-date`, `wrong-state`.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let course = try registry.find(Course.self, key: course) else { return }
        try checkAbsent(of: course, beside: moving, in: registry) { _ in true }
        try checkUncertified(beside: moving, in: registry)
    }

    /// Refuses when the person was present at a session on one of these days.
    private func checkAbsent(
        of course: Course, beside moving: Set<String>, in registry: some Registry, on isWrong: (Day) -> Bool
    ) throws(DecideError) {
        for attendance in try registry.attendance(ofCourse: course.code)
        where attendance.people.contains(person) && !moving.contains(attendance.id) {
            guard let session = course.sessions.first(where: { $0.code == attendance.session }), isWrong(session.day)
            else { continue }
            let name = try registry.fullName(ofPerson: person)
            // After the course's last day nobody withdraws.
            let later =
                session.day < course.to
                ? Phrase(fa: "تاریخ انصراف باید پس از آن باشد، یا نخست", en: "withdraw on a later day, or take")
                : Phrase(fa: "نخست", en: "take")
            throw .refused(
                Refusal(
                    .invalidDate, field: "on",
                    Phrase(
                        fa:
                            "«\(name)» در جلسه \(session.code) (\(session.day.jalaliText(.persian))) حاضر بوده است؛ \(later) نام او را از حاضران بردارید.",
                        en:
                            "“\(name)” was present at the session \(session.code) on \(session.day.jalaliText(.english)); \(later) the name off that session first."
                    )))
        }
    }

    private func checkUncertified(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let certificate = try registry.certificate(of: person, for: course), !moving.contains(certificate.id)
        else { return }
        let name = try registry.fullName(ofPerson: person)
        throw .refused(
            Refusal(
                .wrongState,
                Phrase(
                    fa:
                        "«\(name)» برای دوره \(course) گواهی \(certificate.serial) دارد؛ تا آن باطل نشود، ثبت‌نام همان «گذرانده» می‌ماند.",
                    en:
                        "“\(name)” holds the certificate \(certificate.serial) of \(course); until that is voided the enrolment stays completed."
                )))
    }
}

extension Certificate {
    /// One for each completed enrolment.
    ///
    /// - Throws: `wrong-state`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        let enrolment = try registry.enrolment(of: person, in: course)
        try enrolment?.require([.completed], in: registry)
        guard let held = try registry.certificate(of: person, for: course), held.id != id else { return }
        let name = try registry.fullName(ofPerson: person)
        throw .refused(
            Refusal(
                .wrongState, field: "person",
                Phrase(
                    fa:
                        "«\(name)» برای دوره \(course) از \(held.issuedOn.longText(.jalali, .persian)) گواهی \(held.serial) دارد؛ همان را دوباره چاپ کنید.",
                    en:
                        "“\(name)” has held the certificate \(held.serial) of \(course) since \(held.issuedOn.longText(.jalali, .english)); print that one again."
                )))
    }
}

extension CourseAttendance {
    /// Only people who were in the course on that day are present, at a session that it has.
    ///
    /// - Throws: `not-found`, `wrong-state`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard let course = try registry.find(Course.self, key: course) else { return }
        let session = try course.session(session)
        for enrolment in try enrolments(in: registry) { try enrolment.require(attendingOn: session.day, in: registry) }
    }

    /// The enrolments of those present, in their order, or `not-found`.
    func enrolments(in registry: some Registry) throws(DecideError) -> [Enrolment] {
        var enrolments: [Enrolment] = []
        for person in people {
            guard let enrolment = try registry.enrolment(of: person, in: course) else {
                throw .refused(.notEnrolled(try registry.fullName(ofPerson: person), in: course, field: "people"))
            }
            enrolments.append(enrolment)
        }
        return enrolments
    }
}

extension Refusal {
    /// `not-found`: somebody is not in a course.
    fileprivate static func notEnrolled(_ name: String, in course: String, field: String) -> Refusal {
        Refusal(
            .notFound, field: field,
            Phrase(
                fa: "«\(name)» در دوره \(course) ثبت‌نام نشده است؛ نخست او را ثبت‌نام کنید.",
                en: "“\(name)” is not enrolled in \(course); enrol that person first."))
    }
}

extension Registry {
    /// What somebody is called; of who is not recorded here the national ID, masked: whoever reads the sentence need not
    /// be who typed it.
    func fullName(ofPerson person: String) throws(DecideError) -> String {
        try find(Person.self, key: person)?.fullName ?? Masking(for: .supervisor).nationalID(person)
    }

    /// The enrolment of a person in a course, or `not-found`.
    func existingEnrolment(_ person: Person, in course: Course) throws(DecideError) -> Enrolment {
        if let enrolment = try enrolment(of: person.nationalID, in: course.code) { return enrolment }
        throw .refused(.notEnrolled(person.fullName, in: course.code, field: "person"))
    }
}
