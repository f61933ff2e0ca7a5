import Domain
import Store

extension Home {
    /// Terms of office, of bodies of one sort.
    static func terms<B: Body>(of body: B.Type) -> Home {
        Home(Term.kind, isOwn: false) { (record, reader) throws(DecideError) in
            guard let term = record as? Term else { return nil }
            return try reader.find(B.self, key: term.body)?.code
        }
    }
}
