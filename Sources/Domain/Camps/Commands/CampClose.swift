import Persian

/// `{"command":"camp.close","code":"C-001"}`: running or suspended → closed, when nothing is left open.
public struct CampClose: AmendingInState {
    public static let name = "camp.close"
    public static let title = Phrase(fa: "پایان اردو", en: "close a camp")
    public static let overrides: [RefusalCode] = [.notComplete]
    public static let from: [CampState] = [.running, .suspended]
    public static let fields: [FieldUse<Camp>] = [CampFields.code.required]
    public let given: Arguments
    public init(_ given: Arguments) { self.given = given }

    /// - Throws: `not-complete` while grave incidents or needs are open, and for missing reports unless a reason
    ///   overrides it.
    public func prepare(
        _ camp: inout Camp, from before: Camp, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let envelope = decision.envelope
        try Self.checkNothingOpen(camp, in: registry)
        try Self.checkReports(camp, envelope, &decision, in: registry)
        let last = try registry.reports(of: camp.code).filter { $0.state == .current }.map(\.day).max()
        camp.state = .closed
        camp.closedOn = max(envelope.day, last ?? envelope.day)
    }

    private static func checkNothingOpen(_ camp: Camp, in registry: some Registry) throws(DecideError) {
        let incidents = try registry.openIncidents(of: camp.code).filter(\.isAlarming)
        let needs = try registry.openNeeds(of: NeedTarget(subject: .camp, code: camp.code))
        guard !incidents.isEmpty || !needs.isEmpty else { return }
        let open =
            incidents.map { incident in
                Phrase(
                    fa: "\(incident.label) (\(incident.severity.phrase): \(incident.what.excerpt))",
                    en: "\(incident.label) (\(incident.severity.phrase): \(incident.what.excerpt))")
            } + needs.map { Phrase(fa: "\($0.label) (\($0.item))", en: "\($0.label) (\($0.item))") }
        let listed = open.listed()
        throw .refused(
            Refusal(
                .notComplete,
                Phrase(
                    fa:
                        "اردوی \(camp.code) را هنوز نمی‌توان پایان داد؛ نخست حادثه‌ها را به سرانجام برسانید و نیازها را ببندید: \(listed).",
                    en:
                        "The camp \(camp.code) cannot be closed yet; resolve its incidents and settle its needs first: \(listed)."
                )))
    }

    private static func checkReports(
        _ camp: Camp, _ envelope: Envelope, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let reported = Set(try registry.reports(of: camp.code).filter { $0.state == .current }.map(\.day))
        let last = try registry.reportDue().lastDay(at: envelope.at)
        let missing = camp.days.filter { $0 <= last && !reported.contains($0) }
        guard !missing.isEmpty else { return }
        let days = missing.map { Phrase(fa: $0.jalaliText(.persian), en: $0.jalaliText(.english)) }.listed()
        try decision.override(
            Refusal(
                .notComplete,
                Phrase(
                    fa:
                        "گزارش این روزهای اردوی \(camp.code) نرسیده است: \(days)؛ آن‌ها را ثبت کنید، یا ناظر یا مدیر علت بنویسد.",
                    en:
                        "Reports of the camp \(camp.code) are missing for \(days); send them, or have a supervisor or administrator give a reason."
                )))
    }
}
