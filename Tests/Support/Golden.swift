import Canvas
import Foundation
import Testing

/// Expects a frame to look as its golden file says: `Tests/Fixtures/<room>/<name>.golden`.
///
/// With `KHEDMAT_RECORD=1` in the environment the file is written instead; look at the difference before you
/// commit it.
///
///     expectGolden(frame, named: "groups-80x24-fa", room: "Dashboard")
public func expectGolden(
    _ frame: Frame, named name: String, room: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    var surface = GoldenText()
    surface.present(frame)
    expectGolden(surface.text, named: name + ".golden", room: room, sourceLocation: sourceLocation)
}

/// Expects a text to be that of a golden file, whose name is given with its extension.
public func expectGolden(
    _ text: String, named name: String, room: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let file = fixtures.appendingPathComponent(room).appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["KHEDMAT_RECORD"] == "1" {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        } catch {
            Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
        }
        return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record(
            "there is no golden file \(room)/\(name); KHEDMAT_RECORD=1 writes it", sourceLocation: sourceLocation)
        return
    }
    guard expected != text else { return }
    Issue.record(
        "\(room)/\(name) looks different:\n\(difference(from: expected, to: text))", sourceLocation: sourceLocation)
}

/// `Tests/Fixtures`.
public let fixtures = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

/// The lines that differ, `-` before what the file says and `+` before what was drawn, each with its number.
func difference(from expected: String, to actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old).map { change in
        switch change {
        case .remove(let offset, let line, _): (offset, 0, "\(offset + 1) - \(line)")
        case .insert(let offset, let line, _): (offset, 1, "\(offset + 1) + \(line)")
        }
    }
    return changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined(separator: "\n")
}
