package vaiwg.kpis.catalogue.shipped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.reference.Sites;

/** The measures that are shipped: those of all areas' files. */
@API(status = API.Status.MAINTAINED)
public final class ShippedCatalogue {
    private static final Catalogue CATALOGUE = new Catalogue(
            Priority.shipped().stream()
                    .flatMap(area -> MeasureFile.shipped(area.slug()).stream())
                    .toList(),
            Sites.shipped());

    private ShippedCatalogue() {}

    /** The measures of the priority areas that are shipped, in the strategy's order, over what the shipped site says. */
    public static Catalogue get() {
        return CATALOGUE;
    }

    /**
     * The shipped measures and those of these sites, over what the sites say.
     *
     * @throws IllegalStateException in one sentence, where a file cannot be read, or a site's measure has the name of another
     */
    public static Catalogue of(Sites sites) {
        if (sites == Sites.shipped()) {
            return CATALOGUE;
        }
        Map<String, Measure> measures = new LinkedHashMap<>();
        CATALOGUE.measures().forEach(measure -> measures.put(measure.slug(), measure));
        List<Priority> areas = Priority.of(sites);
        sites.measures().forEach((file, text) -> {
            for (Measure measure : MeasureFile.read(file, text, areas)) {
                if (measures.putIfAbsent(measure.slug(), measure) != null) {
                    throw new IllegalStateException(file + ": there is another measure " + measure.slug());
                }
            }
        });
        return new Catalogue(List.copyOf(measures.values()), sites);
    }
}
