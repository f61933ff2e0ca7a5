import Persian

extension Staff {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let name = name == account ? account : "\(name) (\(account))"
        return Phrase(fa: "کاربر \(name)", en: "account of \(name)")
    }
}

extension Setting {
    /// - Throws: nothing.
    public func title(in registry: some Registry) throws(DecideError) -> Phrase {
        let phrase = SettingDefinition.named(name)?.phrase ?? Phrase(fa: name, en: name)
        return Phrase(fa: "تنظیم \(phrase)", en: "setting \(phrase)")
    }
}
