import Domain
import Persian

/// An office in memory that random commands are sent to.
public final class RandomOffice {
    public let registry = MemoryRegistry()
    public var dice: OfficeDice
    /// How many commands were sent: each a minute after the one before.
    private var sent: Int64 = 0

    public static let sender = Sender(account: "admin1", station: "QOM-1")
    private static let today = Day(iso: "2022-08-01") ?? Day(number: 0)
    private static let morning = Moment(day: today, hour: 8, minute: 0, in: .tehran)
    /// What the clock says, after all that is sent.
    public static let evening = Moment(day: today, hour: 22, minute: 0, in: .tehran)

    public init(seed: UInt64) {
        dice = OfficeDice(seed: seed)
        registry.pictures = []
    }

    /// The next command is sent, to whichever registry.
    public func tick() { sent += 1 }

    /// Fills in what the program itself would: a command's id and time.
    public func fill(_ request: inout Request) {
        let digits = String(sent)
        request.id =
            request.id ?? "01890000-0000-7000-a000-" + String(repeating: "0", count: 12 - digits.count) + digits
        request.at = request.at ?? Moment(milliseconds: Self.morning.milliseconds + sent * 60_000)
    }

    /// Sends a request to the registry in memory.
    public func send(_ request: Request) throws -> LedgerEntry {
        if let id = request.id, let earlier = registry.entry(id) {
            try request.checkRepetition(of: earlier, by: Self.sender, at: Self.evening, in: registry)
            return earlier
        }
        let noted = "noted-\(registry.ledger.count)"
        let (envelope, decision) = try request.decide(by: Self.sender, at: Self.evening, id: noted, in: registry)
        let entry = LedgerEntry(
            number: registry.ledger.count + 1, envelope: envelope, request: request, decision: decision)
        try registry.keep(entry)
        return entry
    }

    /// The lines that most offices begin with: staff, groups, people, and something of each part of the office.
    public static let beginning: [String] = [
        #"{"command":"staff.add","account":"admin1","name":"مدیر","role":"administrator"}"#,
        #"{"command":"staff.add","account":"operator1","name":"متصدی","role":"operator"}"#,
        #"{"command":"staff.add","account":"supervisor1","name":"ناظر","role":"supervisor"}"#,
        #"{"command":"staff.add","account":"trainer1","name":"مربی","role":"trainer"}"#,
        #"{"command":"council.found","name":"شورای کوثر"}"#, #"{"command":"base.found","name":"قرارگاه مهر"}"#,
        #"{"command":"person.record","nationalID":"9990000018","firstName":"علی","lastName":"کریمی"}"#,
        #"{"command":"person.record","nationalID":"9990000026","firstName":"زهرا","lastName":"نوری"}"#,
        #"{"command":"person.record","nationalID":"9990000034","firstName":"مهدی","lastName":"احمدی"}"#,
        group("Q-0001", "باران"), group("123/45", "بهار"), camp("C-001"), camp("C/2"),
        #"{"command":"camp.approve","code":"C-001"}"#, #"{"command":"camp.start","code":"C-001"}"#, course, congress,
        #"{"command":"hall.add","congress":1401,"name":"سالن مهر","seats":40,"turnaround":15}"#,
        #"{"command":"guest.invite","congress":1401,"name":"مهمان ۱","category":"national","rank":1,"companions":1}"#,
        #"{"command":"guest.send","code":"G-001"}"#,
        #"{"command":"season.announce","year":1444,"country":"IR","month":"safar","startsOn":"2022-08-29","status":"confirmed"}"#,
        point, #"{"command":"point.license","code":"AP-1","permit":"م/۱","validUntil":"1401/07/30"}"#,
        #"{"command":"point.open","code":"AP-1","on":"1401/05/02"}"#,
        #"{"command":"membership.begin","group":"Q-0001","person":"9990000026","from":"1400/02/01"}"#,
        #"{"command":"martyr.propose","person":"9990000034","diedOn":"1401/05/01","place":"قم"}"#,
        #"{"command":"martyr.document","person":"9990000034","biography":"زندگی"}"#,
        #"{"command":"course.enrol","course":"T-001","person":"9990000026"}"#,
        #"{"command":"institution.register","code":"SETAD","name":"ستاد نمونه","custodian":true}"#,
        #"{"command":"institution.register","name":"بنیاد/نمونه"}"#, need("N-001", #""camp":"C-001""#),
        need("N/2", #""group":"Q-0001""#),
        #"{"command":"support.pledge","need":"N-001","institution":"SETAD","quantity":12}"#,
        #"{"command":"support.dispatch","pledge":"PL-001","quantity":8,"on":"1401/05/04"}"#,
        #"{"command":"base.found","name":"قرارگاه کوثر"}"#, campaign("RM-001"), campaign("RM/2"),
        stock("receive", 40, ""), stock("allocate", 12, #""base":"B-01","#), stock("allocate", 9, #""base":"B-02","#),
        household("9990000131", "گل دره", "9990000115"), household("9990000107", "صرم", ""),
        #"{"command":"campaign.deliver","campaign":"RM-001","base":"B-01","household":"H-00002","quantity":1,"on":"1401/05/04"}"#,
        story("ST-001", #""group":"Q-0001""#), #"{"command":"story.submit","code":"ST-001","as":"operator1"}"#,
        #"{"command":"story.approve","code":"ST-001"}"#, story("ST-002", #""camp":"C-001""#),
        #"{"command":"bulletin.compose","number":1,"on":"1401/05/10","stories":["ST-001"]}"#,
        #"{"command":"bulletin.issue","number":1}"#, story("ST-003", #""campaign":"RM-001""#),
        #"{"command":"story.submit","code":"ST-003","as":"operator1"}"#,
        #"{"command":"story.approve","code":"ST-003"}"#,
        #"{"command":"bulletin.compose","number":2,"on":"1401/05/10","stories":["ST-003"]}"#,
    ]

    private static func campaign(_ code: String) -> String {
        """
        {"command":"campaign.open","code":"\(code)","title":"رزمایش","from":"1401/05/01","to":"1401/05/20","target":50}
        """
    }

    private static func stock(_ move: String, _ quantity: Int, _ base: String) -> String {
        """
        {"command":"campaign.\(move)","campaign":"RM-001",\(base)"quantity":\(quantity),"on":"1401/05/01"}
        """
    }

    private static func household(_ head: String, _ name: String, _ member: String) -> String {
        """
        {"command":"household.record","head":"\(head)","headName":"\(name)","members":["\(member)"],"area":"village",\
        "place":"گل‌دره","mobile":"09120000034"}
        """
    }

    private static func story(_ code: String, _ about: String) -> String {
        """
        {"command":"story.draft","code":"\(code)","title":"روایت","body":"آمدیم.","about":{\(about)},\
        "names":[{"household":"H-00001","consent":true}]}
        """
    }

    private static func need(_ code: String, _ target: String) -> String {
        """
        {"command":"need.raise","code":"\(code)","for":{\(target)},"item":"پتو","quantity":20,"unit":"عدد",\
        "urgency":"high","neededBy":"1401/05/12"}
        """
    }

    private static func group(_ code: String, _ name: String) -> String {
        """
        {"command":"group.register","code":"\(code)","name":"\(name)","kind":"general","fields":["relief"],"county":"قم",\
        "size":20,"registeredOn":"1400/01/05","head":"9990000018"}
        """
    }

    private static func camp(_ code: String) -> String {
        """
        {"command":"camp.plan","code":"\(code)","title":"اردو","groups":["Q-0001 5"],"kind":"village","province":"قم",\
        "county":"قم","place":"ده‌نو","fields":["relief"],"from":"1401/05/03","to":"1401/05/12"}
        """
    }

    private static let course = """
        {"command":"course.announce","title":"امداد","audience":"anyone","capacity":2,"from":"1401/05/08","to":"1401/05/12",\
        "sessions":[{"code":"S-0","from":"1401/05/08T09:00","to":"1401/05/08T11:00"},\
        {"code":"S/1","from":"1401/05/11T09:00","to":"1401/05/11T11:00"}]}
        """

    private static let congress = """
        {"command":"congress.open","year":1401,"number":1,"city":"قم","venue":"مصلا","from":"1401/05/08","to":"1401/05/14"}
        """

    private static let point = """
        {"command":"point.plan","name":"موکب","kind":"border","country":"IR","season":1444,\
        "services":[{"service":"food","perDay":100},{"service":"water","perDay":9}]}
        """
}
