import Domain
import GRDB
import Persian

extension FileRegistry {
    func body(_ code: String) throws(DecideError) -> (any Body)? {
        let kind = try storing {
            try String.fetchOne(db.cachedStatement(sql: "SELECT kind FROM bodies WHERE code = ?"), arguments: [code])
        }
        return switch kind {
        case Group.kind.name: try find(Group.self, key: code)
        case Council.kind.name: try find(Council.self, key: code)
        case Base.kind.name: try find(Base.self, key: code)
        default: nil
        }
    }

    func group(named folded: String, council: String?) throws(DecideError) -> Group? {
        try storing {
            try Group.fetch(db, where: "folded = ? AND ifnull(council, '') = ?", [folded, council ?? ""]).first
        }
    }

    func group(atlasCode: String) throws(DecideError) -> Group? {
        try storing { try Group.fetch(db, where: "atlasCode = ?", [atlasCode]).first }
    }

    func terms(of body: String, _ office: Office) throws(DecideError) -> [Term] {
        try storing {
            try Term.fetch(db, where: "body = ? AND office = ? ORDER BY \"from\"", [body, office.rawValue])
        }
    }

    func base(named folded: String) throws(DecideError) -> Base? {
        try storing { try Base.fetch(db, where: "1 ORDER BY code").first { $0.name.folded() == folded } }
    }
}

extension CommandSession {
    /// The base of that folded name, the one of the lowest code when there are several.
    ///
    /// - Throws: what the store reports.
    public func base(named folded: String) throws(DecideError) -> Base? {
        try FileRegistry(db: db).base(named: folded)
    }
}
