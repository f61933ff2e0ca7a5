import Canvas
import Domain
import Persian
import Store

extension ShownPart {
    static let groups = ShownPart(
        part: .groups, screens: [GroupsScreen.self],
        registers: [RecordScreen<CouncilsList>.self, RecordScreen<BasesList>.self],
        first: { role, pack in
            pack == nil && [.administrator, .operator].contains(role) ? GroupsScreen.self : nil
        },
        headlines: { (context) throws(DecideError) in
            let registered = try context.reader.registrations(until: context.screen.day, days: HeadlineContext.days)
            let new = registered.reduce(0, +)
            let (groups, active) = (context.groups.registered, context.groups.continuouslyActive)
            let persian = Language.persian.number
            return [
                Headline(
                    title: Phrase(fa: "گروه‌های ثبت‌شده", en: "Groups registered"), figure: groups,
                    note: Phrase(fa: "\("+" + persian(new)) در ۳۰ روز", en: "+\(new) in 30 days"), days: registered),
                Headline(
                    title: Phrase(fa: "فعال مستمر", en: "Continuously active"), figure: active,
                    note: Phrase(fa: "از \(persian(groups)) گروه", en: "of \(groups, "group")"),
                    share: context.share(active)),
            ]
        },
        distinctions: [
            Distinction(Group.self) { (group, reader, context) throws(DecideError) in
                let base = try group.base.flatMapTyped { (code) throws(DecideError) in
                    try reader.find(Base.self, key: code)
                }
                return context.language.parts([base?.name, group.county])
            },
            Distinction(Base.self) { (base, reader, _) throws(DecideError) in
                try base.council.flatMapTyped { (code) throws(DecideError) in
                    try reader.find(Council.self, key: code)
                }?.name
            },
        ])
}
