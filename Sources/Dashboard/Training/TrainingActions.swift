import Canvas
import Domain
import Persian
import Store

/// What is done to courses and to the people in them.
extension TrainingScreen {
    private static let course = Selection<State, Course>({ $0.course?.course }, none: nothingSelected)
    private static let notCompleted = Phrase(
        fa: "دوره هنوز پایان نیافته است ({training.state})", en: "the course is not completed yet ({training.state})")

    static let edits: [ScreenAction<State>] = [
        person(
            "training.withdraw", "w", Phrase(fa: "انصراف", en: "withdraw"), CourseWithdraw.self,
            unless: { $0.whyStaying($1) }
        ) { row, course, context in
            .form(
                FormRequest(
                    CourseWithdraw.self, fixed: row.named(in: course),
                    initial: [.init("on", .string(min(context.day, course.to).iso))],
                    title: Phrase(fa: "انصراف از دوره", en: "Withdrawal from the course")))
        },
        person(
            "training.certify", "c", Phrase(fa: "گواهی", en: "certify"), CourseCertify.self,
            unless: { row, _ in row.whyUncertified }
        ) { row, course, _ in .send(Sending(CourseCertify.self, row.named(in: course))) },
        course.action(
            "training.certifyAll", "C", Phrase(fa: "گواهی برای همه", en: "certify all"), CourseCertify.self,
            unless: { course, _ in course.state == .completed ? nil : notCompleted }
        ) { course, _, _ in .ask(course.certifyQuestion) },
        course.action(
            "training.print", "p", Phrase(fa: "چاپ گواهی", en: "print certificates"), nil, isHint: true,
            unless: { whyNotPrinted($0, $1) }
        ) { course, state, _ in
            guard let row = selectedPerson(state), let certificate = row.certificate else {
                return .print(.certificate, course.code)
            }
            return .ask(row.printQuestion(certificate, of: course))
        },
        ScreenAction(
            "training.announce", "n", Phrase(fa: "دوره تازه", en: "announce a course"), command: CourseAnnounce.self,
            isHint: true
        ) { _, _ in .form(FormRequest(CourseAnnounce.self)) },
        course.amend("training.amend", CourseAmend.self, unless: { course, _ in course.openness }),
        course.action(
            "training.state", "t", Phrase(fa: "پایان یا لغو دوره", en: "complete or cancel"), CourseComplete.self,
            also: [CourseCancel.self], isHint: true, unless: { course, _ in course.openness }
        ) { course, state, _ in .ask(course.stateQuestion(state.$outcome.value(for: course.code) ?? nil)) },
        course.action("training.void", "D", Phrase(fa: "باطل کردن", en: "void"), RecordVoid.self) { course, state, _ in
            let row = selectedPerson(state)
            return .form(row.map { .void(Enrolment.kind, $0.enrolment.key) } ?? .void(Course.kind, course.code))
        },
    ]

    /// The person that is selected in the open course.
    private static func selectedPerson(_ state: State) -> EnrolmentRow? {
        state.view == .courses ? nil : state.roster.selectedItem
    }

    /// An action on the person that is selected in the open course.
    private static func person(
        _ id: String, _ keys: String, _ phrase: Phrase, _ command: any Command.Type,
        unless reason: @escaping (EnrolmentRow, Course) -> Phrase?,
        _ effect: @escaping @MainActor (EnrolmentRow, Course, ScreenContext) -> Effect?
    ) -> ScreenAction<State> {
        course.action(
            id, keys, phrase, command, isHint: true,
            unless: { course, state in
                guard state.view != .courses else { return notOpen }
                guard let row = selectedPerson(state) else {
                    return Phrase(fa: "کسی برگزیده نیست", en: "nobody is selected")
                }
                return reason(row, course)
            }
        ) { course, state, context in selectedPerson(state).flatMap { effect($0, course, context) } }
    }

    private static func whyNotPrinted(_ course: Course, _ state: State) -> Phrase? {
        guard state.course?.certificates == 0 else { return nil }
        guard course.state == .completed else { return notCompleted }
        return Phrase(
            fa: "هنوز گواهی‌ای صادر نشده است ({training.certifyAll})",
            en: "no certificate was issued yet ({training.certifyAll})")
    }
}

extension EnrolmentRow {
    fileprivate func named(in course: Course) -> [JSON.Member] {
        [.init("course", .string(course.code)), .init("person", .string(person.nationalID))]
    }

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
