package vaiwg.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.CodeMaps;

/** The catalogue of a run that has its own file of how many people rates are for. */
public final class DenominatorFile {
    private DenominatorFile() {}

    /**
     * Reads the file once; the job's operators take the numbers from memory.
     *
     * @throws IllegalArgumentException in one sentence, where the file is not there or a row of it cannot be read
     */
    public static SerializableSupplier<Catalogue> catalogue(Path file) {
        try {
            return catalogue(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of denominators " + file + " cannot be read.", e);
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + "; correct it in " + file + ".", e);
        }
    }

    /**
     * Likewise of the file's text. The catalogue is made anew each time: whoever needs it often holds it.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read
     */
    public static SerializableSupplier<Catalogue> catalogue(String text) {
        // What cannot be read is said here, not by a task of the job.
        CodeMaps.withDenominators(text);
        return () -> ShippedCatalogue.withDenominators(text);
    }
}
