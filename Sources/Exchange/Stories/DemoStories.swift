import Domain
import Persian

/// The invented stories of the summer of 1401: two dozen in every state, a bulletin that is issued, and one that is being
/// composed.
struct DemoStories {
    private var commands: [DemoCommand] = []
    private let writer = "f.sharifi"
    private let reviewer = "m.rezaei"
    private var minute = 0

    /// All commands about stories, in the order of time.
    mutating func all() -> [DemoCommand] {
        for (index, text) in DemoStoryText.all.enumerated() { draft(text, code: Self.code(index)) }
        let codes = DemoStoryText.all.indices.map(Self.code)
        for code in codes[..<20] { send("story.submit", code, as: writer) }
        send("story.return", codes[18], as: reviewer, [.init("note", .string("نام روستا و شمار خانوارها را بنویسید."))])
        send("story.return", codes[19], as: reviewer, [.init("note", .string("از زبان یکی از اهالی هم چیزی بیاورید."))])
        for code in codes[..<14] { send("story.approve", code, as: reviewer) }
        compose(1, on: "1401/05/05", title: "همدلی در تابستان", Array(codes[..<8]))
        add(
            "bulletin.issue", as: reviewer,
            // By the program's own layout, whatever template the user has.
            [.init("number", .integer(1)), .init("template", .null)])
        // What became of some that were published.
        send(
            "story.withdraw", codes[7], as: reviewer,
            [.init("reason", .string("گروه خواست با عکس‌های تازه از نو بنویسد."))])
        send(
            "story.amend", codes[6], as: writer,
            [.init("body", .string(DemoStoryText.all[6].body + "\n\nاز آن روز شش خانواده دیگر هم به آب رسیده‌اند."))])
        send("story.submit", codes[6], as: writer)
        send("story.withdraw", codes[23], as: writer, [.init("reason", .string("تکراری"))])
        compose(2, on: "1401/05/12", title: "در راه اربعین", Array(codes[8..<12]))
        return commands
    }

    private static func code(_ index: Int) -> String { Story.series.code(index + 1) }

    private mutating func add(_ name: String, as account: String, _ fields: [JSON.Member]) {
        // From eight in the morning of 5 Mordad on, two minutes each.
        let at = DemoMoment(Day(number: 19_200), 8 + minute / 60, minute % 60)
        minute += 2
        commands.append(
            DemoCommand(
                name: name, fields: fields + [.init("at", .string(at.text)), .init("as", .string(account))]))
    }

    private mutating func send(_ name: String, _ code: String, as account: String, _ more: [JSON.Member] = []) {
        add(name, as: account, [.init("code", .string(code))] + more)
    }

    private mutating func draft(_ text: DemoStoryText, code: String) {
        var fields: [JSON.Member] = [
            .init("code", .string(code)), .init("title", .string(text.title)), .init("body", .string(text.body)),
            .init("about", .object([.init(text.about.rawValue, .string(text.of))])),
        ]
        if let household = text.household {
            let name = JSON.object([
                .init("household", .string(household)), .init("consent", .bool(true)), .init("use", .string("place")),
            ])
            fields.append(.init("names", .list([name])))
        }
        add("story.draft", as: writer, fields)
    }

    private mutating func compose(_ number: Int, on day: String, title: String, _ stories: [String]) {
        add(
            "bulletin.compose", as: writer,
            [
                .init("number", .integer(number)), .init("on", .string(day)), .init("title", .string(title)),
                .init(
                    "lead",
                    .string(
                        "آنچه می‌خوانید از زبان گروه‌هایی است که در این هفته‌ها در میدان بودند.\n\n«هر که یک قدم آمد، ده قدم راه باز کرد.»"
                    )),
                .init("stories", .list(stories.map { .string($0) })),
            ])
    }
}

/// An invented story.
struct DemoStoryText {
    let title: String
    let about: NeedSubject
    let of: String
    let body: String
    var household: String?

    private init(
        _ title: String, _ about: NeedSubject, _ of: String, _ need: String, _ came: String, _ did: String,
        _ words: String,
        household: String? = nil
    ) {
        (self.title, self.about, self.of, self.household) = (title, about, of, household)
        body = [
            need, came, did, "«\(words)»", "برای همراهی با این گروه با دفتر تماس بگیرید؛ هر مهارتی به کار می‌آید.",
        ].joined(separator: "\n\n")
    }

    static let all = [
        DemoStoryText(
            "روزی که چشمه جوشید", .group, "Q-0001", "روستا سه تابستان بود که آب خوردن را با تانکر می‌آورد.",
            "دوازده نفر از شهر آمدند، دو لوله‌کش میان آنان.",
            "- چشمه را لای‌روبی کردند\n- ششصد متر لوله کشیدند\n- مخزن را شستند",
            "اولین لیوان را به بچه‌ها دادیم."),
        DemoStoryText(
            "مدرسه‌ای با دیوار سفید", .camp, "C-001", "کلاس‌ها نم داشت و نیمکت‌ها شکسته بود.",
            "گروهی از دانشجویان و یک استاد گچ‌کار.",
            "در پنج روز چهار کلاس را گچ و رنگ کردند.", "حالا عکس درخت را خودمان کشیده‌ایم."),
        DemoStoryText(
            "هفده هزار سلام", .campaign, "RM-1401", "دهه ولایت نزدیک بود و فهرست خانوارها دراز.",
            "شش قرارگاه و صدها جوان.",
            "بسته‌ها را شمردند، بستند و در خانه‌ها را زدند.", "کسی نپرسید چرا، فقط احوالم را پرسید.", household: "H-00001"
        ),
        DemoStoryText(
            "نان گرم در راه", .group, "Q-0003", "کارگران فصلی صبح‌ها بی صبحانه می‌رفتند.",
            "سه خانواده نانوا و گروه باران.",
            "هر روز پیش از آفتاب دویست نان پختند.", "بوی نان که می‌آید، خستگی می‌رود."),
        DemoStoryText(
            "پزشک در حیاط مسجد", .camp, "C-002", "نزدیک‌ترین درمانگاه یک ساعت راه بود.",
            "دو پزشک، یک ماما و چهار پرستار.",
            "صد و بیست نفر را دیدند و دارو دادند.", "مادرم بعد از دو سال فشارش را دانست."),
        DemoStoryText(
            "کلاس تابستانی زیر سایه", .group, "Q-0005", "بچه‌ها ریاضی را رها کرده بودند.", "پنج معلم جوان با یک تخته.",
            "سه هفته هر عصر درس و بازی بود.", "ضرب را با توت یاد گرفتیم."),
        DemoStoryText(
            "جویی که برگشت", .group, "Q-0006", "جوی باغ‌ها شکسته بود و آب هدر می‌رفت.", "اهالی و گروه جهادی کنار هم.",
            "چهارصد متر جوی را سنگ‌چین کردند.", "باغ پدرم دوباره سبز شد.", household: "H-00002"),
        DemoStoryText(
            "کتابخانه‌ای در کانکس", .group, "Q-0007", "روستا کتابی نداشت جز چند جزوه کهنه.",
            "دو دختر دانشجو و پدربزرگ یکی‌شان.",
            "هشتصد کتاب گرد آوردند و فهرست کردند.", "هر شب یک قصه می‌برم خانه."),
        DemoStoryText(
            "موکبی که خانه شد", .point, "AP-1", "زائران کنار جاده سایه‌ای نداشتند.", "بازنشسته‌ها و نوجوان‌های محله.",
            "داربست زدند، آب خنک گذاشتند و استراحتگاه ساختند.", "پایم را که شستند، گریه‌ام گرفت."),
        DemoStoryText(
            "دست‌هایی برای دوختن", .group, "Q-0009", "زنان روستا هنر داشتند و چرخ نداشتند.", "گروهی خیاط با هفت چرخ.",
            "دو هفته آموزش دادند و سفارش گرفتند.", "اولین مزدم را قاب کرده‌ام."),
        DemoStoryText(
            "شب‌های کنگره", .congress, "1401", "مهمانان از نه شهر می‌آمدند.", "خادمان سالن، همه داوطلب.",
            "راهنمایی کردند، جا دادند و پذیرایی کردند.", "هیچ‌کس غریب نماند."),
        DemoStoryText(
            "سیل و بیل", .camp, "C-003", "سیل خانه‌ها را پر از گل کرده بود.", "چهل نفر با بیل و چکمه.",
            "در چهار روز بیست و دو خانه را پاک کردند.", "فرش عروسی‌ام را پیدا کردند."),
        DemoStoryText(
            "بازی در کوچه باریک", .group, "Q-0011", "بچه‌های حاشیه شهر جای بازی نداشتند.", "مربیان ورزش و رنگ‌کارها.",
            "کوچه را رنگ کردند و تور بستند.", "تیم ما حالا اسم دارد."),
        DemoStoryText(
            "درختان وقفی", .group, "Q-0012", "تپه پشت روستا لخت بود.", "دانش‌آموزان با نهال‌های خودشان.",
            "سیصد بادام کاشتند و نوبت آبیاری گذاشتند.", "هر درخت اسم یک نفر است."),
        DemoStoryText(
            "برق برای چاه", .group, "Q-0013", "پمپ چاه خاموش بود.", "سه برق‌کار و یک مهندس.",
            "سیم کشیدند و تابلو را نو کردند.",
            "صدای پمپ از صدای باران بهتر بود."),
        DemoStoryText(
            "مشاوره پشت وانت", .group, "Q-0014", "کسی نمی‌دانست یارانه‌اش چرا بریده است.", "دو حقوق‌دان با یک میز.",
            "پرونده‌ها را نوشتند و پیگیری کردند.", "نامه‌ام جواب گرفت."),
        DemoStoryText(
            "کندوهای دامنه", .group, "Q-0015", "زنبورها در سرما مرده بودند.", "زنبورداران استان همسایه.",
            "بیست کندو دادند و شیوه نگهداری آموختند.", "عسل امسال شیرین‌تر است."),
        DemoStoryText(
            "عینک‌های تازه", .camp, "C-004", "بچه‌ها تخته را نمی‌دیدند.", "یک بینایی‌سنج و دستیارانش.",
            "شصت چشم را سنجیدند و عینک دادند.", "ستاره‌ها را شمردم."),
        DemoStoryText(
            "پلی از تنه درخت", .group, "Q-0017", "راه مدرسه از رود می‌گذشت.", "نجارها و پدرها.", "پلی با نرده ساختند.",
            "دیگر کفش‌هایم خیس نمی‌شود."),
        DemoStoryText(
            "رادیوی روستا", .group, "Q-0018", "خبرها دیر می‌رسید.", "گروه رسانه‌ای.", "بلندگو گذاشتند و برنامه ساختند.",
            "اذان و هوا را با هم می‌شنویم."),
        DemoStoryText(
            "آرد و آب", .group, "Q-0019", "تنور روستا ویران بود.", "بنای پیر و شاگردانش.", "تنور را از نو ساختند.",
            "نان تازه، دل تازه."),
        DemoStoryText(
            "خانه‌ای که سقف گرفت", .group, "Q-0020", "سقف اتاق مادربزرگ می‌چکید.", "هفت جوان محله.",
            "سقف را ایزوگام کردند.",
            "شب اول باران را گوش دادم."),
        DemoStoryText(
            "نامه‌ای از راه", .group, "Q-0021", "کسی از کار گروه خبر نداشت.", "خودشان نوشتند.", "هر شب یک صفحه.",
            "بخوانید و بیایید."),
        DemoStoryText(
            "پیش‌نویس فراموش‌شده", .group, "Q-0022", "همان چشمه، بار دوم.", "همان گروه.", "همان کار.",
            "این را پیش‌تر گفته بودیم."),
    ]
}
