import Domain
import Persian
import Store

/// Stories in the columns of the sheet from which they are imported, with how far each has come.
enum StoriesListing: RecordListing, ColumnListing {
    typealias Item = Story
    typealias Line = Story
    static let id = "stories"

    static let columns: [ListingColumn<Story>] =
        StoriesSheet.listed(
            of: { $0 },
            [
                .about: { story, question in Cell(StoriesSheet.aboutText(story.target, question.language)) },
                .names: { story, question in
                    Cell(
                        story.names.isEmpty
                            ? nil : joinedList(story.names.map { $0.display(question.language).withoutIsolates }))
                },
                .pictures: { story, question in
                    let lines = story.pictures.map { $0.display(question.language) }
                    return Cell(lines.isEmpty ? nil : lines.joined(separator: "\n"))
                },
            ]) + [
            .init(Phrase(fa: "وضعیت", en: "state")) { Cell($0.state.phrase[$1.language]) },
            .init(Phrase(fa: "تاریخ انتشار", en: "published on")) { story, question in
                Cell(story.publishedOn.map { $0.jalaliText(question.language) })
            },
            .init(Phrase(fa: "واژه", en: "words"), json: "words") { story, _ in .number(story.text.words) },
        ]

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.show(Story.self, code, question, reader)
        guard let story = try reader.find(Story.self, key: normalisedCode(code) ?? code) else { return }
        let (words, minutes) = (story.text.words, story.text.minutes)
        showing.facts.append(
            (
                Phrase(fa: "اندازه", en: "length"),
                Phrase(
                    fa: "\(words) واژه، \(minutes) دقیقه خواندن",
                    en: "\(words, "word"), \(minutes, "minute") to read")
            ))
        let bulletins = try reader.bulletins(of: story.code)
        for bulletin in bulletins { showing.facts.append((bulletin.state.phrase, bulletin.called)) }
        showing.json = showing.json.adding([
            .init("words", .integer(words)), .init("bulletins", .list(bulletins.map { .string($0.key) })),
        ])
    }
}

/// The editions of the bulletin.
enum BulletinsListing: RecordListing, ColumnListing {
    typealias Item = Bulletin
    typealias Line = Bulletin
    static let id = "bulletins"
    static let shows = [Bulletin.kind, Story.kind]

    static let columns: [ListingColumn<Bulletin>] =
        ["number", "edition", "on", "title", "stories", "erratum", "state", "sha256"].compactMap { name in
            Bulletin.columns.first { $0.name == name }.map { column in ListingColumn(column) { $0 } }
        }

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        guard let bulletin = try reader.bulletin(latinDigits(code)) else {
            throw .refused(.notFound(Bulletin.kind, code, field: "code"))
        }
        for column in Bulletin.columns where column.name != "content" && column.read(bulletin) != .null {
            let value = Phrase(
                fa: bulletin.display(column, .persian, question.masking),
                en: bulletin.display(column, .english, question.masking))
            showing.facts.append((column.phrase, value))
        }
        let content = try reader.content(of: bulletin)
        for count in content.figures.counts where count.records > 0 { showing.facts.append(count.told) }
        let pending = try reader.pendingErrata(of: bulletin)
        for change in pending {
            showing.facts.append((Phrase(fa: "اصلاحیه در انتظار", en: "erratum pending"), change.told))
        }
        showing.json = bulletin.json(question.masking).adding([.init("pendingErrata", .list(pending.map(\.json)))])
    }
}

extension FigureCount {
    /// A figure, and from how many records it was counted and by which listing these are found.
    fileprivate var told: (label: Phrase, value: Phrase) {
        (
            figure.phrase,
            Phrase(
                fa: "\(value)، از \(records) \(figure.source) (khedmat list \(figure.listing))",
                en: "\(value), from \(records) of \(figure.source) (khedmat list \(figure.listing))")
        )
    }
}

extension PendingErratum {
    fileprivate var told: Phrase {
        Phrase(
            fa: "\(figure.phrase): منتشرشده \(issued)، اکنون \(now)",
            en: "\(figure.phrase): issued \(issued), now \(now)")
    }

    fileprivate var json: JSON {
        .object([
            .init("figure", .string(figure.rawValue)), .init("issued", .integer(issued)), .init("now", .integer(now)),
        ])
    }
}
