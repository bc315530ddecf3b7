package vaiwg.board.figures;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the job says of a figure at a midnight.
 *
 * @param state act, watch, no_change, improving, too_few or not_charted
 * @param target meets, short or none
 * @param since the day since which it differs; empty where nothing is to be said
 * @param what without numbers; empty where nothing is to be said
 * @param figures the numbers of it; empty where there are none
 * @param suppressed whether the numbers are of too few
 */
public record PublishedVerdict(
        String state, String target, Optional<LocalDate> since, String what, String figures, boolean suppressed) {}
