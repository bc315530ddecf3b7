package vaiwg.demo.synthetic;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/** Tells the cases of the synthetic force as those of another: under its name, at its units, of which each stands for an area. */
final class OfSite implements UnaryOperator<SimulatedCase> {
    private final String force;
    private final List<String> units;

    OfSite(String force, Sites sites) {
        this.force = force;
        this.units = sites.file(SiteFile.AREAS).rows().stream()
                .filter(row -> force.equals(row.get(Sites.FORCE)))
                .map(row -> row.get("unit"))
                .distinct()
                .toList();
    }

    @Override
    public SimulatedCase apply(SimulatedCase simulated) {
        for (SyntheticChange change : simulated.changes()) {
            SpecificRecord event = change.value();
            Saved.put(event, "force", force);
            Schema.Field unit = event.getSchema().getField("lpa");
            if (unit != null) {
                String area = Objects.toString(event.get(unit.pos()), null);
                event.put(
                        unit.pos(),
                        area == null || units.isEmpty()
                                ? null
                                : units.get(SyntheticPlaces.AREAS.indexOf(area) % units.size()));
            }
        }
        return simulated;
    }
}
