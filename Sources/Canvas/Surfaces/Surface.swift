/// Something a frame can be shown on: a terminal, a test, an SVG picture, plain text.
public protocol Surface {
    mutating func present(_ frame: Frame)
}
