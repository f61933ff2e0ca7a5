/// A large sign that is read from across a hall: each has a shape of its own, so that its colour carries nothing alone.
///
///     BigSign.tick.draw(in: &region, style: Style(.good))
public enum BigSign: Hashable, Sendable, CaseIterable {
    case tick, cross, mark, question, clock, parcel, bar

    /// Rows of the screen.
    public static let height = 5
    /// Columns of the widest one.
    public static let width = 15

    /// Draws in the region's first rows, in the middle of its width.
    public func draw(in region: inout Region, style: Style) {
        for (row, line) in lines.enumerated() {
            region.put(line, row: row, alignment: .center, direction: .picture, style: style)
        }
    }

    private var lines: [String] { HalfBlocks.lines(HalfBlocks.dots(drawing)) }

    private var drawing: String {
        switch self {
        case .tick:
            """
            ............###
            ...........###.
            ..........###..
            .........###...
            ###.....###....
            .###...###.....
            ..###.###......
            ...#####.......
            ....###........
            .....#.........
            """
        case .cross:
            """
            ###.......###
            .###.....###.
            ..###...###..
            ...###.###...
            ....#####....
            ....#####....
            ...###.###...
            ..###...###..
            .###.....###.
            ###.......###
            """
        case .mark:
            """
            .####.
            .####.
            .####.
            .####.
            .####.
            ..##..
            ..##..
            ......
            .####.
            .####.
            """
        case .question:
            """
            .#######.
            ###...###
            ###...###
            ......###
            ....####.
            ...###...
            ...###...
            .........
            ...###...
            ...###...
            """
        case .clock:
            """
            ....######....
            ..###....###..
            .##...##...##.
            ##....##....##
            ##....##....##
            ##....#####.##
            ##..........##
            .##........##.
            ..###....###..
            ....######....
            """
        case .parcel:
            """
            ###############
            ##....###....##
            ##....###....##
            ##....###....##
            ##....#.#....##
            ##...........##
            ##...........##
            ##...........##
            ##...........##
            ###############
            """
        case .bar:
            """
            ....#######....
            ..###########..
            .#############.
            ###############
            ###.........###
            ###.........###
            ###############
            .#############.
            ..###########..
            ....#######....
            """
        }
    }
}
