import Canvas
import Domain
import Persian
import Store

/// What is done to entries of the roll: each leads to a command, its form, or the printer.
extension RollScreen {
    private static let martyr = Selection<State, Martyr>({ $0.list.selectedItem }, none: nothingSelected)
    private static let edition = Selection<State, Congress>(\.edition, none: CongressTabs.notOpened)

    static let edits: [ScreenAction<State>] = [
        ScreenAction(
            "roll.propose", "n", Phrase(fa: "پیشنهاد", en: "propose"), command: MartyrPropose.self, isHint: true
        ) { _, _ in .form(FormRequest(MartyrPropose.self)) },
        martyr.action(
            "roll.document", "e", Phrase(fa: "مستند کردن", en: "document"), MartyrDocument.self, isHint: true,
            unless: { martyr, _ in martyr.unless(MartyrState.allCases.filter { $0 != .published }) }
        ) { martyr, _, _ in
            .form(
                FormRequest(
                    MartyrDocument.self, fixed: martyr.named + [.init("person", .null)],
                    record: RecordName(Martyr.kind, martyr.code),
                    title: Phrase(
                        fa: "مستند کردن \(martyr.code) · \(martyr.name)", en: "Document \(martyr.code) · \(martyr.name)"
                    )
                ))
        },
        martyr.action(
            "roll.verify", "y", Phrase(fa: "تأیید", en: "verify"), MartyrVerify.self, isHint: true,
            unless: { martyr, _ in martyr.unless([.documented]) }
        ) { martyr, _, _ in .ask(martyr.verifyQuestion) },
        martyr.action(
            "roll.publish", "b", Phrase(fa: "انتشار", en: "publish"), MartyrPublish.self, isHint: true,
            unless: { martyr, _ in martyr.unless([.verified]) }
        ) { martyr, _, _ in .send(Sending(MartyrPublish.self, martyr.named, version: martyr.version)) },
        edition.action(
            "roll.print", "p", Phrase(fa: "چاپ فهرست", en: "print the roll"), nil, isHint: true
        ) { edition, _, _ in .print(.roll, edition.year) },
        martyr.void("roll.void", Phrase(fa: "باطل کردن رکورد", en: "void the record")),
    ]
}

extension Martyr {
    /// That the entry is in none of these states; nil when it is in one.
    fileprivate func unless(_ states: [MartyrState]) -> Phrase? {
        unless(states) { Phrase(fa: "این نام «\($0.phrase)» است", en: "the entry is \($0.phrase)") }
    }
}

extension Martyr {
    /// A verdict is given knowingly, so it is asked for.
    fileprivate var verifyQuestion: Question {
        let sending = Sending(MartyrVerify.self, named, version: version)
        let first = verifiedBy.first.map {
            Phrase(fa: " نخستین تأیید از \($0) است.", en: " The first verdict is \($0)'s.")
        }
        return Question(
            title: Phrase(fa: "تأیید \(code)", en: "Verify \(code)"),
            text: Phrase(
                fa:
                    "«\(name)»، \(diedOn.jalaliText(.persian))، \(place): آیا آنچه نوشته شده درست است؟ تأیید کار دو نفر است.\(first)",
                en:
                    "“\(name)”, \(diedOn.jalaliText(.english)), \(place): is what stands there true? Two people verify an entry.\(first)"
            ),
            answers: [
                .init(Phrase(fa: "انصراف", en: "Back")),
                .init(Phrase(fa: "درست است", en: "It is true"), .send(sending)),
            ])
    }
}
