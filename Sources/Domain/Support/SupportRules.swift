import Persian

/// What stands around a command about a pledge: the need, who helps with it and how much is left. Its refusals say so.
struct NeedHelp {
    let need: Need
    /// How its pledges stand, one after another with the name of the institution.
    private let helpers: [(standing: PledgeStanding, name: String)]
    let cover: Cover

    init(_ need: Need, in registry: some Registry) throws(DecideError) {
        self.need = need
        var helpers: [(PledgeStanding, String)] = []
        for standing in try registry.standings(for: need.code) {
            helpers.append((standing, try registry.name(ofInstitution: standing.pledge.institution)))
        }
        self.helpers = helpers
        cover = Cover(of: need, pledges: helpers.map { $0.0 })
    }

    /// "Of the 500 sheets of “blanket” (N-001) 400 are promised, 100 are left; who else helps: seminary (200), …."
    ///
    /// - Parameter pledge: the one that the sentence before was about; nil for none.
    func sentence(besides pledge: Pledge?) -> Phrase {
        let others = others(than: pledge)
        let who =
            others.map { Phrase(fa: "؛ دیگر کمک‌کنندگان: \($0)", en: "; who else helps: \($0)") }
            ?? Phrase(fa: "؛ دیگری کمک نمی‌کند", en: "; nobody else helps")
        return Phrase(
            fa:
                "از \(need.quantity) \(need.unit) «\(need.item)» (\(need.code)) \(cover.pledged) تعهد شده و \(cover.gap) مانده است\(who).",
            en:
                "Of the \(need.quantity) \(need.unit) of “\(need.item)” (\(need.code)) \(cover.pledged) are promised and \(cover.gap) are left\(who)."
        )
    }

    /// What the institution of a pledge has promised of it besides: "; it has promised PL-116 (20) already".
    func own(besides pledge: Pledge) -> Phrase? {
        let own = helpers.filter {
            $0.standing.pledge.institution == pledge.institution && $0.standing.pledge.code != pledge.code
                && $0.standing.promised > 0
        }.map {
            Phrase(
                fa: "\($0.standing.pledge.code) (\($0.standing.promised))",
                en: "\($0.standing.pledge.code) (\($0.standing.promised))")
        }
        guard !own.isEmpty else { return nil }
        return Phrase(
            fa: "؛ همین دستگاه پیش‌تر تعهد داده است: \(own.listed())",
            en: "; the same institution has promised already: \(own.listed())")
    }

    /// Who else has promised some of it, and how much: at most four pledges of other institutions.
    func others(than pledge: Pledge?) -> Phrase? {
        let others = helpers.filter {
            $0.standing.pledge.institution != pledge?.institution && $0.standing.promised > 0
        }
        guard !others.isEmpty else { return nil }
        let named = others.prefix(4).map { helper in
            Phrase(
                fa: "\(helper.name) (\(helper.standing.promised))", en: "\(helper.name) (\(helper.standing.promised))")
        }
        // Each is a name with a figure, in this order whatever the letters of the name are.
        let listed = named.joined(fa: "، ", en: ", ")
        return others.count > 4 ? Phrase(fa: "\(listed)، …", en: "\(listed), …") : listed
    }
}

extension Registry {
    /// What an institution is called; its code when it is gone.
    func name(ofInstitution code: String) throws(DecideError) -> String {
        try find(Institution.self, key: code)?.name.shortened ?? code
    }

    /// Refuses a need that is settled, and says who helped with it.
    func requireOpen(_ need: Need) throws(DecideError) {
        guard need.state != .open else { return }
        let help = try NeedHelp(need, in: self)
        let title = Phrase(fa: "نیاز \(need.code) (\(need.item))", en: "need \(need.code) (\(need.item))")
        let state = Refusal.wrongState(title, is: need.state.phrase, accepted: NeedState.open.phrase).phrase
        throw .refused(
            Refusal(
                .wrongState, field: "need",
                [state, help.sentence(besides: nil)].joined(fa: " ", en: " ")))
    }
}

extension Decision {
    /// Warns when a need has more pledges than it asks for, once one is added or grows.
    ///
    /// - Parameters:
    ///   - pledge: the one that the command is about, as it is to be; not yet in the registry.
    mutating func warnOfOverlap(_ pledge: Pledge, in registry: some Registry) throws(DecideError) {
        guard let need = try registry.find(Need.self, key: pledge.need) else { return }
        let help = try NeedHelp(need, in: registry)
        var promised = help.cover.pledged + pledge.quantity
        if let before = try registry.find(Pledge.self, key: pledge.code) {
            promised -= try registry.standing(of: before).promised
        }
        guard promised > need.quantity else { return }
        let others = help.others(than: pledge).map {
            Phrase(fa: "؛ دیگر کمک‌کنندگان: \($0)", en: "; who else helps: \($0)")
        }
        let own = help.own(besides: pledge)
        warn(
            Warning(
                .overlap,
                Phrase(
                    fa:
                        "نیاز \(need.code) \(need.quantity) \(need.unit) «\(need.item)» می‌خواهد و با این تعهد \(promised) تعهد شده است، \(promised - need.quantity) بیش از نیاز\(own)\(others)؛ مازاد را به کمبودی دیگر جابه‌جا کنید.",
                    en:
                        "The need \(need.code) asks for \(need.quantity) \(need.unit) of “\(need.item)”; with this pledge \(promised) are promised, \(promised - need.quantity) more than needed\(own)\(others). Move what is over to another gap."
                )))
    }
}

extension PledgeStanding {
    /// No more is dispatched than was promised, unless somebody answers for it.
    func checkDispatching(
        _ quantity: Int, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        let left = max(0, pledge.quantity - dispatched)
        guard quantity > left else { return }
        let what = try pledge.title(in: registry)
        let help = try registry.help(with: pledge)
        try decision.override(
            Refusal(
                .exceedsPledged, field: "quantity",
                Phrase(
                    fa:
                        "از \(what) \(dispatched) از \(pledge.quantity) ارسال شده و \(left) مانده است، نه \(quantity)؛ تا همان مقدار بنویسید، یا ناظر یا مدیر علت بنویسد.\(help)",
                    en:
                        "Of the \(what) \(dispatched) of \(pledge.quantity) were dispatched and \(left) are left, not \(quantity); write up to that, or have a supervisor or administrator give a reason.\(help)"
                )))
    }

    /// No less is promised than was dispatched, unless somebody answers for it.
    func checkShrinking(
        to quantity: Int, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guard quantity < dispatched else { return }
        let what = try pledge.title(in: registry)
        let help = try registry.help(with: pledge)
        try decision.override(
            Refusal(
                .exceedsPledged, field: "quantity",
                Phrase(
                    fa:
                        "از \(what) \(dispatched) ارسال شده است و کمتر از آن (\(quantity)) نمی‌شود؛ \(dispatched) یا بیشتر بنویسید، یا ناظر یا مدیر علت بنویسد.\(help)",
                    en:
                        "Of the \(what) \(dispatched) were dispatched, so it cannot be less (\(quantity)); write \(dispatched) or more, or have a supervisor or administrator give a reason.\(help)"
                )))
    }

    /// No more is delivered than was dispatched.
    func checkDelivering(_ quantity: Int, in registry: some Registry) throws(DecideError) {
        let left = max(0, dispatched - delivered)
        guard quantity > left else { return }
        let what = try pledge.title(in: registry)
        let help = try registry.help(with: pledge)
        throw .refused(
            Refusal(
                .exceedsDispatched, field: "quantity",
                Phrase(
                    fa:
                        "از \(what) \(dispatched) ارسال و \(delivered) تحویل شده است؛ تا \(left) تحویل پذیرفته است، نه \(quantity): نخست ارسال را ثبت کنید.\(help)",
                    en:
                        "Of the \(what) \(dispatched) were dispatched and \(delivered) delivered; up to \(left) more can be delivered, not \(quantity): record the dispatch first.\(help)"
                )))
    }

    /// What was sent of a pledge is no longer moved.
    func checkMoving(_ quantity: Int, in registry: some Registry) throws(DecideError) {
        guard quantity > undispatched else { return }
        let what = try pledge.title(in: registry)
        let help = try registry.help(with: pledge)
        throw .refused(
            Refusal(
                .exceedsPledged, field: "quantity",
                Phrase(
                    fa:
                        "از \(what) \(dispatched) از \(pledge.quantity) ارسال شده است و تا \(undispatched) را می‌توان جابه‌جا کرد، نه \(quantity).\(help)",
                    en:
                        "Of the \(what) \(dispatched) of \(pledge.quantity) were dispatched, so up to \(undispatched) can be moved, not \(quantity).\(help)"
                )))
    }
}

extension Registry {
    /// Who else helps with the need of a pledge and how much is left, as a sentence that follows another.
    fileprivate func help(with pledge: Pledge) throws(DecideError) -> Phrase? {
        guard let need = try find(Need.self, key: pledge.need) else { return nil }
        let sentence = try NeedHelp(need, in: self).sentence(besides: pledge)
        return Phrase(fa: " \(sentence)", en: " \(sentence)")
    }
}

extension SupportLine {
    /// What was delivered of a pledge was dispatched; undo and voiding hold to that too.
    ///
    /// - Throws: `exceeds-dispatched`.
    public func check(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        try check(beside: moving, with: self, in: registry)
    }

    /// - Throws: `exceeds-dispatched` for a dispatch of which something was delivered.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        try check(beside: moving.union([id]), with: nil, in: registry)
    }

    private func check(
        beside moving: Set<String>, with line: SupportLine?, in registry: some Registry
    ) throws(DecideError) {
        // A pledge that comes or goes as a whole does so with its lines.
        guard step != .confirmed, let pledge = try registry.find(Pledge.self, key: pledge),
            !moving.contains(pledge.id)
        else { return }
        let lines = try registry.supportLines(of: pledge.code).filter { $0.id != id && !moving.contains($0.id) }
        let standing = PledgeStanding(pledge, lines: lines + (line.map { [$0] } ?? []))
        guard standing.delivered > standing.dispatched else { return }
        let title = try pledge.title(in: registry)
        throw .refused(
            Refusal(
                .exceedsDispatched, field: "quantity",
                Phrase(
                    fa:
                        "از \(title) \(standing.delivered) تحویل می‌ماند ولی تنها \(standing.dispatched) ارسال؛ نخست تحویل را پس بگیرید.",
                    en:
                        "Of the \(title) \(standing.delivered) would stay delivered but only \(standing.dispatched) dispatched; take the delivery back first."
                )))
    }
}
