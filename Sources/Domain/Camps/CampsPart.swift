import Persian

/// The camps of the office, what they report and lack, and what befell their people.
enum CampsPart {
    static let commands: [any Command.Type] = [
        CampPlan.self, CampAmend.self, CampApprove.self, CampStart.self, CampSuspend.self, CampResume.self,
        CampCancel.self, CampClose.self, CampReport.self, CampAttend.self, NeedRaise.self, NeedSettle.self,
        IncidentRecord.self, IncidentResolve.self,
    ]

    static let records: [any Record.Type] = [
        Camp.self, DailyReport.self, Attendance.self, Need.self, Incident.self,
    ]
}

/// What the rules about camps read.
public protocol CampsRegistry {
    /// The camps of a group that have a day in common with these, cancelled ones left out, the earliest first.
    func camps(of group: String, during days: ClosedRange<Day>) throws(DecideError) -> [Camp]
    /// All reports of a camp, by day and number.
    func reports(of camp: String) throws(DecideError) -> [DailyReport]
    /// The attendance of a camp on a day.
    func attendance(of camp: String, on day: Day) throws(DecideError) -> Attendance?
    /// The codes of the camps at which a person is marked as present on a day.
    func camps(attendedBy person: String, on day: Day) throws(DecideError) -> [String]
    /// The first and the last day on which a camp has a report, attendance or incident.
    func recordedDays(of camp: String) throws(DecideError) -> ClosedRange<Day>?
    /// The open needs of a camp, by code.
    func openNeeds(of camp: String) throws(DecideError) -> [Need]
    /// The open incidents of a camp, by code.
    func openIncidents(of camp: String) throws(DecideError) -> [Incident]
}

extension RefusalCode {
    /// A camp longer or shorter than its kind should be.
    public static let campLength = RefusalCode(rawValue: "camp-length")
    /// More people than there are, or more than there is room for.
    public static let capacity = RefusalCode(rawValue: "capacity")
    /// Something that must be done first is not done.
    public static let notComplete = RefusalCode(rawValue: "not-complete")
}
