import Persian

extension Enrolment {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "ثبت‌نام \(name) در \(course)", en: "enrolment of \(name) in \(course)")
    }
}

extension CourseAttendance {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let course = try registry.title(of: Course.self, course)
        return Phrase(fa: "حضور در جلسه \(session)، \(course)", en: "attendance at \(session), \(course)")
    }
}

extension Certificate {
    /// - Throws: what the store reports.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "گواهی \(name) (\(serial))", en: "certificate of \(name) (\(serial))")
    }
}
