import Glibc

extension TerminalSurface {
    /// What the person's environment says about the terminal.
    public struct Options: Sendable {
        /// The terminal's name in terminfo, from TERM.
        public var name: String
        /// False when NO_COLOR is set and not empty: attributes only.
        public var usesColor: Bool
        /// Whether clicks and the wheel are reported; selecting text with the mouse then needs Shift.
        public var usesMouse: Bool
        /// Who orders right-to-left lines, in the person's word.
        public var bidi: BidiChoice
        /// What the environment says of the terminal, by the variables' names.
        public var variables: [String: String]
        /// How lines are written in a terminal that does not tell, as the person answered in an earlier run.
        public var answered: Writing?
        /// Descriptors of the terminal.
        public var input: Int32
        public var output: Int32

        public init(
            name: String = Options.variable("TERM"), usesColor: Bool = Options.variable("NO_COLOR").isEmpty,
            usesMouse: Bool = false, bidi: BidiChoice = .auto, variables: [String: String] = Options.variables(),
            answered: Writing? = nil, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
        ) {
            self.name = name
            self.bidi = bidi
            self.variables = variables
            self.answered = answered
            self.usesColor = usesColor
            self.usesMouse = usesMouse
            self.input = input
            self.output = output
        }

        /// Those variables of the environment that terminals set.
        public static func variables() -> [String: String] {
            Dictionary(uniqueKeysWithValues: Detection.names.map { ($0, variable($0)) })
        }

        /// A variable of the environment, empty when it is not set.
        public static func variable(_ name: String) -> String {
            getenv(name).map { String(cString: $0) } ?? ""
        }
    }
}
