import Domain
import Persian
import Store

/// Opens the page on which a story is written.
private struct WriteStory: PartEffect {
    /// The code of the one that is changed; nil for a new one.
    let code: String?

    func carryOut(in dashboard: Dashboard) { dashboard.modals.append(WritingModal(code, dashboard.drafts)) }

    func obstacle(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Phrase? {
        try code.flatMapTyped { (code) throws(DecideError) in try reader.obstacle(toAmendingStory: code, context) }
    }
}

/// Opens the pictures of a story.
private struct ChangePictures: PartEffect {
    let code: String

    func carryOut(in dashboard: Dashboard) { dashboard.modals.append(PicturesModal(code, dashboard)) }

    func obstacle(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Phrase? {
        try reader.obstacle(toAmendingStory: code, context)
    }
}

extension Reader {
    fileprivate func obstacle(toAmendingStory code: String, _ context: ScreenContext) throws(DecideError) -> Phrase? {
        try obstacle(
            to: StoryAmend.self, [.init(StoryFields.code.name, .string(code))], role: context.role, at: context.now)
    }
}

/// Asks where an issue of the bulletin is written, and in which form.
private struct SaveBulletin: PartEffect {
    let bulletin: BulletinName

    func carryOut(in dashboard: Dashboard) { dashboard.modals.append(BulletinSaving(bulletin, dashboard)) }
}

extension Effect {
    static func write(story code: String?) -> Effect { .of(WriteStory(code: code)) }
    static func pictures(story: String) -> Effect { .of(ChangePictures(code: story)) }
    static func save(_ bulletin: Bulletin) -> Effect { .of(SaveBulletin(bulletin: BulletinName(bulletin))) }
}
