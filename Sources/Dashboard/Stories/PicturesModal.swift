import Canvas
import Domain
import Exchange
import Persian
import Store

/// The pictures of a story: a JPEG or PNG is taken in with a description for those who cannot see it, and taken away again.
///
/// A picture is decoded and written anew on the writer's queue, so that the keys are free meanwhile.
@MainActor
final class PicturesModal: Modal {
    /// What the keys go to.
    private enum Focus: CaseIterable { case path, description, list }

    private let code: String
    private weak var dashboard: Dashboard?
    private var path = TextInput(direction: .leftToRight)
    private var description = TextInput()
    private var focus = Focus.path
    private var marked = 0
    private var problem: Phrase?
    private var isWorking = false
    /// A new picture is on its way, and not one taken away.
    private var isAdding = false
    private var story: Story?

    init(_ code: String, _ dashboard: Dashboard) { (self.code, self.dashboard) = (code, dashboard) }

    var title: Phrase { Phrase(fa: "تصویرهای روایت \(code)", en: "Pictures of the story \(code)") }

    var isFinished: Bool { isLoaded && story == nil }
    private var isLoaded = false

    func load(from reader: Reader, _ context: ScreenContext) throws(DecideError) {
        story = try reader.find(Story.self, key: code)
        isLoaded = true
        marked = max(0, min(marked, pictures.count - 1))
        if pictures.isEmpty, focus == .list { focus = .path }
    }

    private var pictures: [StoryPicture] { story?.pictures ?? [] }

    // MARK: Keys

    static let lists: [[ModalAction<PicturesModal>]] = [
        [
            Binding("pictures.add", "enter", Phrase(fa: "افزودن", en: "add"), isHint: true, when: { $0.focus != .list })
            {
                modal, _ in
                modal.add()
                return []
            },
            .step(
                "pictures.complete", "tab", Phrase(fa: "کامل کردن نام", en: "complete the name"),
                when: { $0.focus == .path }
            ) {
                modal, _ in
                modal.path = TextInput(PathCompletion.complete(modal.path.text), direction: .leftToRight)
            },
            Binding(
                "pictures.remove", "delete", Phrase(fa: "برداشتن تصویر", en: "take the picture away"), isHint: true,
                when: { $0.focus == .list && !$0.isWorking }
            ) { modal, _ in modal.remove() },
            .step("pictures.next", "down", Phrase(fa: "بعدی", en: "next"), isHint: false) { modal, _ in modal.move(1) },
            .step("pictures.previous", "up", Phrase(fa: "قبلی", en: "previous"), isHint: false) { modal, _ in
                modal.move(-1)
            },
            .close("pictures.close"),
        ]
    ]

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        problem = nil
        switch focus {
        case .path: path.take(event, context)
        case .description: description.take(event, context, limit: Self.longest)
        case .list: break
        }
        return []
    }

    /// In signs, as the rules take it.
    private static let longest = 300

    /// From field to field, and on through the pictures.
    private func move(_ step: Int) {
        let next = marked + step
        if focus == .list, pictures.indices.contains(next) { return marked = next }
        let stops = Focus.allCases.filter { $0 != .list || !pictures.isEmpty }
        let place = (stops.firstIndex(of: focus) ?? 0) + step
        guard stops.indices.contains(place) else { return }
        focus = stops[place]
        marked = 0
    }

    // MARK: Taking in and away

    /// Goes on to what is missing; takes the picture in when nothing is.
    private func add() {
        if path.text.isEmpty || description.text.isEmpty {
            focus = path.text.isEmpty ? .path : .description
            return
        }
        guard let dashboard, let folder = dashboard.office.pictures else {
            problem = Phrase(
                fa: "این دفتر تنها در حافظه است و پوشه‌ای برای تصویر ندارد.",
                en: "This office is only in memory and has no folder for pictures.")
            return
        }
        guard !isWorking else { return }
        (isWorking, problem) = (true, nil)
        let file = PathCompletion.expanded(path.text)
        dashboard.writer.run(
            { (_, _, _) -> Result<String, DecideError> in
                do throws(DecideError) {
                    return .success(try StoryPictures.keep(file: file, in: folder))
                } catch {
                    return .failure(error)
                }
            }, then: { [weak self] result in self?.taken(result) })
    }

    private func taken(_ result: Result<String, DecideError>) {
        switch result {
        case .success(let hash):
            isAdding = true
            send(pictures + [StoryPicture(picture: hash, alt: description.text)])
        case .failure(let error):
            (isWorking, problem, focus) = (false, error.phrase, .path)
            dashboard?.settle { () throws(DecideError) in try dashboard?.refresh() }
        }
    }

    private func remove() -> [Effect] {
        guard pictures.indices.contains(marked) else { return [] }
        (isWorking, isAdding) = (true, false)
        var rest = pictures
        rest.remove(at: marked)
        send(rest)
        return []
    }

    private func send(_ pictures: [StoryPicture]) {
        let fields = [
            JSON.Member(StoryFields.code.name, .string(code)), .init(StoryFields.pictures.name, pictures.json),
        ]
        dashboard?.send(Sending(StoryAmend.self, fields, version: story?.version), from: self)
    }

    func answered(_ answer: Writer.Answer, _ context: ScreenContext) -> [Effect] {
        isWorking = false
        switch answer {
        case .success:
            guard isAdding else { break }
            path = TextInput(direction: .leftToRight)
            description = TextInput()
            focus = .path
        case .failure(let error): problem = error.phrase
        }
        return []
    }

    // MARK: Drawing

    private static let labelWidth = 12

    func view(in region: inout Region, _ context: ScreenContext) {
        let listed = max(1, min(pictures.count, region.height - 9))
        PromptPanel(title, rows: 4 + listed, problem: problem).draw(in: &region, context) { region in
            let note =
                isWorking
                ? Phrase(fa: "در حال آماده کردن تصویر …", en: "preparing the picture …")
                : Phrase(
                    fa: "JPEG یا PNG؛ محل و زمان و دوربین از آن پاک می‌شود.",
                    en: "JPEG or PNG; place, time and camera are removed from it.")
            region.put(region(note), row: 0, direction: .page, style: Style(.muted, on: .panel))
            drawField(Phrase(fa: "پرونده", en: "File"), path, .path, row: 1, in: &region)
            drawField(
                Phrase(fa: "شرح تصویر", en: "Description"), description, .description, row: 2, in: &region)
            region.part(top: 4) { drawPictures(in: &$0) }
        }
    }

    private func drawField(_ label: Phrase, _ input: TextInput, _ place: Focus, row: Int, in region: inout Region) {
        let color: ColorRole = focus == place ? .accent : .muted
        region.put(region(label), row: row, direction: .page, style: Style(color, on: .panel))
        region.part(top: row, start: Self.labelWidth, height: 1) {
            TextField(input, hasFocus: focus == place).draw(in: &$0, row: 0)
        }
    }

    private func drawPictures(in region: inout Region) {
        guard !pictures.isEmpty else {
            let none = Phrase(fa: "هنوز تصویری ندارد", en: "it has no picture yet")
            return region.put(region(none), row: 0, direction: .page, style: Style(.muted, on: .panel))
        }
        let first = max(0, min(marked - region.height / 2, pictures.count - region.height))
        for (row, index) in (first..<pictures.count).prefix(region.height).enumerated() {
            let isMarked = focus == .list && index == marked
            let ground: ColorRole = isMarked ? .selection : .panel
            region.fill(Style(.text, on: ground), row: row, height: 1)
            region.put("▣", row: row, width: 2, direction: .page, style: Style(.accent, on: ground))
            region.put(pictures[index].alt, row: row, start: 2, style: Style(isMarked ? .strong : .text, on: ground))
        }
    }
}
