import Domain
import Persian
import Store

/// The invented province in a file: what `khedmat demo` opens.
public enum DemoOffice {
    /// Sends all commands of the invented province and of its campaigns.
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
        let rest = try begin(office, by: sender, clock: clock) { progress($0, $1 + DemoRest.about) }
        while try rest.make(in: office, by: sender, clock: clock, longest: .seconds(1), progress: progress) {}
    }

    /// Sends what the first screen looks at: all but the campaigns, and the news of the last hours.
    ///
    /// - Parameters:
    ///   - office: a new file; `sender` becomes its administrator.
    ///   - progress: told the commands done and how many there are.
    /// - Returns: what is to be made beside the screen.
    /// - Throws: `duplicate-code` when the file holds groups already; why it cannot be written.
    public static func begin(
        _ office: OfficeFile, by sender: Sender, clock: Clock, progress: (Int, Int) -> Void
    ) throws(DecideError) -> DemoRest {
        _ = try office.admit(sender, clock: clock)
        if !office.hasPress { office.use(BulletinPage()) }
        let province = DemoProvince()
        let commands = Array(province.commands())
        let (first, news) = (Array(commands.dropLast(DemoRest.news)), Array(commands.suffix(DemoRest.news)))
        let batch = CommandID.new(at: .now())
        var done = 0
        // Nobody else waits for a new file, so that one transaction may hold it all.
        let requests = MadeAhead(of: first) { command in request(command, batch: batch) }
        try office.transactions(over: requests, by: sender, clock: clock, longest: .seconds(600)) {
            (session, request) throws(DecideError) in
            try session.send(try request.get())
            done += 1
            progress(done, first.count)
            return true
        }
        return DemoRest(of: province, news: news, after: first.count, batch: batch)
    }

    static func request(_ command: DemoCommand, batch: String) -> Result<Request, DecideError> {
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
