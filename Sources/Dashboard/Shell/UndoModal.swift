import Canvas
import Domain
import Persian
import Store

/// Much that is being taken back: how far it has come, and Esc to stop. It has all keys meanwhile, so that none of them
/// starts another.
@MainActor
final class UndoModal: Modal {
    private let act: NamedAct
    private let cancellation = Cancellation()
    private var done = 0
    private let start = ContinuousClock.now

    init(_ act: NamedAct, _ dashboard: Dashboard) {
        self.act = act
        dashboard.isUndoing = true
        let (cancellation, writer) = (cancellation, dashboard.writer)
        writer.run(
            { [weak self] (office, sender, clock) in
                var next = ContinuousClock.now
                return Dashboard.undo(act.act, office, sender, clock) { done, _ in
                    if ContinuousClock.now >= next {
                        next = .now + .milliseconds(100)
                        writer.post { self?.done = done }
                    }
                    return !cancellation.isCancelled
                }
            },
            then: { [weak self, weak dashboard] result in
                dashboard?.modals.removeAll { $0 === self }
                dashboard?.tookBack(act, result)
            })
    }

    var title: Phrase {
        act.act.isUndo ? Phrase(fa: "انجام دوباره", en: "Redo") : Phrase(fa: "بازگرداندن", en: "Undo")
    }

    static let lists: [[ModalAction<UndoModal>]] = [
        [
            .step("undoing.stop", "escape", Phrase(fa: "ایستادن", en: "stop")) { modal, _ in modal.cancellation.cancel()
            }
        ]
    ]

    func view(in region: inout Region, _ context: ScreenContext) {
        let language = context.language
        let (width, height) = (min(66, region.width - 4), ProgressView.height + 2)
        let stop = notes(context)[0].hint(language)
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        let rate = done > 0 && seconds > 0.1 ? Int(Double(done) / seconds) : nil
        let speed = rate.map {
            Phrase(fa: "\(Language.persian.number($0)) در ثانیه", en: "\(Language.english.number($0)) a second")
        }
        region.part(
            top: (region.height - height) / 2, start: (region.width - width) / 2, width: width, height: height
        ) { box in
            Panel(title[language], hasFocus: true).draw(in: &box) { inside in
                ProgressView(
                    act.title[language], done: done, total: act.act.count, rate: speed?[language] ?? "", hint: stop
                ).draw(in: &inside)
            }
        }
    }
}
