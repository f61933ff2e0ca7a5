import Persian

extension Part {
    /// The service points of Arbaeen, who serves there and what with.
    public static let arbaeen = Part(
        "arbaeen",
        records: [Season.self, ServicePoint.self, Shift.self, Supply.self, Tally.self],
        commands: [
            SeasonAnnounce.self, PointPlan.self, PointAmend.self, PointLicense.self, PointOpen.self, PointClose.self,
            ShiftPlan.self, ShiftRepeat.self, ShiftCancel.self, ShiftAssign.self, ShiftRelease.self,
            SupplyReceive.self, SupplyUse.self, SupplyCount.self, TallyCount.self,
        ],
        settings: [
            .number(
                "travel.buffer", Phrase(fa: "فاصله سفر میان دو شیفت (دقیقه)", en: "travel buffer (minutes)"), 0...1440,
                180)
        ],
        evidence: [ServiceShifts.self], needBearers: [ServicePoint.self])
}

/// What the rules about service points read. Cancelled shifts are left out everywhere.
public protocol ArbaeenRegistry {
    /// All seasons, the earliest first.
    func seasons() throws(DecideError) -> [Season]
    /// The shifts of a season's points in a country, those that begin first first.
    func shifts(ofSeason year: Int, in country: Country) throws(DecideError) -> [Shift]
    /// The shifts of a point that have a moment in common with these.
    func shifts(at point: String, during moments: Range<Moment>) throws(DecideError) -> [Shift]
    /// The shifts to which a group is assigned that have a moment in common with these.
    func shifts(of group: String, during moments: Range<Moment>) throws(DecideError) -> [Shift]
    /// The tallies of a point for hours that begin among these.
    func tallies(of point: String, during moments: Range<Moment>) throws(DecideError) -> [Tally]
    /// The first and the last moment of which a point has a tally or an incident.
    func recordedMoments(of point: String) throws(DecideError) -> ClosedRange<Moment>?
}

extension RefusalCode {
    /// A permit that does not hold on that day.
    public static let permitExpired = RefusalCode(rawValue: "permit-expired")
    /// Too little time to get from one point to the other.
    public static let travelTime = RefusalCode(rawValue: "travel-time")
    /// More than there is.
    public static let insufficientStock = RefusalCode(rawValue: "insufficient-stock")
    /// Shifts that fall on another date of the lunar calendar than they did.
    public static let datesMoved = RefusalCode(rawValue: "dates-moved")
}

extension Day {
    /// The moments of the day in a zone.
    public func moments(in zone: Zone) -> Range<Moment> {
        Moment(day: self, hour: 0, minute: 0, in: zone)..<Moment(day: self, hour: 24, minute: 0, in: zone)
    }
}
