import CVTerm
import Canvas

/// A terminal without a window: takes a program's bytes and knows what a person would see. By libvterm.
public final class VirtualScreen {
    /// How one cell looks.
    public struct Look: Hashable, Sendable {
        public var isBold = false
        public var isUnderlined = false
        public var isItalic = false
        public var isReversed = false
        public var foreground: RGB
        public var background: RGB
    }

    public private(set) var width: Int
    public private(set) var height: Int
    public private(set) var title = ""
    /// Whether the program uses the screen that vanishes when it ends.
    public private(set) var isAlternate = false
    private var showsCaret = true

    private let terminal: OpaquePointer
    private let screen: OpaquePointer
    /// libvterm keeps the pointer, not the value.
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
        terminal = vterm_new(Int32(height), Int32(width))
        vterm_set_utf8(terminal, 1)
        screen = vterm_obtain_screen(terminal)
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: VTermScreenCallbacks())
        callbacks.pointee.settermprop = { property, value, user in
            guard let value, let user else { return 0 }
            Unmanaged<VirtualScreen>.fromOpaque(user).takeUnretainedValue().set(property, value.pointee)
            return 1
        }
        vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(terminal)
        callbacks.deallocate()
    }

    private func set(_ property: VTermProp, _ value: VTermValue) {
        switch property {
        case VTERM_PROP_CURSORVISIBLE: showsCaret = value.boolean != 0
        case VTERM_PROP_ALTSCREEN: isAlternate = value.boolean != 0
        case VTERM_PROP_TITLE: title = value.string.map { String(cString: $0) } ?? ""
        default: break
        }
    }

    /// Takes what the program wrote.
    public func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes {
            _ = vterm_input_write(terminal, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
    }

    public func resize(width: Int, height: Int) {
        self.width = width
        self.height = height
        vterm_set_size(terminal, Int32(height), Int32(width))
    }

    // MARK: What is seen

    /// A row as it looks, from the left edge, without blanks at its end.
    public func row(_ row: Int) -> String {
        var text = ""
        var column = 0
        while column < width {
            let cell = self.cell(row, column)
            text += Self.text(of: cell)
            column += max(1, Int(cell.width))
        }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// All rows as they look.
    public var rows: [String] { (0..<height).map(row) }

    /// How the cell looks that stands there.
    public func look(row: Int, column: Int) -> Look {
        let cell = self.cell(row, column)
        return Look(
            isBold: cell.attrs.bold != 0, isUnderlined: cell.attrs.underline != 0, isItalic: cell.attrs.italic != 0,
            isReversed: cell.attrs.reverse != 0, foreground: color(cell.fg), background: color(cell.bg))
    }

    /// Where the caret stands, from the upper left corner; nil when it is hidden.
    public var caret: (row: Int, column: Int)? {
        guard showsCaret else { return nil }
        var position = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
        return (Int(position.row), Int(position.col))
    }

    private func cell(_ row: Int, _ column: Int) -> VTermScreenCell {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        return cell
    }

    private static func text(of cell: VTermScreenCell) -> String {
        let chars = cell.chars
        let values = [chars.0, chars.1, chars.2, chars.3, chars.4, chars.5].prefix { $0 != 0 }
        var text = ""
        text.unicodeScalars.append(contentsOf: values.compactMap(Unicode.Scalar.init))
        return text.isEmpty ? " " : text
    }

    private func color(_ color: VTermColor) -> RGB {
        var color = color
        vterm_screen_convert_color_to_rgb(screen, &color)
        return RGB(red: color.rgb.red, green: color.rgb.green, blue: color.rgb.blue)
    }

    // MARK: What the terminal sends

    /// The bytes the terminal has for the program: answers, and the keys pressed below.
    public func takeOutput() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: vterm_output_get_buffer_current(terminal))
        let count = bytes.withUnsafeMutableBytes {
            vterm_output_read(terminal, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        return Array(bytes.prefix(count))
    }

    /// A key, encoded as the program asked for.
    public func press(_ key: Key) {
        let modifiers = VTermModifier(UInt32(key.modifiers.rawValue))
        if case .character(let scalar) = key.code {
            vterm_keyboard_unichar(terminal, scalar.value, modifiers)
        } else {
            vterm_keyboard_key(terminal, Self.key(key.code), modifiers)
        }
    }

    /// The brackets of a paste, when the program asked for them.
    public func bracketPaste(_ text: String) -> [UInt8] {
        vterm_keyboard_start_paste(terminal)
        let start = takeOutput()
        vterm_keyboard_end_paste(terminal)
        return start + Array(text.utf8) + takeOutput()
    }

    /// A press and release of the first button, or a turn of the wheel.
    public func mouse(_ action: Mouse.Action, row: Int, column: Int) {
        vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
        let button: Int32 =
            switch action {
            case .press, .release: 1
            case .wheelUp: 4
            case .wheelDown: 5
            }
        vterm_mouse_button(terminal, button, action != .release, VTERM_MOD_NONE)
    }

    private static func key(_ code: Key.Code) -> VTermKey {
        switch code {
        case .character: VTERM_KEY_NONE
        case .up: VTERM_KEY_UP
        case .down: VTERM_KEY_DOWN
        case .left: VTERM_KEY_LEFT
        case .right: VTERM_KEY_RIGHT
        case .home: VTERM_KEY_HOME
        case .end: VTERM_KEY_END
        case .pageUp: VTERM_KEY_PAGEUP
        case .pageDown: VTERM_KEY_PAGEDOWN
        case .enter: VTERM_KEY_ENTER
        case .tab: VTERM_KEY_TAB
        case .escape: VTERM_KEY_ESCAPE
        case .backspace: VTERM_KEY_BACKSPACE
        case .delete: VTERM_KEY_DEL
        case .insert: VTERM_KEY_INS
        case .function(let number): VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
        }
    }
}
