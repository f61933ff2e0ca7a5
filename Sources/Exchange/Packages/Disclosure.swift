import Domain
import Persian

/// Names, national IDs and mobiles of households that leave the program whole.
public enum Disclosure {
    /// The command by which the ledger keeps it.
    ///
    /// - Parameters:
    ///   - listing: the name of the listing, or of the page and what it is printed of.
    ///   - count: how many records leave.
    /// - Throws: `missing-value` for an empty reason.
    public static func request(of listing: String, count: Int, reason: String) throws(Refusal) -> Request {
        var request = try Request(
            HouseholdDisclose.self,
            [
                .init(HouseholdDisclose.listing.name, .string(String(listing.unicodeScalars.prefix(100)))),
                .init(HouseholdDisclose.count.name, .integer(count)),
                .init(EnvelopeParameters.reason.name, .string(reason)),
            ])
        request.reason = cleaned(reason)
        return request
    }

    /// Why a page of this kind is printed, unless somebody says more.
    public static func purpose(of kind: PrintKind, _ key: String) -> String { "چاپ \(kind.phrase.fa) \(key)" }
}
