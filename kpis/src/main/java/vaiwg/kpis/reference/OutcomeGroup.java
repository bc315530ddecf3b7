package vaiwg.kpis.reference;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** In which an outcome type counts: {@code reference/outcomes.csv} has the types. */
public enum OutcomeGroup {
    CHARGED,
    CAUTION,
    OUT_OF_COURT,
    TO_BE_TOLD,
    REVIEWABLE;

    /**
     * The groups whose names are in a cell of the map.
     *
     * @throws IllegalArgumentException where one is unknown
     */
    static Set<OutcomeGroup> in(String names) {
        Set<OutcomeGroup> groups = EnumSet.noneOf(OutcomeGroup.class);
        for (String name : names.split(" ", -1)) {
            if (!name.isEmpty()) {
                groups.add(valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
        return groups;
    }
}
