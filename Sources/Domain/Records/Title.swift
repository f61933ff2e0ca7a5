import Persian

// What people call a record: on the screen, in the ledger and in every sentence. Keys are for scripts.

extension Coded {
    /// "اردوی بهار (C-247)": what it is, what it is called, and its code.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase { Self.kind.phrase.named(name, code) }
}

extension Phrase {
    /// The kind, the name and the code; a name that says the kind itself, as «گروه جهادی باران» does, is not told it twice.
    func named(_ name: String, _ code: String) -> Phrase {
        let short = name.shortened
        // «اردوی» and «اردو» are one word.
        let word = (fa.split(separator: " ").first.map(String.init) ?? fa).folded()
        let stem = word.hasSuffix("ی") ? String(word.dropLast()) : word
        let saysKind = short.folded().hasPrefix(stem)
        return Phrase(fa: saysKind ? "\(short) (\(code))" : "\(fa) \(short) (\(code))", en: "\(en) \(short) (\(code))")
    }
}

extension String {
    /// Its first 40 characters, so that a title stays on its line.
    fileprivate var shortened: String { count > 40 ? prefix(40) + "…" : self }
}

extension Registry {
    /// A person's name. Of somebody who is no longer recorded the middle of the national ID stays hidden: a title is shown
    /// to everybody.
    func nameInTitle(ofPerson id: String) throws(DecideError) -> String {
        if let person = try find(Person.self, key: id) { return person.fullName }
        return (try? NationalID(id))?.masked() ?? "••••••••••"
    }

    /// What a record of that key is called; the key itself when it is gone.
    func title<R: Record>(of type: R.Type, _ key: String) throws(DecideError) -> Phrase {
        try find(type, key: key)?.title(in: self)
            ?? Phrase(fa: "\(R.kind.phrase) \(key)", en: "\(R.kind.phrase) \(key)")
    }
}

// MARK: - Groups and people

extension Person {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase { Phrase(fa: fullName, en: fullName) }
}

extension Membership {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "عضویت \(name) در \(group)", en: "membership of \(name) in \(group)")
    }
}

extension Term {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "\(office.phrase) \(body): \(name)", en: "\(office.phrase) of \(body): \(name)")
    }
}

// MARK: - Camps

extension DailyReport {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let which =
            number > 1
            ? Phrase(fa: "اصلاح \(persianDigits(number - 1)) گزارش", en: "correction \(number - 1) of the report")
            : Phrase(fa: "گزارش", en: "report")
        return try registry.title(which, of: camp, on: day)
    }
}

extension Attendance {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        try registry.title(Phrase(fa: "حضور و غیاب", en: "attendance"), of: camp, on: day)
    }
}

extension Registry {
    /// "report of C-014, 9 Mordad (Bahar)": what tells it from others stands first, where a narrow column still shows it.
    fileprivate func title(_ what: Phrase, of camp: String, on day: Day) throws(DecideError) -> Phrase {
        let title = Phrase(
            fa: "\(what) \(camp)، \(day.dayAndMonth(.persian))",
            en: "\(what) of \(camp), \(day.dayAndMonth(.english))")
        guard let name = try find(Camp.self, key: camp)?.name.shortened else { return title }
        return Phrase(fa: "\(title) (\(name))", en: "\(title) (\(name))")
    }
}

// MARK: - Training

extension Enrolment {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "ثبت‌نام \(name) در \(course)", en: "enrolment of \(name) in \(course)")
    }
}

extension CourseAttendance {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let course = try registry.title(of: Course.self, course)
        return Phrase(fa: "حضور در جلسه \(session)، \(course)", en: "attendance at \(session), \(course)")
    }
}

extension Certificate {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = try registry.nameInTitle(ofPerson: person)
        return Phrase(fa: "گواهی \(name) (\(serial))", en: "certificate of \(name) (\(serial))")
    }
}

// MARK: - The congress

extension Congress {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(fa: "کنگره \(numeral: year) (\(city))", en: "congress of \(numeral: year) (\(city))")
    }
}

// MARK: - Arbaeen

extension Season {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(fa: "موسم اربعین \(numeral: year)", en: "season of \(numeral: year)")
    }
}

extension Shift {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        func when(_ language: Language) -> String {
            language.line([from.day.dayAndMonth(language), Self.clocks(from, to, language)])
        }
        return Phrase(fa: "شیفت \(code)، \(point)، \(when(.persian))", en: "shift \(code), \(point), \(when(.english))")
    }
}

extension Supply {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        Phrase(fa: "\(item) در \(point)", en: "\(item) at \(point)")
    }
}

extension Tally {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        func when(_ language: Language) -> String {
            "\(hour.day.dayAndMonth(language)) \(language.digits(hour.clockText))"
        }
        return Phrase(
            fa: "آمار \(service.phrase)، \(point)، \(when(.persian))",
            en: "tally of \(service.phrase), \(point), \(when(.english))")
    }
}

// MARK: - Staff, settings, packs

extension Staff {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = name == account ? account : "\(name) (\(account))"
        return Phrase(fa: "کاربر \(name)", en: "account of \(name)")
    }
}

extension Setting {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let phrase = SettingDefinition.named(name)?.phrase ?? Phrase(fa: name, en: name)
        return Phrase(fa: "تنظیم \(phrase)", en: "setting \(phrase)")
    }
}

extension Pack {
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        return Phrase(fa: "بسته \(code) (\(sort) \(about))", en: "pack \(code) (\(sort) \(about))")
    }
}
