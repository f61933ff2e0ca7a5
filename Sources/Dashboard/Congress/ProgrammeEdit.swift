import Canvas
import Domain
import Persian
import Store

/// What is done to the programme: each leads to the form of a command, or to the printer.
public enum ProgrammeEdit: Hashable, Sendable, CaseIterable {
    case schedule, amend, cancel, print, open, hall, void

    /// What it is called in a keymap, and its keys.
    private var name: (id: String, keys: String) {
        switch self {
        case .schedule: ("programme.schedule", "n")
        case .amend: ("programme.amend", "e")
        case .cancel: ("programme.cancel", "c")
        case .print: ("programme.print", "p")
        case .open: ("programme.open", "N")
        case .hall: ("programme.hall", "a")
        case .void: ("programme.void", "D")
        }
    }

    private var phrase: Phrase {
        switch self {
        case .schedule: Phrase(fa: "نشست تازه", en: "schedule a session")
        case .amend: Phrase(fa: "ویرایش نشست", en: "edit it")
        case .cancel: Phrase(fa: "لغو نشست", en: "cancel it")
        case .print: Phrase(fa: "چاپ برنامه روز", en: "print the day")
        case .open: Phrase(fa: "کنگره تازه", en: "open a congress")
        case .hall: Phrase(fa: "سالن تازه", en: "add a hall")
        case .void: Phrase(fa: "باطل کردن", en: "void")
        }
    }

    private var command: (any Command.Type)? {
        switch self {
        case .schedule: SessionSchedule.self
        case .amend: SessionAmend.self
        case .cancel: SessionCancel.self
        case .print: nil
        case .open: CongressOpen.self
        case .hall: HallAdd.self
        case .void: RecordVoid.self
        }
    }

    @MainActor
    static var bindings: [Binding<ProgrammeScreen.State, ProgrammeScreen.Action>] {
        allCases.map { edit in
            Binding(
                edit.name.id, edit.name.keys, edit.phrase, .edit(edit), command: edit.command,
                isHint: [.schedule, .cancel, .print].contains(edit)
            ) { state, _ in edit.disabledReason(state) }
        }
    }

    @MainActor
    private func disabledReason(_ state: ProgrammeScreen.State) -> Phrase? {
        switch self {
        case .open: return nil
        case .hall, .print:
            return state.edition == nil
                ? Phrase(fa: "هنوز کنگره‌ای نیست ({programme.open})", en: "there is no congress yet ({programme.open})")
                : nil
        case .schedule:
            return state.halls.isEmpty
                ? Phrase(fa: "نخست سالنی بیفزایید ({programme.hall})", en: "add a hall first ({programme.hall})") : nil
        case .amend, .cancel, .void: return state.selectedSession == nil ? ProgrammeScreen.nothingSelected : nil
        }
    }

    @MainActor
    func effect(_ state: ProgrammeScreen.State, _ context: ScreenContext) -> Effect? {
        if self == .open { return .form(FormRequest(CongressOpen.self)) }
        guard let edition = state.edition else { return nil }
        let congress = JSON.Member("congress", .string(edition.year))
        switch self {
        case .open: return nil
        case .schedule:
            guard let (hall, start) = state.nextStart else { return nil }
            let end = Moment(milliseconds: start.milliseconds + Int64(ProgrammeScreen.newMinutes) * 60_000)
            return .form(
                FormRequest(
                    SessionSchedule.self, fixed: [congress],
                    initial: [
                        .init("hall", .string(hall.code)), .init("from", .string(start.iso(in: .tehran))),
                        .init("to", .string(end.iso(in: .tehran))),
                    ]))
        case .amend:
            return state.selectedSession.map { session in
                .form(
                    FormRequest(
                        SessionAmend.self, fixed: [.init("code", .string(session.code))],
                        record: RecordName(CongressSession.kind, session.code)))
            }
        case .cancel:
            return state.selectedSession.map { session in
                .form(
                    FormRequest(
                        SessionCancel.self, fixed: [.init("code", .string(session.code))],
                        title: Phrase(
                            fa: "لغو نشست \(session.code): \(session.title)",
                            en: "Cancel \(session.code): \(session.title)")))
            }
        case .print: return .print(.programme, state.day.iso)
        case .hall: return .form(FormRequest(HallAdd.self, fixed: [congress]))
        case .void: return state.selectedSession.map { .form(.void(CongressSession.kind, $0.code)) }
        }
    }
}
