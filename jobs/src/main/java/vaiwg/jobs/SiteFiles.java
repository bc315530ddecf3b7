package vaiwg.jobs;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.util.function.SerializableSupplier;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;

/** The folders of forces that a run is given. */
public final class SiteFiles {
    private SiteFiles() {}

    /**
     * Reads folders; without one, what is shipped.
     *
     * @throws IllegalArgumentException in one sentence, where one cannot be read
     */
    public static Sites read(List<Path> folders) {
        if (folders.isEmpty()) {
            return Sites.shipped();
        }
        Sites sites = Sites.read(folders);
        SiteCheck.require(sites);
        return sites;
    }

    /**
     * Likewise, of forces that are counted.
     *
     * @throws IllegalArgumentException in one sentence, also where a folder is of another force
     */
    public static Sites read(List<Path> folders, Forces forces) {
        Sites sites = read(folders);
        for (String force : folders.isEmpty() ? List.<String>of() : List.copyOf(sites.forces())) {
            if (!forces.has(force)) {
                throw new IllegalArgumentException(
                        "There is a site's folder of " + force
                                + ", of which no events are counted: add the force to those that are, or leave out the folder.");
            }
        }
        return sites;
    }

    /** The shipped measures over sites. It is made again each time: whoever needs it often holds it. */
    public static SerializableSupplier<Catalogue> catalogue(Sites sites) {
        return sites == Sites.shipped() ? ShippedCatalogue::get : () -> ShippedCatalogue.of(sites);
    }
}
