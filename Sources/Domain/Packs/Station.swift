import Persian

extension Request {
    /// The machine that it was made on. A pack's code stands for that pack alone: what it did is told apart from what the
    /// office did by it.
    func station(of sender: Sender, in registry: some Registry) throws(DecideError) -> String {
        func isOfOtherPack(_ station: String) throws(DecideError) -> Bool {
            guard try registry.find(Pack.self, key: station) != nil else { return false }
            return try registry.carriedPack()?.code != station
        }
        guard let station else {
            return try isOfOtherPack(sender.station) ? "(\(sender.station))" : sender.station
        }
        guard try isOfOtherPack(station) else { return station }
        throw .refused(
            .unknown(
                "station", Phrase(fa: "ایستگاه", en: "station"), value: station,
                accepted: Phrase(
                    fa: "نام رایانه، که شماره هیچ بسته‌ای نباشد", en: "a machine's name that is no pack's code")))
    }

    /// A command from a pack is its account's, whoever brings it home.
    func packedEnvelope(
        by sender: Sender, at: Moment, id: String, in registry: some Registry
    ) throws(DecideError) -> Envelope {
        let own = Sender(account: sender.account, station: sender.station)
        let role = try own.standing(in: registry).role
        return Envelope(
            id: self.id ?? id, at: self.at ?? at, account: own.account, role: role, sender: sender.administrator,
            station: station ?? sender.station, version: version, reason: reason, batch: batch,
            batchName: batchName, packed: packed)
    }
}
