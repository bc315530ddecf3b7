package vaiwg.grafana;

/** The dictionary, one click from every panel, and how signals are judged. */
final class DefinitionsDashboard {
    private DefinitionsDashboard() {}

    static Dashboard dashboard() {
        return new Dashboard("definitions", "VAIWG: definitions", "What does each figure count?", "now-7d")
                .add(table("Figures, and what they count", "kpi IN (${kpi:sqlstring})", 20, PanelSource.PUBLISHED))
                .add(SignalMethod.panel())
                .add(bases());
    }

    private static Panel bases() {
        String query = """
            SELECT * FROM (VALUES
              ('recorded', 'Crimes by the day on which they were recorded, as known now.'),
              ('settled_90d', 'Crimes by the day of recording, each with the same 90 days to reach an outcome; those that have not had them yet are left out. Revised when a crime is corrected.'),
              ('matured_90d', 'Likewise, frozen as it was known when the 90 days were over. Charts with limits use it: it never moves.'),
              ('assigned', 'Outcomes by the day on which they were assigned.'),
              ('to_date', 'Whatever outcome crimes have so far; recent ones have had less time. Only to reproduce reported tables.'),
              ('stock', 'What is open, or has been reached, at a midnight.'),
              ('incidence_90d', 'An estimate from the last weeks'' events, provisional, with an interval.')) basis("Basis", "Which cases, and as of when")\
            """;
        PanelReading reading = new PanelReading(
                "Every figure names its basis: which day a case belongs to, and as of when it is judged.",
                "a line a basis",
                "none",
                "named in the table",
                "none");
        return PanelKinds.table("Bases", reading, PanelSource.PUBLISHED, 24, 10)
                .sql(query, "table")
                .field("Basis", "custom.width", 140)
                .field("Which cases, and as of when", "custom.wrapText", true);
    }

    /** The entries of the dictionary that meet a condition. */
    static Panel table(String title, String condition, int rows, PanelSource source) {
        PanelReading reading = new PanelReading(
                "The dictionary of measures as the job wrote it when it started.",
                "a line a figure",
                "named in the table",
                "named with each figure on its board",
                "none");
        return PanelKinds.table(title, reading, source, 24, Math.max(6, rows + 2))
                .sql(
                        "SELECT title AS \"Figure\", definition AS \"Counts\", unit AS \"Unit\", CASE direction WHEN"
                                + " 'none' THEN 'no direction' ELSE 'goes ' || direction END AS \"Better direction\", caveats"
                                + " AS \"Caveats\", owner AS \"Owner\", section AS \"Section of the paper\", kpi AS"
                                + " \"Name\", definition_hash AS \"Definition\""
                                + " FROM"
                                + " vaiwg.kpi_measure"
                                + " WHERE"
                                + " " + condition + " ORDER BY priority, title",
                        "table")
                .field("Figure", "custom.width", 220, "custom.wrapText", true)
                .field("Counts", "custom.width", 390, "custom.wrapText", true)
                .field("Caveats", "custom.width", 200, "custom.wrapText", true)
                .field("Owner", "custom.width", 140, "custom.wrapText", true)
                .field("Unit", "custom.width", 105, "custom.wrapText", true)
                .field("Better direction", "custom.width", 100)
                .field("Section of the paper", "custom.width", 75)
                .field("Name", "custom.width", 205)
                .field("Definition", "custom.width", 120);
    }
}
