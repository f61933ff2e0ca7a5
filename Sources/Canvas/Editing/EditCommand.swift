import Persian

/// What a key does in a text field, whatever the field.
///
/// | keys | |
/// |---|---|
/// | arrows, with Ctrl or Alt by words | move as the eye sees; with Shift they select |
/// | Home End, Ctrl-A Ctrl-E | the ends of the line; with Ctrl, of the text |
/// | Backspace, Delete; with Ctrl or Alt | delete a sign; a word |
/// | Ctrl-W, Ctrl-U, Ctrl-K | delete the word before, to the start of the line, to its end |
/// | Alt-A | select all |
/// | Ctrl-_ (Ctrl-/), Alt-U; Ctrl-Y, Alt-R | take back; do again. Ctrl-Z suspends the program |
/// | Ctrl-N, Shift-Space, Ctrl-Space, Ctrl-Shift-2 | a ZWNJ («نیم‌فاصله») |
enum EditCommand: Hashable {
    enum Motion: Hashable {
        case left, right, wordLeft, wordRight, up, down, pageUp, pageDown
        case lineStart, lineEnd, textStart, textEnd
    }

    enum Reach: Hashable {
        case backward, forward, wordBackward, wordForward, toLineStart, toLineEnd
    }

    case type(Unicode.Scalar)
    case newLine
    case move(Motion, selecting: Bool)
    case delete(Reach)
    case selectAll, undo, redo

    /// The command of a key, or nil when it means nothing in a text.
    init?(_ key: Key) {
        let selecting = key.modifiers.contains(.shift)
        let modifiers = key.modifiers.subtracting(.shift)
        if case .character(let scalar) = key.code {
            guard let command = Self.command(of: scalar, key.modifiers) else { return nil }
            self = command
        } else if key.code == .enter, modifiers.isEmpty {
            self = .newLine
        } else if let motion = Self.motion(key.code, modifiers) {
            self = .move(motion, selecting: selecting)
        } else if let reach = Self.reach(key.code, modifiers) {
            self = .delete(reach)
        } else {
            return nil
        }
    }

    private static func motion(_ code: Key.Code, _ modifiers: Key.Modifiers) -> Motion? {
        let byWord = modifiers == .control || modifiers == .alt
        guard modifiers.isEmpty || byWord else { return nil }
        return switch code {
        case .left: byWord ? .wordLeft : .left
        case .right: byWord ? .wordRight : .right
        case .home: modifiers.isEmpty ? .lineStart : .textStart
        case .end: modifiers.isEmpty ? .lineEnd : .textEnd
        case .up where modifiers.isEmpty: .up
        case .down where modifiers.isEmpty: .down
        case .pageUp where modifiers.isEmpty: .pageUp
        case .pageDown where modifiers.isEmpty: .pageDown
        default: nil
        }
    }

    private static func reach(_ code: Key.Code, _ modifiers: Key.Modifiers) -> Reach? {
        let byWord = modifiers == .control || modifiers == .alt
        guard modifiers.isEmpty || byWord else { return nil }
        return switch code {
        case .backspace: byWord ? .wordBackward : .backward
        case .delete: byWord ? .wordForward : .forward
        default: nil
        }
    }

    private static func command(of scalar: Unicode.Scalar, _ modifiers: Key.Modifiers) -> EditCommand? {
        if modifiers.isDisjoint(with: [.control, .alt]) {
            let isNonJoiner = scalar == " " && modifiers == .shift
            return .type(isNonJoiner ? TextInput.nonJoiner : scalar)
        }
        // The same physical key while the keyboard is in its Persian layout.
        let letter = latinKey(for: scalar) ?? scalar
        if modifiers.contains(.control) { return modifiers.contains(.alt) ? nil : withControl[letter] }
        return modifiers == .alt ? withAlt[letter] : nil
    }

    /// Ctrl-Space and Ctrl-Shift-2 send the same byte; terminals that tell them apart send what is on the key.
    private static let withControl: [Unicode.Scalar: EditCommand] = [
        "a": .move(.lineStart, selecting: false), "e": .move(.lineEnd, selecting: false),
        "w": .delete(.wordBackward), "u": .delete(.toLineStart), "k": .delete(.toLineEnd),
        "_": .undo, "/": .undo, "y": .redo,
        "n": .type(TextInput.nonJoiner), " ": .type(TextInput.nonJoiner), "@": .type(TextInput.nonJoiner),
        "2": .type(TextInput.nonJoiner),
    ]

    private static let withAlt: [Unicode.Scalar: EditCommand] = ["a": .selectAll, "u": .undo, "r": .redo]
}
