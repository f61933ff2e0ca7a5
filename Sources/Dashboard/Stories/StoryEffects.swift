import Domain
import Persian
import Store

/// Opens the page on which a story is written.
private struct WriteStory: PartEffect {
    /// The code of the one that is changed; nil for a new one.
    let code: String?

    func carryOut(in dashboard: Dashboard) { dashboard.modals.append(WritingModal(code, dashboard.drafts)) }

    func obstacle(_ reader: Reader, _ context: ScreenContext) throws(DecideError) -> Phrase? {
        guard let code else { return nil }
        return try reader.obstacle(
            to: StoryAmend.self, [.init(StoryFields.code.name, .string(code))], role: context.role, at: context.now)
    }
}

/// Asks where an issue of the bulletin is written, and in which form.
private struct SaveBulletin: PartEffect {
    let key: String

    func carryOut(in dashboard: Dashboard) { dashboard.modals.append(BulletinSaving(key, dashboard)) }
}

extension Effect {
    static func write(story code: String?) -> Effect { .of(WriteStory(code: code)) }
    static func save(bulletin key: String) -> Effect { .of(SaveBulletin(key: key)) }
}
