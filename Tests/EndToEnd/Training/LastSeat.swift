import Dispatch
import Foundation
import Harness
import Synchronization
import Testing

/// Two trainers, two processes, one file: who gets the last seat.
@Suite(.onOwnThreads) struct LastSeat {
    private static let races = 200
    /// Ten people whom each of the two trainers enrols, one a course in turn.
    private static let people = (0..<20).map { nationalID(999_100_000 + $0) }

    @Test("The last seat of 200 courses goes to one of two processes that enrol at once, and the other one waits")
    func last() throws {
        let office = try TestOffice([])
        try office.apply(Self.people.map(Self.record) + (1...Self.races).map(Self.announce))
        let (file, home) = (office.file, office.folder.path)
        let outputs = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { trainer in
            let lines = (1...Self.races).map { Self.enrol(Self.people[trainer * 10 + $0 % 10], in: $0) }
            let result = try? Program.run(
                Program.khedmat, ["apply", "-", "--file", file], input: Array(lines.joined(separator: "\n").utf8),
                environment: ["HOME": home], patience: .seconds(60))
            outputs.withLock { $0.append(result?.outputText ?? "") }
        }
        let answers = outputs.withLock { $0 }.map { $0.split(separator: "\n") }
        try #require(answers.map(\.count) == [Self.races, Self.races])
        for race in 0..<Self.races {
            let states = try answers.map { try state(String($0[race])) }
            #expect(states.sorted() == ["enrolled", "waitlisted 1"], "course \(race + 1)")
        }
        let courses = try office.run(["list", "courses", "--format", "json"]).outputText
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(courses.utf8)) as? [[String: Any]])
        #expect(rows.count == Self.races)
        #expect(rows.allSatisfy { $0["enrolled"] as? Int == 1 && $0["waiting"] as? Int == 1 })
        #expect(try office.run(["verify"]).status == .exited(0))
    }

    /// Nine digits and the check digit of a national ID.
    private static func nationalID(_ number: Int) -> String {
        let sum = zip(String(number), (2...10).reversed()).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return "\(number)\(sum % 11 < 2 ? sum % 11 : 11 - sum % 11)"
    }

    private static func record(_ person: String) -> String {
        #"{"command":"person.record","nationalID":"\#(person)","firstName":"زهرا","lastName":"کاظمی"}"#
    }

    private static func announce(_ number: Int) -> String {
        """
        {"command":"course.announce","code":"K-\(number)","title":"دوره","audience":"anyone","capacity":1,\
        "from":"1401/06/01","to":"1401/06/01","sessions":["S 1401/06/01 09:00-10:00"]}
        """
    }

    private static func enrol(_ person: String, in course: Int) -> String {
        #"{"command":"course.enrol","course":"K-\#(course)","person":"\#(person)"}"#
    }

    private func state(_ line: String) throws -> String {
        let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let result = try #require(answer?["result"] as? [String: Any], "\(line)")
        let place = result["place"] as? Int
        return "\(result["state"] as? String ?? "")\(place.map { " \($0)" } ?? "")"
    }
}
