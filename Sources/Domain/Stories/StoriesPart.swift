import Persian

extension Part {
    /// What is told of the work: stories, and the bulletin that they are issued in.
    public static let stories = Part(
        "stories",
        records: [Story.self, Bulletin.self],
        commands: [
            StoryDraft.self, StoryAmend.self, StorySubmit.self, StoryReturn.self, StoryApprove.self,
            StoryWithdraw.self, BulletinCompose.self, BulletinIssue.self, BulletinCorrect.self,
        ],
        evidence: [PublishedStories.self])
}

/// What the rules about stories read.
public protocol StoriesRegistry {
    /// How many accounts may review stories: administrators and operators who work here.
    func reviewers() throws(DecideError) -> Int
    /// The editions of a number, the first first.
    func editions(of number: Int) throws(DecideError) -> [Bulletin]
    /// The bulletins that a story is in, by number and edition.
    func bulletins(of story: String) throws(DecideError) -> [Bulletin]
    /// What is counted of some days.
    func seasonFigures(during days: ClosedRange<Day>) throws(DecideError) -> SeasonFigures
    /// Whether the folder of pictures has one whose bytes hash to this.
    func holdsPicture(_ hash: String) throws(DecideError) -> Bool
    /// Prints what an edition says.
    ///
    /// - Returns: the SHA-256 of its HTML, as 64 hexadecimal digits.
    /// - Throws: `unknown-value` for a template that cannot be printed by.
    func print(_ content: BulletinContent) throws(DecideError) -> String
    /// The office's own template of bulletins; nil where it has none.
    ///
    /// - Throws: `unknown-value` for one that cannot be read or printed by.
    func ownTemplate() throws(DecideError) -> String?
}

extension Registry {
    /// The issued editions that hold a story.
    func issues(holding story: String) throws(DecideError) -> [Bulletin] {
        try bulletins(of: story).filter { $0.state == .issued }
    }
}

extension RefusalCode {
    /// A household is named that did not agree to it.
    public static let noConsent = RefusalCode(rawValue: "no-consent")
    /// What was taken back stands in issues of the bulletin.
    public static let inIssues = RefusalCode(rawValue: "in-issues")
}
