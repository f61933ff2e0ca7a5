import Canvas
import Domain
import Persian
import Store

/// What is done to bulletins: each leads to a command, its form, or a file.
extension BulletinsScreen {
    private static let bulletin = Selection<State, Bulletin>({ $0.list.selectedItem }, none: nothingSelected)

    static let edits: [ScreenAction<State>] = [
        ScreenAction(
            "bulletins.compose", "n", Phrase(fa: "شماره تازه", en: "new number"), command: BulletinCompose.self,
            isHint: true
        ) { state, context in
            .form(
                FormRequest(
                    BulletinCompose.self,
                    fixed: [.init(BulletinFields.number.name, .integer(state.nextNumber))],
                    initial: [.init(BulletinFields.on.name, context.day.json)]))
        },
        bulletin.action(
            "bulletins.recompose", "e", Phrase(fa: "تغییر ترکیب", en: "compose again"), BulletinCompose.self,
            isHint: true
        ) { bulletin, _, _ in
            .form(FormRequest(BulletinCompose.self, fixed: bulletin.numbered, record: RecordName(bulletin)))
        },
        bulletin.action(
            "bulletins.issue", "i", Phrase(fa: "انتشار", en: "issue"), BulletinIssue.self, isHint: true,
            unless: { bulletin, _ in
                bulletin.unless([.composed]) {
                    Phrase(fa: "این خبرنامه «\($0.phrase)» است", en: "the bulletin is \($0.phrase)")
                }
            }
        ) { bulletin, _, _ in .ask(bulletin.issueQuestion) },
        bulletin.action(
            "bulletins.correct", "c", Phrase(fa: "اصلاحیه", en: "correct"), BulletinCorrect.self, isHint: true
        ) { bulletin, _, _ in
            var form = FormRequest(BulletinCorrect.self, fixed: bulletin.numbered)
            form.only = [BulletinFields.note.name]
            return .form(form)
        },
        bulletin.action(
            "bulletins.save", "P", Phrase(fa: "نوشتن در پرونده", en: "write it to a file"), nil, isHint: true
        ) { bulletin, _, _ in .save(bulletin) },
        bulletin.void("bulletins.void", Phrase(fa: "باطل کردن رکورد", en: "void the record")),
    ]
}

extension Bulletin {
    /// The field by which commands about it name it.
    fileprivate var numbered: [JSON.Member] { [.init(BulletinFields.number.name, .integer(number))] }

    /// It is read by others then, so it is asked for.
    fileprivate var issueQuestion: Question {
        Question(
            title: Phrase(fa: "انتشار \(called)", en: "Issue the \(called)"),
            text: Phrase(
                fa:
                    "\(stories.count) روایت. آنچه منتشر شد دیگر دگرگون نمی‌شود؛ خطا را تنها نوبتی تازه با اصلاحیه می‌گوید.",
                en:
                    "\(stories.count, "story", plural: "stories"). What is issued never changes; only another edition with an erratum mends it."
            ),
            answers: [
                .back,
                .init(
                    Phrase(fa: "منتشر شود", en: "Issue it"),
                    .send(Sending(BulletinIssue.self, numbered, version: version))),
            ])
    }
}

/// The approved stories that a number may hold, to be ticked and put in their order.
enum BulletinCompanion: FormCompanion {
    static let command: any Command.Type = BulletinCompose.self
    static let subjects = [BulletinFields.number.name]

    /// How many are offered; the search finds others.
    private static let most = 100

    static func references(
        _ reader: Reader, _ context: ScreenContext, value: (String) -> JSON?
    ) throws(DecideError) -> FormReferences {
        var references = FormReferences()
        let number = value(BulletinFields.number.name).flatMap { $0.integer ?? parseInteger($0.plainText) }
        references.people = try reader.storiesFree(forBulletin: number, limit: most).map { story in
            var candidate = FieldEntry.candidate(story.code, story.title, context)
            candidate.detail += [Span(" · "), Span(story.text.shortLength(context.language))]
            if !story.text.hasConsent {
                candidate.disabledReason = Phrase(fa: "رضایت ندارد", en: "lacks consent")[context.language]
            }
            return candidate
        }
        return references
    }
}
