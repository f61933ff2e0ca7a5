import Canvas

/// The colours a terminal has, and the nearest of them to the one a theme asks for.
struct Palette: Equatable {
    enum Depth: Equatable {
        /// Attributes alone.
        case none
        /// The first colours of the ANSI table: 8 or 16.
        case ansi(Int)
        /// xterm's 256: ANSI, a cube of 6×6×6, 24 greys.
        case indexed
        /// A colour's number is 0xRRGGBB.
        case direct
    }

    let depth: Depth

    init(_ depth: Depth) {
        self.depth = depth
    }

    /// - Parameters:
    ///   - colors: how many colours terminfo promises.
    ///   - isDirect: whether terminfo says that a colour's number is its red, green and blue.
    init(colors: Int, isDirect: Bool) {
        depth =
            switch colors {
            case _ where isDirect: .direct
            case 256...: .indexed
            case 16...: .ansi(16)
            case 8...: .ansi(8)
            default: .none
            }
    }

    /// The terminal's numbers for text upon a background, which are never the same. What the roles of a theme become
    /// where there are but 8 or 16 colours is for ``FewColors`` to say.
    func pair(_ foreground: RGB, on background: RGB) -> (foreground: Int32, background: Int32) {
        let below = index(nearest: background)
        let above = index(nearest: foreground)
        let isSeen = above != below || foreground == background
        return (isSeen ? above : index(nearest: foreground, except: [below]), below)
    }

    /// The number of the colour nearest to `color`, leaving out `taken`.
    func index(nearest color: RGB, except taken: Set<Int32> = []) -> Int32 {
        switch depth {
        case .none: 0
        case .direct:
            // terminfo's direct entries keep 0–7 for the ANSI colours.
            max(8, Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue))
        case .ansi(let count): nearest(to: color, in: 0..<Int32(count), except: taken)
        // The first 16 are the user's own and may be anything.
        case .indexed: nearest(to: color, in: 16..<256, except: taken)
        }
    }

    private func nearest(to color: RGB, in indices: Range<Int32>, except taken: Set<Int32>) -> Int32 {
        var nearest: (index: Int32, distance: Int)?
        for index in indices where !taken.contains(index) {
            let distance = Self.distance(self.color(index), color)
            if distance < nearest?.distance ?? .max { nearest = (index, distance) }
        }
        return nearest?.index ?? 0
    }

    /// What a number of the table looks like.
    func color(_ index: Int32) -> RGB {
        switch index {
        case 0..<16 where depth != .direct:
            return Self.ansi[Int(index)]
        case 16..<232 where depth != .direct:
            let cube = Int(index) - 16
            return RGB(red: Self.steps[cube / 36], green: Self.steps[cube / 6 % 6], blue: Self.steps[cube % 6])
        case 232..<256 where depth != .direct:
            let grey = UInt8(8 + 10 * (index - 232))
            return RGB(red: grey, green: grey, blue: grey)
        default:
            return RGB(
                red: UInt8(truncatingIfNeeded: index >> 16), green: UInt8(truncatingIfNeeded: index >> 8),
                blue: UInt8(truncatingIfNeeded: index))
        }
    }

    /// Squared distance with the mean-red weights, which follow the eye well enough and cost nothing.
    private static func distance(_ one: RGB, _ other: RGB) -> Int {
        let mean = (Int(one.red) + Int(other.red)) / 2
        let red = Int(one.red) - Int(other.red)
        let green = Int(one.green) - Int(other.green)
        let blue = Int(one.blue) - Int(other.blue)
        return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
    }

    private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

    /// xterm's defaults.
    private static let ansi: [RGB] = [
        RGB(red: 0, green: 0, blue: 0), RGB(red: 205, green: 0, blue: 0), RGB(red: 0, green: 205, blue: 0),
        RGB(red: 205, green: 205, blue: 0), RGB(red: 0, green: 0, blue: 238), RGB(red: 205, green: 0, blue: 205),
        RGB(red: 0, green: 205, blue: 205), RGB(red: 229, green: 229, blue: 229), RGB(red: 127, green: 127, blue: 127),
        RGB(red: 255, green: 0, blue: 0), RGB(red: 0, green: 255, blue: 0), RGB(red: 255, green: 255, blue: 0),
        RGB(red: 92, green: 92, blue: 255), RGB(red: 255, green: 0, blue: 255), RGB(red: 0, green: 255, blue: 255),
        RGB(red: 255, green: 255, blue: 255),
    ]
}
