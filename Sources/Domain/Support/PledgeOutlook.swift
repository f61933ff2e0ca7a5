import Persian

/// How a pledge stands on a day, in one word: what lists, pages and letters say of it.
///
///     standing.outlook(for: need, on: today, silentAfter: 14)  // .late(days: 4)
public enum PledgeOutlook: Hashable, Sendable {
    case withdrawn, moved
    /// Its day is past by so many days.
    case late(days: Int)
    case inDoubt, silent, kept
    /// Still to come, and nothing is wrong with it.
    case standing

    public var phrase: Phrase {
        switch self {
        case .withdrawn: PledgeState.withdrawn.phrase
        case .moved: PledgeState.moved.phrase
        case .late(let days): Phrase(fa: "\(persianDigits(days)) روز دیرکرده", en: "\(days, "day") late")
        case .inDoubt: Phrase(fa: "مورد تردید", en: "in doubt")
        case .silent: Phrase(fa: "بی‌خبر", en: "silent")
        case .kept: Phrase(fa: "انجام‌شده", en: "kept")
        case .standing: PledgeState.pledged.phrase
        }
    }
}

extension PledgeStanding {
    /// The worst that is to be said of it.
    ///
    /// - Parameter days: after how many days without a word it is silent.
    public func outlook(for need: Need, on today: Day, silentAfter days: Int) -> PledgeOutlook {
        switch pledge.state {
        case .withdrawn: return .withdrawn
        case .moved: return .moved
        case .pledged: break
        }
        let late = daysLate(for: need, on: today)
        if late > 0 { return .late(days: late) }
        if isInDoubt { return .inDoubt }
        if isSilent(for: need, on: today, after: days) { return .silent }
        return isKept ? .kept : .standing
    }
}
