import Canvas
import Domain
import Persian
import Store

/// What is done to the programme: each leads to the form of a command, or to the printer.
extension ProgrammeScreen {
    private static let session = Selection<State, CongressSession>(\.selectedSession, none: nothingSelected)
    private static let edition = Selection<State, Congress>(
        \.edition,
        none: Phrase(fa: "هنوز کنگره‌ای نیست ({programme.open})", en: "there is no congress yet ({programme.open})"))

    static let edits: [ScreenAction<State>] = [
        ScreenAction(
            "programme.schedule", "n", Phrase(fa: "نشست تازه", en: "schedule a session"),
            command: SessionSchedule.self, isHint: true,
            unless: { state, _ in
                guard state.halls.isEmpty else { return nil }
                return Phrase(fa: "نخست سالنی بیفزایید ({programme.hall})", en: "add a hall first ({programme.hall})")
            }
        ) { state, _ in schedule(state) },
        session.amend("programme.amend", SessionAmend.self, "e", Phrase(fa: "ویرایش نشست", en: "edit it")),
        session.action(
            "programme.cancel", "c", Phrase(fa: "لغو نشست", en: "cancel it"), SessionCancel.self, isHint: true
        ) { session, _, _ in
            .form(
                FormRequest(
                    SessionCancel.self, fixed: [.init("code", .string(session.code))],
                    title: Phrase(
                        fa: "لغو نشست \(session.code): \(session.title)", en: "Cancel \(session.code): \(session.title)"
                    )))
        },
        edition.action(
            "programme.print", "p", Phrase(fa: "چاپ برنامه روز", en: "print the day"), nil, isHint: true
        ) { _, state, _ in .print(.programme, state.day.iso) },
        ScreenAction(
            "programme.open", "N", Phrase(fa: "کنگره تازه", en: "open a congress"), command: CongressOpen.self
        ) { _, _ in .form(FormRequest(CongressOpen.self)) },
        edition.action("programme.hall", "a", Phrase(fa: "سالن تازه", en: "add a hall"), HallAdd.self) {
            edition, _, _ in
            .form(FormRequest(HallAdd.self, fixed: [.init("congress", .string(edition.year))]))
        },
        session.void("programme.void"),
    ]

    private static func schedule(_ state: State) -> Effect? {
        guard let edition = state.edition, let (hall, start) = state.nextStart else { return nil }
        let end = Moment(milliseconds: start.milliseconds + Int64(newMinutes) * 60_000)
        return .form(
            FormRequest(
                SessionSchedule.self, fixed: [.init("congress", .string(edition.year))],
                initial: [
                    .init("hall", .string(hall.code)), .init("from", .string(start.iso(in: .tehran))),
                    .init("to", .string(end.iso(in: .tehran))),
                ]))
    }
}
