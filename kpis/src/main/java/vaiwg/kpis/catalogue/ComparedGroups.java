package vaiwg.kpis.catalogue;

import java.util.List;
import vaiwg.kpis.cases.Characteristic;

/** By what groups of victims are compared, and of how many it must be known: the rule of the view {@code kpi_known_every}. */
public final class ComparedGroups {
    /** Their identifiers are the keys of slices. */
    public static final List<Characteristic> BY =
            List.of(Characteristic.SEX, Characteristic.AGE, Characteristic.ETHNICITY, Characteristic.DISABILITY);

    /** Of which share of the crimes that were recorded in the theme in the year it must be known: else a difference may be one between those who were asked and those who were not. */
    public static final double LEAST_KNOWN = 0.8;

    private ComparedGroups() {}
}
