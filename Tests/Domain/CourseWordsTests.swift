import Domain
import Persian
import Testing

@Suite("What becomes of somebody in a course, in words") struct CourseWordsTests {
    @Test("By what was attended, what is left, and what the course asks")
    func risks() {
        // Four sessions, of which three are asked for.
        var course = Course.blank
        course.threshold = 75
        course.sessions = (1...4).map {
            let from = Moment(day: Day(number: $0), hour: 8, minute: 0, in: .tehran)
            return CourseSession(code: "\($0)", from: from, to: Moment(milliseconds: from.milliseconds + 7_200_000))
        }
        #expect(AttendanceRisk(3, of: 3, in: course) == .enough)
        #expect(AttendanceRisk(2, of: 2, in: course) == .onTheWay)
        #expect(AttendanceRisk(1, of: 2, in: course) == .atRisk)
        #expect(AttendanceRisk(0, of: 2, in: course) == .lost)
    }

    @Test("Who still waits when the course is over got no seat")
    func noSeat() {
        #expect(EnrolmentState.waitlisted.phrase(in: .announced).en == "waiting")
        for state in [CourseState.completed, .cancelled] {
            #expect(EnrolmentState.waitlisted.phrase(in: state).en == "got no seat")
            #expect(EnrolmentState.completed.phrase(in: state).en == "completed")
        }
    }

    @Test("A command's field is told in people's words")
    func words() throws {
        let uses = GroupRegister.parameters
        let kind = uses.first { $0.name == "kind" }
        #expect(JSON.string("specialised").words(of: kind).fa == "تخصصی")
        let fields = uses.first { $0.name == "fields" }
        #expect(JSON.list([.string("medical"), .string("relief")]).words(of: fields).fa == "پزشکی، امدادی")
        #expect(JSON.string("بهار").words(of: nil).en == "بهار")
    }
}
