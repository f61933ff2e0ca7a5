/// The mirror images of signs, for pictures in a right-to-left page.
///
/// Brackets inside text are FriBidi's to mirror; this is for runs that are pictures (``TextDirection/picture``).
enum Mirror {
    /// A sign and its image, in turn. What is not here looks the same in a mirror or has no image in Unicode: of
    /// the eighth blocks only the half and the thinnest have one, so a gauge that is to be read in both
    /// directions is made of █ ▌ ░, not of ▋ or ▎.
    private static let pairs = """
        ╭╮╰╯┌┐└┘┏┓┗┛╔╗╚╝├┤┣┫╠╣╞╡╟╢┍┑┎┒┕┙┖┚┝┥┞┦┟┧┠┨┡┩┢┪╒╕╓╖╘╛╙╜╴╶╸╺╼╾┭┮┱┲┵┶┹┺┽┾╃╄╅╆╉╊\
        ▌▐▏▕▖▗▘▝▙▟▛▜▚▞◀▶◁▷◂▸◃▹◄►◅▻◐◑◖◗◜◝◟◞◢◣◤◥←→⇐⇒⇦⇨⟵⟶↖↗↙↘↞↠↢↣╱╲/\\‹›«»()[]{}<>⟨⟩≤≥
        """

    private static let images: [UInt32: UInt32] = {
        var images: [UInt32: UInt32] = [:]
        var waiting: UInt32?
        for scalar in pairs.unicodeScalars {
            if let other = waiting {
                images[other] = scalar.value
                images[scalar.value] = other
                waiting = nil
            } else {
                waiting = scalar.value
            }
        }
        return images
    }()

    /// What `scalar` looks like in a mirror: `╭` gives `╮`, `▌` gives `▐`, a letter itself.
    static func image(of scalar: UInt32) -> UInt32 {
        switch scalar {
        // What most pictures are made of, and is its own image.
        case 0x20, 0x2500...0x2503, 0x2581...0x2588, 0x2591...0x2593, 0xB7: scalar
        case 0x2800...0x28FF: braille(scalar)
        default: images[scalar] ?? scalar
        }
    }

    /// Braille dots 1 2 3 7 change places with 4 5 6 8.
    private static func braille(_ scalar: UInt32) -> UInt32 {
        let dots = scalar & 0xFF
        let upper = (dots & 0b0000_0111) << 3 | (dots & 0b0011_1000) >> 3
        let lower = (dots & 0b0100_0000) << 1 | (dots & 0b1000_0000) >> 1
        return 0x2800 | upper | lower
    }
}
