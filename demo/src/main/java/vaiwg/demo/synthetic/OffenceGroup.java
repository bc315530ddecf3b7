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

    /** What is assumed about it. */
    double figure(String name) {
        return Figures.of(figures + name);
    }

    Choice choice(String name) {
        return Figures.choice(figures + name);
    }
}
