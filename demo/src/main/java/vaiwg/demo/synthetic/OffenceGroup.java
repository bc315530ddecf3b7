package vaiwg.demo.synthetic;

import java.util.Locale;

/** The kinds of crime that the synthetic force records; each has its own volume, delays and outcomes. */
enum OffenceGroup {
    RAPE,
    OTHER_SEXUAL,
    STALKING,
    HARASSMENT,
    /** Offences outside the other groups that are marked as domestic abuse: assaults, threats, damage, coercive control. */
    DOMESTIC;

    private final String figures = name().toLowerCase(Locale.ROOT) + ".";

    boolean isSexual() {
        return this == RAPE || this == OTHER_SEXUAL;
    }

    /** What is assumed about it: a figure of its own, or else that of all. */
    double figure(String name) {
        double own = Figures.of(figures + name, Double.NaN);
        return Double.isNaN(own) ? Figures.of(name) : own;
    }

    Choice choice(String name) {
        return Figures.choice(Figures.hasChoice(figures + name) ? figures + name : name);
    }
}
