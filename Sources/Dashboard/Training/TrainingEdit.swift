import Canvas
import Domain
import Persian
import Store

/// What is done to courses and to the people in them.
public enum TrainingEdit: Hashable, Sendable, CaseIterable {
    case withdraw, certify, certifyAll, print, announce, amend, state, void

    /// What it is called in a keymap, and its keys.
    private var name: (id: String, keys: String) {
        switch self {
        case .withdraw: ("training.withdraw", "w")
        case .certify: ("training.certify", "c")
        case .certifyAll: ("training.certifyAll", "C")
        case .print: ("training.print", "p")
        case .announce: ("training.announce", "n")
        case .amend: ("training.amend", "e")
        case .state: ("training.state", "t")
        case .void: ("training.void", "D")
        }
    }

    private var phrase: Phrase {
        switch self {
        case .withdraw: Phrase(fa: "انصراف", en: "withdraw")
        case .certify: Phrase(fa: "گواهی", en: "certify")
        case .certifyAll: Phrase(fa: "گواهی برای همه", en: "certify all")
        case .print: Phrase(fa: "چاپ گواهی", en: "print certificates")
        case .announce: Phrase(fa: "دوره تازه", en: "announce a course")
        case .amend: Phrase(fa: "ویرایش", en: "edit")
        case .state: Phrase(fa: "پایان یا لغو دوره", en: "complete or cancel")
        case .void: Phrase(fa: "باطل کردن", en: "void")
        }
    }

    private var command: (any Command.Type)? {
        switch self {
        case .withdraw: CourseWithdraw.self
        case .certify, .certifyAll: CourseCertify.self
        case .print: nil
        case .announce: CourseAnnounce.self
        case .amend: CourseAmend.self
        case .state: CourseComplete.self
        case .void: RecordVoid.self
        }
    }

    @MainActor
    static var bindings: [Binding<TrainingScreen.State, TrainingScreen.Action>] {
        allCases.map { edit in
            Binding(
                edit.name.id, edit.name.keys, edit.phrase, .edit(edit), command: edit.command,
                also: edit == .state ? [CourseCancel.self] : [],
                isHint: [.withdraw, .certify, .print, .announce, .state].contains(edit)
            ) { state, _ in edit.disabledReason(state) }
        }
    }

    private static let notCompleted = Phrase(
        fa: "دوره هنوز پایان نیافته است ({training.state})", en: "the course is not completed yet ({training.state})")

    @MainActor
    private func disabledReason(_ state: TrainingScreen.State) -> Phrase? {
        if self == .announce { return nil }
        guard let row = state.course else { return TrainingScreen.nothingSelected }
        let course = row.course
        switch self {
        case .state, .amend: return course.openness
        case .withdraw, .certify:
            guard state.view != .courses else { return TrainingScreen.notOpen }
            guard let row = state.roster.selectedItem else {
                return Phrase(fa: "کسی برگزیده نیست", en: "nobody is selected")
            }
            return self == .withdraw ? row.whyStaying(course) : row.whyUncertified
        case .certifyAll: return course.state == .completed ? nil : Self.notCompleted
        case .print:
            guard row.certificates == 0 else { return nil }
            guard course.state == .completed else { return Self.notCompleted }
            return Phrase(
                fa: "هنوز گواهی‌ای صادر نشده است ({training.certifyAll})",
                en: "no certificate was issued yet ({training.certifyAll})")
        case .announce, .void: return nil
        }
    }

    @MainActor
    func effect(_ state: TrainingScreen.State, _ context: ScreenContext) -> Effect? {
        if self == .announce { return .form(FormRequest(CourseAnnounce.self)) }
        guard let course = state.course?.course else { return nil }
        let row = state.view == .courses ? nil : state.roster.selectedItem
        let fixed = { (row: EnrolmentRow) -> [JSON.Member] in
            [.init("course", .string(course.code)), .init("person", .string(row.person.nationalID))]
        }
        switch self {
        case .announce: return nil
        case .withdraw:
            guard let row else { return nil }
            return .form(
                FormRequest(
                    CourseWithdraw.self, fixed: fixed(row),
                    initial: [.init("on", .string(min(context.day, course.to).iso))],
                    title: Phrase(fa: "انصراف از دوره", en: "Withdrawal from the course")))
        case .certify: return row.map { .send(Sending(CourseCertify.self, fixed($0))) }
        case .certifyAll: return .ask(course.certifyQuestion)
        case .print:
            guard let row, let certificate = row.certificate else { return .print(.certificate, course.code) }
            return .ask(row.printQuestion(certificate, of: course))
        case .amend:
            return .form(
                FormRequest(
                    CourseAmend.self, fixed: [.init("code", .string(course.code))],
                    record: RecordName(Course.kind, course.code)))
        case .state: return .ask(course.stateQuestion(state.outcome))
        case .void:
            return .form(row.map { .void(Enrolment.kind, $0.enrolment.key) } ?? .void(Course.kind, course.code))
        }
    }
}

extension EnrolmentRow {
    /// One certificate is to be printed, or those of the whole course.
    fileprivate func printQuestion(_ certificate: String, of course: Course) -> Question {
        Question(
            title: Phrase(fa: "چاپ گواهی", en: "Print certificates"),
            text: Phrase(
                fa: "گواهی «\(person.fullName)» یا گواهی‌های همه کسانی که «\(course.title)» را گذرانده‌اند؟",
                en: "The certificate of “\(person.fullName)”, or those of all who completed “\(course.title)”?"),
            answers: [
                .init(Phrase(fa: "همین یکی", en: "This one"), .print(.certificate, certificate)),
                .init(Phrase(fa: "همه", en: "All"), .print(.certificate, course.code)), .back,
            ])
    }

    /// Why the person cannot withdraw; nil when that can be done.
    fileprivate func whyStaying(_ course: Course) -> Phrase? {
        if let closed = course.openness { return closed }
        return enrolment.state.isActive ? nil : enrolment.state.phrase
    }

    /// Why the person gets no certificate now.
    fileprivate var whyUncertified: Phrase? {
        if let certificate {
            return Phrase(
                fa: "گواهی \(certificate) دارد؛ {training.print} آن را چاپ می‌کند",
                en: "holds \(certificate); {training.print} prints it")
        }
        guard enrolment.state != .completed else { return nil }
        let state = enrolment.state.phrase
        return Phrase(
            fa: "ثبت‌نام او «\(state)» است؛ گواهی از آنِ کسی است که دوره را گذرانده است",
            en: "“\(state)” so far; certificates are for those who completed the course")
    }
}

extension Course {
    private static let back = Question.Answer(Phrase(fa: "انصراف", en: "Back"))

    /// What may become of the course now, and what that would come to: who passes, and at which sessions nobody was marked.
    fileprivate func stateQuestion(_ outcome: CourseOutcome?) -> Question {
        let fixed = [JSON.Member("code", .string(code))]
        let rule = Phrase(
            fa: "هر کس که در دست‌کم \(persianDigits(threshold))٪ جلسه‌ها حاضر بوده دوره را گذرانده است.",
            en: "Whoever attended \(threshold)% of the sessions has completed it.")
        let parts = [rule] + (outcome.map(foreseen) ?? [])
        return Question(
            title: Phrase(fa: "وضعیت \(code) · \(title)", en: "State of \(code) · \(title)"),
            text: parts.joined(fa: "\n", en: "\n"),
            answers: [
                Self.back, .init(Phrase(fa: "پایان دوره", en: "Complete"), .send(Sending(CourseComplete.self, fixed))),
                .init(
                    Phrase(fa: "لغو دوره", en: "Cancel the course"), .form(FormRequest(CourseCancel.self, fixed: fixed))
                ),
            ])
    }

    private func foreseen(_ outcome: CourseOutcome) -> [Phrase] {
        let (passed, failed) = (outcome.completed.count, outcome.failed.count)
        var said = [
            Phrase(
                fa: "اگر اکنون پایان یابد: \(persianDigits(passed)) نفر می‌گذرانند، \(persianDigits(failed)) نفر نه.",
                en: "If it ends now: \(passed) complete it, \(failed) do not.")
        ]
        guard !outcome.untaken.isEmpty else { return said }
        let codes = outcome.untaken.map { Phrase(fa: $0.code, en: $0.code) }.listed()
        let more = outcome.failedForUntaken
        let lost =
            more == 0
            ? Phrase(fa: "", en: "")
            : Phrase(
                fa: "؛ با آن‌ها \(persianDigits(more)) نفر دیگر هم می‌توانستند بگذرانند",
                en: "; with these \(more) more might have completed it")
        said.append(
            Phrase(
                fa: "حضور این جلسه‌ها ثبت نشده و همه غایب شمرده می‌شوند: \(codes)\(lost).",
                en: "No attendance was taken at \(codes), so all count as absent there\(lost)."))
        return said
    }

    /// Certificates are never undone, so it is asked once for all.
    fileprivate var certifyQuestion: Question {
        Question(
            title: Phrase(fa: "گواهی برای همه", en: "Certify all"),
            text: Phrase(
                fa:
                    "برای همه کسانی که «\(title)» را گذرانده‌اند و گواهی ندارند گواهی صادر شود؟ صدور گواهی بازگشت ندارد.",
                en:
                    "Issue certificates to all who completed “\(title)” and hold none? Certificates are never taken back."
            ),
            answers: [Self.back, .init(Phrase(fa: "صدور", en: "Issue"), .certifyAll(code))])
    }
}
