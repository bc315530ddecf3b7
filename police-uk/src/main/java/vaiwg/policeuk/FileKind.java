package vaiwg.policeuk;

/** The two kinds of file that are read, in the order in which a month's files are read: the crimes, then their outcomes. */
public enum FileKind {
    /** Crimes, a row each, as they stood when the release was published. */
    STREET("street", "Crime type"),
    /** Outcomes, a row for each time one was assigned. */
    OUTCOMES("outcomes", "Outcome type");

    private final String suffix;
    private final String labelColumn;

    FileKind(String suffix, String labelColumn) {
        this.suffix = suffix;
        this.labelColumn = labelColumn;
    }

    /** The last word of the file's name, for example {@code street} in {@code 2022-01-bedfordshire-street.csv}. */
    String suffix() {
        return suffix;
    }

    /** The column that says what kind of crime, or of outcome, a row is. */
    String labelColumn() {
        return labelColumn;
    }
}
