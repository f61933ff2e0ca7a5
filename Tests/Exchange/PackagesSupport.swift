import Domain
import Exchange
import Foundation
import Persian
import Testing

@testable import Store

/// An office with the campaign RM-1401 of 19 to 27 Tir 1401, its two bases, and six households of each.
final class BaseOffice {
    let office: OfficeFile
    let folder: TemporaryFolder

    init(isInMemory: Bool = true) throws {
        folder = try TemporaryFolder()
        office = isInMemory ? try newOffice() : try OfficeFile(path: folder.file("office.db"))
        let clock = try PackOffice.clock("1401/04/18T08:00")
        _ = try office.admit(clerk, clock: clock)
        let requests = try Self.beginning.map { try Request(#require(JSON(parsing: $0))) }
        try office.transaction(by: clerk, clock: clock) { (session) throws(DecideError) in
            for request in requests { try session.send(request) }
        }
    }

    /// The nth invented national ID.
    static func id(_ number: Int) -> String {
        let serial = String(999_000_000 + number)
        let sum = serial.utf8.enumerated().reduce(0) { $0 + (Int($1.element) - 48) * (10 - $1.offset) } % 11
        return serial + String(sum < 2 ? sum : 11 - sum)
    }

    /// Names by which whoever reads a file would know a household.
    static let names = ["مهدی احمدی", "زهرا کریمی", "یونس نوری", "پروین شریفی", "گودرز نجفی", "ثریا بهرامی"]

    /// Households 1 to 6 are looked after by B-01, 7 to 12 by B-02.
    static func household(_ number: Int) -> String {
        """
        {"command":"household.record","code":"\(Household.series.code(number))","head":"\(id(number * 10))",\
        "headName":"\(names[(number - 1) % 6]) \(number)","members":["\(id(number * 10 + 1))"],"size":3,\
        "area":"village","place":"\(number % 2 == 0 ? "گل‌دره" : "ده بالا")","mobile":"0913000\(1000 + number)",\
        "base":"\(number <= 6 ? "B-01" : "B-02")"}
        """
    }

    static func deliver(
        _ household: Int, _ base: Int = 1, on day: Int = 20, quantity: Int = 1, _ more: String = ""
    ) -> String {
        deliver(Household.series.code(household), base, on: day, quantity: quantity, more)
    }

    static func deliver(
        _ household: String, _ base: Int, on day: Int = 20, quantity: Int = 1, _ more: String = ""
    ) -> String {
        """
        {"command":"campaign.deliver","campaign":"RM-1401","base":"B-0\(base)","household":"\(household)",\
        "quantity":\(quantity),"on":"1401/04/\(day)"\(more)}
        """
    }

    static func miss(_ household: Int, _ base: Int = 1, _ reason: String = "absent") -> String {
        """
        {"command":"campaign.miss","campaign":"RM-1401","base":"B-0\(base)",\
        "household":"\(Household.series.code(household))","reason":"\(reason)","on":"1401/04/20"}
        """
    }

    static func move(_ move: String, _ quantity: Int, base: Int? = nil) -> String {
        """
        {"command":"campaign.\(move)","campaign":"RM-1401"\(base.map { #","base":"B-0\#($0)""# } ?? ""),\
        "quantity":\(quantity),"on":"1401/04/18"}
        """
    }

    static let beginning =
        [
            #"{"command":"setting.change","name":"office.name","value":"قم"}"#,
            #"{"command":"staff.add","account":"desk1","name":"میز نخست","role":"operator"}"#,
            #"{"command":"staff.add","account":"desk2","name":"میز دوم","role":"operator"}"#,
            #"{"command":"staff.add","account":"nazer","name":"ناظر","role":"supervisor"}"#,
            #"{"command":"base.found","code":"B-01","name":"قرارگاه نور"}"#,
            #"{"command":"base.found","code":"B-02","name":"قرارگاه امید"}"#,
            """
            {"command":"campaign.open","code":"RM-1401","title":"رزمایش مؤمنانه دهه ولایت","from":"1401/04/19",\
            "to":"1401/04/27","target":17000}
            """, move("receive", 100), move("allocate", 40, base: 1), move("allocate", 40, base: 2),
        ] + (1...12).map(household)

    @discardableResult
    func send(_ line: String, _ at: String = "1401/04/20T12:00", by account: String = "ali") throws -> LedgerEntry {
        try office.send(
            Request(#require(JSON(parsing: line))), by: Sender(account: account, station: "desk"),
            clock: PackOffice.clock(at))
    }

    func pack(_ name: String, _ base: Int, for account: String? = nil) throws -> Laptop {
        let path = folder.file(name)
        let pack = try office.makePack(
            BasePack.self, about: "B-0\(base)", of: "RM-1401", for: account ?? "desk\(base)", at: path, by: clerk,
            clock: PackOffice.clock("1401/04/19T07:00"))
        return try Laptop(path: path, pack: pack)
    }

    @discardableResult
    func bring(_ laptop: Laptop, to other: OfficeFile? = nil) throws -> PackReport {
        try (other ?? office).take(
            OpenedPack(path: laptop.path), by: clerk, clock: PackOffice.clock("1401/04/28T08:00"))
    }

    func exported(
        _ name: String, as format: ListingFormat = .csv, for masking: Masking = Masking(for: .administrator),
        campaign: String? = nil, base: String? = nil, matching text: String = "", limit: Int? = nil
    ) throws -> String {
        let kind = try #require(ListingKind(rawValue: name))
        let question = ListingQuestion(
            filter: Filter(text), limit: limit, masking: masking, day: try Day(parsing: "1401/04/28"),
            campaign: campaign, base: base)
        var text = ""
        try office.view { (reader) throws(DecideError) in
            try kind.write(question, as: format, in: reader) { text += $0 }
        }
        return text
    }

    func listed(
        _ name: String, for masking: Masking = Masking(for: .administrator), campaign: String? = nil,
        base: String? = nil, matching text: String = "", limit: Int? = nil
    ) throws -> [JSON] {
        let text = try exported(
            name, as: .json, for: masking, campaign: campaign, base: base, matching: text, limit: limit)
        return try #require(JSON(parsing: text)?.list)
    }
}

extension OfficeFile {
    func stock(_ base: String?, of campaign: String = "RM-1401") throws -> Stock {
        try view { (reader) throws(DecideError) in
            try reader.registry.stock(at: StockPlace(campaign: campaign, base: base))
        }
    }

    func deliveries(of campaign: String = "RM-1401") throws -> [Delivery] {
        try view { (reader) throws(DecideError) in try reader.registry.deliveries(of: campaign) }
    }

    /// The ids of the deliveries that a delivery is a double of.
    func doubles(of delivery: Delivery) throws -> [String] {
        try view { (reader) throws(DecideError) in try reader.doubles(of: delivery).map(\.id) }
    }
}
