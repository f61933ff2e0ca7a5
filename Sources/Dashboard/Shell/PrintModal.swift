import Canvas
import Domain
import Exchange
import Persian
import Store

/// Asks where a printable page goes, and writes it.
@MainActor
final class PrintModal: Modal {
    private let kind: PrintKind
    private let code: String
    private weak var dashboard: Dashboard?
    private var path: TextInput
    private var problem: Phrase?

    /// - Parameter code: the key of the record to be printed.
    init(_ kind: PrintKind, _ code: String, _ dashboard: Dashboard) {
        self.kind = kind
        self.code = code
        self.dashboard = dashboard
        // A key of several parts is one name.
        path = TextInput("~/\(code.replacing("/", with: "-")).html", direction: .leftToRight)
    }

    var title: Phrase { Phrase(fa: "چاپ \(kind.phrase)", en: "Print: \(kind.phrase)") }

    static let lists: [[ModalAction<PrintModal>]] = [
        [
            Binding("print.write", "enter", Phrase(fa: "نوشتن", en: "write"), isHint: true) { $0.write($1) },
            .step("print.complete", "tab", Phrase(fa: "کامل کردن نام", en: "complete the name")) {
                modal, _ in
                modal.path = TextInput(PathCompletion.complete(modal.path.text), direction: .leftToRight)
            }, .close("print.close", "escape", Phrase(fa: "انصراف", en: "cancel")),
        ]
    ]

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        path.take(event, context)
        return []
    }

    private func write(_ context: ScreenContext) -> [Effect] {
        guard let dashboard else { return [.close] }
        // Never over anything but a page: not over the office's own file.
        let target = path.text.hasSuffix(".html") ? path.text : path.text + ".html"
        let (kind, code) = (kind, code)
        do throws(DecideError) {
            let printed = try dashboard.office.view { (reader) throws(DecideError) in
                try kind.print(code, for: context.masking, on: context.day, in: reader)
            }
            do throws(PageError) {
                try printed.pages.get().write(to: PathCompletion.expanded(target))
                disclose(printed.disclosed, dashboard)
                return [.close, .toast(Toast(.good, written(printed.count, target)))]
            } catch {
                problem = error.phrase
            }
        } catch {
            problem = error.phrase
        }
        return []
    }

    /// Keeps in the ledger that households were printed with their names.
    private func disclose(_ count: Int, _ dashboard: Dashboard) {
        let reason = Disclosure.purpose(of: kind, code)
        let request = try? Disclosure.request(of: "\(kind.rawValue) \(code)", count: count, reason: reason)
        if count > 0, let request { dashboard.writer.send(request) { _ in } }
    }

    private func written(_ count: Int, _ path: String) -> Phrase {
        Phrase(
            fa: "\(persianDigits(count)) \(kind.phrase) در \(path) نوشته شد؛ با مرورگر باز و چاپ کنید",
            en: "\(count) × \(kind.phrase) written to \(path); open and print it with a browser")
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        PromptPanel(title, rows: 3, problem: problem).draw(in: &region, context) { region in
            region.put(
                region(Phrase(fa: "صفحه چاپی در این پرونده نوشته می‌شود:", en: "The page is written to this file:")),
                row: 0, direction: .page, style: Style(.text, on: .panel))
            TextField(path).draw(in: &region, row: 2)
        }
    }
}
