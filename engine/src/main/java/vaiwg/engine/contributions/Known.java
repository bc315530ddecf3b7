package vaiwg.engine.contributions;

import java.util.List;

/**
 * What a subject contributes as known at an instant.
 *
 * @param own the contributions of its record
 * @param steps its steps that have contributions of their own
 */
record Known(List<Contribution> own, Steps steps) {
    static final Known NOTHING = Known.of(List.of());

    static Known of(List<Contribution> contributions) {
        return new Known(contributions, Steps.NONE);
    }
}
