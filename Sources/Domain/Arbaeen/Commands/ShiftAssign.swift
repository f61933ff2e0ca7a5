import Persian

/// `{"command":"shift.assign","shift":"SF-1","group":"Q-0001","headcount":12}`: a group that is there already comes with
/// so many people from now on.
public struct ShiftAssign: Command {
    public static let name = "shift.assign"
    public static let title = Phrase(fa: "فرستادن گروه به شیفت", en: "assign a group to a shift")
    public static let overrides: [RefusalCode] = [.travelTime]
    public static let parameters = [
        ShiftFields.shift.required, ShiftFields.group.required, ShiftFields.headcount.required,
    ]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the shift, the group and the point, `stale`, `wrong-state` of the shift, the point and
    ///   the group, `overlap`, and `travel-time` unless a reason overrides it.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let shift = try registry.existing(Shift.self, given.require(ShiftFields.shift), field: "shift")
        let group = try registry.existing(Group.self, given.require(ShiftFields.group), field: "group")
        let point = try registry.existing(ServicePoint.self, shift.point, field: "shift")
        try envelope.check(versionOf: shift, in: registry)
        try shift.require([.planned])
        try point.require(ServicePoint.current)
        try group.require([.registered])
        let part = CampGroup(group: group.code, headcount: try given.require(ShiftFields.headcount))
        try shift.checkOverlap(of: part, size: group.size, in: registry)

        var decision = Decision(envelope)
        try shift.checkTravel(of: part, size: group.size, &decision, in: registry)
        decision.answer("shift", .string(shift.code))
        decision.answer("group", .string(part.group))
        decision.answer("headcount", .integer(part.headcount))
        var assigned = shift
        if let place = shift.groups.firstIndex(where: { $0.group == part.group }) {
            assigned.groups[place] = part
        } else {
            assigned.groups.append(part)
        }
        decision.amend(shift) { $0 = assigned }
        decision.answer("present", .integer(assigned.present))
        decision.answer("gap", .integer(assigned.gap))
        assigned.warnOfCrowd(&decision)
        return decision
    }
}

extension Shift {
    /// More people than it needs.
    fileprivate func warnOfCrowd(_ decision: inout Decision) {
        guard present > needed else { return }
        decision.warn(
            Warning(
                .capacity,
                Phrase(
                    fa:
                        "شیفت \(code) \(persianDigits(needed)) نفر می‌خواهد و \(persianDigits(present)) نفر برای آن نوشته شده است.",
                    en: "The shift \(code) needs \(needed, "person", plural: "people"); put down for it: \(present).")))
    }
}

/// `{"command":"shift.release","shift":"SF-3","group":"Q-0001"}`: the group does not come.
public struct ShiftRelease: Command {
    public static let name = "shift.release"
    public static let title = Phrase(fa: "آزاد کردن گروه از شیفت", en: "release a group from a shift")
    public static let parameters = [ShiftFields.shift.required, ShiftFields.group.required]

    private let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-found` for the shift, and for a group that is not assigned to it; `stale`, `wrong-state`.
    public func decide(_ envelope: Envelope, in registry: some Registry) throws(DecideError) -> Decision {
        let shift = try registry.existing(Shift.self, given.require(ShiftFields.shift), field: "shift")
        let group = try given.require(ShiftFields.group)
        guard shift.groups.contains(where: { $0.group == group }) else {
            throw .refused(Self.notThere(group, shift))
        }
        try envelope.check(versionOf: shift, in: registry)
        try shift.require([.planned])
        var decision = Decision(envelope)
        decision.answer("shift", .string(shift.code))
        decision.answer("group", .string(group))
        decision.amend(shift) { shift in shift.groups.removeAll { $0.group == group } }
        return decision
    }

    private static func notThere(_ group: String, _ shift: Shift) -> Refusal {
        let assigned = shift.groups.map { Phrase(fa: $0.group, en: $0.group) }.listed()
        let known =
            shift.groups.isEmpty
            ? Phrase(fa: "هنوز گروهی برای آن نیست", en: "no group is assigned to it yet")
            : Phrase(fa: "گروه‌های آن: \(assigned)", en: "its groups: \(assigned)")
        return Refusal(
            .notFound, field: "group",
            Phrase(
                fa: "گروه \(group) در شیفت \(shift.code) نیست؛ \(known).",
                en: "The group \(group) is not on the shift \(shift.code); \(known)."))
    }
}

/// `{"command":"shift.cancel","code":"SF-2","reason":…}`: planned → cancelled; its groups are free.
public struct ShiftCancel: Transition {
    public static let name = "shift.cancel"
    public static let title = Phrase(fa: "لغو شیفت", en: "cancel a shift")
    public typealias Subject = Shift
    public static let from: [ShiftState] = [.planned]
    public static let to = ShiftState.cancelled
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }
}
