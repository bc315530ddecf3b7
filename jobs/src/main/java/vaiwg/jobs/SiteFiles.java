package vaiwg.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.statistics.streams.ExpectedPaces;

/**
 * What a run has files of its own for: in its catalogue how many people rates are for, what figures are read
 * beside, and how deprived small areas are; beside it how many records are expected.
 */
public final class SiteFiles {
    private SiteFiles() {}

    /**
     * Reads the files once; the job's operators take them from memory.
     *
     * @throws IllegalArgumentException in one sentence, where a file is not there or a row of it cannot be read
     */
    public static SerializableSupplier<Catalogue> catalogue(
            Optional<Path> denominators, Optional<Path> benchmarks, Optional<Path> deprivation) {
        if (denominators.isEmpty() && benchmarks.isEmpty() && deprivation.isEmpty()) {
            return ShippedCatalogue::get;
        }
        return catalogue(
                denominators
                        .map(file -> text("denominators", file, CodeMaps::withDenominators))
                        .orElse(null),
                benchmarks
                        .map(file -> text(
                                "benchmarks",
                                file,
                                text -> ShippedCatalogue.with(Optional.empty(), Optional.of(text), Optional.empty())))
                        .orElse(null),
                deprivation
                        .map(file ->
                                text("deprivation", file, text -> CodeMaps.with(Optional.empty(), Optional.of(text))))
                        .orElse(null));
    }

    /**
     * How many records of streams the site expects.
     *
     * @param forces that are counted
     * @throws IllegalArgumentException in one sentence, where the file is not there, a row of it cannot be read, or is of a force that is not
     *     counted
     */
    public static ExpectedPaces expected(Optional<Path> file, Forces forces) {
        ExpectedPaces paces = file.map(path -> ExpectedPaces.of(text("expected records", path, ExpectedPaces::of)))
                .orElse(ExpectedPaces.NONE);
        for (String force : paces.forces()) {
            if (!forces.has(force)) {
                throw new IllegalArgumentException("The file of expected records names " + force
                        + ", of which no events are counted: correct it, or add the force to those that are.");
            }
        }
        return paces;
    }

    /**
     * Likewise of a text of denominators.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read
     */
    public static SerializableSupplier<Catalogue> catalogue(String denominators) {
        // What cannot be read is said here, not by a task of the job.
        CodeMaps.withDenominators(denominators);
        return catalogue(denominators, null, null);
    }

    /** The catalogue is made again each time: whoever needs it often holds it. Texts are null where the run has no such file. */
    private static SerializableSupplier<Catalogue> catalogue(
            String denominators, String benchmarks, String deprivation) {
        return () -> ShippedCatalogue.with(
                Optional.ofNullable(denominators), Optional.ofNullable(benchmarks), Optional.ofNullable(deprivation));
    }

    private static String text(String of, Path file, Consumer<String> reader) {
        try {
            String text = Files.readString(file);
            reader.accept(text);
            return text;
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of " + of + " " + file + " cannot be read.", e);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + "; correct it in " + file + ".", e);
        }
    }
}
