import Domain
import Persian

/// The roll of honour of the invented province: nobody on it ever lived, and each name and each life says so.
struct DemoRoll {
    /// Those that some of them served in.
    private let groups: [DemoGroup]
    private var commands: [(at: DemoMoment, command: DemoCommand)] = []

    init(of groups: [DemoGroup]) { self.groups = groups }

    /// All commands about the roll, from the first proposals in spring to what is published before the congress.
    mutating func all() -> [(at: DemoMoment, command: DemoCommand)] {
        for (index, entry) in Self.entries.enumerated() { add(entry, index) }
        return commands
    }

    /// Who proposes and documents, and the two who verify.
    private static let accounts = ["f.sharifi", "m.rezaei", "z.hosseini"]

    private mutating func add(_ entry: Entry, _ index: Int) {
        let code = JSON.Member("code", .string("M-00\(index + 1)"))
        var about = [
            code, .init("name", .string("\(entry.name) (ساختگی)")), .init("diedOn", .string(entry.diedOn)),
            .init("place", .string(entry.place)),
        ]
        let day = (try? Day(parsing: entry.diedOn)) ?? DemoCamps.now.day
        if let group = groups.dropFirst(index * 9).first(where: { $0.registeredOn < day }) {
            about.append(.init("group", .string(group.code)))
        }
        send("martyr.propose", index, step: 0, by: 0, about)
        if entry.step >= .documented {
            let life = "این نام و این زندگی‌نامه ساختگی است و تنها برای نمایش برنامه نوشته شده.\n\(entry.life)"
            send("martyr.document", index, step: 1, by: 0, [code, .init("biography", .string(life))])
            send("martyr.verify", index, step: 2, by: 1, [code])
        }
        if entry.step >= .verified { send("martyr.verify", index, step: 3, by: 2, [code]) }
        if entry.step >= .published { send("martyr.publish", index, step: 4, by: 1, [code]) }
    }

    /// An entry takes a step a week.
    private mutating func send(_ name: String, _ index: Int, step: Int, by account: Int, _ fields: [JSON.Member]) {
        let day = DemoCamps.now.day.advanced(by: 7 * step - 60)
        let signed = fields + [.init("as", .string(Self.accounts[account]))]
        commands.append((DemoMoment(day, 11, index), DemoCommand(name: name, fields: signed)))
    }

    private struct Entry {
        enum Step: Int, Comparable {
            case proposed, documented, verified, published
            static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
        }
        let name, diedOn, place: String
        let step: Step
        let life: String

        init(_ name: String, _ diedOn: String, _ place: String, _ step: Step, _ life: String) {
            (self.name, self.diedOn, self.place, self.step, self.life) = (name, diedOn, place, step, life)
        }
    }

    private static let entries = [
        Entry(
            "شهید نمونه یکم", "1394/05/12", "نمونه‌آباد، لرستان", .published,
            "معلم بود و هر تابستان با گروهش به روستا می‌رفت. در اردوی ساخت مدرسه، هنگام جابه‌جایی مصالح، جان باخت؛ مدرسه را هم‌اردویی‌هایش به پایان رساندند."
        ),
        Entry(
            "شهید نمونه دوم", "1395/12/20", "سیل‌بند نمونه، خوزستان", .published,
            "دانشجوی عمران بود. در شب‌های سیل کیسه‌های شن را نوبت‌بندی می‌کرد و خودش نوبت آخر را برمی‌داشت. در بازگشت از سیل‌بند در حادثه رانندگی درگذشت."
        ),
        Entry(
            "شهیده نمونه سوم", "1398/12/28", "بیمارستان نمونه، قم", .published,
            "پرستار بود و در روزهای نخست همه‌گیری داوطلبانه در بخش عفونی ماند. دفترچه‌ای از او مانده است که نام بیمارانش را با دعایی کوتاه در آن نوشته."
        ),
        Entry(
            "شهید نمونه چهارم", "1399/06/02", "نمونه‌دشت، ایلام", .published,
            "چاه‌کن و مقنی بود و آب را به سه روستا رساند. هنگام لایروبی قنات نمونه‌دشت جان خود را از دست داد."
        ),
        Entry(
            "شهید نمونه پنجم", "1400/11/09", "جاده نمونه، کرمانشاه", .published,
            "راننده گروه بود؛ دارو و پزشک را به روستاهای دور می‌برد. در برف جاده نمونه به کمک خودرویی که مانده بود رفت و بازنگشت."
        ),
        Entry(
            "شهید نمونه ششم", "1400/12/15", "نمونه‌کوه، کرمان", .verified,
            "دانش‌آموخته کشاورزی بود و آبیاری قطره‌ای را به باغداران نمونه‌کوه آموخت. در بازدید از بند خاکی دچار حادثه شد."
        ),
        Entry(
            "شهیده نمونه هفتم", "1401/01/27", "نمونه‌شهر، مازندران", .documented,
            "مربی کودکان بود و با کتابخانه سیار به محله‌ها می‌رفت. در راه یکی از همین سفرها جان باخت."
        ),
        Entry("شهید نمونه هشتم", "1401/02/30", "نمونه‌ده، قم", .proposed, ""),
    ]
}
