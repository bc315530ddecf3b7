package vaiwg.demo.synthetic;

/** Home Office classes of a crime, as the victim's sex and age decide them in sexual offences. */
final class OffenceCodes {
    /** A reported incident of rape that is neither confirmed nor found to be anything else. */
    static final String REPORTED_RAPE = "N100";

    /** Burglary and robbery of a partner or the family, outside the strategy's classes. */
    private static final String BURGLARY = "28E";

    private static final String ROBBERY = "34B";

    private OffenceCodes() {}

    static String of(OffenceGroup group, Person victim, Draw draw) {
        return switch (group) {
            case RAPE -> rape(victim);
            case OTHER_SEXUAL ->
                draw.chance(Figures.of("sexual_assault")) ? sexualAssault(victim) : otherSexual(victim, draw);
            case STALKING -> "8Q";
            case HARASSMENT -> Figures.choice("codes.harassment").draw(draw);
            case DOMESTIC -> Figures.choice("codes.domestic").draw(draw);
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
            return Figures.choice("codes.other_sexual_child").draw(draw);
        }
        return Figures.choice(victim.age() < 18 ? "codes.other_sexual_teen" : "codes.other_sexual_adult")
                .draw(draw);
    }
}
