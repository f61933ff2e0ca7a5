import Domain
import Store

/// The roll of honour by name, whatever the state of its entries.
enum MartyrsListing: PlainListing {
    typealias Item = Martyr
    static let id = "martyrs"

    static func show(
        _ code: String, _ question: ListingQuestion, _ reader: Reader, in showing: inout Showing
    ) throws(DecideError) {
        try showing.showMartyr(code, question, reader)
    }
}

extension Showing {
    /// An entry by its code, or by the national ID of the person.
    mutating func showMartyr(
        _ code: String, _ question: ListingQuestion, _ reader: Reader
    ) throws(DecideError) {
        let ofPerson = try reader.martyr(ofPerson: code)
        try show(Martyr.self, ofPerson?.code ?? code, question, reader)
    }
}
