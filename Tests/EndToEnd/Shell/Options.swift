import Harness
import Testing

/// The dashboard opens without the parser of arguments when these are plain options; the parser must say the same.
@Suite("Options of the dashboard", .onOwnThreads, .timeLimit(.minutes(10)))
struct Options {
    @Test(
        "However the options are written, the same dashboard opens",
        arguments: [
            ["--lang", "en", "--theme", "kaghaz", "--bidi", "app"], ["--lang=en", "--theme=kaghaz", "--bidi=app"],
            ["--lang", "fa", "--lang", "en"],
        ])
    func same(_ options: [String]) throws {
        let session = try TestOffice().open(options)
        try session.expectRow(containing: "Groups", "Monday 10 Mordad 1401")
        session.press("q")
        #expect(try session.waitForExit() == .exited(0))
    }

    @Test(
        "What is wrong with an option is said, however it is written",
        arguments: [
            ["--lang", "de"], ["--lang=de"], ["--file", ""], ["--file"], ["--nonsense", "x"], ["--lang", "--file"],
        ])
    func wrong(_ options: [String]) throws {
        let session = try TestOffice().open(options)
        #expect(try session.waitForExit() == .exited(2))
    }
}
