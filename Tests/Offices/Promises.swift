import Domain
import Persian

extension MemoryRegistry {
    /// The promises between records that do not hold; empty in every office that only the rules have changed.
    public func brokenPromises() -> [String] {
        repeatedKeys() + repeatedNames() + danglingReferences() + overlaps() + loops() + standing() + camps()
            + courses() + points() + support() + packages()
    }

    private func repeatedKeys() -> [String] {
        let keys = records.values.map { record in
            record is any Body ? "body \(record.key)" : "\(type(of: record).kind.name) \(record.key)"
        }
        return repeated(keys).map { "two records are \($0)" }
    }

    private func repeatedNames() -> [String] {
        repeated(all(Group.self).map { "“\($0.name.folded())” in \($0.council ?? "no council")" })
            .map { "two groups are named \($0)" }
    }

    private func danglingReferences() -> [String] {
        let keys = Set(records.values.map { [type(of: $0).kind.name, $0.key] })
        return records.values.flatMap { record in
            record.references.filter { wanted in !wanted.kinds.contains { keys.contains([$0.name, wanted.key]) } }
                .map { "\(record.label.en) refers to \($0.key), which is not there" }
        }
    }

    private func overlaps() -> [String] {
        let terms = all(Term.self).map { ("\($0.office.rawValue) of \($0.body)", $0.from, $0.to) }
        let memberships = all(Membership.self).map { ("\($0.person) in \($0.group)", $0.from, $0.to) }
        var found: [String] = []
        for (what, spans) in Dictionary(grouping: terms + memberships, by: \.0) {
            for (one, next) in zip(spans.sorted { $0.1 < $1.1 }, spans.sorted { $0.1 < $1.1 }.dropFirst()) {
                guard let end = one.2, end < next.1 else {
                    found.append("two spans of \(what) overlap")
                    continue
                }
            }
            for span in spans where (span.2 ?? span.1) < span.1 { found.append("a span of \(what) ends too early") }
        }
        return found
    }

    private func loops() -> [String] {
        let parents = all(Council.self).map { ($0.code, $0.parent) } + all(Base.self).map { ($0.code, $0.parent) }
        let above = Dictionary(parents.map { ($0.0, $0.1) }, uniquingKeysWith: { one, _ in one })
        return above.keys.filter { code in
            var next = above[code] ?? nil
            for _ in above {
                if next == code { return true }
                next = next.flatMap { above[$0] ?? nil }
            }
            return false
        }.map { "\($0) stands above itself" }
    }

    private func standing() -> [String] {
        let fields = all(Group.self).filter { $0.fields.isEmpty || $0.kind == .specialised && $0.fields.count > 1 }
        return fields.map { "\($0.code) has a wrong number of fields" }
            + (activeAdministrators() == 0 && !hasNoStaff() ? ["the office has no administrator"] : [])
    }

    /// A camp's length, its one current report a day, what lies outside its days, and people at two camps.
    private func camps() -> [String] {
        let days = Dictionary(all(Camp.self).map { ($0.code, $0.days) }, uniquingKeysWith: { one, _ in one })
        func isOutside(_ camp: String?, _ day: Day) -> Bool { camp.flatMap { days[$0]?.contains(day) } == false }
        let current = all(DailyReport.self).filter { $0.state == .current }.map { "\($0.camp) \($0.day)" }
        let present = all(Attendance.self).flatMap { item in item.people.map { "\($0) \(item.day)" } }
        let long = all(Camp.self).filter { $0.length < 1 || $0.kind == .neighbourhood && $0.length > 3 }
        let reports = all(DailyReport.self).filter { isOutside($0.camp, $0.day) }
        let attendance = all(Attendance.self).filter { isOutside($0.camp, $0.day) }
        let incidents = all(Incident.self).filter { isOutside($0.camp, $0.when.day) }
        let outside = (reports.map(\.label) + attendance.map(\.label) + incidents.map(\.label))
        return repeated(current).map { "two reports are current: \($0)" }
            + repeated(present).map { "at two camps: \($0)" }
            + long.map { "\($0.code) has a wrong length" } + outside.map { "\($0.en) lies outside its camp" }
    }

    /// Seats, what was attended by whom, and what certificates speak of.
    private func courses() -> [String] {
        let overfull = all(Course.self).filter { course in
            enrolments(in: course.code).count { $0.state.takesSeat } > course.capacity
        }
        let strangers = all(CourseAttendance.self).filter { attendance in
            guard let course = find(Course.self, key: attendance.course),
                let session = course.sessions.first(where: { $0.code == attendance.session })
            else { return true }
            return attendance.people.contains { person in
                guard let enrolment = enrolment(of: person, in: course.code) else { return true }
                return !enrolment.state.takesSeat && (enrolment.withdrawnOn.map { $0 <= session.day } ?? true)
            }
        }
        let unearned = all(Certificate.self).filter {
            enrolment(of: $0.person, in: $0.course)?.state != .completed
        }
        let numbers = all(Certificate.self).compactMap { CertificateSerial(parsing: $0.serial)?.number }
        return overfull.map { "\($0.code) has more people than seats" }
            + strangers.map { "\($0.key) was attended by somebody who is not in the course" }
            + unearned.map { "\($0.serial) is not earned" }
            + (numbers.max() ?? 0 > lastCertificate() ? ["certificates have a gap"] : [])
    }

    /// What was counted while a point was not open, stock below nothing, and groups of more people than they have.
    private func points() -> [String] {
        let points = Dictionary(all(ServicePoint.self).map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        func isClosed(_ code: String?, _ day: Day) -> Bool {
            guard let code, let point = points[code] else { return false }
            return point.openedOn.map { day < $0 } ?? true || point.closedOn.map { day > $0 } ?? false
        }
        let tallies = all(Tally.self).filter { isClosed($0.point, $0.hour.day) }.map(\.label)
        let incidents = all(Incident.self).filter { isClosed($0.point, $0.when.day) }.map(\.label)
        let stock = all(Supply.self).filter { $0.stock < 0 }.map(\.label)
        return (tallies + incidents).map { "\($0.en) lies outside the days of its point" }
            + stock.map { "\($0.en) is below nothing" }
    }

    /// More delivered than was dispatched.
    private func support() -> [String] {
        all(Pledge.self).compactMap { pledge in
            let standing = PledgeStanding(pledge, lines: supportLines(of: pledge.code))
            return standing.delivered > standing.dispatched ? "\(pledge.code) delivered more than it dispatched" : nil
        }
    }

    /// Packages that came from nowhere or went there, a second helping, and what lies outside the days of its campaign.
    private func packages() -> [String] {
        let (lines, deliveries) = (all(StockLine.self), all(Delivery.self))
        var found: [String] = []
        for campaign in all(Campaign.self) {
            let own = lines.filter { $0.campaign == campaign.code }
            let handed = deliveries.filter { $0.campaign == campaign.code }
            let bases = Set(own.compactMap(\.base) + handed.map(\.base))
            let places = [nil] + bases.sorted().map(Optional.some)
            let stocks = places.map { stock(at: StockPlace(campaign: campaign.code, base: $0)) }
            func sum(_ part: (Stock) -> Int) -> Int { stocks.reduce(0) { $0 + part($1) } }
            let received = own.filter { $0.move == .received }.reduce(0) { $0 + $1.quantity }
            let delivered = handed.reduce(0) { $0 + $1.quantity }
            if received != sum(\.held) + delivered + sum(\.damaged) + sum(\.missing) {
                found.append("the packages of \(campaign.code) do not add up")
            }
            found += zip(places, stocks).filter { $1.held < 0 && $1.brought == 0 }.map { place, stock in
                "\(place ?? "the store") of \(campaign.code) holds \(stock.held)"
            }
            let misses = all(Miss.self).filter { $0.campaign == campaign.code }
            let days = handed.map(\.on) + misses.map(\.on)
            if !days.allSatisfy(campaign.days.contains) { found.append("\(campaign.code) served on another day") }
            let plain = handed.filter { $0.reason == nil && $0.station == nil }
            found += repeated(plain.flatMap(\.recipients)).map { "\($0) was served twice in \(campaign.code)" }
        }
        let crowds = all(Household.self).filter { $0.size < $0.people.count || Set($0.people).count < $0.people.count }
        return found + crowds.map { "\($0.code) has a wrong number of people" }
            + all(HouseholdVerdict.self).filter { $0.a >= $0.b }.map { "the verdict \($0.key) is turned" }
    }

    private func repeated(_ items: [String]) -> [String] {
        Dictionary(grouping: items, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    }
}
