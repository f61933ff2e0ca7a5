import Domain
import Persian
import Testing

@Suite("What puts a camp before others")
struct LiveTroubleTests {
    private func at(_ hour: Int64) -> Moment { Moment(milliseconds: hour * 3_600_000) }

    @Test("a death before a serious incident, that before missing reports; of one kind the newest first")
    func order() {
        let sorted = [
            LiveTrouble(.late, since: at(30)), LiveTrouble(.serious, since: at(9)), LiveTrouble(.silent, since: at(2)),
            LiveTrouble(.fatal, since: at(1)), LiveTrouble(.silent, since: at(3)), LiveTrouble(.fatal, since: at(8)),
            LiveTrouble(.serious, since: at(20)),
        ].sorted()
        #expect(sorted.map(\.kind) == [.fatal, .fatal, .serious, .serious, .silent, .silent, .late])
        #expect(sorted.map(\.since) == [8, 1, 20, 9, 3, 2, 30].map(at))
    }

    @Test("the state follows from it, and is the same as by counting")
    func state() throws {
        #expect(LiveTrouble(.minor, at: at(1)) == nil)
        for missing in 0...4 {
            for alarms in 0...1 {
                let trouble = LiveTrouble(
                    incident: alarms > 0 ? LiveTrouble(.serious, at: at(5)) : nil, missing: missing,
                    silentSince: at(1))
                #expect(LiveState(trouble) == LiveState(missing: missing, alarms: alarms))
            }
        }
    }

    @Test("a camp is silent since its first missing report was due")
    func silence() throws {
        let due = ReportDue("21:00")
        let first = Day(number: 19_000)
        let days = first...first.advanced(by: 9)
        let last = first.advanced(by: 5)
        #expect(due.silentSince(days, last: nil, until: last) == due.moment(of: first))
        #expect(
            due.silentSince(days, last: first.advanced(by: 2), until: last) == due.moment(of: first.advanced(by: 3)))
        // A day before was left out: the last that is due stands for it.
        #expect(due.silentSince(days, last: last, until: last) == due.moment(of: last))
    }

    @Test("incidents: the worst, then the newest; needs: the most urgent, then the soonest")
    func lists() {
        func incident(_ code: String, _ severity: Severity, _ hour: Int64) -> Incident {
            var incident = Incident.blank
            (incident.code, incident.severity) = (code, severity)
            incident.when = LocalTime(at(hour), in: .tehran)
            return incident
        }
        let incidents = [
            incident("I-1", .serious, 8), incident("I-2", .minor, 9), incident("I-3", .fatal, 1),
            incident("I-4", .serious, 10),
        ]
        #expect(incidents.sorted(by: Incident.worstFirst).map(\.code) == ["I-3", "I-4", "I-1", "I-2"])

        func need(_ code: String, _ urgency: Urgency, _ by: Int?) -> Need {
            var need = Need.blank
            (need.code, need.urgency, need.neededBy) = (code, urgency, by.map { Day(number: $0) })
            return need
        }
        let needs = [need("N-1", .normal, 1), need("N-2", .high, nil), need("N-3", .high, 5), need("N-4", .high, 3)]
        #expect(needs.sorted(by: Need.mostUrgentFirst).map(\.code) == ["N-4", "N-3", "N-2", "N-1"])
    }

    @Test("who is in the field: those the last report counted, else those who are sent")
    func people() {
        #expect(Camp.peopleInTheField(lastPresent: nil, headcount: 12) == 12)
        #expect(Camp.peopleInTheField(lastPresent: 0, headcount: 12) == 0)
        #expect(Camp.peopleInTheField(lastPresent: 15, headcount: 12) == 15)
    }
}
