import Domain
import Persian

/// The office in memory: it applies decisions and keeps a ledger, as the file does, and can tell which of the
/// promises between records are broken.
final class MemoryRegistry: Registry {
    private(set) var records: [String: any Record] = [:]
    private(set) var ledger: [LedgerEntry] = []

    init() {}

    /// One that goes on from another, which stays as it is.
    init(goingOnFrom other: MemoryRegistry) {
        (records, ledger, carried) = (other.records, other.ledger, other.carried)
    }

    /// All records of a type, by key.
    func all<R: Record>(_ type: R.Type = R.self) -> [R] {
        records.values.compactMap { $0 as? R }.sorted { $0.key < $1.key }
    }

    /// What the office holds, by id, whatever the versions are.
    var contents: [String: JSON] {
        records.mapValues { $0.json.without("version") }
    }

    func keep(_ entry: LedgerEntry) throws {
        for change in entry.changes { try apply(change) }
        ledger.append(entry)
    }

    private func apply(_ change: Change) throws {
        let id = change.record.id
        guard records[id]?.json == change.before?.json else { throw Discrepancy(id: id) }
        records[id] = change.after
    }

    /// A change whose `before` is not what the office holds.
    struct Discrepancy: Error { let id: String }

    // MARK: What the rules read

    func find<R: Record>(_ type: R.Type, key: String) -> R? {
        for case let record as R in records.values where record.key == key { return record }
        return nil
    }

    func nextCode<R: Coded>(for type: R.Type) -> String {
        let series = carried.map { R.series.at($0.letter) } ?? R.series
        var number = all(type).compactMap { series.number(of: $0.code) }.max() ?? 0
        func isTaken(_ code: String) -> Bool {
            type is any Body.Type ? body(code) != nil : find(type, key: code) != nil
        }
        repeat { number += 1 } while isTaken(series.code(number))
        return series.code(number)
    }

    func references(to record: any Record, owned: Bool, limit: Int) -> [any Record] {
        let kind = type(of: record).kind
        let found = records.values.filter { $0.refers(to: kind, record.key, owned: owned) }
        let order = Dictionary(
            uniqueKeysWithValues: RecordKind.allTypes.enumerated().map { ($1.kind.name, $0) })
        func place(_ record: any Record) -> (Int, String) { (order[type(of: record).kind.name] ?? 0, record.id) }
        return Array(found.sorted { place($0) < place($1) }.prefix(limit))
    }

    var bodies: [any Body] { records.values.compactMap { $0 as? any Body } }

    func body(_ code: String) -> (any Body)? { bodies.first { $0.code == code } }

    func group(named folded: String, council: String?) -> Group? {
        all(Group.self).first { $0.name.folded() == folded && $0.council == council }
    }

    func group(atlasCode: String) -> Group? { all(Group.self).first { $0.atlasCode == atlasCode } }

    func terms(of body: String, _ office: Office) -> [Term] {
        all(Term.self).filter { $0.body == body && $0.office == office }.sorted { $0.from < $1.from }
    }

    func memberships(of person: NationalID, in group: String) -> [Membership] {
        all(Membership.self).filter { $0.group == group && $0.person == person.digits }.sorted { $0.from < $1.from }
    }

    func camps(of group: String, during days: ClosedRange<Day>) -> [Camp] {
        all(Camp.self).filter { camp in
            camp.groups.contains { $0.group == group } && camp.days.overlaps(days) && camp.state != .cancelled
        }.sorted { $0.from < $1.from }
    }

    func reports(of camp: String) -> [DailyReport] {
        all(DailyReport.self).filter { $0.camp == camp }.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    func attendance(of camp: String, on day: Day) -> Attendance? {
        all(Attendance.self).first { $0.camp == camp && $0.day == day }
    }

    func camps(attendedBy person: String, on day: Day) -> [String] {
        all(Attendance.self).filter { $0.day == day && $0.people.contains(person) }.map(\.camp)
    }

    func recordedDays(of camp: String) -> ClosedRange<Day>? {
        let days =
            all(DailyReport.self).filter { $0.camp == camp }.map(\.day)
            + all(Attendance.self).filter { $0.camp == camp }.map(\.day)
            + all(Incident.self).filter { $0.camp == camp }.map { $0.when.day }
        return days.min().map { $0...(days.max() ?? $0) }
    }

    func openNeeds(of camp: String) -> [Need] { all(Need.self).filter { $0.camp == camp && $0.state == .open } }

    func openIncidents(of camp: String) -> [Incident] {
        all(Incident.self).filter { $0.camp == camp && $0.state == .open }
    }

    func terms(ofPerson person: String) -> [Term] {
        all(Term.self).filter { $0.person == person }.sorted { $0.from < $1.from }
    }

    func memberships(ofPerson person: String) -> [Membership] {
        all(Membership.self).filter { $0.person == person }.sorted { $0.from < $1.from }
    }

    func enrolment(of person: String, in course: String) -> Enrolment? {
        find(Enrolment.self, key: "\(course)/\(person)")
    }

    func enrolments(in course: String) -> [Enrolment] {
        all(Enrolment.self).filter { $0.course == course }.sorted { $0.number < $1.number }
    }

    func enrolments(ofPerson person: String) -> [Enrolment] { all(Enrolment.self).filter { $0.person == person } }

    func seats(in course: String) -> (taken: Int, lastNumber: Int) {
        // Numbers of those that were voided are not given again.
        let numbers = ledger.flatMap(\.changes).compactMap { $0.after as? Enrolment }.filter { $0.course == course }
        return (enrolments(in: course).count { $0.state.takesSeat }, numbers.map(\.number).max() ?? 0)
    }

    func waiting(in course: String, before number: Int) -> Int {
        enrolments(in: course).count { $0.state == .waitlisted && $0.number < number }
    }

    func attendance(ofCourse course: String) -> [CourseAttendance] {
        all(CourseAttendance.self).filter { $0.course == course }
    }

    func attendance(ofCourse course: String, session: String) -> CourseAttendance? {
        attendance(ofCourse: course).first { $0.session == session }
    }

    func courses(taughtBy person: String, during days: ClosedRange<Day>) -> [Course] {
        all(Course.self).filter { $0.trainer == person && $0.state == .announced && $0.days.overlaps(days) }
    }

    func certificate(of person: String, for course: String) -> Certificate? {
        all(Certificate.self).first { $0.person == person && $0.course == course }
    }

    func lastCertificate() -> Int {
        let issued = ledger.flatMap(\.changes).compactMap { $0.after as? Certificate }
        return issued.compactMap { CertificateSerial(parsing: $0.serial)?.number }.max() ?? 0
    }

    func seasons() -> [Season] { all(Season.self).sorted { $0.year < $1.year } }

    private func shifts(where isWanted: (Shift) -> Bool) -> [Shift] {
        all(Shift.self).filter { $0.state == .planned && isWanted($0) }.sorted {
            ($0.from, $0.code) < ($1.from, $1.code)
        }
    }

    func shifts(ofSeason year: Int, in country: Country) -> [Shift] {
        let points = all(ServicePoint.self).filter { $0.season == year && $0.country == country }.map(\.code)
        return shifts { points.contains($0.point) }
    }

    func shifts(at point: String, during moments: Range<Moment>) -> [Shift] {
        shifts { $0.point == point && $0.from.moment < moments.upperBound && $0.to.moment > moments.lowerBound }
    }

    func shifts(of group: String, during moments: Range<Moment>) -> [Shift] {
        shifts { shift in
            shift.groups.contains { $0.group == group } && shift.from.moment < moments.upperBound
                && shift.to.moment > moments.lowerBound
        }
    }

    func tallies(of point: String, during moments: Range<Moment>) -> [Tally] {
        all(Tally.self).filter { $0.point == point && moments.contains($0.hour.moment) }.sorted { $0.hour < $1.hour }
    }

    func recordedMoments(of point: String) -> ClosedRange<Moment>? {
        let moments =
            all(Tally.self).filter { $0.point == point }.map(\.hour.moment)
            + all(Incident.self).filter { $0.point == point }.map(\.when.moment)
        return moments.min().map { $0...(moments.max() ?? $0) }
    }

    func sessions(during moments: Range<Moment>) -> [CongressSession] {
        all(CongressSession.self).filter {
            $0.state == .scheduled && $0.from < moments.upperBound && $0.to > moments.lowerBound
        }.sorted { ($0.from, $0.code) < ($1.from, $1.code) }
    }

    func martyr(ofPerson person: String) -> Martyr? { all(Martyr.self).first { $0.person == person } }

    func seatsInside(ofCongress congress: String) -> Int {
        all(Guest.self).filter { $0.congress == congress }.map(\.seatsInside).reduce(0, +)
    }

    func largestHall(ofCongress congress: String) -> Hall? {
        all(Hall.self).filter { $0.congress == congress }.max { $0.seats < $1.seats }
    }

    /// The pack that this office is, when it is one.
    var carried: Pack?
    func carriedPack() -> Pack? { carried }

    func hasNoStaff() -> Bool { all(Staff.self).isEmpty }

    func activeAdministrators() -> Int {
        all(Staff.self).count { $0.role == .administrator && $0.state == .active }
    }

    func entry(_ id: String) -> LedgerEntry? { ledger.first { $0.id == id } }

    func entries(touching records: [String], afterVersion version: Int) -> [LedgerEntry] {
        ledger.filter { entry in
            entry.changes.contains { change in
                let now = change.after?.version ?? change.record.version + 1
                return records.contains(change.record.id) && now > version
            }
        }
    }

    func entries(touching records: [String], afterNumber number: Int) -> [LedgerEntry] {
        ledger.filter { entry in
            entry.number > number && entry.changes.contains { records.contains($0.record.id) }
        }
    }
}

extension Record {
    /// The kinds and keys of the records that this one refers to.
    var references: [(kinds: [RecordKind], key: String, isOwner: Bool)] {
        Self.columns.flatMap { column in column.keys(self).map { (column.refersTo, $0, column.isOwner) } }
    }

    func refers(to kind: RecordKind, _ key: String, owned: Bool) -> Bool {
        references.contains { $0.kinds.contains(kind) && $0.key == key && (owned || !$0.isOwner) }
    }
}

extension JSON {
    func without(_ name: String) -> JSON { .object((members ?? []).filter { $0.name != name }) }
}
