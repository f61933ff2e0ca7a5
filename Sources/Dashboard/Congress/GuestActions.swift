import Canvas
import Domain
import Persian
import Store

/// What is done to guests: each leads to a command, its form, or the printer.
extension GuestsScreen {
    private static let guest = Selection<State, Guest>(
        { $0.list.selectedItem }, none: Phrase(fa: "مهمانی برگزیده نیست", en: "no guest is selected"))
    private static let edition = Selection<State, Congress>(\.seats.edition, none: CongressTabs.notOpened)

    static let edits: [ScreenAction<State>] = [
        edition.action(
            "guests.invite", "n", Phrase(fa: "دعوت", en: "invite"), GuestInvite.self, isHint: true
        ) { edition, _, _ in
            .form(FormRequest(GuestInvite.self, fixed: [.init("congress", .string(edition.year))]))
        },
        guest.action(
            "guests.send", "s", Phrase(fa: "فرستادن", en: "send"), GuestSend.self, isHint: true,
            unless: { guest, _ in guest.unless([.draft]) }
        ) { guest, _, _ in .send(Sending(GuestSend.self, guest.named, version: guest.version)) },
        guest.action(
            "guests.answer", "a enter", Phrase(fa: "پاسخ", en: "answer"), GuestReply.self, isHint: true,
            unless: { guest, _ in guest.unless([.sent, .accepted, .declined]) }
        ) { guest, _, _ in .ask(guest.answerQuestion) },
        guest.action(
            "guests.revoke", "r", Phrase(fa: "ابطال دعوت", en: "revoke"), GuestRevoke.self, isHint: true,
            unless: { guest, _ in guest.unless(GuestState.allCases.filter { $0 != .revoked }) }
        ) { guest, _, _ in
            .form(
                FormRequest(
                    GuestRevoke.self, fixed: guest.named,
                    title: Phrase(
                        fa: "باطل کردن دعوت \(guest.code) · \(guest.name)",
                        en: "Revoke the invitation \(guest.code) · \(guest.name)")))
        },
        guest.action(
            "guests.print", "p", Phrase(fa: "چاپ دعوت‌نامه", en: "print the invitation"), nil,
            unless: { guest, _ in guest.unless(GuestState.allCases.filter { ![.revoked, .declined].contains($0) }) }
        ) { guest, _, _ in .print(.invitations, guest.code) },
        edition.action(
            "guests.printAll", "P", Phrase(fa: "چاپ همه دعوت‌نامه‌ها", en: "print all invitations"), nil
        ) { edition, _, _ in .print(.invitations, edition.year) },
        guest.void("guests.void", Phrase(fa: "باطل کردن رکورد", en: "void the record")),
    ]
}

extension Guest {
    /// That its invitation is in none of these states; nil when it is in one.
    fileprivate func unless(_ states: [GuestState]) -> Phrase? {
        unless(states) { Phrase(fa: "دعوت او «\($0.phrase)» است", en: "the invitation is \($0.phrase)") }
    }

    fileprivate var answerQuestion: Question {
        func answer(_ answer: GuestAnswer, _ phrase: Phrase) -> Question.Answer {
            let sending = Sending(GuestReply.self, named + [.init("answer", answer.json)], version: version)
            return .init(phrase, .send(sending))
        }
        return Question(
            title: Phrase(fa: "پاسخ \(code)", en: "Answer of \(code)"),
            text: Phrase(
                fa: "«\(name)» به دعوت چه پاسخ داد؟ اکنون: \(state.phrase).",
                en: "What did “\(name)” answer? Now: \(state.phrase)."),
            answers: [
                answer(.accepted, Phrase(fa: "پذیرفت", en: "Accepted")),
                answer(.declined, Phrase(fa: "عذر خواست", en: "Declined")),
                .init(Phrase(fa: "انصراف", en: "Back")),
            ])
    }
}
