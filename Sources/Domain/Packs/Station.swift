import Persian

extension Request {
    /// The machine that it was made on. A pack's code stands for that pack alone: what it did is told apart from what the
    /// office did by it.
    func station(of sender: Sender, in registry: some Registry) throws(DecideError) -> String {
        func isOfOtherPack(_ station: String) throws(DecideError) -> Bool {
            guard try registry.isRemote(station) else { return false }
            return try registry.authority()?.station != station
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
}

extension Registry {
    /// In a pack all that is sent is held to it.
    ///
    /// - Throws: what the store reports.
    public func authority() throws(DecideError) -> (any Authority)? { try carriedPack() }

    /// Packs work on their own; a pack's code is its station.
    ///
    /// - Throws: what the store reports.
    public func isRemote(_ station: String) throws(DecideError) -> Bool {
        try find(Pack.self, key: station) != nil
    }
}
