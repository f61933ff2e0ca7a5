import Domain
import Exchange
import Persian
import Testing

@testable import Store

@Suite("The invented support")
struct DemoSupportTests {
    private func look<T>(_ body: (Reader, SupportRule) throws(DecideError) -> T) throws -> T {
        try demoWithNews.get().view { (reader) throws(DecideError) in
            try body(reader, try reader.supportRule(on: morning.today()))
        }
    }

    @Test("three custodians and nine invented bodies, and some hundred needs that stand in every way")
    func board() throws {
        let institutions = try look { (reader, _) throws(DecideError) in try reader.supportInstitutions() }
        #expect(institutions.count == 12 && institutions.prefix(3).allSatisfy(\.custodian))
        #expect(institutions.dropFirst(3).allSatisfy { !$0.custodian && $0.name.contains("نمونه") })
        let figures = try look { (reader, rule) throws(DecideError) in try reader.supportFigures(rule) }
        #expect((90...130).contains(figures.needs) && figures.untaken >= 12 && figures.overlapping >= 12)
        #expect(figures.late >= 8 && figures.silent >= 5 && figures.inDoubt >= 5 && figures.spiritual >= 25)
        let tomorrow = morning.today().advanced(by: 1)
        #expect(
            try look { (reader, _) throws(DecideError) in
                try reader.untakenCount(on: morning.today()...tomorrow)
            } >= 2)
    }

    @Test("needs are of camps, points, groups and the congress; a dozen moves are possible")
    func moves() throws {
        var subjects: Set<NeedSubject> = []
        try look { (reader, _) throws(DecideError) in
            try reader.each(Need.self, matching: Filter(), limit: nil) { need in
                if let subject = need.target?.subject { subjects.insert(subject) }
            }
        }
        #expect(subjects == [.camp, .point, .group, .congress])
        let moves = try look { (reader, rule) throws(DecideError) in try reader.supportMoves(rule) }
        #expect(moves.count { !$0.gaps.isEmpty } >= 12)
        let withOutcome = try look { (reader, _) throws(DecideError) in
            try reader.spiritualSupport(ofInstitution: "HOWZEH", limit: 50)
        }
        #expect(withOutcome.contains { $0.support.outcome != nil })
    }

    @Test("every institution gets a letter")
    func letters() throws {
        for code in ["HOWZEH", "SETAD", "YARI"] {
            let printed = try look { (reader, _) throws(DecideError) in
                try PrintKind.institution.print(code, for: Masking(for: .operator), on: morning.today(), in: reader)
            }
            let text = try printed.pages.get().html().pageText
            for part in ["در انتظار", "۱۰ مرداد ۱۴۰۱", "نیازهایی که هنوز کسی نپذیرفته است"] {
                #expect(text.contains(part), "\(code): \(part)")
            }
        }
    }
}
