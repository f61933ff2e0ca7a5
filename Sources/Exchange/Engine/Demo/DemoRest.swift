import Domain
import Persian
import Store
import Synchronization

/// What of the invented office is made while somebody looks at the first screen already: the campaigns of packages, and
/// after them the news of the last hours, so that these stay the latest.
///
///     let rest = try DemoOffice.begin(office, by: sender, clock: clock) { _, _ in }
///     while try rest.make(in: office, by: sender, clock: clock, longest: .milliseconds(40)) {}
///
/// Whoever stops in between has a whole office with less in it.
public final class DemoRest: Sendable {
    private struct Rest: Sendable {
        var requests: MadeAhead<Result<Request, DecideError>>
        var done: Int
    }

    private let province: DemoProvince
    private let news: [DemoCommand]
    private let batch: String
    private let begun: Int
    private let rest = Mutex<Rest?>(nil)

    /// How many commands of the province come last: as many lines as the overview tells of.
    public static let news = 60

    init(of province: DemoProvince, news: [DemoCommand], after begun: Int, batch: String) {
        self.province = province
        self.news = news
        self.begun = begun
        self.batch = batch
    }

    /// Makes some more, in one transaction; nothing while its commands are still being invented.
    ///
    /// - Parameters:
    ///   - longest: how long the transaction may take.
    ///   - progress: told the commands done and how many there are, as far as that is known.
    /// - Returns: whether there is still more.
    /// - Throws: why it cannot be written.
    public func make(
        in office: OfficeFile, by sender: Sender, clock: Clock, longest: Duration,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws(DecideError) -> Bool {
        var rest = take()
        // Nobody has to wait for the file while the commands are being invented.
        let isReady = rest.requests.wait(.milliseconds(20))
        var next = isReady ? rest.requests.next() : nil
        guard next != nil else {
            self.rest.withLock { [rest] in $0 = rest }
            return !isReady
        }
        try office.transaction(by: sender, clock: clock) { (session) throws(DecideError) in
            let end = ContinuousClock.now + longest
            while let request = next {
                try session.send(try request.get())
                rest.done += 1
                progress(rest.done, max(rest.done, Self.about + begun))
                if ContinuousClock.now > end { break }
                next = rest.requests.next()
            }
        }
        self.rest.withLock { [rest] in $0 = rest }
        return next != nil
    }

    /// Ends what goes on beside; to be called when nothing more is made, and once.
    public func stop() { rest.withLock { $0 }?.requests.stop() }

    /// About how many commands there are, for the progress.
    static let about = 35_200

    private func take() -> Rest {
        if let rest = rest.withLock({ $0 }) { return rest }
        let (province, news, batch) = (province, news, batch)
        let requests = MadeAhead(of: { province.campaigns() + news }) { command in
            DemoOffice.request(command, batch: batch)
        }
        return Rest(requests: requests, done: begun)
    }
}
