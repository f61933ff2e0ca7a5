import Domain
import Persian

/// The office in memory: it applies decisions and keeps a ledger, as the file does, and can tell which of the
/// promises between records are broken.
public final class MemoryRegistry: Registry {
    public private(set) var records: [String: any Record] = [:]
    /// The same by kind and id, and the ids by kind and key: random offices ask a hundred thousand times.
    private var kinds: [String: [String: any Record]] = [:]
    private var ids: [String: [String: String]] = [:]
    public private(set) var ledger: [LedgerEntry] = []

    public init() {}

    /// One that goes on from another, which stays as it is.
    public init(goingOnFrom other: MemoryRegistry) {
        (records, ledger, carried) = (other.records, other.ledger, other.carried)
        (kinds, ids) = (other.kinds, other.ids)
    }

    /// All records of a type, by key.
    public func all<R: Record>(_ type: R.Type = R.self) -> [R] {
        (kinds[R.kind.name] ?? [:]).values.compactMap { $0 as? R }.sorted { $0.key < $1.key }
    }

    /// What the office holds, by id, whatever the versions are.
    public var contents: [String: JSON] {
        records.mapValues { $0.json.without("version") }
    }

    public func keep(_ entry: LedgerEntry) throws {
        for change in entry.changes { try apply(change) }
        ledger.append(entry)
    }

    private func apply(_ change: Change) throws {
        let id = change.record.id
        guard records[id]?.json == change.before?.json else { throw Discrepancy(id: id) }
        records[id] = change.after
        let kind = change.kind.name
        kinds[kind, default: [:]][id] = change.after
        if let key = change.before?.key, ids[kind]?[key] == id { ids[kind]?[key] = nil }
        if let key = change.after?.key { ids[kind, default: [:]][key] = id }
    }

    /// A change whose `before` is not what the office holds.
    public struct Discrepancy: Error { public let id: String }

    /// The keys of all records of a kind.
    func keys(of kind: String) -> [String] { ids[kind].map { Array($0.keys) } ?? [] }

    // MARK: What the rules read

    public func find<R: Record>(_ type: R.Type, key: String) -> R? {
        ids[R.kind.name]?[key].flatMap { records[$0] as? R }
    }

    public func nextCodes<R: Coded>(_ count: Int, for type: R.Type) -> [String] {
        let series = carried.map { R.series.at($0.letter) } ?? R.series
        let last = all(type).compactMap { series.number(of: $0.code) }.max() ?? 0
        return series.free(count, after: last) { code in
            type is any Body.Type ? body(code) != nil : find(type, key: code) != nil
        }
    }

    public func references(to record: any Record, _ scope: ReferenceScope, limit: Int) -> [any Record] {
        let kind = type(of: record).kind
        let found = records.values.filter { $0.refers(to: kind, record.key, scope) }
        let order = Dictionary(
            uniqueKeysWithValues: RecordKind.allTypes.enumerated().map { ($1.kind.name, $0) })
        func place(_ record: any Record) -> (Int, String) { (order[type(of: record).kind.name] ?? 0, record.id) }
        return Array(found.sorted { place($0) < place($1) }.prefix(limit))
    }

    public var bodies: [any Body] { records.values.compactMap { $0 as? any Body } }

    public func body(_ code: String) -> (any Body)? { bodies.first { $0.code == code } }

    public func group(named folded: String, council: String?) -> Group? {
        all(Group.self).first { $0.name.folded() == folded && $0.council == council }
    }

    public func group(atlasCode: String) -> Group? { all(Group.self).first { $0.atlasCode == atlasCode } }

    public func terms(of body: String, _ office: Office) -> [Term] {
        all(Term.self).filter { $0.body == body && $0.office == office }.sorted { $0.from < $1.from }
    }

    public func memberships(of person: NationalID, in group: String) -> [Membership] {
        all(Membership.self).filter { $0.group == group && $0.person == person.digits }.sorted { $0.from < $1.from }
    }

    public func camps(of group: String, during days: ClosedRange<Day>) -> [Camp] {
        all(Camp.self).filter { camp in
            camp.groups.contains { $0.group == group } && camp.days.overlaps(days) && camp.state != .cancelled
        }.sorted { $0.from < $1.from }
    }

    public func reports(of camp: String) -> [DailyReport] {
        all(DailyReport.self).filter { $0.camp == camp }.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    public func attendance(of camp: String, on day: Day) -> Attendance? {
        all(Attendance.self).first { $0.camp == camp && $0.day == day }
    }

    public func camps(attendedBy person: String, on day: Day) -> [String] {
        all(Attendance.self).filter { $0.day == day && $0.people.contains(person) }.map(\.camp)
    }

    public func recordedDays(of camp: String) -> ClosedRange<Day>? {
        let days =
            all(DailyReport.self).filter { $0.camp == camp }.map(\.day)
            + all(Attendance.self).filter { $0.camp == camp }.map(\.day)
            + all(Incident.self).filter { $0.camp == camp }.map { $0.when.day }
        return days.min().map { $0...(days.max() ?? $0) }
    }

    public func openNeeds(of target: NeedTarget) -> [Need] {
        all(Need.self).filter { $0.target == target && $0.state == .open }
    }

    public func openIncidents(of camp: String) -> [Incident] {
        all(Incident.self).filter { $0.camp == camp && $0.state == .open }
    }

    public func terms(ofPerson person: String) -> [Term] {
        all(Term.self).filter { $0.person == person }.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    }

    public func memberships(ofPerson person: String) -> [Membership] {
        all(Membership.self).filter { $0.person == person }.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    }

    public func enrolment(of person: String, in course: String) -> Enrolment? {
        find(Enrolment.self, key: "\(course)/\(person)")
    }

    public func enrolments(in course: String) -> [Enrolment] {
        all(Enrolment.self).filter { $0.course == course }.sorted { $0.number < $1.number }
    }

    public func enrolments(ofPerson person: String) -> [Enrolment] {
        all(Enrolment.self).filter { $0.person == person }
    }

    public func seats(in course: String) -> (taken: Int, lastNumber: Int) {
        // Numbers of those that were voided are not given again.
        let numbers = ledger.flatMap(\.changes).compactMap { $0.after as? Enrolment }.filter { $0.course == course }
        return (enrolments(in: course).count { $0.state.takesSeat }, numbers.map(\.number).max() ?? 0)
    }

    public func waiting(in course: String, before number: Int) -> Int {
        enrolments(in: course).count { $0.state == .waitlisted && $0.number < number }
    }

    public func attendance(ofCourse course: String) -> [CourseAttendance] {
        all(CourseAttendance.self).filter { $0.course == course }
    }

    public func attendance(ofCourse course: String, session: String) -> CourseAttendance? {
        attendance(ofCourse: course).first { $0.session == session }
    }

    public func courses(taughtBy person: String, during days: ClosedRange<Day>) -> [Course] {
        all(Course.self).filter { $0.trainer == person && $0.state == .announced && $0.days.overlaps(days) }
    }

    public func certificate(of person: String, for course: String) -> Certificate? {
        all(Certificate.self).first { $0.person == person && $0.course == course }
    }

    public func lastCertificate() -> Int {
        let issued = ledger.flatMap(\.changes).compactMap { $0.after as? Certificate }
        return issued.compactMap { CertificateSerial(parsing: $0.serial)?.number }.max() ?? 0
    }

    public func seasons() -> [Season] { all(Season.self).sorted { $0.year < $1.year } }

    private func shifts(where isWanted: (Shift) -> Bool) -> [Shift] {
        all(Shift.self).filter { $0.state == .planned && isWanted($0) }.sorted {
            ($0.from, $0.code) < ($1.from, $1.code)
        }
    }

    public func shifts(ofSeason year: Int, in country: Country) -> [Shift] {
        let points = all(ServicePoint.self).filter { $0.season == year && $0.country == country }.map(\.code)
        return shifts { points.contains($0.point) }
    }

    public func shifts(at point: String, during moments: Range<Moment>) -> [Shift] {
        shifts { $0.point == point && $0.from.moment < moments.upperBound && $0.to.moment > moments.lowerBound }
    }

    public func shifts(of group: String, during moments: Range<Moment>) -> [Shift] {
        shifts { shift in
            shift.groups.contains { $0.group == group } && shift.from.moment < moments.upperBound
                && shift.to.moment > moments.lowerBound
        }
    }

    public func tallies(of point: String, during moments: Range<Moment>) -> [Tally] {
        all(Tally.self).filter { $0.point == point && moments.contains($0.hour.moment) }.sorted { $0.hour < $1.hour }
    }

    public func recordedMoments(of point: String) -> ClosedRange<Moment>? {
        let moments =
            all(Tally.self).filter { $0.point == point }.map(\.hour.moment)
            + all(Incident.self).filter { $0.point == point }.map(\.when.moment)
        return moments.min().map { $0...(moments.max() ?? $0) }
    }

    public func pledges(for need: String) -> [Pledge] { all(Pledge.self).filter { $0.need == need } }

    public func supportLines(of pledge: String) -> [SupportLine] {
        all(SupportLine.self).filter { $0.pledge == pledge }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    public func institutions(called name: String) -> [Institution] {
        all(Institution.self).filter { $0.name.folded() == name }
    }

    public func openNeeds(ofItem item: String, unit: String, limit: Int) -> [Need] {
        let open = all(Need.self).filter {
            $0.state == .open && $0.item.folded() == item && $0.unit.folded() == unit
        }
        func isSooner(_ one: Need, _ other: Need) -> Bool {
            switch (one.neededBy, other.neededBy) {
            case (let day?, let next?) where day != next: day < next
            case (nil, .some): false
            case (.some, nil): true
            default: one.code < other.code
            }
        }
        return Array(open.sorted(by: isSooner).prefix(limit))
    }

    public func households(of person: String) -> [Household] {
        all(Household.self).filter { $0.people.contains(person) }
    }

    public func households(near household: Household) -> [Household] {
        all(Household.self).filter { other in
            other.id != household.id
                && (other.likeKey == household.likeKey || !household.likeness(to: other).people.isEmpty)
        }
    }

    public func households(ofBase base: String) -> [Household] {
        let words =
            all(Delivery.self).map { ($0.household, $0.base, $0.at, $0.id) }
            + all(Miss.self).map { ($0.household, $0.base, $0.at, $0.id) }
        return all(Household.self).filter { household in
            let last = words.filter { $0.0 == household.code }.max { ($0.2, $0.3) < ($1.2, $1.3) }
            return (household.base ?? last?.1) == base
        }
    }

    public func verdicts(about household: String) -> [HouseholdVerdict] {
        all(HouseholdVerdict.self).filter { $0.a == household || $0.b == household }
    }

    /// All pairs of households that are suspected of being one, by code.
    public var suspects: [HouseholdPair] {
        let households = all(Household.self)
        return households.indices.flatMap { index in
            households[(index + 1)...].filter { households[index].likeness(to: $0).isSuspect }.map {
                HouseholdPair(households[index].code, $0.code)
            }
        }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    private var undecided: [HouseholdPair] {
        let decided = Set(all(HouseholdVerdict.self).map(\.pair))
        return suspects.filter { !decided.contains($0) }
    }

    public func undecidedSuspects(limit: Int) -> [HouseholdPair] { Array(undecided.prefix(limit)) }
    public func undecidedSuspectsCount() -> Int { undecided.count }

    private func deliveries(where isMeant: (Delivery) -> Bool) -> [Delivery] {
        all(Delivery.self).filter(isMeant).sorted { ($0.on, $0.at, $0.id) < ($1.on, $1.at, $1.id) }
    }

    public func deliveries(of campaign: String) -> [Delivery] { deliveries { $0.campaign == campaign } }

    public func deliveries(of campaign: String, toAnyOf recipients: [String]) -> [Delivery] {
        deliveries { $0.campaign == campaign && $0.recipients.contains(where: recipients.contains) }
    }

    public func deliveries(toAnyOf recipients: [String], during days: ClosedRange<Day>) -> [Delivery] {
        deliveries { days.contains($0.on) && $0.recipients.contains(where: recipients.contains) }
    }

    public func stock(at place: StockPlace) -> Stock {
        var stock = Stock(isStore: place.base == nil)
        for line in all(StockLine.self) where line.places.contains(place) { stock.count(line) }
        for delivery in all(Delivery.self) where delivery.place == place { stock.count(delivery) }
        return stock
    }

    public func servingDays(of campaign: String) -> ClosedRange<Day>? {
        let days =
            all(Delivery.self).filter { $0.campaign == campaign }.map(\.on)
            + all(Miss.self).filter { $0.campaign == campaign }.map(\.on)
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }

    /// What an edition is called when it is issued, instead of the SHA-256 of its HTML.
    public var printed: (BulletinContent) throws(DecideError) -> String = { (content) throws(DecideError) in
        String(repeating: String(content.number % 10), count: 64)
    }
    /// The hashes of the pictures that there are; nil for every one.
    public var pictures: Set<String>?

    public func print(_ content: BulletinContent) throws(DecideError) -> String { try printed(content) }
    /// The office's own template of bulletins.
    public var template: String?
    public func ownTemplate() -> String? { template }
    public func holdsPicture(_ hash: String) -> Bool { pictures?.contains(hash) ?? true }

    public func reviewers() -> Int {
        all(Staff.self).count { $0.state == .active && [.administrator, .operator].contains($0.role) }
    }

    public func editions(of number: Int) -> [Bulletin] {
        all(Bulletin.self).filter { $0.number == number }.sorted { $0.edition < $1.edition }
    }

    public func bulletins(of story: String) -> [Bulletin] {
        all(Bulletin.self).filter { $0.stories.contains(story) }.sorted {
            ($0.number, $0.edition) < ($1.number, $1.edition)
        }
    }

    public func seasonFigures(during days: ClosedRange<Day>) -> SeasonFigures {
        let groups = all(Group.self).count { $0.state == .registered && $0.registeredOn <= days.upperBound }
        let camps = all(Camp.self).count { camp in
            [.running, .suspended, .closed].contains(camp.state) && camp.days.overlaps(days)
        }
        let reports = all(DailyReport.self).filter { $0.state == .current && days.contains($0.day) }
        let served = all(Delivery.self).filter { days.contains($0.on) }
        let certificates = all(Certificate.self).count { days.contains($0.issuedOn) }
        let tallies = all(Tally.self).filter { days.contains($0.hour.day) }
        func months(_ parts: [(Day, Int)]) -> [FigurePart] {
            SeasonFigures.months(of: days).map { month in
                FigurePart(month, parts.filter { JalaliMonth(of: $0.0).text == month }.reduce(0) { $0 + $1.1 })
            }
        }
        let provinces = Province.allCases.compactMap { province in
            let own = reports.filter { find(Camp.self, key: $0.camp)?.province == province.name.fa }
            let sum = own.reduce(0) { $0 + $1.present }
            return sum > 0 ? FigurePart(province.name.fa, sum) : nil
        }
        return SeasonFigures(
            during: days,
            counts: [
                FigureCount(.groups, value: groups, records: groups), FigureCount(.camps, value: camps, records: camps),
                FigureCount(
                    .personDays, value: reports.reduce(0) { $0 + $1.present }, records: reports.count),
                FigureCount(
                    .beneficiaries, value: reports.reduce(0) { $0 + $1.beneficiaries }, records: reports.count),
                FigureCount(.packages, value: served.reduce(0) { $0 + $1.quantity }, records: served.count),
                FigureCount(.households, value: Set(served.map(\.household)).count, records: served.count),
                FigureCount(.certificates, value: certificates, records: certificates),
                FigureCount(.services, value: tallies.reduce(0) { $0 + $1.served }, records: tallies.count),
            ],
            personDays: months(reports.map { ($0.day, $0.present) }),
            packages: months(served.map { ($0.on, $0.quantity) }), provinces: provinces)
    }

    public func isServedElsewhere(anyOf recipients: [String], in campaign: String) -> Bool { false }

    public func sessions(during moments: Range<Moment>) -> [CongressSession] {
        all(CongressSession.self).filter {
            $0.state == .scheduled && $0.from < moments.upperBound && $0.to > moments.lowerBound
        }.sorted { ($0.from, $0.code) < ($1.from, $1.code) }
    }

    public func martyr(ofPerson person: String) -> Martyr? { all(Martyr.self).first { $0.person == person } }

    public func seatsInside(ofCongress congress: String, on day: Day) -> Int {
        all(Guest.self).filter { $0.congress == congress }.reduce(0) { $0 + $1.seatsInside(on: day) }
    }

    public func largestHall(ofCongress congress: String) -> Hall? {
        all(Hall.self).filter { $0.congress == congress }.max { $0.seats < $1.seats }
    }

    /// The pack that this office is, when it is one.
    public var carried: Pack?
    public func carriedPack() -> Pack? { carried }
    public func pack(sealed seal: String) -> Pack? { all(Pack.self).first { $0.seal == seal } }

    public func hasNoStaff() -> Bool { all(Staff.self).isEmpty }

    public func activeAdministrators() -> Int {
        all(Staff.self).count { $0.role == .administrator && $0.state == .active }
    }

    public func entry(_ id: String) -> LedgerEntry? { ledger.first { $0.id == id } }

    public func entries(touching records: [String], afterVersion version: Int) -> [LedgerEntry] {
        ledger.filter { entry in
            entry.changes.contains { change in
                let now = change.after?.version ?? change.record.version + 1
                return records.contains(change.record.id) && now > version
            }
        }
    }

    public func entries(touching records: [String], afterNumber number: Int) -> [LedgerEntry] {
        ledger.filter { entry in
            entry.number > number && entry.changes.contains { records.contains($0.record.id) }
        }
    }
}

extension Record {
    /// The kinds and keys of the records that this one refers to.
    public var references: [(kinds: [RecordKind], key: String, isOwner: Bool)] {
        Self.columns.flatMap { column in column.keys(self).map { (column.refersTo, $0, column.isOwner) } }
    }

    func refers(to kind: RecordKind, _ key: String, _ scope: ReferenceScope) -> Bool {
        references.contains {
            $0.kinds.contains(kind) && $0.key == key && scope.includes(isOwner: $0.isOwner)
        }
    }
}

extension JSON {
    public func without(_ name: String) -> JSON { .object((members ?? []).filter { $0.name != name }) }
}
