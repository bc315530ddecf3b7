package vaiwg.kpis.catalogue.shipped;

import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import vaiwg.kpis.catalogue.Benchmarks;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.files.MeasureFile;
import vaiwg.kpis.reference.CodeMaps;

/** The measures that are shipped: those of all areas' files. */
@API(status = API.Status.MAINTAINED)
public final class ShippedCatalogue {
    private static final Catalogue CATALOGUE = new Catalogue(
            Stream.of(Priority.values())
                    .flatMap(area -> MeasureFile.shipped(area).stream())
                    .toList(),
            CodeMaps.shipped(),
            Benchmarks.shipped());

    private ShippedCatalogue() {}

    /** The measures of the seven priority areas, in the strategy's order, over the shipped code maps. */
    public static Catalogue get() {
        return CATALOGUE;
    }

    /**
     * The shipped measures with a run's own file of denominators, as text.
     *
     * @throws IllegalStateException in one sentence, where the file cannot be read
     */
    public static Catalogue withDenominators(String text) {
        return with(Optional.of(text), Optional.empty(), Optional.empty());
    }

    /**
     * The shipped measures with a run's own files, each as text.
     *
     * @throws IllegalStateException in one sentence, where a file cannot be read
     */
    public static Catalogue with(
            Optional<String> denominators, Optional<String> benchmarks, Optional<String> deprivation) {
        return new Catalogue(
                CATALOGUE.measures(),
                denominators.isEmpty() && deprivation.isEmpty()
                        ? CodeMaps.shipped()
                        : CodeMaps.with(denominators, deprivation),
                benchmarks.map(Benchmarks::withOwn).orElse(Benchmarks.shipped()));
    }
}
