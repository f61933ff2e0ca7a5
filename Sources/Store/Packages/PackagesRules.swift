import CNettle
import Domain
import Foundation
import GRDB
import Persian

extension FileRegistry {
    func households(of person: String) throws(DecideError) -> [Household] {
        try storing {
            try Household.fetch(
                db, where: "code IN (SELECT household FROM householdPeople WHERE person = ?) ORDER BY code", [person])
        }
    }

    func households(near household: Household) throws(DecideError) -> [Household] {
        try storing {
            try Household.fetch(
                db,
                where: """
                    code <> ?1 AND (likeKey = ?2 OR code IN (
                        SELECT household FROM householdPeople WHERE person IN (SELECT value FROM json_each(?3))))
                    ORDER BY code
                    """, [household.code, household.likeKey, household.people.json.text])
        }
    }

    func households(ofBase base: String) throws(DecideError) -> [Household] {
        try storing { try Household.fetch(db, where: "ifnull(base, lastBase) = ? ORDER BY code", [base]) }
    }

    func verdicts(about household: String) throws(DecideError) -> [HouseholdVerdict] {
        try storing { try HouseholdVerdict.fetch(db, where: "a = ?1 OR b = ?1 ORDER BY a, b", [household]) }
    }

    /// The suspects of whom nobody has judged.
    static let undecided = """
        suspects s WHERE NOT EXISTS (SELECT 1 FROM householdVerdicts v WHERE v.a = s.a AND v.b = s.b)
        """

    func undecidedSuspects(limit: Int) throws(DecideError) -> [HouseholdPair] {
        try storing {
            let sql = "SELECT s.a, s.b FROM \(Self.undecided) ORDER BY s.a, s.b LIMIT ?"
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [limit]).map {
                HouseholdPair($0[0], $0[1])
            }
        }
    }

    func undecidedSuspectsCount() throws(DecideError) -> Int {
        try storing {
            try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM \(Self.undecided)")) ?? 0
        }
    }

    func deliveries(of campaign: String) throws(DecideError) -> [Delivery] {
        try storing { try Delivery.fetch(db, where: "campaign = ? ORDER BY \"on\", moment, id", [campaign]) }
    }

    func deliveries(of campaign: String, toAnyOf recipients: [String]) throws(DecideError) -> [Delivery] {
        try storing {
            try Delivery.fetch(
                db,
                where: """
                    id IN (SELECT delivery FROM servedPeople
                        WHERE campaign = ? AND person IN (SELECT value FROM json_each(?)))
                    ORDER BY "on", moment, id
                    """, [campaign, recipients.json.text])
        }
    }

    func deliveries(
        toAnyOf recipients: [String], during days: ClosedRange<Day>
    ) throws(DecideError) -> [Delivery] {
        try storing {
            try Delivery.fetch(
                db,
                where: """
                    id IN (SELECT delivery FROM servedPeople WHERE person IN (SELECT value FROM json_each(?)))
                    AND +"on" BETWEEN ? AND ? ORDER BY "on", moment, id
                    """, [recipients.json.text, days.lowerBound.iso, days.upperBound.iso])
        }
    }

    func stock(at place: StockPlace) throws(DecideError) -> Stock {
        try storing {
            let sql = "SELECT \(Stock.columns) FROM stocks WHERE campaign = ? AND base = ?"
            let row = try Row.fetchOne(
                db.cachedStatement(sql: sql), arguments: [place.campaign, place.base ?? ""])
            return try row.map { try Stock($0, isStore: place.base == nil) } ?? Stock(isStore: place.base == nil)
        }
    }

    func servingDays(of campaign: String) throws(DecideError) -> ClosedRange<Day>? {
        try storing {
            // A minimum alone is one step along the index, a minimum and a maximum together are a walk.
            var days: [String] = []
            for table in ["deliveries", "misses"] {
                for end in ["min", "max"] {
                    let sql = "SELECT \(end)(\"on\") FROM \(table) WHERE campaign = ?"
                    if let day = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [campaign]) {
                        days.append(day)
                    }
                }
            }
            guard let first = days.min().flatMap(Day.init(iso:)), let last = days.max().flatMap(Day.init(iso:)) else {
                return nil
            }
            return first...last
        }
    }

    func isServedElsewhere(anyOf recipients: [String], in campaign: String) throws(DecideError) -> Bool {
        try storing {
            guard let secret = try Data.fetchOne(db.cachedStatement(sql: "SELECT secret FROM carried")) else {
                return false
            }
            let find = try db.cachedStatement(sql: "SELECT 1 FROM servedElsewhere WHERE campaign = ? AND hash = ?")
            for recipient in recipients {
                let hash = ServedHash.of(recipient, in: campaign, key: [UInt8](secret))
                if try Int.fetchOne(find, arguments: [campaign, Data(hash)]) != nil { return true }
            }
            return false
        }
    }
}

extension Stock {
    static let columns = "received, allocated, returned, delivered, damaged, missing, brought"

    /// Reads ``columns``.
    ///
    /// - Parameter first: the place of the first of them in the row.
    init(_ row: Row, isStore: Bool, from first: Int = 0) throws {
        self.init(isStore: isStore)
        received = try row.figure(first)
        allocated = try row.figure(first + 1)
        returned = try row.figure(first + 2)
        delivered = try row.figure(first + 3)
        damaged = try row.figure(first + 4)
        missing = try row.figure(first + 5)
        brought = try row.figure(first + 6)
    }
}

/// What a pack tells of whom somebody else served: enough to know a person or household again, and no more for whoever has
/// not the pack's secret.
enum ServedHash {
    /// HMAC-SHA256 of the campaign and one of ``Delivery/recipients``, keyed by the secret of the pack.
    static func of(_ recipient: String, in campaign: String, key: [UInt8]) -> [UInt8] {
        var context = hmac_sha256_ctx()
        let text = Array("\(campaign)/\(recipient)".utf8)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_hmac_sha256_set_key(&context, key.count, key)
        nettle_hmac_sha256_update(&context, text.count, text)
        nettle_hmac_sha256_digest(&context, digest.count, &digest)
        return digest
    }
}
