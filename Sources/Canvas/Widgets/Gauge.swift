/// A bar that fills from the start edge, to an eighth of a column.
///
///     Gauge(0.58).draw(in: &region)
public struct Gauge: Hashable, Sendable {
    /// 0 to 1; beyond that it is full.
    public var fraction: Double
    public var color: ColorRole

    public init(_ fraction: Double, color: ColorRole = .accent) {
        self.fraction = fraction
        self.color = color
    }

    /// Draws over the region's first row.
    public func draw(in region: inout Region) {
        let eighths = min(max(0, Int(fraction * Double(region.width * 8))), region.width * 8)
        let (full, rest) = eighths.quotientAndRemainder(dividingBy: 8)
        let empty = Style(color, on: .field)
        region.put(String(repeating: " ", count: region.width), row: 0, style: empty)
        // Blocks rather than blanks on the colour, so that it is also seen where there are no colours.
        region.put(String(repeating: "█", count: full), row: 0, width: full, direction: .picture, style: empty)
        guard rest > 0 else { return }
        // Unicode has eighths from the left only; from the right they are what is left free, in the colour of the rest.
        let isMirrored = region.direction == .rightToLeft
        let block = Unicode.Scalar(UInt32(0x2590 - (isMirrored ? 8 - rest : rest))).map(String.init) ?? ""
        region.put(
            block, row: 0, start: full, width: 1, direction: .leftToRight,
            style: isMirrored ? Style(.field, on: color) : empty)
    }
}
