import Persian

extension Guest {
    /// Refuses a code that would be read as the serial of a certificate.
    static func check(code: String?) throws(DecideError) {
        guard let code, CertificateSerial.isPrinted(code) else { return }
        throw .refused(
            .unknown(
                "code", GuestFields.code.phrase, value: code,
                accepted: Phrase(
                    fa: "کدی که به شماره گواهی نماند، مانند \(series.code(1))",
                    en: "a code that does not look like a certificate's serial, such as \(series.code(1))")))
    }

    /// "guest G-001 (رضا حسینی)"
    public var staged: Phrase { named }
    var named: Phrase { Phrase(fa: "\(label) («\(name)»)", en: "\(label) (“\(name)”)") }

    /// What the doors saw is never taken out.
    ///
    /// - Throws: `wrong-state`.
    public func checkVoid(beside moving: Set<String>, in registry: some Registry) throws(DecideError) {
        if scans.isEmpty { return }
        throw .refused(
            Refusal(
                .wrongState, field: "code",
                Phrase(
                    fa:
                        "\(named) از در گذشته است و باطل کردن رکورد او ورودش را پاک می‌کند؛ دعوت را باطل کنید.",
                    en:
                        "The \(named) was checked in, and voiding the record would take that out; revoke the invitation instead."
                )))
    }

    /// A revoked invitation opens no door, even if it did before. What a door without a network saw before it was
    /// revoked happened all the same.
    func checkNotRevoked(at moment: Moment, _ envelope: Envelope) throws(DecideError) {
        guard state == .revoked else { return }
        if envelope.origin != nil, let revokedAt, moment < revokedAt { return }
        let when = revokedAt ?? moment
        let reason = revokedFor.map { " («\($0)»)" } ?? ""
        let why = revokedFor.map { " (“\($0)”)" } ?? ""
        throw .refused(
            Refusal(
                .revoked, field: "code",
                Phrase(
                    fa:
                        "دعوت \(named) در \(when.display(.persian)) باطل شده است\(reason)؛ با این کد کسی وارد نمی‌شود: مهمان را به میز تشریفات راهنمایی کنید.",
                    en:
                        "The invitation of the \(named) was revoked on \(when.display(.english))\(why); nobody enters with this code: show the guest to the protocol desk."
                )))
    }

    /// Whoever has not said yes is let in by a supervisor or administrator alone.
    func checkExpected(_ decision: inout Decision) throws(DecideError) {
        // Of a revoked one that a pack brings, the door knew more than the office does now.
        if state.isExpected || state == .revoked { return }
        // Only to what was sent there is an answer.
        let first =
            state == .draft
            ? Phrase(fa: "نخست دعوت را بفرستید و پاسخ را ثبت کنید", en: "send it and record the answer first")
            : Phrase(fa: "نخست پاسخ را ثبت کنید", en: "record the answer first")
        try decision.override(
            Refusal(
                .notAccepted, field: "code",
                Phrase(
                    fa:
                        "دعوت \(named) «\(state.phrase)» است و پذیرفته نشده؛ \(first)، یا ناظر یا مدیر علت بنویسد.",
                    en:
                        "The invitation of the \(named) is \(state.phrase), not accepted; \(first), or have a supervisor or administrator give a reason."
                )))
    }

    /// No more people inside than the largest hall has seats.
    ///
    /// - Parameter more: how many seats are taken now beside those that were taken.
    func checkRoom(
        for more: Int, on day: Day, _ decision: inout Decision, in registry: some Registry
    ) throws(DecideError) {
        guard more > 0, let hall = try registry.largestHall(ofCongress: congress) else { return }
        let inside = try registry.seatsInside(ofCongress: congress, on: day)
        guard inside + more > hall.seats else { return }
        let free = max(0, hall.seats - inside)
        let fewer =
            free > 0
            ? Phrase(
                fa: "با همراه کمتر (تا \(persianDigits(free - 1)) همراه) بفرستید، یا",
                en: "send at most \(free - 1, "companion"), or")
            : Phrase(fa: "صبر کنید تا کسی خارج شود، یا", en: "wait until somebody leaves, or")
        try decision.override(
            Refusal(
                .capacity, field: "companions",
                Phrase(
                    fa:
                        "بزرگ‌ترین سالن (\(hall.name)) \(persianDigits(hall.seats)) صندلی دارد و \(persianDigits(inside)) نفر درون‌اند؛ \(persianDigits(free)) جا مانده است و \(persianDigits(more)) جا لازم است: \(fewer) ناظر یا مدیر علت بنویسد.",
                    en:
                        "The largest hall (\(hall.name)) has \(hall.seats, "seat"), \(inside) taken; \(free) left and \(more) needed: \(fewer) have a supervisor or administrator give a reason."
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
                        "\(named) با \(persianDigits(self.companions)) همراه دعوت شده است، ولی \(persianDigits(companions)) همراه دارد.",
                    en:
                        "The \(named) is invited with \(self.companions, "companion"), but \(companions) came.")))
    }
}

extension Registry {
    /// The guest whom a code invites.
    ///
    /// - Throws: `unknown-value` for the serial of a certificate, which is nobody's invitation; `not-found`.
    func invitedGuest(_ code: String) throws(DecideError) -> Guest {
        if let guest = try find(Guest.self, key: code) { return guest }
        guard CertificateSerial.isPrinted(code) else { return try existing(Guest.self, code) }
        let (told, example) = (try told(ofSerial: code), Guest.series.code(1))
        throw .refused(
            Refusal(
                .unknownValue, field: "code",
                Phrase(
                    fa: "\(told)، نه دعوت‌نامه؛ کد روی دعوت‌نامه را بخوانید، مانند \(example).",
                    en: "\(told), and no invitation; read the code on the invitation, such as \(example).")))
    }

    /// "G-0000133 is the certificate of Ali Karimi for RK-1401"
    private func told(ofSerial text: String) throws(DecideError) -> Phrase {
        guard let serial = CertificateSerial(parsing: text),
            let certificate = try find(Certificate.self, key: serial.text)
        else {
            return Phrase(
                fa: "\(text) به شماره گواهی دوره می‌ماند", en: "\(text) looks like a certificate's serial")
        }
        let name = try fullName(ofPerson: certificate.person)
        return Phrase(
            fa: "\(serial.text) گواهی دوره \(certificate.course) به نام «\(name)» است",
            en: "\(serial.text) is the certificate of “\(name)” for the course \(certificate.course)")
    }
}
