import Canvas
import Domain
import Exchange
import Persian

/// What a screen or a modal asks of the shell. Values: what becomes of them is the shell's to know.
public indirect enum Effect: Hashable, Sendable {
    case quit
    /// Leave although something that was typed is kept nowhere.
    case quitLosing
    /// Leave to the shell of the system, to come back by `fg`.
    case suspend
    case redraw
    case switchLanguage
    case open(screen: String)
    /// So many screens further down the menu.
    case nextScreen(Int)
    /// Open a record's screen with that record in its list.
    case show(screen: String, key: String)
    /// Open the screen that shows a record, with the record selected; the ledger's entry when the record is gone.
    case record(RecordName, entry: String? = nil)
    case help
    case palette
    /// What a key of the screen does, by its binding's id.
    case perform(String)
    /// Show the colours of another theme.
    case theme(String)
    /// Write a copy of the file beside it.
    case backup
    /// Take back the last thing this person did, or do again the last that was taken back.
    case undo, redo
    /// The list of what can be taken back.
    case undoList
    /// Take something back, after a question where it is worth one.
    case takeBack(ActName)
    /// A form over the screen.
    case form(FormRequest)
    /// A question with a few answers over the screen.
    case ask(Question)
    /// Import a sheet; of the named sort, where the screen has one of its own.
    case importSheet(String?)
    /// What a part asks for that only the part can do.
    case part(AnyPartEffect)
    /// Leave this office for the invented province.
    case demo
    /// Send a command; a toast says what came of it.
    case send(Sending)
    /// Print something of the record of that key.
    case print(PrintKind, String)
    /// Close the topmost modal.
    case close
    case toast(Toast)
}

/// A command on its way: its JSON name, its fields, and the version of the record that was looked at.
public struct Sending: Hashable, Sendable {
    public var command: String
    public var fields: [JSON.Member]
    public var version: Int?
    public var reason: String?
    /// The command that came back from a pack and is sent once more.
    public var returned: ReturnedName?

    init(command: String, fields: [JSON.Member], returned: ReturnedName) {
        self.command = command
        self.fields = fields
        self.returned = returned
    }

    init(_ command: any Command.Type, _ fields: [JSON.Member], version: Int? = nil, reason: String? = nil) {
        self.command = command.name
        self.fields = fields
        self.version = version
        self.reason = reason
    }

    /// The request, or why its fields are refused before anything is read.
    func request() throws(Refusal) -> Request {
        var members = [JSON.Member("command", .string(command))] + fields
        if let version { members.append(.init("version", .integer(version))) }
        if let reason, !members.contains(where: { $0.name == "reason" }) {
            members.append(.init("reason", .string(reason)))
        }
        return try Request(.object(members))
    }
}

/// A command that came back from a pack: its id, and the ledger's last entry when it was looked at.
public struct ReturnedName: Hashable, Sendable {
    public var id: String
    public var seen: Int
}

/// A form to be opened: which command, what is fixed, and the record it is about.
public struct FormRequest: Hashable, Sendable {
    /// The command's JSON name.
    public var command: String
    /// Fields that are not asked for.
    public var fixed: [JSON.Member]
    /// What the fields hold at first, in a form about a new record.
    public var initial: [JSON.Member]
    /// The record that is amended: its kind's name and its key.
    public var record: RecordName?
    /// What stands above the form, before what it is about; the command's title when nil.
    public var title: Phrase?
    /// What fields are called here, where the command's own word says less: a setting's name beside its value.
    public var labels: [String: Phrase] = [:]
    /// The fields that are asked for, where the others are for other forms; all of the command when nil.
    public var only: Set<String>?
    /// The command that came back from a pack and is mended, and why it was refused.
    public var returned: ReturnedName?
    public var refusal: Refusal?

    /// What was sent and refused by a rule that a reason of this person sets aside.
    init?(overriding sending: Sending, _ refusal: Refusal) {
        guard refusal.canBeOverridden, let command = Commands.named(sending.command) else { return nil }
        self.init(command, fixed: sending.fields)
        self.refusal = refusal
    }

    init(
        _ command: any Command.Type, fixed: [JSON.Member] = [], initial: [JSON.Member] = [],
        record: RecordName? = nil, title: Phrase? = nil
    ) {
        self.command = command.name
        self.fixed = fixed
        self.initial = initial
        self.record = record
        self.title = title
    }
}

/// Something that was done, by the id of its ledger entry.
public struct ActName: Hashable, Sendable {
    public var entry: String
    /// All that stands of the entry's import, and not the entry alone.
    public var isWholeBatch = true
    /// That something was done after it and cannot be taken back, in words.
    public var passed: Phrase?
    /// It is asked about in any case: the key that did it is not the one for what was done last.
    var isAsked = false
    /// The question was answered already.
    public var isSure = false
}

/// A record by kind and key.
public struct RecordName: Hashable, Sendable {
    public var kind: String
    public var key: String

    init(_ kind: RecordKind, _ key: String) {
        self.kind = kind.name
        self.key = key
    }

    init(_ record: any Record) { self.init(type(of: record).kind, record.key) }
}

/// A question and its answers, the first of which is the safe one.
public struct Question: Hashable, Sendable {
    public struct Answer: Hashable, Sendable {
        public var phrase: Phrase
        public var effect: Effect?

        init(_ phrase: Phrase, _ effect: Effect? = nil) {
            self.phrase = phrase
            self.effect = effect
        }
    }
    public var title: Phrase
    public var text: Phrase
    public var answers: [Answer]
    /// Whether nothing is to be seen beside it: what stands below it says nothing yet.
    public var isAlone = false
    /// The answer that Enter gives at once: another than the first where that does no harm.
    public var focused = 0
}

/// A short notice above the footer, until the next key.
public struct Toast: Hashable, Sendable {
    public var severity: MessageSeverity
    public var phrase: Phrase
    /// Whether `u` takes back what it tells of.
    public var canBeUndone: Bool

    init(_ severity: MessageSeverity, _ phrase: Phrase, canBeUndone: Bool = false) {
        self.severity = severity
        self.phrase = phrase
        self.canBeUndone = canBeUndone
    }
}
