import Domain
import Persian
import Store

extension Dashboard {
    /// Asks in a new office what to begin with; does nothing in one where somebody has worked already, nor in a pack.
    public func welcome() throws(DecideError) {
        guard office.pack == nil else { return }
        let isNew = try office.view { (reader) throws(DecideError) in
            try reader.ledgerCount() < 2
        }
        guard isNew else { return }
        let name = Phrase(fa: "نام دفتر", en: "name of the office")
        var nameForm = FormRequest(SettingChange.self, fixed: [.init("name", .string("office.name"))], title: name)
        nameForm.labels = ["value": name]
        let question = Question(
            title: Phrase(fa: "خوش آمدید", en: "Welcome"),
            text: keymap.telling(
                Phrase(
                    fa:
                        "این دفتر تازه است و شما («\(staff.account)») مدیر آن هستید. با چه آغاز می‌کنید؟ همه این‌ها بعداً نیز شدنی است: «{shell.palette}» فهرست فرمان‌هاست و «{shell.help}» کلیدها.",
                    en:
                        "This office is new, and you (“\(staff.account)”) are its administrator. What do you begin with? All of it can be done later: “{shell.palette}” lists the commands and “{shell.help}” the keys."
                )),
            answers: [
                .init(Phrase(fa: "نام دفتر", en: "Name it"), .form(nameForm)),
                .init(Phrase(fa: "ورود از پرونده", en: "Import"), .importSheet(nil)),
                .init(Phrase(fa: "نمونه", en: "Demo"), .demo),
                .init(Phrase(fa: "بعداً", en: "Later")),
            ], isAlone: true)
        _ = try carryOut([.ask(question)])
    }
}
