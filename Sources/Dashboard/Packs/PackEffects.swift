import Canvas
import Domain
import Persian
import Store

/// Brings a pack home.
private struct Unpack: PartEffect {
    func carryOut(in dashboard: Dashboard) { dashboard.modals.append(UnpackModal(dashboard)) }
}

/// Lets a command go that came back from a pack.
private struct Drop: PartEffect {
    let id: String

    func carryOut(in dashboard: Dashboard) {
        let id = id
        dashboard.writer.run(
            { (office, sender, clock) -> DecideError? in
                do throws(DecideError) {
                    try office.drop(id, by: sender, clock: clock)
                    return nil
                } catch {
                    return error
                }
            },
            then: { [weak dashboard] error in
                guard let dashboard else { return }
                dashboard.toast =
                    error.map { Toast(.alarm, $0.phrase) }
                    ?? Toast(.good, Phrase(fa: "کنار گذاشته شد", en: "Dropped"))
                dashboard.settle { () throws(DecideError) in try dashboard.refresh() }
            })
    }
}

extension Effect {
    static var unpack: Effect { .of(Unpack()) }
    static func drop(returned id: String) -> Effect { .of(Drop(id: id)) }
}
