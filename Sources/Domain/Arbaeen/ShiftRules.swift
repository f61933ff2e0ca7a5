import Persian

extension Shift {
    /// A shift is no longer than that; so those that have a moment in common with another are found by an index.
    public static let longest = 48
    /// How many copies one command makes at most.
    static let mostCopies = 1_000

    private static var longestMilliseconds: Int64 { Int64(longest) * 3_600_000 }

    /// It ends after it begins, and lasts two days at most.
    ///
    /// - Parameter field: the field at fault.
    func checkSpan(in zone: Zone, field: String = "to") throws(DecideError) {
        let length = to.moment.milliseconds - from.moment.milliseconds
        guard length <= 0 || length > Self.longestMilliseconds else { return }
        let latest = Moment(milliseconds: from.moment.milliseconds + Self.longestMilliseconds)
        let (begins, ends, last) = (from.moment.told(in: zone), to.moment.told(in: zone), latest.told(in: zone))
        throw .refused(
            Refusal(
                .invalidDate, field: field,
                Phrase(
                    fa:
                        "شیفت باید پس از آغاز (\(begins)) و تا \(persianDigits(Self.longest)) ساعت پس از آن (\(last)) پایان یابد، نه در \(ends).",
                    en:
                        "A shift ends after it begins (\(begins)) and at most \(Self.longest) hours later (\(last)), not at \(ends)."
                )))
    }

    /// The headcounts of a group over shifts that overlap never exceed its size.
    func checkOverlap(of part: CampGroup, size: Int, in registry: some Registry, beside moving: Set<String> = [])
        throws(DecideError)
    {
        let others = try registry.shifts(of: part.group, during: from.moment..<to.moment).filter {
            $0.id != id && !moving.contains($0.id)
        }
        let crowd = Crowd(of: part.group, among: others) { $0.overlaps($1) }
        guard crowd.people + part.headcount > size else { return }
        // Those who are left must also have the time to come from other points.
        let way = try crowdOnTheWay(of: part.group, in: registry, beside: moving)
        let left = size - max(crowd.people, way.people)
        let listed = way.people > crowd.people ? way.listed : crowd.listed
        throw .refused(
            Refusal(
                .overlap, field: "headcount",
                Phrase(
                    fa:
                        "گروه \(part.group) \(persianDigits(size)) نفر دارد\(listed)؛ \(part.headcount.people(left: left)).",
                    en:
                        "The group \(part.group) has \(size, "person", plural: "people")\(listed); \(part.headcount.people(left: left))."
                )))
    }

    /// The most people of a group whom other shifts need at the same time, or too short a way from it.
    private func crowdOnTheWay(
        of group: String, in registry: some Registry, beside moving: Set<String> = []
    ) throws(DecideError) -> Crowd {
        let minutes = try registry.setting("travel.buffer").integer ?? 0
        let way = Int64(minutes) * 60_000
        let around =
            Moment(milliseconds: from.moment.milliseconds - way)..<Moment(milliseconds: to.moment.milliseconds + way)
        let others = try registry.shifts(of: group, during: around).filter {
            $0.id != id && !moving.contains($0.id) && isInTheWay(of: $0, minutes: minutes)
        }
        return Crowd(of: group, among: others) { $0.isInTheWay(of: $1, minutes: minutes) }
    }

    /// The same for shifts at other points to which the way is longer than the time between.
    func checkTravel(
        of part: CampGroup, size: Int, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let minutes = try registry.setting("travel.buffer").integer ?? 0
        let crowd = try crowdOnTheWay(of: part.group, in: registry)
        guard crowd.people + part.headcount > size else { return }
        try decision.override(
            Refusal(
                .travelTime, field: "headcount",
                Phrase(
                    fa:
                        "گروه \(part.group) \(persianDigits(size)) نفر دارد\(crowd.listed) و رسیدن از نقطه‌ای به نقطه دیگر \(persianDigits(minutes)) دقیقه می‌خواهد؛ \(part.headcount.people(left: size - crowd.people))، یا ناظر یا مدیر علت بنویسد.",
                    en:
                        "The group \(part.group) has \(size, "person", plural: "people")\(crowd.listed), and getting from one point to another takes \(minutes, "minute"); \(part.headcount.people(left: size - crowd.people).en), or have a supervisor or administrator give a reason."
                )))
    }

    /// Undo puts back no more people than a group has.
    ///
    /// - Throws: `overlap`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        guard state == .planned, let point = try registry.find(ServicePoint.self, key: point), point.state != .closed
        else { return }
        for part in groups {
            guard let group = try registry.find(Group.self, key: part.group) else { continue }
            try checkOverlap(of: part, size: group.size, in: registry, beside: moving)
        }
    }
}

extension Group {
    /// Refuses fewer people than come to shifts that overlap, at points that are not closed yet.
    func checkSizeForShifts(in registry: some Registry) throws(DecideError) {
        let ever = Moment(milliseconds: -1 << 52)..<Moment(milliseconds: 1 << 52)
        var shifts: [Shift] = []
        for shift in try registry.shifts(of: code, during: ever) {
            let point = try registry.find(ServicePoint.self, key: shift.point)
            if let point, point.state != .closed { shifts.append(shift) }
        }
        let crowd = Crowd(of: code, among: shifts) { $0.overlaps($1) }
        guard crowd.people > size else { return }
        throw .refused(
            Refusal(
                .overlap, field: "size",
                Phrase(
                    fa:
                        "گروه \(code) نمی‌تواند \(persianDigits(size)) نفر داشته باشد\(crowd.listed)؛ \(persianDigits(crowd.people)) یا بیشتر بنویسید، یا نخست آن را آزاد کنید.",
                    en:
                        "The group \(code) cannot have \(size, "person", plural: "people")\(crowd.listed); write \(crowd.people) or more, or release it first."
                )))
    }
}

extension Int {
    /// What is left of a group for a shift that asks for so many.
    fileprivate func people(left: Int) -> Phrase {
        left > 0
            ? Phrase(
                fa: "برای این شیفت \(persianDigits(left)) نفر می‌ماند، نه \(persianDigits(self))",
                en: "\(left) are left for this shift, not \(self)")
            : Phrase(
                fa: "برای این شیفت کسی نمی‌ماند: گروه دیگری بفرستید یا نخست آن را آزاد کنید",
                en: "nobody is left for this shift: send another group, or release it there first")
    }
}

/// The most people of a group who are needed at once by shifts that the same people cannot serve.
public struct Crowd {
    public private(set) var shifts: [Shift] = []
    public private(set) var people = 0
    private let group: String

    /// Looks for the heaviest set of shifts each two of which are in each other's way.
    ///
    /// All of the weight that could still be won is held against the best so far, so that shifts that all overlap are
    /// looked at once.
    public init(of group: String, among shifts: [Shift], _ isInTheWay: (Shift, Shift) -> Bool) {
        self.group = group
        search([], 0, shifts.sorted { headcount($0) > headcount($1) }, isInTheWay)
    }

    private func headcount(_ shift: Shift) -> Int { shift.groups.first { $0.group == group }?.headcount ?? 0 }

    private mutating func search(
        _ taken: [Shift], _ sum: Int, _ candidates: [Shift], _ isInTheWay: (Shift, Shift) -> Bool
    ) {
        if sum > people { (shifts, people) = (taken, sum) }
        var rest = candidates[...]
        while let next = rest.first, sum + rest.reduce(0, { $0 + headcount($1) }) > people {
            rest = rest.dropFirst()
            search(taken + [next], sum + headcount(next), rest.filter { isInTheWay(next, $0) }, isInTheWay)
        }
    }

    /// ", 12 of them on SF-1 (AP-1, 1401/06/26 08:00–16:00)"
    var listed: Phrase {
        guard !shifts.isEmpty else { return Phrase(fa: "", en: "") }
        let all = shifts.sorted { $0.from < $1.from }.prefix(4).map { shift in
            Phrase(
                fa:
                    "\(persianDigits(headcount(shift))) نفر در \(shift.code) (\(shift.point)، \(shift.hours(.persian)))",
                en: "\(headcount(shift)) on \(shift.code) (\(shift.point), \(shift.hours(.english)))")
        }.listed()
        return Phrase(fa: "، از آن‌ها \(all)", en: ", of whom \(all)")
    }
}
