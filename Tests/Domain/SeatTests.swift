import Domain
import Persian
import Testing

/// Who gets a seat of a course. The clock stands at 1401/05/09; the course begins on 1 Shahrivar.
@Suite("Seats of a course")
struct SeatTests {
    let office: TestOffice
    private let ali = TrainingTests.ali
    private let zahra = TrainingTests.zahra
    private let mahdi = TrainingTests.mahdi
    private let maryam = TrainingTests.maryam

    init() throws { office = try TestOffice() }

    private func open(_ capacity: Int, audience: String = "anyone") throws {
        try office.carriesOut(TrainingTests.coming(audience: audience, capacity: capacity))
    }
    @discardableResult
    private func enrol(_ person: String) throws -> LedgerEntry { try office.carriesOut(TrainingTests.enrol(person)) }
    private func undo(_ entry: LedgerEntry) throws -> LedgerEntry {
        try office.carriesOut(#"{"command":"ledger.undo","undo":"\#(entry.id)"}"#)
    }
    private func state(_ person: String) -> EnrolmentState? {
        office.registry.enrolment(of: person, in: "T-1")?.state
    }
    private func promoted(_ entry: LedgerEntry) -> [String]? {
        entry.answer["result"]?["promoted"]?.list?.compactMap(\.string)
    }

    @Test("the undo of an enrolment gives the seat to the first who waits, and can be undone itself")
    func undoEnrolment() throws {
        try open(1)
        let first = try enrol(ali)
        try enrol(zahra)
        let undone = try undo(first)
        #expect(promoted(undone) == [zahra] && state(zahra) == .enrolled && state(ali) == nil)
        #expect(try enrol(mahdi).answer["result"]?["place"] == .integer(1))
        let redone = try undo(undone)
        #expect(state(ali) == .enrolled && state(zahra) == .waitlisted && promoted(redone) == [])
    }

    @Test("the undo of a fuller course, a withdrawal from the waiting list and a void free seats too")
    func otherWays() throws {
        try open(2)
        for person in [ali, zahra, mahdi] { try enrol(person) }
        let left = try office.carriesOut(TrainingTests.withdraw(mahdi, on: "1401/05/09"))
        try enrol(maryam)
        let voided = try office.carriesOut(
            #"{"command":"record.void","kind":"enrolment","code":"T-1/9990000018","reason":"اشتباه"}"#)
        #expect(promoted(voided) == [maryam] && state(maryam) == .enrolled)
        // Nobody waits any more: whoever comes back is given the seat that is free.
        let gone = try office.carriesOut(TrainingTests.withdraw(zahra, on: "1401/05/09"))
        #expect(gone.answer["result"]?["promoted"] == .null)
        let back = try undo(left)
        #expect(promoted(back) == [mahdi] && state(mahdi) == .enrolled)
        #expect(try undo(back).changes.count == 1 && state(mahdi) == .withdrawn)
    }

    @Test("the undo of a smaller capacity gives its seats to those who wait")
    func undoCapacity() throws {
        try open(2)
        try enrol(ali)
        let smaller = try office.carriesOut(#"{"command":"course.amend","code":"T-1","capacity":1}"#)
        try enrol(zahra)
        #expect(state(zahra) == .waitlisted)
        #expect(promoted(try undo(smaller)) == [zahra] && state(zahra) == .enrolled)
    }

    @Test("whoever may no longer attend is passed over, also by undo, and it is said why")
    func passedOver() throws {
        try open(1, audience: "groupsAndMediaLiaisons")
        let first = try enrol(ali)
        for person in [mahdi, maryam] {
            try office.carriesOut(
                #"{"command":"membership.begin","group":"Q-0002","person":"\#(person)","from":"1400/01/01"}"#)
            try enrol(person)
        }
        try office.carriesOut(
            #"{"command":"membership.end","group":"Q-0002","person":"\#(mahdi)","to":"1401/05/01"}"#)
        let undone = try undo(first)
        #expect(promoted(undone) == [maryam] && state(mahdi) == .waitlisted)
        #expect(undone.warnings.compactMap { $0["warning"]?.string } == ["not-eligible"])
        // Only somebody who may not attend waits now, and is in nobody's way.
        try office.carriesOut(TrainingTests.withdraw(maryam, on: "1401/05/09"))
        #expect(try enrol(zahra).answer["result"]?["state"] == .string("enrolled"))
    }

    @Test("from the first day on nobody is promoted, and nobody is enrolled past those who wait")
    func begun() throws {
        try open(1)
        let first = try enrol(ali)
        try enrol(zahra)
        office.now = try Moment(parsing: "1401/06/01T08:00", in: .tehran)
        #expect(promoted(try undo(first)) == nil && state(zahra) == .waitlisted)
        let late = try enrol(mahdi)
        #expect(late.answer["result"]?["state"] == .string("waitlisted"))
        #expect(late.answer["result"]?["place"] == .integer(2))
        try office.carriesOut(TrainingTests.withdraw(zahra, on: "1401/06/01"))
        try office.carriesOut(TrainingTests.withdraw(mahdi, on: "1401/06/01"))
        #expect(try enrol(maryam).answer["result"]?["state"] == .string("enrolled"), "nobody waits any more")
    }

    @Test("an amended course that lets more people in gives its seats to them")
    func audience() throws {
        try open(1, audience: "groupsAndMediaLiaisons")
        try enrol(ali)
        try enrol(zahra)
        try office.carriesOut(#"{"command":"course.amend","code":"T-1","audience":"councilAndBaseHeads"}"#)
        try office.carriesOut(TrainingTests.withdraw(ali, on: "1401/05/09"))
        #expect(state(zahra) == .waitlisted)
        let again = try office.carriesOut(#"{"command":"course.amend","code":"T-1","audience":"anyone"}"#)
        #expect(promoted(again) == [zahra] && state(zahra) == .enrolled)
    }

    @Test("what completing would come to is known before, with the sessions that nobody took")
    func outcome() throws {
        try office.carriesOut(TrainingTests.course("T-1", capacity: 9))
        for person in [ali, zahra, mahdi] { try enrol(person) }
        try office.carriesOut(TrainingTests.attend("S-1", ali, zahra))
        func outcome() throws -> CourseOutcome {
            let course = try #require(office.registry.find(Course.self, key: "T-1"))
            return try office.registry.outcome(of: course, on: day("1401/05/09"))
        }
        #expect(try outcome().completed.isEmpty && outcome().failed.count == 3)
        #expect(try outcome().untaken.map(\.code) == ["S-2"] && outcome().stillToCome == nil)
        #expect(try outcome().failedForUntaken == 2, "two were at all sessions that were taken")
        try office.carriesOut(TrainingTests.attend("S-2", zahra))
        #expect(try outcome().completed.map(\.person) == [zahra] && outcome().failed.map(\.person) == [ali, mahdi])
        #expect(try outcome().untaken.isEmpty && outcome().failedForUntaken == 0)
        let foreseen = try outcome()
        let entry = try office.carriesOut(TrainingTests.complete)
        #expect(entry.answer["result"]?["completed"] == .integer(foreseen.completed.count))
        #expect(entry.answer["result"]?["failed"] == .integer(foreseen.failed.count))
        let coming = try #require(
            {
                try office.carriesOut(TrainingTests.coming("T-2"))
                return office.registry.find(Course.self, key: "T-2")
            }())
        #expect(try office.registry.outcome(of: coming, on: day("1401/05/09")).stillToCome?.code == "S-2")
    }

    @Test("whoever was present on the last day is not offered a later one to withdraw")
    func presentToTheEnd() throws {
        try office.carriesOut(TrainingTests.course("T-1"))
        try enrol(ali)
        try office.carriesOut(TrainingTests.attend("S-1", ali))
        office.refuses(
            TrainingTests.withdraw(ali, on: "1401/05/01"), as: .invalidDate, field: "on", en: "withdraw on a later day")
        try office.carriesOut(TrainingTests.attend("S-2", ali))
        try office.carriesOut(TrainingTests.attend("S-1"))
        let refusal = office.refuses(
            TrainingTests.withdraw(ali, on: "1401/05/02"), as: .invalidDate, field: "on", fa: "نام او را از حاضران")
        #expect(refusal?.phrase.en.contains("later") == false)
    }
}
