package vaiwg.board.chart;

import java.util.Locale;

/** Colours by what they mean: on a light screen, on a dark one and on paper. Shape and word say the same; colour is third. */
public enum Palette {
    PAPER("#ffffff", "#12171c", "#ffffff"),
    DESK("#e7eaed", "#0a0d10", "#ffffff"),
    INK("#14181d", "#e9edf0", "#000000"),
    QUIET("#48525b", "#b4bdc5", "#3c4349"),
    RULE("#c6ccd2", "#46515b", "#a9b0b7"),
    FAINT("#e3e7ea", "#28313a", "#dfe3e6"),
    BAND("#e9edf0", "#232c35", "#e9edf0"),
    SPARK_BAND("#dfe4e8", "#2c3742", "#dfe4e8"),
    AXIS("#7d868f", "#8a949e", "#6b747d"),
    LIMIT("#6b747d", "#98a2ab", "#59626b"),
    ACCENT("#12406f", "#8fbdf0", "#12406f"),
    CONCERN("#a34a00", "#ff9d4d", "#a34a00"),
    BETTER("#00609a", "#6fbdf2", "#00609a"),
    /** On a mark that is filled with one of the two above. */
    ON_MARK("#ffffff", "#10151a", "#ffffff"),
    PART2("#4a6d8c", "#94b8d6", "#4a6d8c"),
    PROVISIONAL("#f6f3ea", "#241f12", "#f6f3ea"),
    PROVISIONAL_LINE("#8a7a45", "#b9a76b", "#6f6236");

    private final String light;
    private final String dark;
    private final String paper;

    Palette(String light, String dark, String paper) {
        this.light = light;
        this.dark = dark;
        this.paper = paper;
    }

    public String light() {
        return light;
    }

    public String dark() {
        return dark;
    }

    public String paper() {
        return paper;
    }

    /** As a style sheet refers to it: {@code var(--spark-band)}. */
    public String reference() {
        return "var(" + variable() + ")";
    }

    /** Its custom property: {@code --spark-band}. */
    public String variable() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
