import Canvas

/// How the window is shared out: a title bar, the menu at the start edge, the screen, a footer.
struct ShellLayout {
    static let minimumWidth = 60
    static let minimumHeight = 12

    /// Below this the menu folds to numbers and signs, and the footer names the account alone.
    static let narrow = 100

    let width: Int
    let height: Int

    var isLargeEnough: Bool { width >= Self.minimumWidth && height >= Self.minimumHeight }

    var menuWidth: Int { width >= Self.narrow ? 17 : Menu.foldedWidth }

    var contentTop: Int { 1 }
    var contentStart: Int { menuWidth + 1 }
    var contentWidth: Int { max(0, width - contentStart) }
    var contentHeight: Int { max(0, height - 2) }
}
