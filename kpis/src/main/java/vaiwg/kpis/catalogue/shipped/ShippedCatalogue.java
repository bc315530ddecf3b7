package vaiwg.kpis.catalogue.shipped;

import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.reference.Sites;

/** The measures that are shipped: those of all areas' files. */
@API(status = API.Status.MAINTAINED)
public final class ShippedCatalogue {
    private static final Catalogue CATALOGUE = new Catalogue(
            Stream.of(Priority.values())
                    .flatMap(area -> MeasureFile.shipped(area).stream())
                    .toList(),
            Sites.shipped());

    private ShippedCatalogue() {}

    /** The measures of the seven priority areas, in the strategy's order, over what the shipped site says. */
    public static Catalogue get() {
        return CATALOGUE;
    }

    /**
     * The shipped measures, over what these sites say.
     *
     * @throws IllegalStateException in one sentence, where a file cannot be read
     */
    public static Catalogue of(Sites sites) {
        return sites == Sites.shipped() ? CATALOGUE : new Catalogue(CATALOGUE.measures(), sites);
    }
}
