package vaiwg.board.grafana;

import java.util.EnumSet;
import java.util.Set;

/**
 * Figures that have their names and not yet their source. A panel that needs one is left out, so that no board shows an empty panel;
 * what is struck from {@link #MISSING} appears with the next {@code vaiwg boards}.
 */
enum Awaited {
    /** {@code vaiwg_alarm_observed}, {@code _expected}, {@code _score}, {@code _threshold}: the daily alarm. */
    ALARM,
    /** {@code vaiwg_kpi_signal}, {@code vaiwg_kpi_limit} and the table {@code kpi_signal}. */
    SIGNALS;

    private static final Set<Awaited> MISSING = EnumSet.allOf(Awaited.class);

    boolean isThere() {
        return !MISSING.contains(this);
    }
}
