import Foundation
import Harness
import Testing

/// An office's file in a folder of its own, worked on only by the built program. Everything in it is invented;
/// every national ID begins with 999.
final class TestOffice {
    let folder: URL
    var file: String { folder.appendingPathComponent("office.db").path }

    /// - Parameter commands: carried out first, by `khedmat apply`.
    init(_ commands: [String] = TestOffice.groups) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("khedmat-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !commands.isEmpty { try apply(commands) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Carries commands out in a process of their own.
    ///
    /// - Parameter now: fixes their clock.
    func apply(_ commands: [String], now: String? = nil) throws {
        let clock = now.map { ["--now", $0] } ?? []
        let result = try run(["apply", "-"] + clock, input: commands.joined(separator: "\n"))
        try #require(result.status == .exited(0), "\(result.outputText) \(result.errorText)")
    }

    @discardableResult
    func run(_ arguments: [String], input: String = "") throws -> Program.Result {
        try Program.run(
            Program.khedmat, arguments + ["--file", file], input: Array(input.utf8), environment: environment)
    }

    private var environment: [String: String] { ["HOME": folder.path] }

    /// The dashboard on this office, on 10 Mordad 1401.
    func open(
        _ arguments: [String] = [], width: Int = 80, height: Int = 24, environment: [String: String] = [:],
        answers: [(question: String, answer: String)]? = nil
    ) throws -> Session {
        let session = try Session(
            Program.khedmat, ["--file", file, "--now", "1401/05/10T10:00"] + arguments,
            environment: self.environment.merging(environment) { $1 }, width: width, height: height, answers: answers)
        session.owner = self
        return session
    }

    static let groups = [
        #"{"command":"base.found","code":"B-01","name":"قرارگاه جهادی کوثر"}"#,
        #"{"command":"person.record","nationalID":"9990000018","firstName":"علی","lastName":"کریمی","mobile":"09120000018"}"#,
        #"{"command":"person.record","nationalID":"9990000026","firstName":"زهرا","lastName":"شریفی‌نژاد"}"#,
        group("Q-0001", "گروه جهادی شهید کاظمی", ##","head":"9990000018","base":"B-01""##),
        group("Q-0002", "گروه جهادی باران", ##","head":"9990000026""##),
        group("Q-0003", "گروه جهادی سپیده"),
        group("Q-0004", "گروه جهادی چشمه امید"),
    ]

    static func group(_ code: String, _ name: String, _ more: String = "") -> String {
        """
        {"command":"group.register","code":"\(code)","name":"\(name)","kind":"specialised","fields":["medical"],\
        "county":"قم","size":24,"registeredOn":"1398/02/10"\(more)}
        """
    }
}
