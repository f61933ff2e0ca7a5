import Canvas
import Domain
import Exchange
import Persian
import Store

/// Asks where an issue is written, and writes it: the end of the name says in which form.
@MainActor
final class BulletinSaving: Modal {
    private let key: String
    private weak var dashboard: Dashboard?
    private var path: TextInput
    private var problem: Phrase?

    init(_ bulletin: BulletinName, _ dashboard: Dashboard) {
        key = bulletin.key
        self.dashboard = dashboard
        path = TextInput("~/\(bulletin.stem).\(BulletinForm.html.ending)", direction: .leftToRight)
    }

    var title: Phrase { Phrase(fa: "نوشتن خبرنامه در پرونده", en: "Write the bulletin to a file") }

    static let lists: [[ModalAction<BulletinSaving>]] = [
        [
            Binding("saving.write", "enter", Phrase(fa: "نوشتن", en: "write"), isHint: true) { $0.write($1) },
            .step("saving.form", "f2", Phrase(fa: "قالب دیگر", en: "another form")) { modal, _ in modal.turnForm() },
            .step("saving.complete", "tab", Phrase(fa: "کامل کردن نام", en: "complete the name")) { modal, _ in
                modal.path = TextInput(PathCompletion.complete(modal.path.text), direction: .leftToRight)
            }, .close("saving.close", "escape", Phrase(fa: "انصراف", en: "cancel")),
        ]
    ]

    func typed(_ event: Event, _ context: ScreenContext) -> [Effect] {
        problem = nil
        path.take(event, context)
        return []
    }

    /// The form that the end of the name says; the page where it says none.
    private var form: BulletinForm {
        BulletinForm.allCases.first { path.text.lowercased().hasSuffix(".\($0.ending)") } ?? .html
    }

    private var stem: String {
        let ending = ".\(form.ending)"
        return path.text.lowercased().hasSuffix(ending) ? String(path.text.dropLast(ending.count)) : path.text
    }

    private func turnForm() {
        path = TextInput("\(stem).\(form.next.ending)", direction: .leftToRight)
    }

    private func write(_ context: ScreenContext) -> [Effect] {
        guard let dashboard else { return [.close] }
        // Never over anything but an issue: not over the office's own file.
        let (form, target) = (form, "\(stem).\(form.ending)")
        let pictures = dashboard.office.pictures
        do throws(DecideError) {
            let key = key
            let content = try dashboard.office.view { (reader) throws(DecideError) in
                try reader.find(Bulletin.self, key: key).mapTyped { (bulletin) throws(DecideError) in
                    try reader.content(of: bulletin)
                }
            }
            guard let content else { return [.close] }
            do throws(PageError) {
                try content.write(as: form, to: PathCompletion.expanded(target)) { pictures?.bytes(of: $0) }
                let said = Phrase(fa: "خبرنامه در \(target) نوشته شد", en: "The bulletin was written to \(target)")
                return [.close, .toast(Toast(.good, said))]
            } catch {
                problem = error.phrase
            }
        } catch {
            problem = error.phrase
        }
        return []
    }

    func view(in region: inout Region, _ context: ScreenContext) {
        PromptPanel(title, rows: 3, problem: problem).draw(in: &region, context) { region in
            region.put(form.told[context.language], row: 0, direction: .page, style: Style(.text, on: .panel))
            TextField(path).draw(in: &region, row: 2)
        }
    }
}

/// Which bulletin is written to a file, and how the file is called: what is not issued yet is no issue by its name either.
struct BulletinName: Hashable {
    let key: String
    let isIssued: Bool

    init(_ bulletin: Bulletin) { (key, isIssued) = (bulletin.key, bulletin.state == .issued) }

    /// A key of several parts is one name.
    fileprivate var stem: String {
        "bulletin-\(key.replacing("/", with: "-"))" + (isIssued ? "" : "-preview")
    }
}

extension BulletinForm {
    /// How the names of its files end.
    fileprivate var ending: String { rawValue }

    fileprivate var told: Phrase {
        switch self {
        case .html:
            Phrase(
                fa: "صفحه‌ای که تنها می‌ایستد، برای مرورگر و چاپ:",
                en: "A page that stands alone, for browsers and print:")
        case .md: Phrase(fa: "متن ساده با نشانه‌ها (مارک‌داون):", en: "Plain text with marks (Markdown):")
        case .atom: Phrase(fa: "خوراک خبر (اتم):", en: "A feed (Atom):")
        }
    }
}
