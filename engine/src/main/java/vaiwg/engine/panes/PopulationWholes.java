package vaiwg.engine.panes;

import vaiwg.kpis.catalogue.Column;
import vaiwg.kpis.reference.Denominators;

/** The numbers of a force's people by which its rates are divided; a row of a policing area is divided by those of that area. */
final class PopulationWholes {
    private final Denominators denominators;
    private final String force;

    PopulationWholes(Denominators denominators, String force) {
        this.denominators = denominators;
        this.force = force;
    }

    /** As on a day; 0 where nobody has told. */
    int of(Column column, int row, int day) {
        String lpa = column.rows().dimensions(row).getOrDefault("lpa", Denominators.WHOLE_FORCE);
        return denominators.on(day, force, column.measure().population().orElseThrow(), lpa);
    }
}
