package vaiwg.kpis.catalogue;

import java.util.List;
import vaiwg.kpis.cases.Characteristic;

/** By what groups of victims are compared; of how many it must be known, the view {@code kpi_known_every} says. */
public final class ComparedGroups {
    /** Their identifiers are the keys of slices. */
    public static final List<Characteristic> BY =
            List.of(Characteristic.SEX, Characteristic.AGE, Characteristic.ETHNICITY, Characteristic.DISABILITY);

    private ComparedGroups() {}
}
