extension Steps {
    /// The board tells when a need is raised and names camps by their codes, from its one index.
    static let liveBoard = """
        DROP INDEX campsByState;
        CREATE INDEX campsByState ON camps (
            state, "from", "to", reports, lastDay, alarms, headcount, present, province, openNeeds, code);

        """
}
