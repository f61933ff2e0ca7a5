import Persian

/// What the rules about guests read.
public protocol GuestsRegistry {
    /// How many seats the guests of an edition who came in on that day take, with their companions.
    func seatsInside(ofCongress congress: String, on day: Day) throws(DecideError) -> Int
    /// The hall of an edition that has the most seats; nil when it has none yet.
    func largestHall(ofCongress congress: String) throws(DecideError) -> Hall?
}

extension RefusalCode {
    /// An invitation that was taken back.
    public static let revoked = RefusalCode(rawValue: "revoked")
    /// An invitation to which nobody said yes.
    public static let notAccepted = RefusalCode(rawValue: "not-accepted")
}
