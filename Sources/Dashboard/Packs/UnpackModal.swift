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

    static let lists = [fileActions, passphraseActions, workingActions, doneActions]

    var actions: [ModalAction<UnpackModal>] {
        switch step {
        case .file: Self.fileActions
        case .passphrase: Self.passphraseActions
        case .working: Self.workingActions
        case .done: Self.doneActions
        }
    }

    private static let fileActions: [ModalAction<UnpackModal>] = [
        .step("unpack.bring", "enter", Phrase(fa: "بازآوردن", en: "bring home")) { modal, _ in modal.begin() },
        .step("unpack.complete", "tab", Phrase(fa: "کامل کردن نشانی", en: "complete the path")) { modal, _ in
            modal.path = TextInput(PathCompletion.complete(modal.path.text), direction: .leftToRight)
        },
        .close("unpack.close"),
    ]

    private static let passphraseActions: [ModalAction<UnpackModal>] = [
        .step("unpack.open", "enter", Phrase(fa: "گشودن", en: "open")) { modal, _ in modal.open() },
        .step("unpack.back", "escape", Phrase(fa: "بازگشت", en: "back")) { modal, _ in modal.back() },
    ]

    private static let workingActions: [ModalAction<UnpackModal>] = [
        .step("unpack.cancel", "escape", Phrase(fa: "ایستادن", en: "stop")) { modal, _ in modal.cancellation.cancel() }
    ]

    private static let doneActions: [ModalAction<UnpackModal>] =
        [.close("unpack.done", "enter escape")]
        + Binding.moves(Phrase(fa: "پاسخ‌ها", en: "answers")) { modal, move, _ in
            guard case .done(let report) = modal.step else { return }
            modal.selected = modal.selected.moved(move, in: report.answers.count, page: ImportRows.page)
        }

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        switch step {
        case .file: path.take(event, context)
        case .passphrase: passphrase.take(event, context)
        case .working, .done: break
        }
        return []
    }

    private func back() {
        step = .file
        passphrase = TextInput()
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

    /// Reads and brings the pack on the writer's queue: making a key of the passphrase is slow.
    private func bring(_ passphrase: Passphrase?) {
        guard let dashboard else { return }
        cancellation = Cancellation()
        step = .working(ImportProgress(total: 1))
        let (cancellation, writer, file) = (cancellation, dashboard.writer, file)
        writer.run(
            { (office, sender, clock) -> Result<PackReport, UnpackError> in
                do throws(PackError) {
                    let pack = try OpenedPack(path: file, passphrase: passphrase)
                    do throws(DecideError) {
                        var next = ContinuousClock.now
                        return .success(
                            try office.take(pack, by: sender, clock: clock) { done in
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
