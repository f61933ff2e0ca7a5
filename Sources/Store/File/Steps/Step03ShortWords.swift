extension Steps {
    /// Short words and the ledger are found by the trigram indexes too.
    ///
    /// A text ends with two line ends in the index, so that each of its letters begins a trigram: what begins with one or two
    /// letters is then found among the terms.
    static let shortWords = """
        DROP TABLE councilsSearch;
        CREATE VIEW councilsText (row, search) AS SELECT rowid, search || char(10, 10) FROM councils;
        CREATE VIRTUAL TABLE councilsSearch USING fts5
            (search, content='councilsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE councilsTerms USING fts5vocab (councilsSearch, instance);
        INSERT INTO councilsSearch (councilsSearch) VALUES ('rebuild');
        DROP TABLE basesSearch;
        CREATE VIEW basesText (row, search) AS SELECT rowid, search || char(10, 10) FROM bases;
        CREATE VIRTUAL TABLE basesSearch USING fts5
            (search, content='basesText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE basesTerms USING fts5vocab (basesSearch, instance);
        INSERT INTO basesSearch (basesSearch) VALUES ('rebuild');
        DROP TABLE peopleSearch;
        CREATE VIEW peopleText (row, search) AS SELECT rowid, search || char(10, 10) FROM people;
        CREATE VIRTUAL TABLE peopleSearch USING fts5
            (search, content='peopleText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE peopleTerms USING fts5vocab (peopleSearch, instance);
        INSERT INTO peopleSearch (peopleSearch) VALUES ('rebuild');
        DROP TABLE groupsSearch;
        CREATE VIEW groupsText (row, search) AS SELECT rowid, search || char(10, 10) FROM groups;
        CREATE VIRTUAL TABLE groupsSearch USING fts5
            (search, content='groupsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE groupsTerms USING fts5vocab (groupsSearch, instance);
        INSERT INTO groupsSearch (groupsSearch) VALUES ('rebuild');
        DROP TABLE staffSearch;
        CREATE VIEW staffText (row, search) AS SELECT rowid, search || char(10, 10) FROM staff;
        CREATE VIRTUAL TABLE staffSearch USING fts5
            (search, content='staffText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE staffTerms USING fts5vocab (staffSearch, instance);
        INSERT INTO staffSearch (staffSearch) VALUES ('rebuild');
        DROP TABLE campsSearch;
        CREATE VIEW campsText (row, search) AS SELECT rowid, search || char(10, 10) FROM camps;
        CREATE VIRTUAL TABLE campsSearch USING fts5
            (search, content='campsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE campsTerms USING fts5vocab (campsSearch, instance);
        INSERT INTO campsSearch (campsSearch) VALUES ('rebuild');
        DROP TABLE reportsSearch;
        CREATE VIEW reportsText (row, search) AS SELECT rowid, search || char(10, 10) FROM reports;
        CREATE VIRTUAL TABLE reportsSearch USING fts5
            (search, content='reportsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE reportsTerms USING fts5vocab (reportsSearch, instance);
        INSERT INTO reportsSearch (reportsSearch) VALUES ('rebuild');
        DROP TABLE needsSearch;
        CREATE VIEW needsText (row, search) AS SELECT rowid, search || char(10, 10) FROM needs;
        CREATE VIRTUAL TABLE needsSearch USING fts5
            (search, content='needsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE needsTerms USING fts5vocab (needsSearch, instance);
        INSERT INTO needsSearch (needsSearch) VALUES ('rebuild');
        DROP TABLE incidentsSearch;
        CREATE VIEW incidentsText (row, search) AS SELECT rowid, search || char(10, 10) FROM incidents;
        CREATE VIRTUAL TABLE incidentsSearch USING fts5
            (search, content='incidentsText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE incidentsTerms USING fts5vocab (incidentsSearch, instance);
        INSERT INTO incidentsSearch (incidentsSearch) VALUES ('rebuild');
        CREATE VIEW ledgerText (row, search) AS SELECT rowid, search || char(10, 10) FROM ledger;
        CREATE VIRTUAL TABLE ledgerSearch USING fts5
            (search, content='ledgerText', content_rowid='row', tokenize='trigram', columnsize=0);
        CREATE VIRTUAL TABLE ledgerTerms USING fts5vocab (ledgerSearch, instance);
        INSERT INTO ledgerSearch (ledgerSearch) VALUES ('rebuild');

        """
}
