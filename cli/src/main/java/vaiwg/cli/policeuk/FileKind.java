package vaiwg.cli.policeuk;

/** The two kinds of file that are read, in the order in which a month's files are read: the crimes, then their outcomes. */
enum FileKind {
    STREET("street", "Crime type"),
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
