package vaiwg.statistics.signals.alarm;

import java.util.Locale;
import vaiwg.kpis.catalogue.DimensionKey;
import vaiwg.kpis.reference.Theme;

/**
 * The cases that one daily alarm watches, in the order of their level: the whole scope first. Six strata and two sets of outcomes
 * make the twelve series that the budget of false alarms allows.
 */
public enum Stratum {
    VAIWG(null),
    RAPE(Theme.RAPE),
    OTHER_SEXUAL(Theme.OTHER_SEXUAL),
    STALKING_HARASSMENT(Theme.STALKING_HARASSMENT),
    DOMESTIC_ABUSE(Theme.DOMESTIC_ABUSE),
    STALKING(Theme.STALKING);

    /** The theme of its cases; none for the whole scope. */
    private final Theme theme;

    Stratum(Theme theme) {
        this.theme = theme;
    }

    /** The value of the label {@code theme}. */
    public String slug() {
        return theme == null ? "vaiwg" : theme.slug();
    }

    /** The theme of the block charts that tell of its records; empty for the whole scope. */
    String theme() {
        return theme == null ? "" : theme.slug();
    }

    public String words() {
        return theme == null ? "all offences of the strategy" : theme.title().toLowerCase(Locale.ROOT);
    }

    /** Whether a case with a dimension key belongs to it. */
    boolean holds(long dimensionKey) {
        return theme == null ? DimensionKey.isInScope(dimensionKey) : DimensionKey.isIn(dimensionKey, theme);
    }

    /** Whether it is part of another, or holds it. */
    boolean isRelatedTo(Stratum other) {
        return contains(other) || other.contains(this);
    }

    /** Whether every case of another stratum is also one of this. */
    public boolean contains(Stratum other) {
        return this == other || this == VAIWG || this == STALKING_HARASSMENT && other == STALKING;
    }
}
