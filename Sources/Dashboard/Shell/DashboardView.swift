import Canvas
import Domain
import Persian

/// How the dashboard looks: the shell around the screen, the modals over it, help over all.
extension Dashboard {
    /// What the keys do here.
    var notes: [BindingNote] { modals.last?.notes(context) ?? notes(of: screen.id) }

    /// The bindings of a screen and of the shell, as they are now.
    func notes(of name: String) -> [BindingNote] {
        guard let screen = screens.first(where: { $0.id == name }) else { return [] }
        return notes(of: screen, context, isHint: false)
    }

    private func notes(of screen: any RunningScreen, _ context: ScreenContext, isHint: Bool) -> [BindingNote] {
        let shell = ShellBindings.all.lazy.filter { !isHint || $0.isHint }.map { $0.note((), context) }
        return screen.notes(context, isHint: isHint) + shell
    }

    /// What the screen looks like now.
    public func frame() -> Frame {
        Region.frame(width: width, height: height, language: language, memory: memory) { region in
            guard layout.isLargeEnough else {
                ShellView.drawTooSmall(in: &region)
                return
            }
            let context = context
            let path = [screen.title[language]] + screen.path() + modals.map { $0.title[language] }
            let view = ShellView(
                layout: layout,
                title: TitleBar(
                    officeName: officeName, day: context.day, announced: lunar.announced, isClockFixed: clock.isFixed,
                    path: path),
                menu: Menu(listed.map { menuItems[$0] }, selected: listed.firstIndex(of: current) ?? 0), toast: toast,
                footer: Footer(
                    role: staff.role, account: staff.account,
                    hints: (modals.last?.notes(context) ?? notes(of: screen, context, isHint: true)).filter(\.isHint)))
            view.draw(in: &region) { region in
                screen.view(in: &region, context)
                for modal in modals { modal.view(in: &region, context) }
            }
            if let helpOffset {
                HelpView(title: modals.last?.title ?? screen.title, notes: notes, offset: helpOffset).draw(in: &region)
            }
        }
    }

    /// The places of the screens that the menu shows.
    private var listed: [Int] { menuItems.indices.filter { !unlisted.contains($0) || $0 == current } }
}
