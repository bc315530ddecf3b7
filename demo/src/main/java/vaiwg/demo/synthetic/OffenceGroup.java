package vaiwg.demo.synthetic;

/** The kinds of crime that the synthetic force records; each has its own volume, delays and outcomes. */
enum OffenceGroup {
    RAPE,
    OTHER_SEXUAL,
    STALKING,
    HARASSMENT,
    /** Offences outside the other groups that are marked as domestic abuse: assaults, threats, damage, coercive control. */
    DOMESTIC
}
