package vaiwg.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.kpis.catalogue.Catalogue;

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
     * Likewise of the file's text.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read
     */
    public static SerializableSupplier<Catalogue> catalogue(String text) {
        OfText catalogue = new OfText(text);
        catalogue.get();
        return catalogue;
    }

    /** Makes the catalogue once where it is wanted: it is asked for with every row, and takes longer to make than to write a row. */
    private static final class OfText implements SerializableSupplier<Catalogue> {
        private static final long serialVersionUID = 1L;

        private final String text;
        private transient Catalogue made;

        private OfText(String text) {
            this.text = text;
        }

        @Override
        public synchronized Catalogue get() {
            if (made == null) {
                made = Catalogue.shippedWithDenominators(text);
            }
            return made;
        }
    }
}
