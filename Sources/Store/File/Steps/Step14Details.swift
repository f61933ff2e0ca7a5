extension Steps {
    /// What reports, camps, groups and needs hold more than they did at first.
    ///
    /// A neighbourhood camp was one day and no more. A table's CHECK cannot be altered; exchanging its text is what SQLite's
    /// documentation of ALTER TABLE advises where no row has to be written anew.
    static let details = """
        ALTER TABLE reports ADD COLUMN sisters INTEGER CHECK (sisters >= 0);
        ALTER TABLE reports ADD COLUMN brothers INTEGER CHECK (brothers >= 0);
        ALTER TABLE camps ADD COLUMN closedOn TEXT;
        ALTER TABLE groups ADD COLUMN atlasCode TEXT CHECK (atlasCode <> '');
        CREATE UNIQUE INDEX groupsByAtlasCode ON groups (atlasCode) WHERE atlasCode IS NOT NULL;
        CREATE INDEX needsByCongress ON needs (congress, state) WHERE congress IS NOT NULL;
        CREATE INDEX needsByCampaign ON needs (campaign, state) WHERE campaign IS NOT NULL;
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema
            SET sql = replace(sql, 'OR "to" = "from")', 'OR julianday("to") - julianday("from") <= 2)')
            WHERE type = 'table' AND name = 'camps';
        PRAGMA writable_schema = RESET;

        """
}
