import Foundation
import Harness
import Testing

/// What is printed can be read by a door's scanner.
@Suite(.onOwnThreads) struct Invitations {
    private static func tool(_ name: String) -> String? {
        ["/usr/bin/\(name)", "/usr/local/bin/\(name)"].first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    private static let canRead = tool("zbarimg") != nil && tool("rsvg-convert") != nil

    private func page(in office: TestOffice) throws -> String {
        try office.apply(CongressOffice.commands(guests: 2))
        let page = office.folder.appendingPathComponent("invitations.html").path
        let printed = try office.run(["print", "invitations", "1401", "--output", page])
        try #require(printed.status == .exited(0), "\(printed.errorText)")
        return try String(contentsOfFile: page, encoding: .utf8)
    }

    @Test("The invitations of a year are one page that stands alone, a sheet a guest")
    func printed() throws {
        let html = try page(in: TestOffice([]))
        #expect(html.split(separator: "<section class=\"sheet\">").count == 3)
        #expect(html.contains("G-001") && html.contains("G-002") && !html.contains("http://localhost"))
        let empty = try TestOffice([])
        try empty.apply([#"{"command":"council.found","name":"شورا"}"#])
        let refused = try empty.run(["print", "invitations", "1401", "--lang", "en"])
        #expect(refused.status == .exited(1) && refused.errorText.contains("1401"))
    }

    @Test("The QR codes on them are read as the guests' codes", .enabled(if: canRead))
    func scanned() throws {
        let office = try TestOffice([])
        let html = try page(in: office)
        let codes = html.components(separatedBy: "<svg class=\"qr\"").dropFirst()
        #expect(codes.count == 2)
        for (number, rest) in codes.enumerated() {
            let svg = "<svg " + (rest.components(separatedBy: "</svg>").first ?? "") + "</svg>"
            let picture = office.folder.appendingPathComponent("code-\(number).svg").path
            try Data(svg.utf8).write(to: URL(fileURLWithPath: picture))
            let png = picture + ".png"
            let drawn = try Program.run(
                #require(Self.tool("rsvg-convert")), ["-z", "3", picture, "-o", png], environment: [:])
            try #require(drawn.status == .exited(0), "\(drawn.errorText)")
            let read = try Program.run(#require(Self.tool("zbarimg")), ["--raw", "-q", png], environment: [:])
            #expect(read.outputText == "G-00\(number + 1)\n", "\(read.errorText)")
        }
    }
}
