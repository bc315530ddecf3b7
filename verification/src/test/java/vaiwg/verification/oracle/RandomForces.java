package vaiwg.verification.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/** In which policing areas the units of random forces lie: the names are those of West Midlands, and one force in four has them elsewhere. */
public final class RandomForces {
    public static final String AREAS = "areas.csv";
    private static final int ELSEWHERE = 4;

    private RandomForces() {}

    /** The reference file of the areas of forces with these numbers. */
    public static String areas(Collection<Integer> forces) {
        ReferenceFile shipped = Sites.shipped().file(SiteFile.AREAS);
        List<String> areas = shipped.rows().stream().map(row -> row.get("lpa")).toList();
        StringBuilder text = new StringBuilder("force,unit,lpa,valid_from,valid_to\n");
        shipped.rows()
                .forEach(row ->
                        text.append("%s,%s,%s,,\n".formatted(row.get(Sites.FORCE), row.get("unit"), row.get("lpa"))));
        for (int force : forces) {
            for (int i = 0; i < areas.size(); i++) {
                int place = force % ELSEWHERE == 0 ? (i + 1) % areas.size() : i;
                text.append("force-%03d,%s,%s,,\n"
                        .formatted(force, shipped.rows().get(i).get("unit"), areas.get(place)));
            }
        }
        return text.toString();
    }

    /** The shipped measures over such a file, and others of a run where they are there. */
    public static Catalogue catalogue(String areas, Optional<String> people, Optional<String> deprivation) {
        CodeMaps maps = CodeMaps.of(name -> switch (name) {
            case AREAS -> ReferenceFile.of(name, areas);
            case "denominators.csv" ->
                people.map(text -> ReferenceFile.of(name, text))
                        .orElseGet(() -> CodeMaps.files(Sites.shipped()).apply(name));
            case "deprivation.csv" ->
                deprivation
                        .map(text -> ReferenceFile.of(name, text))
                        .orElseGet(() -> CodeMaps.files(Sites.shipped()).apply(name));
            default -> CodeMaps.files(Sites.shipped()).apply(name);
        });
        return new Catalogue(ShippedCatalogue.get().measures(), maps, Sites.shipped(), Benchmarks.of(Sites.shipped()));
    }
}
