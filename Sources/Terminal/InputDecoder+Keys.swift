import Canvas

/// What the complete sequences mean.
extension InputDecoder {
    mutating func act(on sequence: ControlSequence, final: UInt8, _ alt: Key.Modifiers) {
        let parameters = sequence.parameters
        let numbers = parameters.map { $0[0] }
        if sequence.prefix == UInt8(ascii: "<") {
            actOnMouse(numbers, final)
        } else if sequence.prefix == UInt8(ascii: "?"), final == UInt8(ascii: "c") {
            answers.append(.attributes)
        } else if sequence.hasIntermediate, sequence.prefix == nil, final == UInt8(ascii: "y") {
            if numbers.count == 2, let mode = numbers[0], let setting = numbers[1] {
                answers.append(.mode(mode, setting: setting))
            }
        } else if sequence.prefix == nil, !sequence.hasIntermediate {
            if sequence.introducer == UInt8(ascii: "O") {
                actOnApplicationKey(numbers, final, alt)
            } else {
                actOnKey(parameters, numbers, final, alt)
            }
        }
    }

    private mutating func actOnKey(_ parameters: [[Int?]], _ numbers: [Int?], _ final: UInt8, _ alt: Key.Modifiers) {
        let first = numbers.first.flatMap { $0 }
        let modifiers = Self.modifiers(numbers.dropFirst().first.flatMap { $0 }).union(alt)
        switch final {
        case UInt8(ascii: "~"):
            actOnNumberedKey(first ?? 0, numbers, modifiers)
        case UInt8(ascii: "^"), UInt8(ascii: "@"), UInt8(ascii: "$"):
            // rxvt: Control, Control with Shift, Shift.
            guard let code = Self.numberedKeys[first ?? 0] else { return }
            let shift: Key.Modifiers = final == UInt8(ascii: "^") ? [] : .shift
            let control: Key.Modifiers = final == UInt8(ascii: "$") ? [] : .control
            emit(code, [shift, control, alt])
        case UInt8(ascii: "u"):
            actOnUnicodeKey(parameters, alt)
        case UInt8(ascii: "Z"):
            emit(.tab, modifiers.union(.shift))
        case UInt8(ascii: "M") where numbers == [nil]:
            state = .legacyMouse([])
        case UInt8(ascii: "R") where first != 1 || numbers.count != 2:
            break  // The place of the caret, an answer.
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            // rxvt: arrows with Shift.
            if let code = Self.letterKeys[final - 0x20] { emit(code, alt.union(.shift)) }
        default:
            guard let code = Self.letterKeys[final], first == nil || first == 1 else { return }
            emit(code, modifiers)
        }
    }

    private mutating func actOnNumberedKey(_ number: Int, _ numbers: [Int?], _ modifiers: Key.Modifiers) {
        switch number {
        case 200:
            state = .paste
        case 27 where numbers.count == 3:
            // xterm's modifyOtherKeys: CSI 27 ; modifiers ; character ~
            emitUnicode(numbers[2] ?? 0, modifiers)
        default:
            if let code = Self.numberedKeys[number] { emit(code, modifiers) }
        }
    }

    /// kitty's `CSI character[:shifted] ; modifiers[:event] u`.
    private mutating func actOnUnicodeKey(_ parameters: [[Int?]], _ alt: Key.Modifiers) {
        guard let key = parameters.first, let character = key[0] else { return }
        let second = parameters.dropFirst().first ?? []
        let isRelease = second.count > 1 && second[1] == 3
        guard !isRelease else { return }
        emitUnicode(character, Self.modifiers(second.first.flatMap { $0 }).union(alt))
    }

    private mutating func emitUnicode(_ value: Int, _ modifiers: Key.Modifiers) {
        // kitty numbers keys that are no characters in this private range.
        guard let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init), !(57344...63743).contains(value) else {
            return
        }
        if let key = Key(control: scalar) {
            emit(key.code, key.modifiers.union(modifiers))
        } else if modifiers.contains(.shift), !modifiers.contains(.control) {
            // A capital says Shift by itself; a space, which types ZWNJ, has none.
            let upper = scalar.properties.uppercaseMapping.unicodeScalars
            if upper.count == 1, let capital = upper.first, capital != scalar {
                emit(.character(capital), modifiers.subtracting(.shift))
            } else {
                emit(.character(scalar), scalar == " " ? modifiers : modifiers.subtracting(.shift))
            }
        } else {
            emit(.character(scalar), modifiers)
        }
    }

    private mutating func actOnApplicationKey(_ numbers: [Int?], _ final: UInt8, _ alt: Key.Modifiers) {
        // Old Konsole: SS3 5 P; others: SS3 1 ; 5 P.
        let modifiers = Self.modifiers(numbers.last.flatMap { $0 }).union(alt)
        switch final {
        case UInt8(ascii: "M"):
            emit(.enter, modifiers)
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            // rxvt: arrows with Control.
            if let code = Self.letterKeys[final - 0x20] { emit(code, modifiers.union(.control)) }
        case UInt8(ascii: "j")...UInt8(ascii: "y"), UInt8(ascii: "X"):
            // The digits and signs of the number pad, each 0x40 above its character.
            emit(.character(Unicode.Scalar(final == UInt8(ascii: "X") ? UInt8(ascii: "=") : final - 0x40)), modifiers)
        default:
            if let code = Self.letterKeys[final] { emit(code, modifiers) }
        }
    }

    private mutating func actOnMouse(_ numbers: [Int?], _ final: UInt8) {
        let isRelease = final == UInt8(ascii: "m")
        guard isRelease || final == UInt8(ascii: "M"), numbers.count == 3,
            let button = numbers[0], let column = numbers[1], let row = numbers[2]
        else { return }
        emitMouse(button: button, column: column, row: row, isRelease: isRelease)
    }

    /// Column and row count from 1 here. Only the first button and the wheel mean something.
    mutating func emitMouse(button: Int, column: Int, row: Int, isRelease: Bool) {
        let isMotion = button & 32 != 0
        guard column > 0, row > 0, !isMotion else { return }
        let action: Mouse.Action
        // Bits 2, 3 and 4 are Shift, Alt and Control.
        switch button & ~0b11100 {
        case 0: action = isRelease ? .release : .press
        case 64: action = .wheelUp
        case 65: action = .wheelDown
        default: return
        }
        events.append(.mouse(Mouse(action, column: column - 1, row: row - 1)))
    }

    private static func modifiers(_ parameter: Int?) -> Key.Modifiers {
        guard let parameter, (2...256).contains(parameter) else { return [] }
        // Shift, Alt and Control as in Key.Modifiers; higher bits are keys that have no meaning here.
        return Key.Modifiers(rawValue: UInt8((parameter - 1) & 0b111))
    }

    private static let letterKeys: [UInt8: Key.Code] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
        UInt8(ascii: "S"): .function(4),
    ]

    private static let numberedKeys: [Int: Key.Code] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
        29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
    ]
}
