package vaiwg.demo.synthetic;

import java.util.Collection;
import java.util.Set;
import vaiwg.schemas.Slugged;

/**
 * The themes of the strategy as the truth counts them. Written down a second time on purpose: the truth shares no code with the
 * catalogue that it checks.
 */
enum SyntheticTheme implements Slugged {
    RAPE,
    OTHER_SEXUAL,
    STALKING_HARASSMENT,
    DOMESTIC_ABUSE,
    /** Distinct crimes in any of the others. */
    VAIWG;

    private static final Set<String> RAPE_CODES =
            Set.of("19A", "19B", "19C", "19D", "19E", "19F", "19G", "19H", "19J", "19K");
    private static final Set<String> OTHER_SEXUAL_CODES = Set.of(
            "17A", "17B", "20A", "20B", "21", "22A", "22B", "23", "70", "71", "72", "73", "88A", "88C", "88D", "88E");
    private static final Set<String> STALKING_HARASSMENT_CODES = Set.of("8L", "8M", "8Q", "8R");

    boolean holds(String offenceCode, Collection<String> flags) {
        return switch (this) {
            case RAPE -> RAPE_CODES.contains(offenceCode);
            case OTHER_SEXUAL -> OTHER_SEXUAL_CODES.contains(offenceCode);
            case STALKING_HARASSMENT -> STALKING_HARASSMENT_CODES.contains(offenceCode);
            case DOMESTIC_ABUSE -> flags.contains("DOMESTIC_ABUSE");
            case VAIWG ->
                RAPE.holds(offenceCode, flags)
                        || OTHER_SEXUAL.holds(offenceCode, flags)
                        || STALKING_HARASSMENT.holds(offenceCode, flags)
                        || DOMESTIC_ABUSE.holds(offenceCode, flags);
        };
    }
}
