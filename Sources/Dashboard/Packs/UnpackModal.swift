import Canvas
import Domain
import Exchange
import Persian
import Store

/// Brings a pack home from within: which file, its passphrase when it is sealed, then an answer a command.
@MainActor
final class UnpackModal: Modal {
    enum Step {
        case file
        case passphrase
        case working(ImportProgress)
        case done(PackReport)
    }

    private weak var dashboard: Dashboard?
    private(set) var path = TextInput(direction: .leftToRight)
    private(set) var passphrase = TextInput()
    private(set) var step = Step.file
    private(set) var problem: Phrase?
    private(set) var selected = 0
    private var cancellation = Cancellation()

    init(_ dashboard: Dashboard) { self.dashboard = dashboard }

    var title: Phrase { Phrase(fa: "بازآوردن بسته همراه", en: "Bring a pack home") }

    // MARK: Keys

    func handle(_ event: Event, _ context: ScreenContext) -> [Effect] {
        if case .paste(let text) = event {
            switch step {
            case .file: path.insert(text)
            case .passphrase: passphrase.insert(text)
            case .working, .done: break
            }
            return []
        }
        guard case .key(let key) = event else { return [] }
        switch (step, key.code) {
        case (.file, .escape): return [.close]
        case (.file, .tab): path = TextInput(PathCompletion.complete(path.text), direction: .leftToRight)
        case (.file, .enter): begin()
        case (.file, _): _ = path.handle(key, page: context.direction)
        case (.passphrase, .escape): back()
        case (.passphrase, .enter): open()
        case (.passphrase, _): _ = passphrase.handle(key, page: context.direction)
        case (.working, .escape): cancellation.cancel()
        case (.working, _): break
        case (.done, .escape), (.done, .enter): return [.close]
        case (.done(let report), _): move(key, last: report.answers.count - 1)
        }
        return []
    }

    private func back() {
        step = .file
        passphrase = TextInput()
    }

    private func move(_ key: Key, last: Int) {
        switch key.asBound.code {
        case .down, .character("j"): selected += 1
        case .up, .character("k"): selected -= 1
        case .pageDown, .character(" "): selected += ImportRows.page
        case .pageUp: selected -= ImportRows.page
        case .home, .character("g"): selected = 0
        case .end, .character("G"): selected = last
        default: break
        }
        selected = max(0, min(selected, last))
    }

    // MARK: Work

    private var file: String { PathCompletion.expanded(path.text) }

    private func begin() {
        problem = nil
        if SealedFile.isSealed(file) { step = .passphrase } else { bring(nil) }
    }

    private func open() {
        do throws(SealError) { bring(try Passphrase(passphrase.text)) } catch { problem = error.phrase }
    }

    /// Reads and brings the pack beside the loop: a passphrase takes its time.
    private func bring(_ passphrase: Passphrase?) {
        guard let dashboard else { return }
        cancellation = Cancellation()
        step = .working(ImportProgress(total: 1))
        let (cancellation, writer, file) = (cancellation, dashboard.writer, file)
        writer.run(
            { (office, sender, clock) -> Result<PackReport, UnpackError> in
                do throws(PackError) {
                    let pack = try BroughtPack(path: file, passphrase: passphrase)
                    do throws(DecideError) {
                        var next = ContinuousClock.now
                        return .success(
                            try pack.bring(to: office, by: sender, clock: clock) { done in
                                if ContinuousClock.now >= next {
                                    next = .now + .milliseconds(100)
                                    writer.post { [weak self] in self?.show(done, of: pack.commands.count) }
                                }
                                return !cancellation.isCancelled
                            })
                    } catch {
                        return .failure(.decided(error))
                    }
                } catch {
                    return .failure(.pack(error))
                }
            }, then: { [weak self] result in self?.finish(result) })
    }

    private func show(_ done: Int, of total: Int) {
        guard case .working(let progress) = step else { return }
        var next = progress.total == total ? progress : ImportProgress(total: total)
        next.done = done
        step = .working(next)
    }

    private func finish(_ result: Result<PackReport, UnpackError>) {
        switch result {
        case .failure(let error):
            problem = error.phrase
            if case .pack(.seal(.wrongPassphrase)) = error { step = .passphrase } else { back() }
        case .success(let report):
            step = .done(report)
            passphrase = TextInput()
            selected = report.answers.firstIndex { $0.outcome.name == "refused" } ?? 0
            dashboard?.ownActs.insert(report.batch)
        }
        dashboard?.settle { () throws(DecideError) in try dashboard?.refresh() }
    }

    func view(in region: inout Region, _ context: ScreenContext) { UnpackView(self, context).draw(in: &region) }

    func notes(_ context: ScreenContext) -> [BindingNote] {
        switch step {
        case .file:
            [
                BindingNote("unpack.bring", .enter, Phrase(fa: "بازآوردن", en: "bring home")),
                BindingNote("unpack.complete", .tab, Phrase(fa: "کامل کردن نشانی", en: "complete the path")),
                BindingNote("unpack.close", .escape, Phrase(fa: "بستن", en: "close")),
            ]
        case .passphrase:
            [
                BindingNote("unpack.open", .enter, Phrase(fa: "گشودن", en: "open")),
                BindingNote("unpack.back", .escape, Phrase(fa: "بازگشت", en: "back")),
            ]
        case .working: [BindingNote("unpack.cancel", .escape, Phrase(fa: "ایستادن", en: "stop"))]
        case .done:
            [
                BindingNote("unpack.done", .enter, Phrase(fa: "بستن", en: "close")),
                BindingNote("unpack.scroll", .down, Phrase(fa: "پاسخ‌ها", en: "answers")),
            ]
        }
    }
}

/// Why nothing was brought.
private enum UnpackError: Error {
    case pack(PackError)
    case decided(DecideError)

    var phrase: Phrase {
        switch self {
        case .pack(let error): error.phrase
        case .decided(let error): error.phrase
        }
    }
}
