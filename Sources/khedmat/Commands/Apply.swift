import ArgumentParser
import Domain
import Glibc
import Persian
import Store

/// `khedmat apply season.jsonl --keep-going`
struct Apply: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Carry out commands, one JSON object a line · اجرای فرمان‌ها",
        discussion: """
            Each command is carried out in a transaction of its own and answered by one line. \
            It stops at the first refusal unless --keep-going is given.
            هر سطر یک فرمان JSON است و پاسخ آن یک سطر؛ در نخستین رد می‌ایستد، مگر با --keep-going.
            """)

    @Argument(help: ArgumentHelp("A file of commands, or - for stdin · پرونده فرمان‌ها", valueName: "file|-"))
    var commands: String

    @Flag(help: "Go on after a refusal · ادامه پس از رد")
    var keepGoing = false

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let lines = try LineReader(path: commands)
        let session = try Session(invocation)
        let output = Output.standard
        var isAllDone = true
        var number = 0
        while let line = try lines.next(), isAllDone || keepGoing {
            number += 1
            guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { continue }
            let answer = try session.answer(line, number: number)
            isAllDone = isAllDone && answer.isDone
            output.writeLine(answer.json.printed)
            do throws(Failure) {
                try output.flush()
            } catch {
                // Whoever closed the pipe saw only a part of the answers.
                throw Failure(.failed, error.phrase)
            }
        }
        if !isAllDone { throw Failure(.failed) }
    }
}

extension Session {
    /// Carries out the command on a line of a script.
    fileprivate func answer(_ line: [UInt8], number: Int) throws(Failure) -> (json: JSON, isDone: Bool) {
        guard let json = String(validating: line, as: UTF8.self).flatMap(JSON.init(parsing:)) else {
            return (Refusal.noJSON(line: number).answer(to: .null), false)
        }
        do throws(DecideError) {
            return (try send(json).answer, true)
        } catch {
            switch error {
            case .refused(let refusal): return (refusal.answer(to: json["command"] ?? .null), false)
            case .store(let error) where error.reason == .constraint:
                return (Refusal.fault.answer(to: json["command"] ?? .null), false)
            case .store(let error): throw Failure(error)
            }
        }
    }

    private func send(_ json: JSON) throws(DecideError) -> LedgerEntry {
        let request: Request
        do throws(Refusal) { request = try Request(json) } catch { throw .refused(error) }
        return try office.send(request, by: sender, clock: clock)
    }
}

extension Refusal {
    fileprivate static func noJSON(line: Int) -> Refusal {
        Refusal(
            .unknownCommand,
            Phrase(
                fa:
                    "سطر \(persianDigits(line)) شیء JSON نیست؛ هر سطر باید یک فرمان باشد، مانند {\"command\":\"group.register\",…}.",
                en:
                    "Line \(line) is no JSON; each line must be one command, such as {\"command\":\"group.register\",…}."
            ))
    }
}
