import Persian

extension Supply {
    /// Raises a need when the stock is at or below the level and has not been since it was above it.
    ///
    /// - Returns: the need's code; nil when none was raised.
    static func reorder(
        _ supply: inout Supply, at point: ServicePoint, in registry: some Registry
    ) throws(DecideError) -> Need? {
        guard supply.isLow, let level = supply.reorderLevel else {
            supply.reordered = false
            return nil
        }
        let quantity = 2 * level - supply.stock
        guard !supply.reordered, quantity > 0, ServicePoint.current.contains(point.state) else { return nil }
        supply.reordered = true
        var need = Need(code: "", item: supply.item, quantity: quantity, unit: supply.unit, urgency: .normal)
        need.point = point.code
        need.code = try registry.nextCode(for: Need.self)
        return need
    }

    /// Stock never goes below zero.
    func check(taking quantity: Int) throws(DecideError) {
        guard quantity > stock else { return }
        let left =
            stock > 0
            ? Phrase(
                fa:
                    "تنها \(persianDigits(stock)) \(unit) مانده است، نه \(persianDigits(quantity))؛ تا همان مقدار پذیرفته است، یا اگر بیشتر شمرده‌اید شمارش را ثبت کنید",
                en:
                    "only \(stock) \(unit) are left, not \(quantity); accepted: up to that, or record a count if you counted more"
            )
            : Phrase(
                fa: "چیزی نمانده است؛ نخست رسیدن آن را ثبت کنید، یا اگر شمرده‌اید شمارش را",
                en: "nothing is left; record its arrival first, or a count if you counted some")
        throw .refused(
            Refusal(
                .insufficientStock, field: "quantity",
                Phrase(
                    fa: "از «\(item)» در نقطه \(point) \(left).",
                    en: "Of “\(item)” at the point \(point) \(left).")))
    }
}

extension Registry {
    /// The stock of an item at a point, however it is spelt; nil when there was never any.
    func supply(_ item: String, at point: String) throws(DecideError) -> Supply? {
        try find(Supply.self, key: Supply.key(point, item))
    }

    func existingSupply(_ item: String, at point: String) throws(DecideError) -> Supply {
        if let supply = try supply(item, at: point) { return supply }
        throw .refused(
            Refusal(
                .notFound, field: "item",
                Phrase(
                    fa:
                        "نقطه \(point) قلمی به نام «\(item.excerpt)» ندارد؛ نخست رسیدن آن را ثبت کنید.",
                    en: "The point \(point) has no item “\(item.excerpt)”; record its arrival first."))
        )
    }
}
