import ArgumentParser
import Domain
import Exchange
import Persian
import Store

extension ArgumentHelp {
    /// The sort of records that a listing command takes.
    static let kind = ArgumentHelp(
        "\(ListingKind.allCases.map(\.rawValue).joined(separator: ", ")) · گونه رکورد",
        valueName: "kind")
}

extension ListingKind {
    /// The kind that the command line names, in the plural or the singular.
    static func named(_ word: String) throws(Failure) -> ListingKind {
        if let kind = ListingKind(word: word) { return kind }
        throw .unknown(
            Phrase(fa: "گونه رکورد", en: "kind of record"), word, accepted: ListingKind.allCases.map(\.rawValue))
    }
}

extension Session {
    /// Writes a listing in pieces, as far as this account may read it.
    func write(
        _ kind: ListingKind, _ question: ListingQuestion, as format: ListingFormat, to out: (String) -> Void
    ) throws(Failure) {
        try checkReading(kind.name, kind.shows)
        try deciding { () throws(DecideError) in
            try office.view { (reader) throws(DecideError) in
                try kind.write(question, as: format, in: reader, to: out)
            }
        }
    }

    /// Refuses whoever may not read all of these kinds of record.
    ///
    /// - Parameter what: as the sentence calls it.
    func checkReading(_ what: Phrase, _ kinds: [RecordKind]) throws(Failure) {
        guard !staff.role.mayRead(kinds) else { return }
        throw Failure(DecideError.refused(.mayNotRead(what, kinds, staff)))
    }
}
