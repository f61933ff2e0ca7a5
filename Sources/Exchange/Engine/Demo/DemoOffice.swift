import Domain
import Persian
import Store

/// The invented province in a file: what `khedmat demo` opens.
public enum DemoOffice {
    /// Sends all commands of the invented province, under one batch id.
    ///
    ///     let office = try OfficeFile()
    ///     try DemoOffice.fill(office, by: sender, clock: Clock()) { done, all in print("\(done)/\(all)") }
    ///
    /// - Parameters:
    ///   - office: a new file; `sender` becomes its administrator.
    ///   - progress: told the commands done and how many there are.
    /// - Throws: `duplicate-code` when the file holds groups already; why it cannot be written.
    public static func fill(
        _ office: OfficeFile, by sender: Sender, clock: Clock, progress: (Int, Int) -> Void
    ) throws(DecideError) {
        _ = try office.admit(sender, clock: clock)
        let commands = Array(DemoProvince().commands())
        let batch = CommandID.new(at: .now())
        var done = 0
        // Nobody else waits for a new file, so that one transaction may hold it all.
        let requests = MadeAhead(of: commands) { command in request(command, batch: batch) }
        try office.transactions(over: requests, by: sender, clock: clock, longest: .seconds(600)) {
            (session, request) throws(DecideError) in
            try session.send(try request.get())
            done += 1
            progress(done, commands.count)
            return true
        }
    }

    private static func request(_ command: DemoCommand, batch: String) -> Result<Request, DecideError> {
        do throws(Refusal) {
            var request = try command.request()
            request.batch = batch
            request.batchName = "khedmat demo"
            return .success(request)
        } catch {
            return .failure(.refused(error))
        }
    }
}
