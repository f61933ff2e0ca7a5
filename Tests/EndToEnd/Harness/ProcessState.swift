import Foundation

/// What the kernel says a process is doing.
enum ProcessState {
    /// Whether every thread of a process waits for something: none runs, is about to run or waits for the disk.
    /// True also for a process that is gone or stopped. Its children are not looked at.
    static func isBlocked(_ process: pid_t) -> Bool {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return threads.allSatisfy { thread in
            guard let text = try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/stat", encoding: .utf8),
                // The name before it, in brackets, may hold anything.
                let name = text.lastIndex(of: ")"), let state = text[name...].dropFirst(2).first
            else { return true }
            return "SITtZX".contains(state)
        }
    }
}
