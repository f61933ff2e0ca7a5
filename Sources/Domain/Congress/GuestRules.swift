import Persian

extension Guest {
    /// Refuses as `wrong-state` unless the invitation is in one of these states.
    func require(_ states: [GuestState]) throws(DecideError) {
        if states.contains(state) { return }
        throw .refused(.wrongState(named, is: state.phrase, accepted: states.map(\.phrase).alternatives()))
    }

    /// "guest G-001 (رضا حسینی)"
    var named: Phrase { Phrase(fa: "\(label.fa) («\(name)»)", en: "\(label.en) (“\(name)”)") }

    /// What the doors saw is never taken out.
    public func checkVoid(in registry: some Registry) throws(DecideError) {
        if scans.isEmpty { return }
        throw .refused(
            Refusal(
                .wrongState, field: "code",
                Phrase(
                    fa:
                        "\(named.fa) از در گذشته است و باطل کردن رکورد او ورودش را پاک می‌کند؛ دعوت را باطل کنید (guest.revoke).",
                    en:
                        "The \(named.en) was checked in, and voiding the record would take that out; revoke the invitation instead (guest.revoke)."
                )))
    }

    /// A revoked invitation opens no door, even if it did before. What a door without a network saw before it was
    /// revoked happened all the same.
    func checkNotRevoked(at moment: Moment, _ envelope: Envelope) throws(DecideError) {
        guard state == .revoked else { return }
        if envelope.packed != nil, let revokedAt, moment < revokedAt { return }
        let when = revokedAt ?? moment
        let reason = revokedFor.map { " («\($0)»)" } ?? ""
        let why = revokedFor.map { " (“\($0)”)" } ?? ""
        throw .refused(
            Refusal(
                .revoked, field: "code",
                Phrase(
                    fa:
                        "دعوت \(named.fa) در \(when.display(.persian)) باطل شده است\(reason)؛ با این کد کسی وارد نمی‌شود: مهمان را به میز تشریفات راهنمایی کنید.",
                    en:
                        "The invitation of the \(named.en) was revoked on \(when.display(.english))\(why); nobody enters with this code: show the guest to the protocol desk."
                )))
    }

    /// Whoever has not said yes is let in by a supervisor or administrator alone.
    func checkExpected(_ decision: inout Decision) throws(DecideError) {
        // Of a revoked one that a pack brings, the door knew more than the office does now.
        if state.isExpected || state == .revoked { return }
        try decision.override(
            Refusal(
                .notAccepted, field: "code",
                Phrase(
                    fa:
                        "دعوت \(named.fa) «\(state.phrase.fa)» است و پذیرفته نشده؛ نخست پاسخ را ثبت کنید (guest.answer)، یا ناظر یا مدیر علت بنویسد (reason).",
                    en:
                        "The invitation of the \(named.en) is \(state.phrase.en), not accepted; record the answer first (guest.answer), or have a supervisor or administrator give a reason."
                )))
    }

    /// No more people inside than the largest hall has seats.
    ///
    /// - Parameter more: how many seats are taken now beside those that were taken.
    func checkRoom(for more: Int, _ decision: inout Decision, in registry: some Registry) throws(DecideError) {
        guard more > 0, let hall = try registry.largestHall(ofCongress: congress) else { return }
        let inside = try registry.seatsInside(ofCongress: congress)
        guard inside + more > hall.seats else { return }
        let free = max(0, hall.seats - inside)
        try decision.override(
            Refusal(
                .capacity, field: "companions",
                Phrase(
                    fa:
                        "بزرگ‌ترین سالن (\(hall.name)) \(persianDigits(hall.seats)) صندلی دارد و \(persianDigits(inside)) نفر درون‌اند؛ \(persianDigits(free)) جا مانده است و \(persianDigits(more)) جا لازم است: با همراه کمتر بفرستید، یا ناظر یا مدیر علت بنویسد (reason).",
                    en:
                        "The largest hall (\(hall.name)) has \(hall.seats) seats and \(inside) people are inside; \(free) seats are left and \(more) are needed: send fewer companions, or have a supervisor or administrator give a reason."
                )))
    }

    /// More companions than were invited.
    func warnOfCompanions(_ companions: Int, _ decision: inout Decision) {
        guard companions > self.companions else { return }
        decision.warn(
            Warning(
                .capacity,
                Phrase(
                    fa:
                        "\(named.fa) با \(persianDigits(self.companions)) همراه دعوت شده است، ولی \(persianDigits(companions)) همراه دارد.",
                    en: "The \(named.en) is invited with \(self.companions) companions, but \(companions) have come.")))
    }
}
