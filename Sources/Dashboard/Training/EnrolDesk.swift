import Canvas
import Domain
import Persian
import Store

/// The enrol desk: part of a name or a national ID is typed, candidates come with whether they may attend, Enter enrols
/// the marked one, and the field is empty for the next.
struct EnrolDesk {
    private(set) var input = TextInput()
    private(set) var isOpen = false
    private(set) var candidates: [CourseCandidate] = []
    private(set) var selected = 0
    private var isStale = true

    /// How many people with such a name are looked at.
    static let reach = 60
    /// Longer than any name.
    private static let limit = 80

    var marked: CourseCandidate? { candidates.indices.contains(selected) ? candidates[selected] : nil }

    mutating func open() {
        isOpen = true
        isStale = true
    }

    mutating func close() { self = EnrolDesk() }

    mutating func load(_ course: Course, _ reader: Reader, isChanged: Bool) throws(DecideError) {
        guard isOpen, isChanged || isStale else { return }
        isStale = false
        candidates = try reader.candidates(for: course, matching: input.text, limit: Self.reach)
        selected = max(0, min(selected, candidates.count - 1))
    }

    /// Types into the field while the desk is open; nil when the event is not for it.
    mutating func handle(_ event: Event, _ course: Course?, _ context: ScreenContext) -> Typed? {
        guard isOpen else { return nil }
        let before = input
        switch event {
        case .paste(let text): input.insert(text)
        case .key(Key(.escape)):
            close()
            return Typed()
        // Some scanners end a code with Tab.
        case .key(Key(.enter)), .key(Key(.tab)): return Typed(enrol(in: course))
        case .key(Key(.up)): selected = max(0, selected - 1)
        case .key(Key(.down)): selected = max(0, min(candidates.count - 1, selected + 1))
        case .key(let key):
            guard input.handle(key, page: context.direction) else { return nil }
        case .mouse, .resize: return nil
        }
        if input.text.unicodeScalars.count > Self.limit { input = before }
        if input.text != before.text {
            selected = 0
            isStale = true
        }
        return Typed()
    }

    /// Enrols the marked candidate; the rules answer for one who may not attend.
    private mutating func enrol(in course: Course?) -> Effect? {
        guard let course, let marked else { return nil }
        input = TextInput()
        isStale = true
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
