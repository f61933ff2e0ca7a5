import Domain
import Persian
import Store

/// Stories as groups send them: a row a story, found by its code. A list that is sent again changes only what differs.
public enum StoriesSheet: ImportedSheet {
    public enum Column: CaseIterable, Sendable { case code, title, body, about, author, names, pictures }

    public static let name = "stories"
    public static let title = Phrase(fa: "روایت‌ها", en: "stories")
    public static let command: any Command.Type = StoryDraft.self
    public static let codeColumn = Column.code
    public static let nameColumns = [Column.title]

    public static let columns = SheetTable<Column>([
        .init(
            .code, StoryFields.code, also: ["story"], near: ["کد", "شماره روایت", "story code"], isOptional: true),
        .init(.title, StoryFields.title, near: ["عنوان روایت", "story title"]),
        .init(.body, StoryFields.body, also: ["متن روایت", "text"], near: ["روایت", "شرح"]),
        .init(
            .about, .text, headers: ["درباره", "about"],
            near: ["موضوع", "گروه", "اردو", "گروه یا اردو", "group", "camp"]),
        .init(
            .author, StoryFields.author, also: ["کد ملی نویسنده"], near: ["نویسنده روایت", "رابط رسانه"],
            isOptional: true),
        .init(.names, StoryFields.names, near: ["خانوارها", "نام‌برده‌ها", "households"], isOptional: true),
        .init(.pictures, StoryFields.pictures, near: ["عکس‌ها"], holds: .prose, isOptional: true),
    ])

    public static func carryOut(_ row: ImportedRow<StoriesSheet>) throws(RowError<Column>) -> RowOutcome {
        let fields = row.fields(.title, .body, .author, .names, .pictures)
        let about = try row.about
        let code = row.code(.code)
        guard let code, let known = try row.known(Story.self, key: code) else {
            let aboutField = about.map { [JSON.Member("about", $0.json)] } ?? []
            try row.send(
                StoryDraft.self, (code.map { [.init("code", .string($0))] } ?? []) + fields + aboutField,
                columns: columns.fields.merging(["about": .about]) { $1 })
            return .added
        }
        guard let about, about != known.target else {
            return try row.amend(StoryAmend.self, known, fields) ? .changed : .same
        }
        try row.send(
            StoryAmend.self, [.init("code", .string(code))] + fields + [.init("about", about.json)],
            columns: columns.fields.merging(["about": .about]) { $1 })
        return .changed
    }

    /// What a story is about as a cell has it: "گروه جهادی Q-0001".
    static func aboutText(_ target: NeedTarget?, _ language: Language) -> String? {
        target.map { "\($0.subject.phrase[language]) \($0.code)" }
    }
}

extension NeedTarget {
    fileprivate var json: JSON { .object([.init(subject.rawValue, .string(code))]) }
}

extension ImportedRow<StoriesSheet> {
    /// What the row's story is about: its kind and its code or name, or one of these alone.
    ///
    /// - Throws: `not-found`; `unknown-value` when several are meant.
    fileprivate var about: NeedTarget? {
        get throws(RowError<StoriesSheet.Column>) {
            guard let text = self[.about] else { return nil }
            for subject in NeedSubject.allCases {
                for word in [subject.phrase.fa, subject.phrase.en] + subject.otherWords {
                    let words = text.split(whereSeparator: \.isWhitespace)
                    let count = word.split(whereSeparator: \.isWhitespace).count
                    guard words.count > count,
                        words.prefix(count).joined(separator: " ").folded() == word.folded()
                    else { continue }
                    let rest = words.dropFirst(count).joined(separator: " ")
                    return NeedTarget(subject: subject, code: try code(of: rest, subject) ?? rest)
                }
            }
            var found: [NeedTarget] = []
            for subject in NeedSubject.allCases {
                if let code = try code(of: text, subject) { found.append(NeedTarget(subject: subject, code: code)) }
            }
            let phrase = StoryFields.about.phrase
            if found.count > 1 { throw .refused(.several(phrase, text, found.map(\.code)), column: .about) }
            guard let target = found.first else { throw .refused(.notThere(phrase, text), column: .about) }
            return target
        }
    }

    private func code(of text: String, _ subject: NeedSubject) throws(RowError<StoriesSheet.Column>) -> String? {
        switch subject {
        case .camp: try find(Camp.self, text, in: .about)?.code
        case .point: try find(ServicePoint.self, text, in: .about)?.code
        case .group: try find(Group.self, text, in: .about)?.code
        case .campaign: try find(Campaign.self, text, in: .about)?.code
        case .congress: try known(Congress.self, key: latinDigits(text))?.key
        }
    }
}
