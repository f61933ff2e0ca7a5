import Persian

extension Part {
    /// The camps of the office, who is there, and what they report.
    public static let camps = Part(
        "camps",
        records: [Camp.self, DailyReport.self, Attendance.self],
        commands: [
            CampPlan.self, CampAmend.self, CampApprove.self, CampStart.self, CampSuspend.self, CampResume.self,
            CampCancel.self, CampClose.self, CampReport.self, CampAttend.self,
        ],
        settings: [.time("report.due", Phrase(fa: "مهلت گزارش روزانه", en: "daily report due"), "21:00")],
        evidence: [CampDays.self], packs: [CampPack.self], needBearers: [Camp.self],
        consequences: [FormerReports.self])
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
}

extension RefusalCode {
    /// A camp longer or shorter than its kind should be.
    public static let campLength = RefusalCode(rawValue: "camp-length")
    /// More people than there are, or more than there is room for.
    public static let capacity = RefusalCode(rawValue: "capacity")
    /// Something that must be done first is not done.
    public static let notComplete = RefusalCode(rawValue: "not-complete")
}
