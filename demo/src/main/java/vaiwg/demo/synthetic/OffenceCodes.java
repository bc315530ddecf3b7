package vaiwg.demo.synthetic;

/** Home Office classes of a crime, as the victim's sex and age decide them in sexual offences. */
final class OffenceCodes {
    /** A reported incident of rape that is neither confirmed nor found to be anything else. */
    static final String REPORTED_RAPE = "N100";

    /** Burglary and robbery of a partner or the family, outside the strategy's classes. */
    private static final String BURGLARY = "28E";

    private static final String ROBBERY = "34B";

    private static final double SEXUAL_ASSAULT = 0.55;
    private static final Choice<String> OTHER_SEXUAL_ADULT = Choice.of("88E", 0.55)
            .or("22A", 0.18)
            .or("88C", 0.17)
            .or("70", 0.05)
            .or("72", 0.03)
            .or("88D", 0.02);
    private static final Choice<String> OTHER_SEXUAL_TEEN = Choice.of("22B", 0.45)
            .or("88A", 0.25)
            .or("71", 0.10)
            .or("88E", 0.10)
            .or("23", 0.06)
            .or("73", 0.04);
    private static final Choice<String> OTHER_SEXUAL_CHILD =
            Choice.of("21", 0.75).or("88A", 0.15).or("23", 0.10);
    private static final Choice<String> HARASSMENT =
            Choice.of("8L", 0.52).or("8R", 0.40).or("8M", 0.08);
    private static final Choice<String> DOMESTIC = Choice.of("8N", 0.42)
            .or("105A", 0.33)
            .or("58B", 0.08)
            .or("8U", 0.07)
            .or("3B", 0.05)
            .or("5D", 0.02)
            .or(BURGLARY, 0.012)
            .or(ROBBERY, 0.008)
            .or("36", 0.009)
            .or("1", 0.001);

    private OffenceCodes() {}

    static String of(OffenceGroup group, Person victim, Draw draw) {
        return switch (group) {
            case RAPE -> rape(victim);
            case OTHER_SEXUAL -> draw.chance(SEXUAL_ASSAULT) ? sexualAssault(victim) : otherSexual(victim, draw);
            case STALKING -> "8Q";
            case HARASSMENT -> HARASSMENT.draw(draw);
            case DOMESTIC -> DOMESTIC.draw(draw);
        };
    }

    /** Whether the audit of the Victims' Code samples a class beside domestic abuse and hate crime (the paper 1.1.2). */
    static boolean isAuditedApart(String code) {
        return BURGLARY.equals(code) || ROBBERY.equals(code);
    }

    /** The class after a correction as facts emerge; mostly into a neighbouring one. */
    static String corrected(String code, OffenceGroup group, Person victim, Draw draw) {
        return switch (group) {
            case RAPE -> sexualAssault(victim);
            case OTHER_SEXUAL -> draw.chance(0.5) ? rape(victim) : sexualAssault(victim);
            case STALKING -> "8L";
            case HARASSMENT -> draw.chance(0.8) ? "8Q" : "8L";
            case DOMESTIC -> {
                if (draw.chance(0.15)) {
                    yield draw.chance(0.7) ? "8Q" : "8L";
                }
                yield code.equals("8N") ? "5D" : "8N";
            }
        };
    }

    private static String rape(Person victim) {
        if (victim.male()) {
            return victim.age() < 13 ? "19H" : victim.age() < 16 ? "19G" : "19F";
        }
        return victim.age() < 13 ? "19E" : victim.age() < 16 ? "19D" : "19C";
    }

    private static String sexualAssault(Person victim) {
        if (victim.male()) {
            return victim.age() < 13 ? "17B" : "17A";
        }
        return victim.age() < 13 ? "20B" : "20A";
    }

    private static String otherSexual(Person victim, Draw draw) {
        if (victim.age() < 13) {
            return OTHER_SEXUAL_CHILD.draw(draw);
        }
        return (victim.age() < 18 ? OTHER_SEXUAL_TEEN : OTHER_SEXUAL_ADULT).draw(draw);
    }
}
