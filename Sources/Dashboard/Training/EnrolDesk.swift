import Canvas
import Domain
import Persian
import Store

/// The enrol desk: part of a name or a national ID is typed, candidates come with whether they may attend, Enter enrols
/// the one who is meant, and the field is empty for the next. Where several may be meant, Enter asks first.
struct EnrolDesk {
    /// Somebody whom this desk has just enrolled, or put on the waiting list.
    struct Enrolled: Hashable {
        let name: String
        let state: EnrolmentState
        let place: Int?
    }

    var chooser = Chooser<CourseCandidate>()
    /// Those enrolled since the desk was opened, the latest first.
    private(set) var enrolled: [Enrolled] = []
    /// Whether it has asked which of several is meant.
    private(set) var isAsking = false
    private var names: [String: String] = [:]

    /// How many people with such a name are looked at.
    static let reach = 60

    mutating func open() {
        if !chooser.isOpen { self = EnrolDesk() }
        chooser.open()
    }

    mutating func close() { self = EnrolDesk() }

    mutating func load(_ course: Course, _ reader: Reader, _ context: ScreenContext) throws(DecideError) {
        try chooser.load(for: course.code, context, key: \.person.nationalID) { (text) throws(DecideError) in
            try reader.candidates(for: course, matching: text, limit: Self.reach)
        }
    }

    /// Something else is typed.
    mutating func startAgain() { isAsking = false }

    /// Whether it is beyond doubt who is meant: the only one, the only one with that word in the name, or one chosen by
    /// the arrows or after the question.
    private var isClear: Bool {
        if chooser.isChosen || isAsking || chooser.items.count == 1 { return true }
        return chooser.items.count { $0.isWhole } == 1
    }

    /// What is wrong with an ID that nobody can have.
    var problem: Phrase? {
        let figures = latinDigits(chooser.input.text.filter { !$0.isWhitespace && $0 != "-" })
        guard figures.utf8.count >= 8, figures.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        do throws(NationalIDError) {
            _ = try NationalID(figures)
            return Phrase(
                fa: "کسی با این کد ملی ثبت نشده؛ دفتر باید نخست او را ثبت کند",
                en: "nobody with this national ID is recorded; the office has to record the person first")
        } catch {
            return Phrase(fa: "کد ملی درست نیست: \(error.explanation)", en: "no valid ID: \(error.explanation)")
        }
    }

    /// Keeps what became of an enrolment, to be seen below.
    mutating func note(_ sending: Sending, _ answer: Writer.Answer) {
        guard sending.command == CourseEnrol.name, case .success(let entry) = answer,
            let enrolment = entry.main?.after as? Enrolment, let name = names[enrolment.person]
        else { return }
        let place = JSON.object(entry.result)["place"]?.integer
        enrolled.insert(Enrolled(name: name, state: enrolment.state, place: place), at: 0)
    }

    /// Enrols the marked candidate; the rules answer for one who may not attend.
    mutating func enrol(in course: Course?) -> Effect? {
        guard let course, let marked = chooser.marked else { return nil }
        guard isClear else {
            isAsking = true
            return nil
        }
        chooser.input = TextInput()
        chooser.startAgain()
        startAgain()
        names[marked.person.nationalID] = marked.person.fullName
        return .send(
            Sending(
                CourseEnrol.self,
                [.init("course", .string(course.code)), .init("person", .string(marked.person.nationalID))]))
    }
}

extension CourseCandidate {
    /// A sign of its own for each, so that the colour carries nothing alone.
    var sign: String {
        if canEnrol { return "✓" }
        return enrolment == nil || enrolment?.state == .withdrawn ? "×" : "●"
    }

    var color: ColorRole {
        if canEnrol { return .good }
        return enrolment == nil || enrolment?.state == .withdrawn ? .alarm : .information
    }

    /// What is said beside the name: how the person stands to the course, or why it is closed to him or her.
    var note: Phrase {
        if let place { return Phrase(fa: "در نوبت \(persianDigits(place))", en: "waiting at place \(place)") }
        if let enrolment, enrolment.state != .withdrawn { return enrolment.state.phrase }
        return eligibility.reason
    }
}
