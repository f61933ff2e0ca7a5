import Canvas
import Domain
import Persian
import Store

/// What is done to stories: each leads to the writing page, a command or its form, or to what the story is about.
extension StoriesScreen {
    private static let story = Selection<State, Story>({ selected($0) }, none: nothingSelected)

    static let edits: [ScreenAction<State>] = [
        story.action(
            "stories.approve", "a", Phrase(fa: "تأیید", en: "approve"), StoryApprove.self, isHint: true
        ) { story, _, _ in .send(Sending(StoryApprove.self, story.named, version: story.version)) },
        story.action(
            "stories.return", "r", Phrase(fa: "برگرداندن", en: "return"), StoryReturn.self, isHint: true
        ) { story, _, _ in .form(FormRequest(StoryReturn.self, fixed: story.named)) },
        ScreenAction(
            "stories.new", "n", Phrase(fa: "روایت تازه", en: "new story"), command: StoryDraft.self, isHint: true
        ) { _, _ in .write(story: nil) },
        story.action(
            "stories.edit", "e", Phrase(fa: "ویرایش", en: "edit"), StoryAmend.self, isHint: true
        ) { story, _, _ in .write(story: story.code) },
        story.action(
            "stories.submit", "s", Phrase(fa: "فرستادن برای بررسی", en: "submit"), StorySubmit.self, isHint: true
        ) { story, _, _ in .send(Sending(StorySubmit.self, story.named, version: story.version)) },
        story.action(
            "stories.consent", "c", Phrase(fa: "رضایت خانوارها", en: "consents"), StoryAmend.self
        ) { story, _, _ in .form(story.consentForm) },
        story.action(
            "stories.pictures", "p", Phrase(fa: "تصویرها", en: "pictures"), StoryAmend.self
        ) { story, _, _ in .pictures(story: story.code) },
        story.action(
            "stories.withdraw", "w", Phrase(fa: "پس گرفتن", en: "withdraw"), StoryWithdraw.self
        ) { story, _, _ in .form(FormRequest(StoryWithdraw.self, fixed: story.named)) },
        story.action(
            "stories.about", "x", Phrase(fa: "رفتن به موضوع", en: "go to what it is about"), nil,
            unless: { story, _ in
                story.aboutName == nil ? Phrase(fa: "موضوعی ندارد", en: "it is about nothing") : nil
            }
        ) { story, _, _ in story.aboutName.map { .record($0) } },
        story.action(
            "stories.author", "o", Phrase(fa: "رفتن به نویسنده", en: "go to its author"), nil,
            unless: { story, _ in
                story.author == nil
                    ? Phrase(fa: "نوشته خود دفتر است", en: "it was written by the office") : nil
            }
        ) { story, _, _ in story.author.map { .record(RecordName(Person.kind, $0)) } },
        ScreenAction(
            "stories.issue", "b", Phrase(fa: "رفتن به خبرنامه آن", en: "go to its bulletin"),
            unless: { state, _ in
                guard state.open != nil else {
                    return Phrase(
                        fa: "تنها در صفحه روایت ({screen.open})", en: "only on the page of a story ({screen.open})")
                }
                return state.page?.bulletins.isEmpty == false
                    ? nil : Phrase(fa: "در خبرنامه‌ای نیست", en: "it is in no bulletin")
            }
        ) { state, _ in state.page?.bulletins.last.map { .record(RecordName(Bulletin.kind, $0.key)) } },
        story.void("stories.void", Phrase(fa: "باطل کردن رکورد", en: "void the record")),
    ]
}

extension Story {
    /// The form in which households agree to be named, placed and pictured, or take that back.
    fileprivate var consentForm: FormRequest {
        var form = FormRequest(
            StoryAmend.self, fixed: named, record: RecordName(self),
            title: Phrase(fa: "رضایت خانوارها", en: "Consents of households"))
        form.only = [StoryFields.names.name]
        return form
    }
}
