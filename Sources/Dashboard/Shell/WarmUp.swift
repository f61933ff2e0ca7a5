import Canvas
import Domain
import Persian
import Store

extension Dashboard {
    /// Warms caches and code paths of the first frame by drawing an empty page, which takes several times as long as
    /// drawing it again; to be called while the file is being opened on another thread.
    ///
    /// - Returns: that page, with which the terminal warms up too.
    public static func warmUp(width: Int, height: Int, language: Language, clock: Clock) -> Frame {
        OfficeFile.prepare()
        let screens = Screens.all()
        let layout = ShellLayout(width: width, height: height)
        let now = clock.now()
        let context = ScreenContext(
            language: language, role: .administrator, masking: Masking(for: .administrator), now: now,
            day: now.day(in: .tehran), width: layout.contentWidth, height: layout.contentHeight,
            keymap: .standard)
        return Region.frame(width: width, height: height, language: language) { region in
            guard layout.isLargeEnough, let screen = screens.first(where: { $0.id == Screens.first(for: context.role) })
            else { return }
            let notes = screen.notes(context, isHint: true) + ShellBindings.all.map { $0.note((), context) }
            ShellView(
                layout: layout,
                title: TitleBar(
                    officeName: "", day: context.day, announced: [:], isClockFixed: clock.isFixed,
                    clock: now.clockText(in: .tehran), path: [screen.title[language]]),
                menu: Menu(
                    screens.map { Menu.Item(number: "", icon: $0.icon, title: $0.title[language]) }, selected: 0),
                toast: nil, keymap: .standard,
                footer: Footer(role: context.role, account: "", hints: notes.filter(\.isHint))
            ).draw(in: &region) { screen.view(in: &$0, context) }
        }
    }
}
