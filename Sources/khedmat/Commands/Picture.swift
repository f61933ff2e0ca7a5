import ArgumentParser
import Domain
import Exchange
import Persian

/// `khedmat picture spring.jpg`
struct Picture: Subcommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in a picture for stories · افزودن تصویر روایت",
        discussion: """
            A JPEG or PNG is scaled and kept in a folder beside the office's file, without place, time and camera. What is \
            printed is the code by which a story names it.
            تصویر بی محل و زمان و نام دوربین در پوشه کنار پرونده می‌ماند؛ شناسه‌ای که نوشته می‌شود در روایت می‌آید.
            """)

    @Argument(help: "A JPEG or PNG · تصویر")
    var file: String

    @OptionGroup var global: Global

    func run(_ invocation: Invocation) throws(Failure) {
        let session = try Session(invocation, whenMissing: .refused)
        try deciding { () throws(DecideError) in try StoryPictures.check(mayTake: session.staff) }
        if let reason = session.office.readOnlyReason { throw Failure(.failed, reason) }
        guard let folder = session.office.pictures else { return }
        let hash = try deciding { () throws(DecideError) in try StoryPictures.keep(file: file, in: folder) }
        let output = Output.standard
        output.write(hash + "\n")
        try output.flush()
    }
}
